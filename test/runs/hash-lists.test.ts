import { hash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import type { StoredRecord } from '../../src/core/result.ts'
import type { ScanOptionsInput } from '../../src/options.ts'
import { type ScanResult, scan } from '../../src/scan.ts'
import { openStoreReader } from '../../src/stores/registry.ts'
import { cli } from '../support/cli.ts'

const work = mkdtempSync(join(tmpdir(), 'leaksift-listed-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const letter = 'Dear Mrs Marguerite Delorme, write to marguerite.delorme@courriel.example.'
const system = 'part of an operating system: licence@vendor.example'
const wanted = Buffer.from('what somebody looks for, wanted@else.example')
/** More than is held at a time, and of no type that anything reads. */
const large = Buffer.alloc(9 * 2 ** 20, Uint8Array.of(0xf5, 0, 0x91, 0xfe, 7))

async function zipOf(members: Readonly<Record<string, Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, bytes] of Object.entries(members)) zip.addBuffer(Buffer.from(bytes), name)
  zip.end()
  const pieces: Buffer[] = []
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

const known = join(work, 'known.csv')
const alerts = join(work, 'alerts.txt')

beforeAll(async () => {
  mkdirSync(join(work, 'dump'))
  const members = { 'inside/wanted.txt': wanted, 'inside/system.txt': Buffer.from(system) }
  const files = {
    'letter.txt': letter,
    'system.txt': system,
    'Anne Exemple wanted.txt': wanted,
    'large.bin': large,
    'all.zip': await zipOf(members),
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(work, 'dump', name), content)
  const rows = [system, large].map((content) => `"x","${hash('md5', content, 'hex').toUpperCase()}"`)
  writeFileSync(known, ['"FileName","MD5"', ...rows].join('\r\n'))
  writeFileSync(alerts, `${hash('sha1', wanted, 'hex')} *wanted.txt\n`)
})

async function scanned(name: string, options: ScanOptionsInput) {
  const store = join(work, name)
  const result = await scan([join(work, 'dump')], { store, values: 'clear', ...options })
  await using reader = await openStoreReader(store)
  return { result, records: new Map([...reader.records()].map((record) => [record.uri, record])) }
}

const told = (records: ReadonlyMap<string, StoredRecord>) =>
  [...records.values()].map(({ uri, coverage, coverageCause }) => [uri, coverage, coverageCause])

function checkRecords(records: ReadonlyMap<string, StoredRecord>): void {
  expect(told(records)).toEqual([
    ['Anne Exemple wanted.txt', 'none', 'alert_hash'],
    ['all.zip', 'full', null],
    ['all.zip!/inside/system.txt', 'none', 'known_good'],
    ['all.zip!/inside/wanted.txt', 'none', 'alert_hash'],
    ['large.bin', 'none', 'known_good'],
    ['letter.txt', 'full', null],
    ['system.txt', 'none', 'known_good'],
  ])
}

function checkSummary({ summary }: ScanResult): void {
  expect(summary.listed).toEqual({ alerts: 2, knownGood: 3 })
  expect(summary.records).toBe(5)
  expect(summary.coverage).toEqual({ full: 2, partial: 0, none: 3 })
  expect(summary.causes).toEqual([{ cause: 'known_good', records: 3 }])
}

describe('a scan with lists of hashes', { timeout: 120_000 }, () => {
  test.each<[string, ScanOptionsInput]>([
    ['in this thread', { workers: 0 }],
    ['in threads', { workers: 2, isolation: 'threads' }],
    ['in a process', { workers: 1 }],
  ])('examines nothing that is on them, within containers too: %s', async (how, options) => {
    const { result, records } = await scanned(`${how}.sqlite`, {
      knownGood: [known],
      alertHashes: [alerts],
      ...options,
    })
    checkRecords(records)
    checkSummary(result)
    for (const uri of ['Anne Exemple wanted.txt', 'all.zip!/inside/wanted.txt']) {
      const record = records.get(uri)
      expect(record).toMatchObject({ mediaType: 'application/octet-stream', pictures: [], fields: [], metadata: [] })
      expect(record?.sha256).toBe(hash('sha256', wanted, 'hex'))
      expect(record?.flags).toEqual([{ name: 'alert_hash', detail: 'sha1' }])
      // Its name alone was looked at, so that reports can mask it.
      expect(record?.findings.filter(({ origin }) => origin !== 'filename')).toEqual([])
    }
    expect(records.get('system.txt')).toMatchObject({ flags: [], findings: [], sizeBytes: system.length })
    expect(records.get('letter.txt')?.findings.length).toBeGreaterThan(0)
  })

  test('an alert within an archive that is itself known is still the archive that is known', async () => {
    const whole = join(work, 'whole.txt')
    const { records: all } = await scanned('without.sqlite', { workers: 0 })
    writeFileSync(whole, `${all.get('all.zip')?.sha256}\n`)
    const { records } = await scanned('whole.sqlite', { workers: 0, alertHashes: [whole] })
    expect(told(records).filter(([uri]) => String(uri).startsWith('all.zip'))).toEqual([
      ['all.zip', 'none', 'alert_hash'],
    ])
  })

  test('goes on with the same lists only, by what they hold and not by their names', async () => {
    const store = join(work, 'resumed.sqlite')
    const dump = [join(work, 'dump')]
    const first = await scan(dump, { store, workers: 0, knownGood: [known] })
    const copy = join(work, 'copy.csv')
    copyFileSync(known, copy)
    const second = await scan(dump, { store, workers: 0, knownGood: [copy] })
    expect(second.scan.digest).toBe(first.scan.digest)
    expect(second.progress.known).toBe(5)
    for (const options of [{}, { knownGood: [alerts] }, { knownGood: [known], alertHashes: [alerts] }]) {
      await expect(scan(dump, { store, workers: 0, ...options })).rejects.toMatchObject({ code: 'other_options' })
    }
  })
})

describe('the command', { timeout: 120_000 }, () => {
  const run = (...args: string[]) => cli(['scan', 'dump', '--workers', '0', ...args], { cwd: work })

  test('says before anything else that the finder should stop and report', async () => {
    const { code, stdout } = await run('--store', 'cli.sqlite', '--alert-hashes', alerts, '--known-good', known)
    expect(code).toBe(3)
    expect(stdout).toMatch(/^STOP: 2 files match the list of alert hashes\./)
    expect(stdout).toContain('report to the competent authority')
    expect(stdout).toContain('3 are known files (--known-good), and not examined.')
    const again = await cli(['report', 'cli.sqlite'], { cwd: work })
    expect(again.stdout).toMatch(/^STOP: /)
    expect(again.stdout).not.toContain('Anne Exemple')
    expect(
      (await run('--store', 'cli.sqlite', '--alert-hashes', alerts, '--known-good', known, '--fail-on', 'very_high'))
        .code,
    ).toBe(4)
  })

  test('ends with 0 where all that was not read is known', async () => {
    const { code, stdout } = await run('--store', 'known.sqlite', '--known-good', known)
    expect(code).toBe(0)
    expect(stdout).not.toMatch(/STOP|At least|could not be read/)
  })

  test('refuses what is no list, before anything is written', async () => {
    writeFileSync(join(work, 'garbage.txt'), 'these are\nno hashes\n')
    for (const [file, message] of [
      ['garbage.txt', 'line 1 of the list "garbage.txt" holds no MD5, SHA-1 or SHA-256'],
      ['nowhere.txt', 'there is no such file'],
    ] as const) {
      const { code, stdout, stderr } = await run('--store', 'refused.sqlite', '--alert-hashes', file)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain(message)
    }
    expect((await cli(['report', 'refused.sqlite'], { cwd: work })).code).toBe(2)
  })
})
