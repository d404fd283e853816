import { parquetReadObjects } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import type { Reporter, StoredRecord } from '../../src/core/result.ts'
import { recordPage } from '../../src/reports/record-page.ts'
import { exports, reports } from '../../src/reports/registry.ts'
import { storedFinding, storedRecord, summaryOf } from '../support/stored.ts'

/** Everything that a reporter writes, as bytes. */
async function written(id: string, records: readonly StoredRecord[] = [], summary = summaryOf()): Promise<Buffer> {
  const reporter = [...reports, ...exports].find((one: Reporter) => one.id === id)
  const pieces: Buffer[] = []
  await reporter?.render(
    summary,
    () => records,
    (piece) => void pieces.push(Buffer.from(piece)),
  )
  return Buffer.concat(pieces)
}

const records: readonly StoredRecord[] = [
  storedRecord({
    findings: [storedFinding(), storedFinding({ entityType: 'EMAIL_ADDRESS' }), storedFinding()],
    flags: [
      { name: 'gps', detail: null },
      { name: 'encrypted', detail: null },
    ],
  }),
  storedRecord({
    id: 2,
    uri: '=cmd|calc "quoted", \u001b[2J\n.txt',
    parentId: 1,
    duplicateOf: 1,
    sizeBytes: 5_000_000_000,
    language: null,
    modifiedAt: null,
    sha256: null,
    coverage: 'none',
    coverageCause: 'encrypted',
    findings: [],
    flags: [],
  }),
]

describe('the registry', () => {
  test('names each format once', () => {
    for (const list of [reports, exports]) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
  })
})

describe('JSON', () => {
  test('is one object with its version, and says whether its counts are lower bounds', async () => {
    const whole = JSON.parse((await written('json')).toString())
    expect(whole).toEqual({ report: 1, lowerBound: false, ...summaryOf() })
    const summary = summaryOf({ coverage: { full: 2, partial: 1, none: 0 } })
    expect(JSON.parse((await written('json', [], summary)).toString())).toMatchObject({ lowerBound: true })
    const running = summaryOf({ scan: { ...summaryOf().scan, status: 'interrupted' } })
    expect(JSON.parse((await written('json', [], running)).toString())).toMatchObject({ lowerBound: true })
  })
})

describe('CSV', () => {
  test('is a header and one line a record, by RFC 4180', async () => {
    const text = (await written('csv', records)).toString()
    const lines = text.split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[3]).toBe('')
    const header = lines[0]?.split(',') ?? []
    expect(header.slice(0, 3)).toEqual(['uri', 'kind', 'kind_confidence'])
    const first = Object.fromEntries((lines[1]?.split(',') ?? []).map((cell, at) => [header[at], cell]))
    expect(first).toMatchObject({
      uri: 'patients/devis.pdf',
      severity: 'very_high',
      findings: '3',
      entity_types: 'EMAIL_ADDRESS PERSON',
      flags: 'encrypted gps',
      is_duplicate: 'false',
    })
  })

  test('no cell is a formula, ends its line or speaks to a terminal', async () => {
    const text = (await written('csv', records)).toString()
    expect(text).toContain('"\'=cmd|calc ""quoted"", \\x1b[2J\\x0a.txt"')
    for (const sign of ['=', '+', '-', '@', '\t', '\r', '＝']) {
      const [, line = ''] = (await written('csv', [storedRecord({ uri: `${sign}1` })])).toString().split('\r\n')
      expect(line).toMatch(/^('|\\x)/)
    }
  })

  test('empty cells stand for what is unknown', async () => {
    const [, , line = ''] = (await written('csv', records)).toString().split('\r\n')
    expect(line).toMatch(/,,,none,encrypted,/)
    expect(line).toMatch(/,true,$/)
  })
})

describe('NDJSON', () => {
  test('is every record whole, a line each', async () => {
    const lines = (await written('ndjson', records)).toString().trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(records)))
  })

  test('holds no sign that speaks to a terminal, and reads back the same', async () => {
    const uri = 'a\u001b\u009b\u202e\u2028\u0000b'
    const text = (await written('ndjson', [storedRecord({ uri })])).toString()
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/)
    expect(JSON.parse(text).uri).toBe(uri)
  })

  test('canonical: equal for equal scans, whatever ids, times and keys they had', async () => {
    const other = records.map((record) => ({
      ...record,
      id: record.id + 100,
      parentId: record.parentId && record.parentId + 100,
      duplicateOf: record.duplicateOf && record.duplicateOf + 100,
      modifiedAt: '1999-01-01T00:00:00.000Z',
      findings: record.findings.map((finding) => ({ ...finding, digest: 'of another key' })),
      fields: record.fields.map((field) => ({ ...field, digest: 'of another key' })),
      metadata: record.metadata.map((entry) => ({ ...entry, digest: 'of another key' })),
    }))
    const [one, two] = [await written('ndjson-canonical', records), await written('ndjson-canonical', other)]
    expect(one.equals(two)).toBe(true)
    const [, second] = one.toString().split('\n')
    expect(JSON.parse(second ?? '')).toMatchObject({ parent: 'patients/devis.pdf', duplicateOf: 'patients/devis.pdf' })
  })

  test('canonical: differs where anything that was found differs', async () => {
    const one = await written('ndjson-canonical', records)
    const changed = records.map((record) => ({ ...record, findings: record.findings.slice(1) }))
    expect(one.equals(await written('ndjson-canonical', changed))).toBe(false)
  })
})

describe('Parquet', () => {
  const rows = async (all: readonly StoredRecord[]) => {
    const bytes = await written('parquet', all)
    return parquetReadObjects({ file: new Uint8Array(bytes).buffer })
  }

  test('reads back as the rows of the CSV, with numbers as numbers', async () => {
    const [first, second] = await rows(records)
    expect(first).toMatchObject({
      uri: 'patients/devis.pdf',
      size_bytes: 12_345n,
      severity_score: 4.5,
      findings: 3,
      entity_types: 'EMAIL_ADDRESS PERSON',
      is_duplicate: false,
    })
    expect(second).toMatchObject({ uri: records[1]?.uri, size_bytes: 5_000_000_000n, is_duplicate: true })
    expect(second?.language ?? null).toBeNull()
    expect(second?.sha256 ?? null).toBeNull()
  })

  test('holds more rows than one group', async () => {
    const many = Array.from({ length: 25_001 }, (_, id) => storedRecord({ id, uri: `f${id}`, findings: [] }))
    const read = await rows(many)
    expect(read).toHaveLength(25_001)
    expect(read.at(-1)).toMatchObject({ uri: 'f25000' })
  })

  test('of no records is a file all the same', async () => {
    expect(await rows([])).toEqual([])
  })
})

/** The same record with a telling text in place of every text that it holds, at whatever depth. */
function poisoned(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text
  if (Array.isArray(value)) return value.map((one) => poisoned(one, text))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, poisoned(member, text)]))
}

describe.each([
  ['an escape sequence', '\u001b]0;title\u0007\u001b[2Jx'],
  ['a turned direction', 'x\u202egpj.exe\u2066'],
  ['a line break', 'x\r\nSeverity: none'],
  ['C1 controls', '\u009b2J\u0085x'],
  ['a formula', "=cmd|'/C calc'!A0"],
  ['a formula behind a semicolon', 'x;=HYPERLINK("http://x")'],
])('names that hold %s', (_what, text) => {
  // Names of kinds, levels and causes are words of ours; anything else may come from the dump.
  const { kind, severity, coverage, coverageCause } = storedRecord({ coverageCause: 'encrypted', coverage: 'partial' })
  const hostile = {
    ...(poisoned(
      storedRecord({ flags: [{ name: 'gps', detail: 'x' }], problems: [{ by: 'x', message: 'x' }] }),
      text,
    ) as StoredRecord),
    ...{ kind, severity, coverage, coverageCause },
  }

  test.each(['csv', 'ndjson', 'ndjson-canonical'])('speak to nobody in %s', async (id) => {
    const out = (await written(id, [hostile])).toString()
    expect(out.replaceAll('\r\n', '').replaceAll('\n', '')).not.toMatch(
      /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
    )
    expect(out.trimEnd().split('\n')).toHaveLength(id === 'csv' ? 2 : 1)
    // Bare, a formula would begin the line, or stand behind a semicolon that nothing quotes.
    if (id === 'csv') expect(out.split('\r\n')[1]).not.toMatch(/^=|^[^"]*;=/)
  })

  test('speak to nobody on the page of a record', () => {
    const page = recordPage({ ...hostile, parent: text, copyOf: text })
    expect(page.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    expect(page).not.toMatch(/^Severity: none/m)
  })

  test('speak to nobody in the summary', async () => {
    const scan = { ...summaryOf().scan, source: `file:///${encodeURIComponent(text.replaceAll('/', ''))}` }
    const out = (await written('text', [], summaryOf({ scan, flags: [{ flag: text, records: 1 }] }))).toString()
    expect(out.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    expect(out).not.toMatch(/^Severity: none/m)
  })
})
