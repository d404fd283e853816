import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, type WatchEventType, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/core/outcome.ts'
import { sevenZipOf } from '../formats/archives/seven-zip-builder.ts'
import { makeTar } from '../formats/archives/tar-builder.ts'
import { rawZip } from '../formats/archives/zip-builder.ts'
import { type CliResult, cli, digestOf } from '../support/cli.ts'
import { examineBytes } from '../support/examining.ts'
import { insideNest, letters, nested } from '../support/nest.ts'

const work = mkdtempSync(join(tmpdir(), 'leaksift-nest-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** More bytes than are held in memory, of which no format says anything. */
function noise(bytes: number): Buffer {
  const words = new Uint32Array(bytes / 4)
  let state = 1
  for (let at = 0; at < words.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    words[at] = state ^ (state >>> 15)
  }
  return Buffer.from(words.buffer)
}

test('what is found in a nest is what is found in the same files unpacked by hand', async () => {
  const files = letters(40)
  const outcomes = await examineBytes('nest.zip', await nested(files))
  const inside = new Map(outcomes.map((outcome) => [outcome.uri, outcome]))
  expect(outcomes.filter(({ coverage }) => coverage !== 'full')).toEqual([])
  expect(outcomes).toHaveLength(5 + 40)
  for (const [name, text] of Object.entries(files)) {
    const [own] = await examineBytes(name, text)
    const found = inside.get(insideNest('nest.zip') + name)
    const { uri: _uri, parentUri: _parent, modifiedAt: _time, ...alone } = own ?? expect.fail()
    expect(found).toMatchObject(alone)
    expect(alone.findings.length).toBeGreaterThan(1)
  }
})

/** One message of a mailbox, with an attachment. */
function mail(number: number, name: string, text: string): string {
  return [
    `From zora${number}@clinic.example Mon Mar  4 10:00:00 2024`,
    `From: Zora Quill <zora${number}@clinic.example>`,
    `To: Abel Tern <abel${number % 9}@clinic.example>`,
    `Subject: Letter ${number}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Dear Mr Tern, this is letter ${number}.`,
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Disposition: attachment; filename="${name.replaceAll('/', '-')}"`,
    '',
    text,
    '--b--',
    '',
    '',
  ].join('\n')
}

test('what is found in a mailbox is what is found in its messages, each in a file of its own', async () => {
  const mails = Object.entries(letters(40)).map(([name, text], at) => mail(at, name, text))
  const [box, ...inside] = await examineBytes('mails.mbox', mails.join(''))
  expect(box).toMatchObject({ coverage: 'full' })
  const alone = await Promise.all(
    mails.map((text) => examineBytes('one.eml', text.slice(text.indexOf('\n') + 1).replace(/\n+$/, '\n'))),
  )
  const told = ({ kind, medium, coverage, findings, fields, metadata }: Outcome) => ({
    ...{ kind, medium, coverage, fields, metadata },
    findings: findings.filter(({ origin }) => origin !== 'filename'),
  })
  expect(inside.map(told)).toEqual(alone.flat().map(told))
  expect(inside).toHaveLength(2 * 40)
})

test('what is found in the tables of a dump is what is found in them as files', async () => {
  const rows = Array.from({ length: 300 }, (_, at) => [
    ...[String(at), `Zora Quill ${at % 70}`, `zora${at % 90}@clinic.example`, `1970-07-1${at % 9}`],
  ])
  const names = ['id', 'name', 'email', 'birth_date']
  const statement = (table: string) =>
    `INSERT INTO ${table} (${names.join(', ')}) VALUES ${rows.map((row) => `('${row.join("', '")}')`).join(',')};\n`
  const [own, ...tables] = await examineBytes('dump.sql', statement('patients') + statement('old'))
  const [alone] = await examineBytes('patients.csv', [names, ...rows].map((row) => row.join(',')).join('\n'))
  const told = (outcome: Outcome | undefined) => outcome?.findings.filter(({ origin }) => origin === 'table')
  expect([own?.coverage, tables.map(({ uri }) => uri)]).toEqual(['full', ['dump.sql!/patients', 'dump.sql!/old']])
  expect(told(alone)?.length).toBeGreaterThan(2)
  for (const table of tables) {
    expect(table.table).toEqual(alone?.table)
    expect(told(table)).toEqual(told(alone))
  }
})

describe('containers, mailboxes and tables in a dump', { timeout: 300_000 }, async () => {
  const dump = join(work, 'dump')
  mkdirSync(dump)
  writeFileSync(join(dump, 'nest.zip'), await nested(letters(150)))
  const mails = Object.entries(letters(260)).map(([name, text], at) => mail(at, name, text))
  writeFileSync(join(dump, 'mails.mbox'), mails.join(''))
  const rows = Array.from(
    { length: 3_000 },
    (_, at) => `${at},Zora Quill ${at},zora${at}@clinic.example,1970-07-1${at % 9}`,
  )
  writeFileSync(join(dump, 'patients.csv'), ['id,name,email,birth_date', ...rows].join('\n'))
  const values = rows.map((row) => `(${row.replaceAll(/[^,]+/g, "'$&'")})`)
  writeFileSync(
    join(dump, 'tables.sql'),
    ['patients', 'old']
      .map((name) => `INSERT INTO ${name} (id, name, email, born) VALUES ${values.join(',')};\n`)
      .join(''),
  )
  // More than is held: what is inside goes into the store in pieces.
  writeFileSync(join(dump, 'many.zip'), await nested(letters(900)))
  const large = makeTar([
    { name: 'noise.bin', content: noise(36 * 2 ** 20) },
    { name: 'letter.txt', content: Object.values(letters(1))[0] ?? '' },
  ])
  writeFileSync(join(dump, 'large.tar.gz'), gzipSync(large, { level: 1 }))
  for (const [name, text] of Object.entries(letters(30))) writeFileSync(join(dump, name.replaceAll('/', '-')), text)

  const temporary = join(work, 'tmp')
  mkdirSync(temporary)
  const scan = (store: string, workers: string, onStart?: (child: ChildProcess) => void) =>
    cli(['scan', dump, '--store', join(work, store), '--workers', workers, '--ocr', 'off', '--progress', 'none'], {
      env: { TMPDIR: temporary },
      ...(onStart ? { onStart } : {}),
    })
  const started = performance.now()
  const undisturbed = await scan('1.sqlite', '1')
  const whole = performance.now() - started
  const expected = digestOf(undisturbed)

  test('one digest for 2 and 4 workers as for one', async () => {
    for (const workers of ['2', '4']) expect(digestOf(await scan(`${workers}.sqlite`, workers))).toBe(expected)
  })

  test('killed in the middle of them, and gone on with: all of a container or nothing, and nothing left behind', async () => {
    let killed = 0
    for (const share of [0.4, 0.55, 0.7, 0.85]) {
      const result: CliResult = await scan('killed.sqlite', '2', (child) => {
        setTimeout(() => child.kill('SIGKILL'), share * whole)
      })
      if (result.signal === 'SIGKILL') killed += 1
    }
    expect(killed).toBeGreaterThan(0)
    expect(digestOf(await scan('killed.sqlite', '2'))).toBe(expected)
    expect(readdirSync(temporary)).toEqual([])
  })
})

describe('names that lead out, links, devices and members without names', { timeout: 60_000 }, () => {
  test('touch no file: what is written is the store and the private folder', async () => {
    const place = join(work, 'hostile')
    const [dump, temporary, cwd] = ['dump', 'tmp', 'cwd'].map((name) => join(place, name)) as [string, string, string]
    for (const folder of [dump, temporary, cwd]) mkdirSync(folder, { recursive: true })
    const targets = [
      '../escape.txt',
      '../../escape.txt',
      join(place, 'escape.txt'),
      'link/escape.txt',
      '',
      '.',
      '..',
      'a//b',
      'CON',
    ]
    const members = targets.map((name) => ({ name, content: 'written' }))
    writeFileSync(join(dump, 'slip.zip'), rawZip([...members, ...members]))
    writeFileSync(join(dump, 'slip.7z'), sevenZipOf(members))
    const special = [
      { name: 'link', type: '2', link: place },
      { name: 'hard', type: '1', link: '/etc/passwd' },
      { name: 'device', type: '3' },
      { name: 'pipe', type: '6' },
    ]
    const big = { name: '../big.bin', content: noise(34 * 2 ** 20) }
    writeFileSync(join(dump, 'slip.tar.gz'), gzipSync(makeTar([...special, ...members, big]), { level: 1 }))

    const seen = new Set<string>()
    const watcher = watch(place, { recursive: true }, (_event: WatchEventType, name) => {
      if (name !== null) seen.add(name)
    })
    const result = await cli(
      ['scan', dump, '--store', join(cwd, 'case.sqlite'), '--ocr', 'off', '--progress', 'none'],
      {
        cwd,
        env: { TMPDIR: temporary, HOME: cwd },
      },
    )
    await pause(300)
    watcher.close()
    expect([0, 3]).toContain(result.code)
    expect([...seen].filter((name) => !/^cwd\/case\.sqlite|^tmp\/leaksift-spool-|^(?:cwd|tmp)$/.test(name))).toEqual([])
    expect([...seen].some((name) => name.startsWith('tmp/leaksift-spool-'))).toBe(true)
    const left = readdirSync(place, { recursive: true, encoding: 'utf8' })
    expect(left.filter((name) => !name.startsWith('dump/')).sort()).toEqual([
      ...['cwd', 'cwd/case.sqlite', 'cwd/case.sqlite-lock', 'cwd/case.sqlite.key', 'dump', 'tmp'],
    ])
  })
})
