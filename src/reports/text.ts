import { printable } from '../core/escape.ts'
import type { Reporter, Summary } from '../core/result.ts'
import { severityLevels } from '../core/severity.ts'
import { readableSource } from '../core/source.ts'
import { columns } from './layout.ts'
import { bytesText, countText } from './numbers.ts'

/** The summary for a person at a terminal. */
export const textReport: Reporter = Object.freeze({
  id: 'text',
  title: 'a summary to read',
  render(summary, _records, write) {
    write(`${summaryText(summary)}\n`)
  },
} satisfies Reporter)

/** The whole summary; every count from the store, nothing rounded but bytes. */
export function summaryText(summary: Summary): string {
  const parts = [
    head(summary),
    kinds(summary),
    severityNote(summary),
    coverage(summary),
    entities(summary),
    people(summary),
    flags(summary),
    tail(summary),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function head({ scan, records, bytes, duplicates, coverage }: Summary): string {
  const open = coverage.partial + coverage.none
  const least = open > 0 ? 'At least ' : ''
  const same = duplicates > 0 ? `, ${countText(duplicates)} of them copies of another` : ''
  const lines = [
    `Scan of ${printable(readableSource(scan.source))} (${scan.status})`,
    `${least}${countText(records)} records, ${bytesText(bytes)}${same}`,
  ]
  return lines.join('\n')
}

function kinds(summary: Summary): string {
  if (summary.kinds.length === 0) return ''
  const header = ['Kind', 'records', ...severityLevels.map((level) => level.replace('_', ' '))]
  const rows = summary.kinds.map(({ kind, records, bySeverity }) => [
    kind,
    countText(records),
    ...severityLevels.map((level) => dash(bySeverity[level])),
  ])
  const sums = ['all', countText(summary.records), ...severityLevels.map((level) => dash(summary.severity[level]))]
  return columns([header, ...rows, sums])
}

function severityNote({ context }: Summary): string {
  return [
    `Severity: ENISA's method of 2013 (SE = DPC × EI + CB), taken as ${context === 'clinic' ? "a clinic's dump" : 'a general dump'}. ENISA scores a breach; applying it`,
    "to single records is this program's own use. It does not say whether anybody must be notified.",
  ].join('\n')
}

function coverage({ coverage, causes }: Summary): string {
  const open = coverage.partial + coverage.none
  if (open === 0) return 'Every record was read whole.'
  const rows = causes.map(({ cause, records }) => [cause, countText(records)])
  return [
    `Not read whole: ${countText(open)} records (${countText(coverage.partial)} in part, ${countText(coverage.none)} not at all), so every count here is a lower bound.`,
    columns(rows),
  ].join('\n')
}

function entities({ entities }: Summary): string {
  if (entities.length === 0) return 'No personal data was found in text or metadata.'
  const rows = entities.map(({ entityType, findings, records, distinct }) => [
    entityType,
    countText(findings),
    countText(records),
    countText(distinct),
  ])
  return columns([['Personal data', 'findings', 'records', 'distinct'], ...rows])
}

function people({ people }: Summary): string {
  const found = [
    [people.names, 'names'],
    [people.emails, 'e-mail addresses'],
    [people.phones, 'telephone numbers'],
    [people.officialNumbers, 'official numbers'],
  ] as const
  const told = found.filter(([count]) => count > 0).map(([count, what]) => `${countText(count)} different ${what}`)
  return told.length === 0
    ? ''
    : `People: ${told.join(', ')}. Different values, not people: one person may have several, and several may share one.`
}

function flags({ flags }: Summary): string {
  if (flags.length === 0) return ''
  return columns([['Flag', 'records'], ...flags.map(({ flag, records }) => [flag, countText(records)])])
}

function tail({ scan, values, notes }: Summary): string {
  const lines = [...notes]
  if (values === 'clear')
    lines.push(
      'This store holds the values it found IN CLEAR, as was asked for: it is as sensitive as the dump itself.',
    )
  if (scan.digest) lines.push(`Digest ${scan.digest}`)
  return lines.join('\n')
}

function dash(count: number): string {
  return count === 0 ? '·' : countText(count)
}
