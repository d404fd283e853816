import { describe, expect, test } from 'vitest'
import { coverageCauses } from '../../src/core/problem.ts'
import type { Summary } from '../../src/core/result.ts'
import { unionUri } from '../../src/core/source.ts'
import { nextSteps, summaryText } from '../../src/reports/text.ts'
import { causeWords } from '../../src/reports/words.ts'
import { summaryOf } from '../support/stored.ts'

const open: Partial<Summary> = {
  records: 1_200,
  duplicates: 2,
  kinds: [
    { kind: 'other', records: 1_000, bySeverity: { low: 990, medium: 10, high: 0, very_high: 0 } },
    { kind: 'invoice', records: 200, bySeverity: { low: 0, medium: 0, high: 50, very_high: 150 } },
  ],
  severity: { low: 990, medium: 10, high: 50, very_high: 150 },
  coverage: { full: 1_100, partial: 60, none: 40 },
  causes: [
    { cause: 'unsupported_type', records: 70 },
    { cause: 'encrypted', records: 30 },
  ],
}

/** The rows of the table that begins with a title, each as its words. */
function table(text: string, title: string): string[][] {
  const lines = text.split('\n')
  const from = lines.findIndex((line) => line.startsWith(`  ${title}`))
  const rows = lines.slice(from)
  const end = rows.findIndex((line) => !line.startsWith('  '))
  return rows.slice(0, end < 0 ? undefined : end).map((line) => line.trim().split(/ {2,}/))
}

describe('the summary as text', () => {
  test('of a scan that read everything claims no lower bound', () => {
    const text = summaryText(summaryOf())
    expect(text).toMatch(
      /^Scan of \/srv\/bucket: finished 2024-03-05 10:20:30 UTC, leaksift 1\.2\.3\n3 records, 1\.2 MB\. Every one was read whole\.\n/,
    )
    expect(text).not.toMatch(/at least|lower bound|not read whole/i)
    expect(text).toContain('No personal data was found.')
    expect(text).toMatch(new RegExp(`^Digest ${'cd'.repeat(32)}$`, 'm'))
  })

  test('says "at least" while anything is open, and names each cause in plain words', () => {
    const text = summaryText(summaryOf(open))
    expect(text).toMatch(/^At least 1,200 records, 1\.2 MB; 2 of them are copies of another\.$/m)
    expect(text).toMatch(
      /^100 could not be read whole \(60 in part, 40 not at all\), so every count here is a lower bound\.$/m,
    )
    expect(table(text, 'Not read whole')).toEqual([
      ['Not read whole', 'records'],
      ['unsupported_type', '70', causeWords.unsupported_type],
      ['encrypted', '30', causeWords.encrypted],
      ['all', '100'],
    ])
  })

  test('counts that add up: kinds to all records, levels to each kind', () => {
    const [header, ...rows] = table(summaryText(summaryOf(open)), 'Kind of record')
    expect(header).toEqual(['Kind of record', 'records', 'low', 'medium', 'high', 'very high'])
    const numbers = rows.map((row) => row.slice(1).map((cell) => (cell === '·' ? 0 : Number(cell.replaceAll(',', '')))))
    for (const [all = 0, ...levels] of numbers) expect(levels.reduce((sum, count) => sum + count, 0)).toBe(all)
    const sums = numbers.at(-1)
    expect(sums).toEqual(sums?.map((_, at) => numbers.slice(0, -1).reduce((sum, row) => sum + (row[at] ?? 0), 0)))
  })

  test('what was not read is not taken for harmless', () => {
    const text = summaryText(summaryOf({ ...open, unread: { low: 38, medium: 0, high: 2, very_high: 0 } }))
    expect(text).toContain('Not read at all: 38 of the low, 2 of the high. Theirs is a floor')
    expect(summaryText(summaryOf())).not.toContain('floor')
  })

  test('columns stand under each other, numbers at the right', () => {
    const lines = summaryText(summaryOf(open)).split('\n')
    const from = lines.findIndex((line) => line.includes('Kind of record'))
    const widths = lines.slice(from, from + 4).map((line) => [...line].length)
    expect(new Set(widths).size).toBe(1)
  })

  test.each<[Partial<Summary>, RegExp]>([
    [{ duplicates: 1 }, /; 1 of them is a copy of another\./],
    [{ records: 1, kinds: [] }, /^1 record, /m],
    [{ context: 'clinic' }, /for a clinic's dump and circumstances unknown-recipients\./],
    [{ context: 'not decided yet' }, /for a dump of no known kind yet and/],
    [{ scan: { ...summaryOf().scan, options: { circumstances: [] } } }, /for a general dump and no circumstances\./],
    [{ values: 'clear' }, /IN CLEAR/],
    [{ values: 'sealed' }, /sealed under a passphrase/],
    [{ scan: { ...summaryOf().scan, source: unionUri(['file:///a', 'file:///b%0Ac']) } }, /^Scan of \/a, \/b\\x0ac:/],
    [{ languages: [] }, /^Media: document 3$/m],
  ])('%j', (more, says) => {
    expect(summaryText(summaryOf(more))).toMatch(says)
  })

  test('of a scan that is not finished says so before any number means anything', () => {
    for (const status of ['interrupted', 'failed', 'running'] as const) {
      const scan = { ...summaryOf().scan, status, digest: null, finishedAt: null }
      const note = `The scan is not finished (${status}): every count is of what was read until now.`
      const text = summaryText(summaryOf({ scan, notes: [note] }))
      const [title, count, third] = text.split('\n')
      expect(title).toContain(status === 'running' ? 'not ended' : status)
      expect(count).toMatch(/^At least 3 records/)
      expect(third).toBe(note)
      expect(text.split(note)).toHaveLength(2)
      expect(text).not.toContain('Digest')
    }
  })

  test('of nothing is short', () => {
    const text = summaryText(
      summaryOf({
        records: 0,
        bytes: 0,
        kinds: [],
        media: [],
        languages: [],
        coverage: { full: 0, partial: 0, none: 0 },
      }),
    )
    expect(text.split('\n').filter(Boolean)).toHaveLength(3)
    expect(text).toContain('No records.')
  })

  test('people are told as values, never as a number of people', () => {
    const text = summaryText(summaryOf({ people: { names: 12, emails: 1_000, phones: 0, officialNumbers: 3 } }))
    expect(table(text, 'People')).toEqual([
      ['People, by different', 'values'],
      ['full names', '12'],
      ['e-mail addresses', '1,000'],
      ['official, card and account numbers', '3'],
    ])
    expect(text).toContain('These are values, not people')
    expect(text).not.toMatch(/\d people/)
  })

  test('pictures are told apart from files', () => {
    const pictures = [
      { shown: 'anything', pictures: 1_200, distinct: 900 },
      { shown: 'faces', pictures: 30, distinct: 20 },
    ] as const
    expect(table(summaryText(summaryOf({ pictures })), 'Still pictures')).toEqual([
      ['Still pictures looked at', 'pictures', 'different ones'],
      ['all', '1,200', '900'],
      ['with a face', '30', '20'],
    ])
    expect(summaryText(summaryOf())).not.toContain('Still pictures')
  })

  test('personal data and flags: how often, in how many records', () => {
    const text = summaryText(
      summaryOf({
        entities: [{ entityType: 'EMAIL_ADDRESS', findings: 1_234, records: 56, distinct: 7 }],
        flags: [
          { flag: 'gps', records: 4 },
          { flag: 'not known here', records: 1 },
        ],
      }),
    )
    expect(table(text, 'Personal data')[1]).toEqual(['EMAIL_ADDRESS', '1,234', '56', '7'])
    expect(table(text, 'Flag')).toEqual([
      ['Flag', 'records'],
      ['gps', '4', 'says where it was taken'],
      ['not known here', '1'],
    ])
  })

  test('every cause has words of its own', () => {
    expect(Object.keys(causeWords).sort()).toEqual([...coverageCauses].sort())
    expect(new Set(Object.values(causeWords)).size).toBe(coverageCauses.length)
  })
})

describe('how to look further', () => {
  test('names commands that can be typed', () => {
    const text = nextSteps(summaryOf(open), 'case 17.sqlite')
    expect(text).toContain("leaksift show 'case 17.sqlite' PATH")
    expect(text).toContain("leaksift export 'case 17.sqlite' | grep -v")
    expect(nextSteps(summaryOf(), 'leak.sqlite')).not.toContain('grep')
    expect(nextSteps(summaryOf({ records: 0 }), 'leak.sqlite')).not.toContain('leaksift')
  })

  test.each([
    ['-x.sqlite', ' ./-x.sqlite '],
    ["it's", " 'it'\\''s' "],
    ['$(reboot)', " '$(reboot)' "],
    ['a\u001bb', " 'a\\x1bb' "],
  ])('%j is written for a shell as%s', (store, written) => {
    expect(nextSteps(summaryOf(), store)).toContain(written)
  })
})
