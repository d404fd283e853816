import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  detect,
  inspect,
  openStore,
  type Progress,
  type ScanOptionsInput,
  SourceError,
  StoreError,
  scan,
  severityLevels,
  version,
} from '../src/index.ts'
import { makeSmallDump, secrets } from './support/small-dump.ts'

const work = mkdtempSync(join(tmpdir(), 'leaksift-library-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const dump = join(work, 'dump')
beforeAll(() => void makeSmallDump(dump))

const options = (store: string, more: ScanOptionsInput = {}): ScanOptionsInput => ({
  store: join(work, store),
  workers: 0,
  ...more,
})

describe('the library', () => {
  test('scans, and opens the store to be read', async () => {
    const seen: Progress[] = []
    const totals: unknown[] = []
    const {
      scan: done,
      progress,
      summary,
    } = await scan([dump], options('scan.sqlite'), {
      onProgress: (now) => void seen.push(now),
      onTotal: (total) => void totals.push(total),
    })
    expect(done).toMatchObject({
      status: 'finished',
      toolVersion: version,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(progress).toMatchObject({ phase: 'finishing', entries: 6, records: 6, incomplete: 2, known: 0 })
    expect(seen.map(({ phase }) => phase)).toContain('examining')
    expect(totals.length).toBeLessThanOrEqual(1)
    expect(summary.records).toBe(6)

    await using store = await openStore(join(work, 'scan.sqlite'))
    expect((await store.summary()).scan.digest).toBe(done.digest)
    const records = [...store.records()]
    expect(records.map(({ uri }) => uri)).toEqual([
      'copy of invoice.txt',
      'cut.png',
      'invoice.txt',
      'noise.bin',
      'note.txt',
      expect.stringMatching(/^patients\/.*\/letter\.txt$/),
    ])
    for (const record of records) {
      expect(severityLevels).toContain(record.severity)
      expect([...record.findings, ...record.fields].filter(({ value }) => value !== null)).toEqual([])
    }
    expect(JSON.stringify(records)).not.toContain(secrets[1])
  })

  test('what it told of progress stays as it was told', async () => {
    const seen: Progress[] = []
    await scan([dump], options('pictures.sqlite'), { onProgress: (now) => void seen.push(now) })
    const [first, last] = [seen[0], seen.at(-1)]
    expect(first?.phase).toBe('examining')
    expect(last?.phase).toBe('finishing')
    expect(first?.kinds).not.toBe(last?.kinds)
  })

  test('a signal ends a scan, and the next one goes on', async () => {
    const control = new AbortController()
    control.abort()
    const stopped = await scan([dump], options('signal.sqlite'), { signal: control.signal })
    expect(stopped.scan).toMatchObject({ status: 'interrupted', digest: null })
    expect(stopped.summary.records).toBe(0)
    const whole = await scan([dump], options('signal.sqlite'))
    const undisturbed = await scan([dump], options('undisturbed.sqlite'))
    expect(whole.scan.digest).toBe(undisturbed.scan.digest)
    const again = await scan([dump], options('signal.sqlite'))
    expect(again.progress).toMatchObject({ entries: 6, known: 6, records: 0 })
  })

  test('a signal in the midst of it loses nothing that was written', async () => {
    const control = new AbortController()
    const stopped = await scan([dump], options('midst.sqlite'), {
      signal: control.signal,
      onProgress: () => control.abort(),
    })
    expect(stopped.scan.status).toBe('interrupted')
    expect(stopped.summary.records).toBe(stopped.progress.records)
  })

  test('keeps a store in memory where asked', async () => {
    const { summary } = await scan([dump], { store: 'memory:', workers: 0 })
    expect(summary.records).toBe(6)
    expect(existsSync('memory:')).toBe(false)
  })

  test('finds personal data in a text', () => {
    const text = `Réf. 😀: ${secrets[1]}`
    const findings = detect(text)
    expect(findings).toMatchObject([
      { entityType: 'EMAIL_ADDRESS', value: secrets[1], offset: 8, length: secrets[1].length },
    ])
    expect(detect(text, { entities: ['IBAN_CODE'] })).toEqual([])
    expect(detect(text, { minConfidence: 1 })).toEqual([])
    expect(detect('')).toEqual([])
  })

  test('inspects one file, without a store', async () => {
    const [own, ...inside] = await inspect(join(dump, 'invoice.txt'))
    expect(own).toMatchObject({ uri: 'invoice.txt', mediaType: 'text/plain', coverage: 'full', parentUri: null })
    expect(own?.findings.map(({ value }) => value)).toContain(secrets[1])
    expect(inside).toEqual([])
  })

  test('says what is wrong by the kind of error', async () => {
    await expect(scan([join(work, 'nowhere')], options('x.sqlite'))).rejects.toBeInstanceOf(SourceError)
    await expect(inspect(dump)).rejects.toBeInstanceOf(SourceError)
    await expect(openStore(join(work, 'nowhere.sqlite'))).rejects.toMatchObject({ name: 'StoreError', code: 'missing' })
    await expect(openStore(join(work, 'nowhere.sqlite'))).rejects.toBeInstanceOf(StoreError)
    await expect(scan([dump], options('x.sqlite', { workers: 1.5 }))).rejects.toMatchObject({ name: 'ZodError' })
    // @ts-expect-error an option of another program
    await expect(scan([dump], options('x.sqlite', { recursive: true }))).rejects.toMatchObject({ name: 'ZodError' })
  })

  test('a failing listener fails the scan, and the store can be gone on with', async () => {
    const listening = scan([dump], options('listener.sqlite'), {
      onProgress() {
        throw new Error('not today')
      },
    })
    await expect(listening).rejects.toThrow('not today')
    const { scan: done } = await scan([dump], options('listener.sqlite'))
    expect(done.status).toBe('finished')
  })
})
