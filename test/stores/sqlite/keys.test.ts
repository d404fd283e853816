import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { forgetStore, openStoreReader, rekeyStore } from '../../../src/stores/registry.ts'
import { openSqliteStore } from '../../../src/stores/sqlite.ts'
import type { OpenOptions, ReadOptions } from '../../../src/stores/store.ts'
import { finding, findingInUri, general, item, refOf, score, start } from '../made-up.ts'
import { type StoreFolder, storeFolder } from './folder.ts'

const uri = 'Ada Quill/letter.txt'
const telling = ['Ada Quill', 'Quill', 'bea@sedge.example', 'Sedge Lane 7', 'X-1234-99']
const entries = [
  item(uri, {
    findings: [
      findingInUri('PERSON', 'Ada Quill', uri),
      finding('PERSON', 'Bea Sedge'),
      finding('PERSON', 'Ada Quill'),
      finding('EMAIL_ADDRESS', 'bea@sedge.example'),
    ],
    fields: [{ name: 'patient.address', value: 'Sedge Lane 7', confidence: 1 }],
    metadata: [
      { what: 'metadata', name: 'SerialNumber', value: 'X-1234-99', personal: true },
      { what: 'metadata', name: 'Make', value: 'Maker', personal: false },
    ],
  }),
  item('z.txt', { findings: [finding('PERSON', 'Ada Quill')] }),
]
const sealed: OpenOptions = { values: 'sealed', passphrase: 'the right one' }

async function scanned(at: StoreFolder, options: OpenOptions = {}, more = entries) {
  await using store = await openSqliteStore(at.path, options)
  await store.begin(start)
  const todo = await store.pending(more.map(refOf))
  await store.write(more.filter((tree) => todo.some(({ uri: left }) => left === tree[0].uri)))
  return await store.finish(general, score)
}

async function read(path: string, options: ReadOptions = {}) {
  await using reader = await openStoreReader(path, options)
  return { records: [...reader.records()], summary: await reader.summary() }
}

const everything = (at: StoreFolder) =>
  at
    .names()
    .map((name) => readFileSync(join(at.folder, name)).toString('latin1'))
    .join('\n')
const digests = (path: string) => {
  const db = new Database(path, { readonly: true })
  const all = db.prepare('SELECT digest FROM finding ORDER BY id').pluck().all() as string[]
  db.close()
  return all
}
const change = (path: string, sql: string) => {
  const db = new Database(path)
  expect(db.prepare(sql).run().changes).toBeGreaterThan(0)
  db.close()
}

describe('a sealed value', () => {
  const refused = async (sql: string, where: RegExp) => {
    using at = storeFolder()
    await scanned(at, sealed)
    change(at.path, sql)
    await expect(read(at.path, sealed)).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringMatching(where),
    })
    // Who does not open it has no use for it.
    expect((await read(at.path)).records).toHaveLength(2)
  }
  it.each(['finding', 'field', 'metadata'])('with a flipped bit is named: %s', async (table) => {
    using at = storeFolder()
    await scanned(at, sealed)
    const db = new Database(at.path)
    const [id, bytes] = db
      .prepare(`SELECT id, value FROM ${table} WHERE typeof(value) = 'blob' ORDER BY id LIMIT 1`)
      .raw()
      .get() as [number, Buffer]
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
    db.prepare(`UPDATE ${table} SET value = ? WHERE id = ?`).run(bytes, id)
    db.close()
    const message = `${table}.value of record #1 does not open: its bytes or their place were changed.`
    await expect(read(at.path, sealed)).rejects.toMatchObject({ code: 'corrupt', message })
  })

  it('does not pass for one that is none', async () => {
    await refused(
      "UPDATE finding SET value = 'Somebody Else' WHERE id = (SELECT min(id) FROM finding)",
      /finding\.value/,
    )
  })

  it('does not open in the place of another record', async () => {
    await refused(
      'UPDATE finding SET value = (SELECT value FROM finding ORDER BY id DESC LIMIT 1) WHERE id = (SELECT min(id) FROM finding)',
      /finding\.value of record #1/,
    )
  })

  it('does not open in the place of another of the same type in its record', async () => {
    await refused(
      `UPDATE finding SET value = (SELECT value FROM finding AS other WHERE other.record_id = finding.record_id
        AND other.entity_type = 'PERSON' AND other.digest <> finding.digest LIMIT 1) WHERE record_id = 1 AND entity_type = 'PERSON'`,
      /finding\.value of record #1/,
    )
  })

  it('does not open in another column', async () => {
    await refused(
      'UPDATE field SET value = (SELECT value FROM finding ORDER BY id LIMIT 1)',
      /field\.value of record #1/,
    )
  })

  it('opens under the passphrase and the key together only', async () => {
    using at = storeFolder()
    await scanned(at, sealed)
    renameSync(`${at.path}.key`, join(at.folder, 'elsewhere'))
    await expect(read(at.path, sealed)).rejects.toMatchObject({ code: 'no_key', message: /its key is missing/ })
    expect(JSON.stringify((await read(at.path)).records)).not.toMatch(/Quill|Sedge/)
    const opened = await read(at.path, { passphrase: 'the right one', keyFile: join(at.folder, 'elsewhere') })
    expect(opened.records.map((record) => record.uri)).toEqual([uri, 'z.txt'])
  })

  it('may be sealed under a key file alone, which must be named then', async () => {
    using at = storeFolder()
    const keyFile = join(at.folder, 'stick.key')
    await expect(openSqliteStore(at.path, { values: 'sealed' })).rejects.toMatchObject({ code: 'no_key' })
    await scanned(at, { values: 'sealed', keyFile })
    expect(everything(at)).not.toMatch(/Quill|Sedge/)
    expect((await read(at.path)).records.flatMap(({ findings }) => findings.map(({ value }) => value))).not.toContain(
      'Ada Quill',
    )
    expect((await read(at.path, { keyFile })).records[0]?.findings[0]?.value).toBe('Ada Quill')
  })
})

describe('two stores of the same', () => {
  it('share no digest and no sealed byte', async () => {
    using one = storeFolder()
    using two = storeFolder()
    for (const at of [one, two]) await scanned(at, sealed)
    const [a, b] = [digests(one.path), digests(two.path)]
    expect(a).toHaveLength(5)
    expect(a[0]).toBe(a[2])
    expect(a.filter((digest) => b.includes(digest))).toEqual([])
  })
})

describe('a new key', () => {
  it.each<[string, OpenOptions]>([
    ['masked', {}],
    ['clear', { values: 'clear' }],
    ['sealed', sealed],
  ])('opens a store that keeps values %s, and the old one opens it no more', async (_mode, options) => {
    using at = storeFolder()
    const first = await scanned(at, options)
    const [key, before, rows] = [readFileSync(`${at.path}.key`), digests(at.path), await read(at.path, options)]
    await rekeyStore(at.path, options)
    const after = digests(at.path)
    expect(after.filter((digest) => before.includes(digest))).toEqual([])
    expect(after[0]).toBe(after[2])
    expect(await read(at.path, options)).toMatchObject({
      records: rows.records.map(({ uri: same, findings }) => ({
        uri: same,
        findings: findings.map(({ value }) => ({ value })),
      })),
      summary: rows.summary,
    })
    expect(at.names()).toEqual(['leak.sqlite', 'leak.sqlite-lock', 'leak.sqlite.key'])
    expect(statSync(`${at.path}.key`).mode & 0o777).toBe(0o600)
    // A run goes on: what is known is found again, and the same values have the same digests.
    const more = [...entries, item('zz.txt', { findings: [finding('PERSON', 'Ada Quill')] })]
    await scanned(at, options, more)
    expect(digests(at.path).at(-1)).toBe(after[0])
    using whole = storeFolder()
    expect((await scanned(whole, options, more)).digest).toBe((await scanned(at, options, more)).digest)
    expect(first.digest).not.toBeNull()
    writeFileSync(`${at.path}.key`, key)
    await expect(openSqliteStore(at.path, options)).rejects.toMatchObject({ code: 'no_key' })
  })

  it('may come with a new passphrase; again and again', async () => {
    using at = storeFolder()
    await scanned(at, sealed)
    const bytes = readFileSync(at.path)
    await rekeyStore(at.path, { ...sealed, newPassphrase: 'the second one' })
    await rekeyStore(at.path, { passphrase: 'the second one', newPassphrase: 'the third one' })
    await expect(read(at.path, sealed)).rejects.toMatchObject({ code: 'no_key' })
    const { records } = await read(at.path, { passphrase: 'the third one' })
    expect(records.map((record) => record.uri)).toEqual([uri, 'z.txt'])
    expect(records[0]?.findings.map(({ value }) => value)).toContain('bea@sedge.example')
    await using reader = await openStoreReader(at.path, { passphrase: 'the third one' })
    expect([...reader.records({ uri })]).toHaveLength(1)
    expect(readFileSync(at.path).equals(bytes)).toBe(false)
  })

  it('holds where it was cut off before it came into its place, and where it was not taken', async () => {
    using at = storeFolder()
    await scanned(at, sealed)
    const old = readFileSync(`${at.path}.key`)
    await rekeyStore(at.path, sealed)
    // As it is left when the process ends between the store's commit and the rename.
    renameSync(`${at.path}.key`, `${at.path}.key.new`)
    writeFileSync(`${at.path}.key`, old)
    expect((await read(at.path, sealed)).records[0]?.uri).toBe(uri)
    await rekeyStore(at.path, sealed)
    expect((await read(at.path, sealed)).records[0]?.uri).toBe(uri)
    // As it is left when it ends before the commit.
    writeFileSync(`${at.path}.key.new`, `leaksift-key-1 ${'ab'.repeat(32)}\n`)
    expect((await read(at.path, sealed)).records[0]?.uri).toBe(uri)
    await rekeyStore(at.path, sealed)
    expect((await read(at.path, sealed)).records[0]?.uri).toBe(uri)
  })

  it('is refused without the old one, while a scan writes, and where there is no store', async () => {
    using at = storeFolder()
    await expect(rekeyStore(at.path)).rejects.toMatchObject({ code: 'missing' })
    await scanned(at, sealed)
    await expect(rekeyStore(at.path)).rejects.toMatchObject({ code: 'no_key' })
    await expect(rekeyStore(at.path, { passphrase: 'another one' })).rejects.toMatchObject({ code: 'no_key' })
    await using _store = await openSqliteStore(at.path, sealed)
    await expect(rekeyStore(at.path, sealed)).rejects.toMatchObject({ code: 'locked' })
    expect(existsSync(`${at.path}.key.new`)).toBe(false)
  })
})

describe('a store that is forgotten', () => {
  it.each<[string, OpenOptions]>([
    ['masked', {}],
    ['sealed', sealed],
  ])('%s: gives nobody a value, and still counts', async (mode, options) => {
    using at = storeFolder()
    await scanned(at, options)
    const [key, before, rows] = [readFileSync(`${at.path}.key`), digests(at.path), await read(at.path)]
    const told = await forgetStore(at.path)
    expect(told).toEqual({ keyFile: `${at.path}.key`, values: mode, records: 2, findings: 5, hashes: 2 })
    expect(at.names()).toEqual(['leak.sqlite'])
    expect(statSync(at.path).mode & 0o777).toBe(0o600)
    const after = digests(at.path)
    expect(after.filter((digest) => before.includes(digest))).toEqual([])
    expect(after[0]).toBe(after[2])
    const bytes = everything(at)
    // A masked store keeps paths as they stand; nothing else of anybody is left.
    const kept = mode === 'masked' ? ['Ada Quill', 'Quill'] : []
    expect(telling.filter((value) => bytes.includes(value))).toEqual(kept)
    for (const digest of before) expect(bytes).not.toContain(digest)
    // Not even where the key comes back.
    writeFileSync(`${at.path}.key`, key)
    const { records, summary } = await read(at.path, options)
    expect(JSON.stringify(records)).not.toMatch(/Quill|Sedge|X-1234/)
    expect(records.flatMap(({ findings }) => findings.map(({ value }) => value))).toEqual(after.map(() => null))
    expect(summary).toMatchObject({ values: 'masked', people: rows.summary.people, entities: rows.summary.entities })
    expect(summary.notes.join()).toContain('leaksift forget')
    await expect(openSqliteStore(at.path, options)).rejects.toMatchObject({ code: 'no_key', message: /forgotten/ })
    await expect(rekeyStore(at.path, options)).rejects.toMatchObject({ code: 'no_key' })
  })

  it('may be so already, or without its key', async () => {
    using at = storeFolder()
    const keyFile = join(at.folder, 'my.key')
    await scanned(at, { keyFile })
    expect((await forgetStore(at.path)).keyFile).toBeNull()
    expect(existsSync(keyFile)).toBe(true)
    expect((await forgetStore(at.path)).keyFile).toBeNull()
  })

  it("takes no other store's key with it", async () => {
    using at = storeFolder()
    using other = storeFolder()
    for (const one of [at, other]) await scanned(one)
    const before = digests(at.path)
    await expect(forgetStore(at.path, { keyFile: `${other.path}.key` })).rejects.toMatchObject({ code: 'no_key' })
    expect(digests(at.path)).toEqual(before)
    expect(existsSync(`${other.path}.key`)).toBe(true)
  })

  it('is refused where values stand in clear, a scan writes, or there is nothing', async () => {
    using at = storeFolder()
    await expect(forgetStore(at.path)).rejects.toMatchObject({ code: 'missing' })
    await expect(forgetStore('memory:')).rejects.toMatchObject({ code: 'missing' })
    await scanned(at, { values: 'clear' })
    await expect(forgetStore(at.path)).rejects.toMatchObject({ code: 'other_options' })
    await using _store = await openSqliteStore(at.path, { values: 'clear' })
    await expect(forgetStore(at.path)).rejects.toMatchObject({ code: 'locked' })
    mkdirSync(join(at.folder, 'folder'))
    await expect(forgetStore(join(at.folder, 'folder'))).rejects.toMatchObject({ code: 'not_a_store' })
  })

  it('says so where a reader holds on to what was dropped', async () => {
    using at = storeFolder()
    await scanned(at)
    {
      await using store = await openSqliteStore(at.path)
      await store.begin(start)
      await using reader = await openStoreReader(at.path)
      await reader.summary()
      await store.stop('interrupted')
      await store[Symbol.asyncDispose]()
      await expect(forgetStore(at.path)).rejects.toMatchObject({ code: 'locked' })
    }
    await forgetStore(at.path)
    expect(at.names()).toEqual(['leak.sqlite'])
  })
})
