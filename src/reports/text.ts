import { printable } from '../core/escape.ts'
import type { Reporter, Summary } from '../core/result.ts'
import { severityLevels } from '../core/severity.ts'
import { readableSource } from '../core/source.ts'
import { columns } from './layout.ts'
import { isLowerBound, unreadCount } from './lower-bound.ts'
import { bytesText, counted, countText } from './numbers.ts'
import { causeWords, flagWords } from './words.ts'

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
    alert(summary),
    head(summary),
    kinds(summary),
    severityNote(summary),
    ledger(summary),
    entities(summary),
    people(summary),
    pictures(summary),
    flags(summary),
    forms(summary),
    tail(summary),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

/** Stands before everything else: what to do now is not to go on looking. */
function alert({ listed: { alerts } }: Summary): string {
  if (alerts === 0) return ''
  const what = alerts === 1 ? '1 file matches' : `${countText(alerts)} files match`
  return [
    `STOP: ${what} the list of alert hashes. leaksift did not open what matches, and counts it apart.`,
    'Do not open, copy or pass on these files. Stop working with this dump and report to the competent authority.',
    'Their paths and hashes: leaksift export STORE | grep \'"coverageCause":"alert_hash"\'',
  ].join('\n')
}

function head(summary: Summary): string {
  const { scan, records, bytes, duplicates, coverage, listed, notes } = summary
  const status = scan.status === 'running' ? 'not ended: it still runs, or was killed' : scan.status
  const when = scan.finishedAt === null ? '' : ` ${readableTime(scan.finishedAt)}`
  const lines = [`Scan of ${printable(readableSource(scan.source))}: ${status}${when}, leaksift ${scan.toolVersion}`]
  if (records === 0) return [...lines, 'No records.', ...notes].join('\n')
  const copies =
    duplicates > 0
      ? `; ${countText(duplicates)} of them ${duplicates === 1 ? 'is a copy' : 'are copies'} of another`
      : ''
  const size = `${counted(records, 'record', 'records')}, ${bytesText(bytes)}${copies}.`
  if (unreadCount(summary) === 0)
    lines.push(`${isLowerBound(summary) ? 'At least ' : ''}${size} Every one was read whole.`)
  else {
    const parts = `${countText(coverage.partial)} in part, ${countText(coverage.none - listed.knownGood)} not at all`
    lines.push(`At least ${size}`)
    lines.push(
      `${countText(unreadCount(summary))} could not be read whole (${parts}), so every count here is a lower bound.`,
    )
  }
  if (listed.knownGood > 0)
    lines.push(`${counted(listed.knownGood, 'is a known file', 'are known files')} (--known-good), and not examined.`)
  return [...lines, ...notes].join('\n')
}

/** `2019-06-04T10:00:00.000Z` → `2019-06-04 10:00:00 UTC`. */
function readableTime(time: string): string {
  return time.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC')
}

function kinds(summary: Summary): string {
  if (summary.kinds.length === 0) return ''
  const header = ['Kind of record', 'records', ...severityLevels.map((level) => level.replace('_', ' '))]
  const rows = summary.kinds.map(({ kind, records, bySeverity }) => [
    kind,
    countText(records),
    ...severityLevels.map((level) => dash(bySeverity[level])),
  ])
  const sums = ['all', countText(summary.records), ...severityLevels.map((level) => dash(summary.severity[level]))]
  return [columns([header, ...rows, sums]), ...unreadNote(summary)].join('\n')
}

/** Nobody may take what was not read for harmless. */
function unreadNote({ unread }: Summary): string[] {
  const counts = severityLevels.filter((level) => unread[level] > 0)
  if (counts.length === 0) return []
  const told = counts.map((level) => `${countText(unread[level])} of the ${level.replace('_', ' ')}`)
  return [`Not read at all: ${told.join(', ')}. Theirs is a floor, from the name alone: the content may be worse.`]
}

function severityNote({ context, records, scan }: Summary): string {
  if (records === 0) return ''
  const whose = { clinic: "a clinic's dump", general: 'a general dump' }[context] ?? 'a dump of no known kind yet'
  const stated = scan.options.circumstances
  const how = Array.isArray(stated) && stated.length > 0 ? `circumstances ${stated.join(', ')}` : 'no circumstances'
  return [
    `Severity is ENISA's SE = DPC × EI + CB of 2013, for ${whose} and ${how}.`,
    "ENISA scores a breach; applying it to single records is this program's own use of it.",
    'It does not say whether anybody must be notified.',
  ].join('\n')
}

function ledger(summary: Summary): string {
  if (unreadCount(summary) === 0) return ''
  const words: Readonly<Record<string, string>> = causeWords
  const causes = summary.causes.filter(({ cause }) => cause !== 'known_good')
  const rows = causes.map(({ cause, records }) => [cause, countText(records), words[cause] ?? ''])
  return columns([['Not read whole', 'records', ''], ...rows, ['all', countText(unreadCount(summary)), '']], 'texts')
}

function entities({ entities, records }: Summary): string {
  if (entities.length === 0) return records === 0 ? '' : 'No personal data was found.'
  const rows = entities.map(({ entityType, findings, records, distinct }) => [
    entityType,
    countText(findings),
    countText(records),
    countText(distinct),
  ])
  return columns([['Personal data', 'findings', 'records', 'different values'], ...rows])
}

function people({ people }: Summary): string {
  const found = [
    ['full names', people.names],
    ['e-mail addresses', people.emails],
    ['telephone numbers', people.phones],
    ['official, card and account numbers', people.officialNumbers],
  ] as const
  const rows = found.filter(([, count]) => count > 0).map(([what, count]) => [what, countText(count)])
  if (rows.length === 0) return ''
  const note = 'These are values, not people: one person may have several, and several may share one.'
  return `${columns([['People, by different', 'values'], ...rows])}\n${note}`
}

const shownWords = { anything: 'all', persons: 'with a person', faces: 'with a face' } as const

function pictures({ pictures }: Summary): string {
  if (pictures.length === 0) return ''
  const rows = pictures.map(({ shown, pictures: all, distinct }) => [
    shownWords[shown],
    countText(all),
    countText(distinct),
  ])
  return columns([['Still pictures looked at', 'pictures', 'different ones'], ...rows])
}

function flags({ flags }: Summary): string {
  if (flags.length === 0) return ''
  const rows = flags.map(({ flag, records }) => [printable(flag), countText(records), flagWords[flag] ?? ''])
  return columns([['Flag', 'records', ''], ...rows], 'texts')
}

/** What form the records come in, and the languages of those with text. */
function forms({ media, languages }: Summary): string {
  const line = (title: string, entries: readonly (readonly [string, number])[]) =>
    entries.length === 0
      ? []
      : [`${title}: ${entries.map(([name, count]) => `${name} ${countText(count)}`).join(', ')}`]
  return [
    ...line(
      'Media',
      media.map(({ medium, records }) => [medium, records]),
    ),
    ...line(
      'Languages',
      languages.map(({ language, records }) => [language, records]),
    ),
  ].join('\n')
}

function tail({ scan, values }: Summary): string {
  const lines: string[] = []
  if (values === 'clear')
    lines.push(
      'This store holds the values it found IN CLEAR, as was asked for: it is as sensitive as the dump itself.',
    )
  if (values === 'sealed') lines.push('This store holds the values it found sealed under a passphrase.')
  if (scan.digest) lines.push(`Digest ${scan.digest}`)
  return lines.join('\n')
}

/** What to type next, with the store's name as a shell takes it. */
export function nextSteps(summary: Summary, store: string): string {
  if (summary.records === 0) return 'Nothing to look at.'
  const name = shellWord(store)
  const steps = [
    [`leaksift report ${name} --format csv`, 'one line a record, for a spreadsheet'],
    [`leaksift show ${name} PATH`, 'one record: what was found, and why it scores as it does'],
  ]
  if (summary.causes.length > 0) {
    steps.push([`leaksift export ${name} | grep -v '"coverage":"full"'`, 'the ledger: what was not read whole'])
  }
  return `Look further:\n${columns(steps, 'left')}`
}

function shellWord(word: string): string {
  if (/^[\w./:@%+,-]+$/.test(word)) return word.startsWith('-') ? `./${word}` : word
  return `'${printable(word).replaceAll("'", "'\\''")}'`
}

function dash(count: number): string {
  return count === 0 ? '·' : countText(count)
}
