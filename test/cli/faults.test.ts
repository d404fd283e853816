import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliResult, cli } from '../support/cli.ts'
import { makeSmallDump, secrets } from '../support/small-dump.ts'

const work = mkdtempSync(join(tmpdir(), 'leaksift-faults-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const isRoot = process.getuid?.() === 0

/** The command in the folder of the fixtures. */
const run = (line: string, options: Parameters<typeof cli>[1] = {}): Promise<CliResult> =>
  cli(line.split(' '), { cwd: work, env: { LEAKSIFT_PASSPHRASE: '' }, ...options })

/** One line for the user: no stack, nothing from the dump, nothing on standard output. */
function expectFault(result: CliResult, code: number, says: RegExp | string): void {
  expect(result.stderr).toMatch(says)
  expect(result).toMatchObject({ code, stdout: '' })
  expect(result.stderr).toMatch(/^leaksift: [^\n]+\n$/)
  expect(result.stderr).not.toMatch(/\bat .*:\d+:\d+|node:|Error:/)
  expect(secrets.filter((secret) => result.stderr.includes(secret))).toEqual([])
}

beforeAll(async () => {
  makeSmallDump(join(work, 'dump'))
  mkdirSync(join(work, 'folder'))
  writeFileSync(join(work, 'empty.sqlite'), '')
  writeFileSync(join(work, 'text.sqlite'), `not a database: ${secrets[0]}`)
  writeFileSync(
    join(work, 'bytes.bin'),
    Uint8Array.from({ length: 500 }, (_, at) => (at * 151) % 256),
  )
  writeFileSync(join(work, 'short-passphrase'), 'abc\n')
  writeFileSync(join(work, 'passphrase'), 'a passphrase for tests\n')
  writeFileSync(join(work, 'wrong-passphrase'), 'another one for tests\n')
  const other = new Database(join(work, 'other.sqlite'))
  other.exec('CREATE TABLE patient (name TEXT)')
  other.close()
  await run('scan dump --store good.sqlite')
  await run('scan dump --store sealed.sqlite --values sealed --passphrase-file passphrase')
  const newer = new Database(join(work, 'newer.sqlite'))
  const good = new Database(join(work, 'good.sqlite'), { readonly: true })
  await good.backup(join(work, 'newer.sqlite'))
  good.close()
  newer.pragma('user_version = 999')
  newer.close()
  writeFileSync(join(work, 'newer.sqlite.key'), readFileSync(join(work, 'good.sqlite.key')))
}, 120_000)

describe('what is not as the command needs it', () => {
  test.concurrent.each<[string, number, string | RegExp]>([
    // sources
    ['scan nowhere', 2, 'there is no file or folder "nowhere"'],
    ['scan dump/note.txt/x', 2, 'there is no file or folder'],
    ['scan dump nowhere', 2, 'there is no file or folder "nowhere"'],
    // stores to write into
    ['scan dump --store folder', 2, /folder is a folder, not a store/],
    ['scan dump --store nowhere/x.sqlite', 2, /its folder does not exist/],
    ['scan dump --store dump/note.txt/x.sqlite', 2, /no folder/],
    ['scan dump --store text.sqlite', 2, /text\.sqlite is not a leaksift store/],
    ['scan dump --store newer.sqlite', 2, /newer/],
    ['scan dump --store sealed.sqlite --values sealed --passphrase-file wrong-passphrase', 2, /passphrase/],
    ['scan dump --store sealed.sqlite --values sealed', 2, /--values sealed needs a passphrase/],
    ['scan dump --store a.sqlite --values sealed --passphrase-file short-passphrase', 2, /at least 8 characters/],
    [
      'scan dump --store a.sqlite --values sealed --passphrase-file nowhere',
      2,
      /can't read the passphrase file "nowhere"/,
    ],
    ['scan dump --store a.sqlite --passphrase-file passphrase', 2, /goes with --values sealed/],
    // stores to read
    ['report nowhere.sqlite', 2, 'There is no store'],
    ['report folder', 2, /folder is a folder, not a store/],
    ['report text.sqlite', 2, /text\.sqlite is not a leaksift store/],
    ['report other.sqlite', 2, /other\.sqlite is an SQLite file, but not one that leaksift made/],
    ['report empty.sqlite', 2, /no scan/],
    ['report newer.sqlite', 2, /newer/],
    ['export sealed.sqlite --passphrase-file wrong-passphrase', 2, /passphrase/],
    ['show good.sqlite nowhere.txt', 2, 'the store has no record "nowhere.txt"'],
    ['show good.sqlite #999', 2, 'the store has no record "#999"'],
    // outputs
    ['report good.sqlite --output nowhere/r.txt', 2, `can't write "nowhere/r.txt": there is no such file or folder`],
    ['report good.sqlite --output folder', 2, `can't write "folder": it is a folder`],
    ['report good.sqlite --output good.sqlite', 2, 'it is the store, or belongs to it'],
    ['export good.sqlite --output good.sqlite.key', 2, 'it is the store, or belongs to it'],
    ['export good.sqlite --output /dev/full', 1, 'no space is left'],
    // texts and files
    ['detect nowhere.txt', 2, `can't read "nowhere.txt": there is no such file or folder`],
    ['detect folder', 2, `can't read "folder": it is a folder`],
    ['detect bytes.bin', 2, '"bytes.bin" is no text; leaksift inspect reads other types of file'],
    ['inspect nowhere.txt', 2, 'there is no file or folder "nowhere.txt"'],
    ['inspect folder', 2, '"folder" is a folder'],
  ])('%s', async (line, code, says) => {
    expectFault(await run(line), code, says)
  })

  // One after the other: they take the lock of one store.
  test.each<[string, number, string | RegExp]>([
    ['scan dump --store other.sqlite', 2, /other\.sqlite is an SQLite file, but not one that leaksift made/],
    ['scan dump --store other.sqlite --fresh', 2, /other\.sqlite is an SQLite file, but not one that leaksift made/],
    ['scan folder --store good.sqlite', 2, /holds a scan of .*dump, not of .*folder/],
    ['scan dump --store good.sqlite --context clinic', 2, /another 'context'/],
    ['scan dump --store good.sqlite --values clear', 2, /keeps values masked, not clear/],
    ['scan dump --store good.sqlite --key-file text.sqlite', 2, /does not hold a key/],
  ])('%s', async (line, code, says) => {
    expectFault(await run(line), code, says)
  })

  test('a store that failed to open is as it was', async () => {
    const before = readFileSync(join(work, 'good.sqlite'))
    await run('scan folder --store good.sqlite')
    await run('report good.sqlite --output good.sqlite')
    expect(readFileSync(join(work, 'good.sqlite')).equals(before)).toBe(true)
    expect((await run('report good.sqlite')).code).toBe(0)
  })

  test('an empty name is not the current folder', async () => {
    for (const args of [
      ['scan', ''],
      ['report', ''],
      ['scan', 'dump', '--store', ''],
    ]) {
      expectFault(await cli(args, { cwd: work }), 2, /must not be empty/)
    }
  })

  test.skipIf(isRoot)('what may not be read or written (not as root, who may)', async () => {
    mkdirSync(join(work, 'locked'))
    writeFileSync(join(work, 'locked', 'x.sqlite'), readFileSync(join(work, 'good.sqlite')))
    chmodSync(join(work, 'locked', 'x.sqlite'), 0o000)
    expectFault(await run('report locked/x.sqlite'), 1, /permissions/)
    chmodSync(join(work, 'locked'), 0o500)
    expectFault(await run('scan dump --store locked/y.sqlite'), 1, /permissions/)
    expectFault(await run('report good.sqlite --output locked/r.txt'), 2, /permissions/)
    chmodSync(join(work, 'locked'), 0o700)
  })

  test('a report that fails leaves no half of it', async () => {
    const result = await run('export sealed.sqlite --output out.ndjson --passphrase-file wrong-passphrase')
    expect(result.code).toBe(2)
    expect(['out.ndjson', 'out.ndjson.part'].filter((name) => existsSync(join(work, name)))).toEqual([])
  })

  test('a link that waits where a report is written is not followed', async () => {
    writeFileSync(join(work, 'precious'), 'precious')
    symlinkSync(join(work, 'precious'), join(work, 'trap.txt.part'))
    expectFault(await run('report good.sqlite --output trap.txt'), 2, 'it is a link')
    expect(readFileSync(join(work, 'precious'), 'utf8')).toBe('precious')
  })
})

describe('how the command was given', () => {
  test.concurrent.each<[string, string | RegExp]>([
    ['scna dump', /unknown command 'scna' \(Did you mean scan\?\); see leaksift --help/],
    ['--nope', /unknown option '--nope'; see leaksift --help/],
    ['scan', /missing required argument 'source'; see leaksift scan --help/],
    ['scan dump --stor x', /unknown option '--stor' \(Did you mean --store\?\); see leaksift scan --help/],
    ['scan dump --store', /argument missing/],
    ['scan dump --workers -1', /whole number from 0 to 256/],
    ['scan dump --workers 257', /whole number from 0 to 256/],
    ['scan dump --workers two', /whole number from 0 to 256/],
    ['scan dump --fail-on worse', /Allowed choices are low, medium, high, very_high/],
    ['scan dump --values open', /Allowed choices are masked, sealed, clear/],
    ['scan dump --ocr maybe', /Allowed choices are auto, off, all/],
    ['scan dump --context hospital', /Allowed choices are auto, clinic, general/],
    ['scan dump --progress dots', /Allowed choices are auto, bar, json, none/],
    ['scan dump --resume --fresh', /cannot be used with/],
    ['scan dump --fresh --retry-failed', /cannot be used with/],
    ['scan dump --languages french', /ISO 639-1/],
    ['scan dump --circumstances mallicious', /did you mean malicious/],
    ['scan dump --circumstances known-recipients,unknown-recipients', /exclude each other/],
    ['scan dump --time-limit 0', /number from 1 to 86400/],
    ['scan dump --max-file-size 12x', /such as 300k, 500M or 2G/],
    ['scan dump --max-file-size 0', /such as 300k, 500M or 2G/],
    ['report', /missing required argument 'store'/],
    ['report good.sqlite more', /too many arguments/],
    ['report good.sqlite --format html', /Allowed choices are text, json, csv/],
    ['export good.sqlite --canonical --format csv', /--canonical goes with --format ndjson/],
    ['show good.sqlite', /missing required argument 'uri'/],
    ['detect --min-confidence 2', /number from 0 to 1/],
    ['detect --language french', /ISO 639-1/],
    ['detect --entities FR_NIRR', /no entity type "FR_NIRR"; did you mean FR_NIR\?/],
    ['completion tcsh', /Allowed choices are bash, zsh, fish/],
  ])('%s', async (line, says) => {
    expectFault(await run(line), 2, says)
  })

  test('no command at all: the help, as wrong usage', async () => {
    const result = await cli([])
    expect(result).toMatchObject({ code: 2, stdout: '' })
    expect(result.stderr).toMatch(/^Usage: leaksift/)
  })

  test('an error is a JSON line where JSON lines were asked for', async () => {
    const result = await run('scan nowhere --progress json')
    const lines = result.stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.at(-1)).toEqual({ type: 'error', message: 'there is no file or folder "nowhere"', exit_code: 2 })
    const wrong = await run('scan dump --progress json --workers x')
    expect(JSON.parse(wrong.stderr)).toMatchObject({ type: 'error', exit_code: 2 })
  })
})
