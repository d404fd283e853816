import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openStoreReader } from '../../../src/stores/registry.ts'
import { applicationId, migrations } from '../../../src/stores/sqlite/schema.ts'
import { openSqliteStore } from '../../../src/stores/sqlite.ts'
import type { OpenOptions } from '../../../src/stores/store.ts'
import { finding, general, item, score, start } from '../made-up.ts'
import { storeChild } from './child.ts'
import { type StoreFolder, storeFolder } from './folder.ts'

/** A store with one scan in it, closed. */
async function scanned(at: StoreFolder, options: OpenOptions = {}, names: readonly string[] = ['a']): Promise<void> {
  await using store = await openSqliteStore(at.path, options)
  await store.begin(start)
  await store.write(names.map((name) => item(name, { findings: [finding('PERSON', 'Ada Quill')] })))
  await store.finish(general, score)
}

const failing = (code: string, text: string) => ({
  name: 'StoreError',
  code,
  message: expect.stringContaining(text),
})

/** That neither a scan nor a report takes the file, and why. */
async function refused(path: string, code: string, text: string): Promise<void> {
  await expect(openSqliteStore(path)).rejects.toMatchObject(failing(code, text))
  await expect(openStoreReader(path)).rejects.toMatchObject(failing(code, text))
}

function header(path: string, change: (db: Database.Database) => void): void {
  const db = new Database(path)
  change(db)
  db.close()
}

describe('the files of a store', () => {
  it("are nobody's but the owner's", async () => {
    using at = storeFolder()
    await using store = await openSqliteStore(at.path)
    await store.begin(start)
    await store.write([item('a')])
    expect(at.names()).toEqual(['', '-lock', '-reserve', '-shm', '-wal', '.key'].map((end) => `leak.sqlite${end}`))
    for (const name of at.names()) expect(statSync(join(at.folder, name)).mode & 0o777, name).toBe(0o600)
  })

  it('are one file, its key and an empty lock when it is closed', async () => {
    using at = storeFolder()
    await scanned(at)
    const expected = ['leak.sqlite', 'leak.sqlite-lock', 'leak.sqlite.key']
    expect(at.names()).toEqual(expected)
    expect(statSync(`${at.path}-lock`).size).toBe(0)
    {
      await using reader = await openStoreReader(at.path)
      expect([...reader.records()]).toHaveLength(1)
    }
    expect(at.names()).toEqual(expected)
  })

  it('have the settings that were measured', async () => {
    using at = storeFolder()
    {
      await using store = await openSqliteStore(at.path)
      await store.begin(start)
      const beside = new Database(at.path, { readonly: true })
      expect(beside.pragma('journal_mode', { simple: true })).toBe('wal')
      beside.close()
    }
    await scanned(at)
    const db = new Database(at.path, { readonly: true })
    expect(db.pragma('journal_mode', { simple: true })).toBe('delete')
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(db.pragma('application_id', { simple: true })).toBe(applicationId)
    db.close()
  })

  it('may have any name', async () => {
    using at = storeFolder()
    for (const name of ["a store's 100% ?#&.db", 'file:x', '-rf', 'é\n']) {
      const path = join(at.folder, `${name}x`)
      await using store = await openSqliteStore(path)
      await store.begin(start)
      expect(existsSync(path)).toBe(true)
    }
    await expect(openSqliteStore(`${at.path} `)).rejects.toMatchObject(failing('unreadable', 'blank'))
  })
})

describe('a file that is no store', () => {
  it.each([
    ['a text', 'nothing of the kind, but long enough to be taken for the head of a file. '.repeat(3)],
    ['a short text', 'nothing'],
  ])('is left as it is: %s', async (_what, text) => {
    using at = storeFolder()
    writeFileSync(at.path, text)
    await refused(at.path, 'not_a_store', 'no SQLite file')
    await expect(openSqliteStore(at.path, { fresh: true })).rejects.toMatchObject({ code: 'not_a_store' })
    expect(readFileSync(at.path, 'utf8')).toBe(text)
    expect(at.names()).toEqual(['leak.sqlite'])
  })

  it("is left as it is: another program's database", async () => {
    using at = storeFolder()
    header(at.path, (db) => db.exec('CREATE TABLE scan (id)'))
    const before = readFileSync(at.path)
    await refused(at.path, 'not_a_store', 'not one that leaksift made')
    await expect(openSqliteStore(at.path, { fresh: true })).rejects.toMatchObject({ code: 'not_a_store' })
    expect(readFileSync(at.path)).toEqual(before)
  })

  it('is no folder', async () => {
    using at = storeFolder()
    mkdirSync(at.path)
    await refused(at.path, 'not_a_store', 'folder')
  })

  it('is not there', async () => {
    using at = storeFolder()
    await expect(openStoreReader(at.path)).rejects.toMatchObject(failing('missing', at.path))
    expect(at.names()).toEqual([])
    await expect(openSqliteStore(join(at.folder, 'no', 'x'))).rejects.toMatchObject(failing('missing', 'folder'))
  })

  it('is taken when it is empty, by a scan', async () => {
    using at = storeFolder()
    writeFileSync(at.path, '')
    await expect(openStoreReader(at.path)).rejects.toMatchObject({ code: 'not_a_store' })
    await scanned(at)
    expect(at.names()).toContain('leak.sqlite.key')
  })

  it('is taken where a start was killed before there was a table', async () => {
    using at = storeFolder()
    header(at.path, (db) => db.pragma('journal_mode = WAL'))
    writeFileSync(`${at.path}.key`, '')
    await expect(openStoreReader(at.path)).rejects.toMatchObject({ code: 'not_a_store' })
    await scanned(at)
  })
})

describe('a store of another version', () => {
  it('is not touched when it is newer', async () => {
    using at = storeFolder()
    await scanned(at)
    header(at.path, (db) => db.pragma(`user_version = ${migrations.length + 1}`))
    await refused(at.path, 'newer_version', 'newer leaksift')
    await scanned(at, { fresh: true })
  })
})

describe('a damaged store', () => {
  it('is called so', async () => {
    using at = storeFolder()
    await scanned(
      at,
      {},
      Array.from({ length: 300 }, (_, n) => `${n}`),
    )
    const bytes = readFileSync(at.path)
    // From the third page on: the head and the schema are whole.
    bytes.fill(0x5a, 8_192)
    writeFileSync(at.path, bytes)
    await using reader = await openStoreReader(at.path).catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'corrupt' })
      return undefined
    })
    if (reader) await expect(reader.summary()).rejects.toMatchObject(failing('corrupt', '--fresh'))
  })

  it.each([
    ['a column', "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'persons', 'pers0ns')"],
    ['a cell that was JSON', "UPDATE record SET facts = '{' || facts; UPDATE scan SET options = '{' || options"],
    ['a cell of another shape', "UPDATE finding SET evidence = 'null'"],
  ])('is called so where %s was changed', async (_what, change) => {
    using at = storeFolder()
    await scanned(at)
    header(at.path, (db) => {
      db.unsafeMode(true)
      db.exec(change)
    })
    const readAll = async () => {
      await using reader = await openStoreReader(at.path)
      await reader.summary()
      return [...reader.records()]
    }
    await expect(readAll()).rejects.toMatchObject(failing('corrupt', '--fresh'))
  })
})

describe('starting over', () => {
  it('deletes store and key', async () => {
    using at = storeFolder()
    await scanned(at)
    const key = readFileSync(`${at.path}.key`, 'utf8')
    await using store = await openSqliteStore(at.path, { fresh: true, values: 'clear' })
    await store.begin({ ...start, source: 'file:///elsewhere' })
    expect([...store.records()]).toEqual([])
    expect(readFileSync(`${at.path}.key`, 'utf8')).not.toBe(key)
  })

  it('is nothing special where nothing is', async () => {
    using at = storeFolder()
    await scanned(at, { fresh: true })
  })

  it('leaves a key alone that was named', async () => {
    using at = storeFolder()
    const keyFile = join(at.folder, 'my.key')
    await scanned(at, { keyFile })
    const key = readFileSync(keyFile, 'utf8')
    await scanned(at, { keyFile, fresh: true })
    expect(readFileSync(keyFile, 'utf8')).toBe(key)
    expect(existsSync(`${at.path}.key`)).toBe(false)
  })
})

describe('the keys of a store', () => {
  it('must be its own', async () => {
    using at = storeFolder()
    await scanned(at)
    const keyPath = `${at.path}.key`
    const key = readFileSync(keyPath, 'utf8')
    for (const [text, told] of [
      [key.replace(/[0-9a-f]{4}$/m, 'beef'), "not this store's"],
      ['no key', 'does not hold a key'],
      ['', 'does not hold a key'],
    ] as const) {
      writeFileSync(keyPath, text)
      await expect(openSqliteStore(at.path)).rejects.toMatchObject(failing('no_key', told))
    }
    await using reader = await openStoreReader(at.path)
    expect([...reader.records()]).toHaveLength(1)
  })

  it('must be there to go on, not to read', async () => {
    using at = storeFolder()
    await scanned(at, { keyFile: join(at.folder, 'my.key') })
    await expect(openSqliteStore(at.path)).rejects.toMatchObject(failing('no_key', 'missing'))
    await using reader = await openStoreReader(at.path)
    expect((await reader.summary()).records).toBe(1)
  })

  it('open what is sealed, and nothing else does', async () => {
    using at = storeFolder()
    await scanned(at, { values: 'sealed', passphrase: 'the right one' }, ['Bea Quill/photo.txt', 'c'])
    const other = { passphrase: 'another one' }
    await expect(openSqliteStore(at.path, { values: 'sealed', ...other })).rejects.toMatchObject({ code: 'no_key' })
    await expect(openStoreReader(at.path, other)).rejects.toMatchObject(failing('no_key', 'passphrase'))
    await using opened = await openStoreReader(at.path, { passphrase: Buffer.from('the right one') })
    expect([...opened.records()].map(({ uri }) => uri)).toEqual(['Bea Quill/photo.txt', 'c'])
    expect([...opened.records({ uri: 'c' })]).toMatchObject([{ uri: 'c', findings: [{ value: 'Ada Quill' }] }])
    await using closed = await openStoreReader(at.path)
    expect([...closed.records()].map(({ uri }) => uri).sort()).toEqual(['B••• Q•••/p•••.txt', '•••'])
    expect([...closed.records({ uri: 'c' })]).toMatchObject([{ uri: '•••', findings: [{ value: null }] }])
  })

  it('are needed to find a sealed record by its path', async () => {
    using at = storeFolder()
    await scanned(at, { values: 'sealed', passphrase: 'the right one', keyFile: join(at.folder, 'my.key') })
    await using reader = await openStoreReader(at.path)
    expect(() => [...reader.records({ uri: 'a' })]).toThrow('key file')
    const keyFile = join(at.folder, 'not there')
    await expect(openStoreReader(at.path, { keyFile })).rejects.toMatchObject({ code: 'no_key' })
  })
})

describe('a copy of a store where nothing can be written', () => {
  it('can be read', async () => {
    using at = storeFolder()
    await scanned(at)
    const folder = join(at.folder, 'medium')
    mkdirSync(folder)
    copyFileSync(at.path, join(folder, 'copy.sqlite'))
    chmodSync(join(folder, 'copy.sqlite'), 0o444)
    chmodSync(folder, 0o555)
    chmodSync(at.folder, 0o755)
    await using child = storeChild('read-as-nobody', join(folder, 'copy.sqlite'))
    expect(await child.line()).toBe('1 records, 1 read')
    chmodSync(folder, 0o755)
  })

  it('is not read past what its log holds', async () => {
    using at = storeFolder()
    const folder = join(at.folder, 'medium')
    mkdirSync(folder)
    await using store = await openSqliteStore(at.path)
    await store.begin(start)
    await store.write([item('a')])
    await using hold = storeChild('copy', at.path, join(folder, 'copy.sqlite'))
    expect(await hold.line()).toBe('copied')
    chmodSync(folder, 0o555)
    chmodSync(at.folder, 0o755)
    await using child = storeChild('read-as-nobody', join(folder, 'copy.sqlite'))
    expect(await child.line()).toBe('unreadable')
    chmodSync(folder, 0o755)
  })

  it('is called so when it may not be read at all', async () => {
    using at = storeFolder()
    await scanned(at)
    chmodSync(at.path, 0o000)
    chmodSync(at.folder, 0o755)
    await using child = storeChild('read-as-nobody', at.path)
    expect(await child.line()).toBe('unreadable')
  })
})
