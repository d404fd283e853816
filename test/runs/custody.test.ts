import { spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scan } from '../../src/scan.ts'
import { type Difference, type VerifyOptions, verify } from '../../src/verify.ts'
import { cli } from '../support/cli.ts'
import { makeSmallDump } from '../support/small-dump.ts'

const work = mkdtempSync(join(tmpdir(), 'leaksift-custody-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const dump = join(work, 'dump')
const store = join(work, 'store.sqlite')
const models = readdirSync(new URL('../../models', import.meta.url)).filter((name) => /\.(?:onnx|bin)$/.test(name))

/** What every file and folder is, its time of last reading aside. */
function stateOf(folder: string): readonly string[] {
  return ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()].map((name) => {
    const { mode, ino, size, mtimeNs, ctimeNs, uid } = statSync(join(folder, name), { bigint: true })
    const isFile = statSync(join(folder, name)).isFile()
    const bytes = isFile ? hash('sha256', readFileSync(join(folder, name)), 'hex') : ''
    return [name, mode, ino, size, mtimeNs, ctimeNs, uid, bytes].join(' ')
  })
}

beforeAll(async () => {
  makeSmallDump(dump)
  // Whole seconds survive being copied.
  utimesSync(join(dump, 'note.txt'), 1_700_000_000, 1_700_000_000)
  writeFileSync(join(dump, 'back\\slash\nand break.txt'), 'a name that needs escapes')
})

describe('a scan', { timeout: 120_000 }, () => {
  test('leaves bytes, times, modes and names of its input as they were', async () => {
    const before = stateOf(dump)
    for (const workers of [0, 1]) await scan([dump], { store, workers, mode: 'fresh' })
    expect(stateOf(dump)).toEqual(before)
  })

  test('notes version, options, models, environment, clock and manifest', async () => {
    const { scan: info } = await scan([dump], { store, workers: 1 })
    expect(Object.keys(info.models ?? {})).toEqual(models.sort())
    for (const [name, sum] of Object.entries(info.models ?? {})) {
      expect(sum).toBe(hash('sha256', readFileSync(new URL(`../../models/${name}`, import.meta.url)), 'hex'))
    }
    expect(info.environment).toMatchObject({ node: process.versions.node, platform: process.platform })
    expect(info.clock?.zone).toMatch(/\w/)
    expect(Date.parse(info.clock?.endedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(info.clock?.beganAt ?? ''))
    expect(info.clock?.seconds).toBeGreaterThan(0)
    expect(info.options).toMatchObject({ ocr: 'auto' })
  })

  test.skipIf(spawnSync('sha256sum', ['--version']).status !== 0)(
    'has the manifest that sha256sum makes of the same files (needs sha256sum)',
    async () => {
      const { scan: info } = await scan([dump], { store, workers: 0 })
      const command = "find . -type f -printf '%P\\0' | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum"
      const { stdout } = spawnSync('bash', ['-c', command], { cwd: dump, encoding: 'utf8' })
      expect(info.manifestSha256).toBe(stdout.slice(0, 64))
    },
  )

  test('has the same manifest whatever the mode; another where a byte is another', async () => {
    const { scan: info } = await scan([dump], { store, workers: 0 })
    const sealed = { store: join(work, 'sealed.sqlite'), values: 'sealed', passphrase: 'for tests only' } as const
    expect((await scan([dump], { ...sealed, workers: 0 })).scan.manifestSha256).toBe(info.manifestSha256)
    const copy = join(work, 'copy')
    cpSync(dump, copy, { recursive: true, preserveTimestamps: true })
    const bytes = readFileSync(join(copy, 'note.txt'))
    bytes.writeUInt8(bytes.readUInt8(3) ^ 1, 3)
    writeFileSync(join(copy, 'note.txt'), bytes)
    const other = await scan([copy], { store: join(work, 'copy.sqlite'), workers: 0 })
    expect(other.scan.manifestSha256).not.toBe(info.manifestSha256)
  })
})

describe('verify', { timeout: 120_000 }, () => {
  const compared = async (folder: string, options: VerifyOptions = {}, of = store) => {
    const told: Difference[] = []
    const { counts } = await verify(of, [folder], options, (difference) => told.push(difference))
    return { counts, told: told.map(({ standing, uri }) => `${standing} ${uri}`).sort() }
  }
  const changed = join(work, 'changed')

  beforeAll(async () => {
    await scan([dump], { store, workers: 0 })
    cpSync(dump, changed, { recursive: true, preserveTimestamps: true })
    writeFileSync(join(changed, 'added by Mrs Marguerite Delorme.txt'), 'new')
    rmSync(join(changed, 'cut.png'))
    const { atime, mtime } = statSync(join(changed, 'note.txt'))
    const bytes = readFileSync(join(changed, 'note.txt'))
    bytes.writeUInt8(bytes.readUInt8(3) ^ 1, 3)
    writeFileSync(join(changed, 'note.txt'), bytes)
    // Of the same size and time: only the bytes tell.
    utimesSync(join(changed, 'note.txt'), atime, mtime)
    writeFileSync(join(changed, 'invoice.txt'), 'shorter')
    utimesSync(join(changed, 'noise.bin'), atime, new Date(0))
    renameSync(join(changed, 'patients', 'Mrs Marguerite Delorme'), join(changed, 'patients', 'moved'))
  })

  test('finds nothing where nothing changed, and changes nothing itself', async () => {
    const before = [...stateOf(dump), readFileSync(store).toString('latin1')]
    for (const quick of [false, true]) {
      expect(await compared(dump, { quick })).toEqual({
        counts: { unchanged: 7, added: 0, removed: 0, changed: 0, touched: 0, uncompared: 0 },
        told: [],
      })
    }
    expect([...stateOf(dump), readFileSync(store).toString('latin1')]).toEqual(before)
  })

  test('tells what was added, removed, changed and touched, with no name in clear unless asked', async () => {
    const { told } = await compared(changed)
    expect(told).toEqual([
      expect.stringMatching(/^added added by .*•••/),
      'added patients/moved/letter.txt',
      'changed invoice.txt',
      'changed note.txt',
      'removed cut.png',
      expect.stringMatching(/^removed patients\/.*•••/),
      'touched noise.bin',
    ])
    expect(told.join()).not.toContain('Delorme')
    const { told: clear } = await compared(changed, { clear: true })
    expect(clear).toContain('added added by Mrs Marguerite Delorme.txt')
    expect(clear).toContain('removed patients/Mrs Marguerite Delorme/letter.txt')
  })

  test('quickly: not what only the bytes tell', async () => {
    const { told } = await compared(changed, { quick: true })
    expect(told).not.toContain('changed note.txt')
    expect(told).toContain('changed invoice.txt')
    expect(told).toContain('changed noise.bin')
  })

  test('of a sealed store needs its key, and its passphrase to name what is gone', async () => {
    const sealed = join(work, 'sealed.sqlite')
    const { told } = await compared(changed, {}, sealed)
    expect(told).toContain('removed c•••.png')
    const { told: opened } = await compared(changed, { passphrase: 'for tests only' }, sealed)
    expect(opened).toContain('removed cut.png')
    renameSync(`${sealed}.key`, join(work, 'away.key'))
    await expect(compared(changed, {}, sealed)).rejects.toMatchObject({ code: 'no_key' })
  })

  test('says where the store itself was changed', async () => {
    const forged = join(work, 'forged.sqlite')
    cpSync(store, forged)
    const db = new Database(forged)
    db.prepare("UPDATE record SET sha256 = ? WHERE uri = 'note.txt'").run('ab'.repeat(32))
    db.close()
    await expect(compared(dump, {}, forged)).rejects.toMatchObject({ code: 'corrupt' })
  })

  test('as a command: the exit code says how it ended, and no name speaks to the terminal', async () => {
    expect(await cli(['verify', store, dump])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('The source is as it was scanned.'),
    })
    rmSync(join(changed, 'back\\slash\nand break.txt'))
    writeFileSync(join(changed, '\u001b[2J\u202e.txt'), 'x')
    const { code, stdout } = await cli(['verify', store, changed])
    expect(code).toBe(4)
    expect(stdout).toContain('added       \\x1b[2J\\u{202e}.txt')
    expect(stdout).toMatch(/^removed +back\\slash\\x0aand break\.txt #\d+$/m)
    const json = await cli(['verify', store, changed, '--format', 'json'])
    const lines = json.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.at(-1)).toMatchObject({ type: 'end', counts: { added: 3, removed: 3, changed: 2 } })
    expect((await cli(['verify', join(work, 'none.sqlite'), dump])).code).toBe(2)
    expect((await cli(['verify', store, join(work, 'nowhere')])).code).toBe(2)
  })
})
