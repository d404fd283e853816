import { printable } from '../core/escape.ts'
import type { StoredField, StoredFinding, StoredMetadata, StoredRecord } from '../core/result.ts'
import { columns } from './layout.ts'
import { bytesText, counted, countText } from './numbers.ts'
import { causeWords, flagWords } from './words.ts'

type Undigested<Value> = Omit<Value, 'digest'>

/** A record as a page tells it: as a store gives it out, or as it was just examined. */
export interface RecordView
  extends Omit<StoredRecord, 'id' | 'parentId' | 'duplicateOf' | 'findings' | 'fields' | 'metadata'> {
  /** The uri of what it lies in, where it lies in something. */
  readonly parent: string | null
  /** The uri of the record that it is a copy of. */
  readonly copyOf: string | null
  readonly findings: readonly Undigested<StoredFinding>[]
  readonly fields: readonly Undigested<StoredField>[]
  readonly metadata: readonly Undigested<StoredMetadata>[]
}

/** One record for a person to read: what it is and why, how the score came about, what was found. */
export function recordPage(record: RecordView): string {
  const blocks = [
    [printable(record.uri), inColumns(about(record))].join('\n'),
    titled("Score: ENISA's SE = DPC × EI + CB, this program's own use of it for one record", score(record)),
    titled(...table(record)),
    titled('Fields', inColumns(record.fields.map(fieldRow))),
    titled('Findings', findings(record)),
    titled('Metadata', inColumns(record.metadata.map(metadataRow))),
    titled('Flags', inColumns(record.flags.map(flagRow))),
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

function about(record: RecordView): string[][] {
  const { kind, kindConfidence, kindBecause, mediaType, medium, sizeBytes, language, parent, copyOf } = record
  return [
    [
      'kind',
      `${kind}, ${kindConfidence.toFixed(2)} sure: ${kindBecause.map(printable).join(', ') || 'no reason kept'}`,
    ],
    [
      'type',
      [mediaType, medium, bytesText(sizeBytes), ...(language === null ? [] : [`language ${language}`])].join(', '),
    ],
    [
      'severity',
      `${record.severity.replace('_', ' ')}${record.coverage === 'none' ? ' at least: its content was not read' : ''}`,
    ],
    ...coverageRows(record),
    ...(parent === null ? [] : [['lies in', printable(parent)]]),
    ...(copyOf === null ? [] : [['copy of', printable(copyOf)]]),
    ['changed', record.modifiedAt ?? 'unknown'],
    ['sha-256', record.sha256 ?? 'unknown: not all of its bytes were read'],
  ]
}

function coverageRows({ coverage, coverageCause, problems }: RecordView): string[][] {
  if (coverageCause === null) return [['read', 'whole']]
  const how = coverage === 'none' ? 'not at all' : 'in part'
  return [
    ['read', `${how}: ${coverageCause}, ${causeWords[coverageCause]}`],
    ...problems.filter(isObject).map((problem) => ['', `${String(problem.by)}: ${printable(String(problem.message))}`]),
  ]
}

function score({ explanation, severityScore, dpc, ei, cb }: RecordView): string {
  const terms = isObject(explanation) ? explanation : {}
  const row = (name: string, value: number, term: unknown, group: string) => {
    const own = isObject(term) ? term : {}
    const because = Array.isArray(own.because) ? own.because.map(String).join('; ') : ''
    const before = typeof own[group] === 'string' ? `${own[group].replaceAll('_', ' ')}: ` : ''
    return [name, String(value), printable(`${before}${because || 'nothing stated'}`)]
  }
  const notes = Array.isArray(terms.notes) ? terms.notes.map((note) => ['note', '', printable(String(note))]) : []
  const table = inColumns([
    ['SE', String(severityScore), `= ${dpc} × ${ei} + ${cb}`],
    row('DPC', dpc, terms.dpc, 'category'),
    row('EI', ei, terms.ei, 'family'),
    row('CB', cb, terms.cb, ''),
    ...notes,
  ])
  return table.includes('†') ? `${table}\n  † a cell of the table in this project's own reading` : table
}

/** What a table holds, column by column. */
function table({ table: profile }: RecordView): [title: string, body: string] {
  if (!profile) return ['', '']
  const { rows, personRows, columns: all } = profile
  const title = `Table: ${counted(rows, 'row', 'rows')}, ${countText(personRows)} with a person`
  const lines = all.map(({ name, type, entityType, share, filled, distinct, examples }) => [
    printable(name),
    type,
    entityType === null ? '' : `${entityType} ${Math.round(100 * share)} %`,
    `${countText(filled)} filled`,
    `${countText(distinct)} different`,
    printable(examples.join(' | ')),
  ])
  return [title, inColumns(lines)]
}

function fieldRow(field: RecordView['fields'][number]): string[] {
  return [field.name, shown(field), field.confidence.toFixed(2), where(field.location)]
}

function metadataRow(entry: RecordView['metadata'][number]): string[] {
  return [printable(entry.name), shown(entry)]
}

function flagRow({ name, detail }: RecordView['flags'][number]): string[] {
  return [name, [flagWords[name] ?? '', printable(detail ?? '')].filter((part) => part !== '').join(': ')]
}

/** Each finding with the steps that led to it below. */
function findings({ findings: all }: RecordView): string {
  if (all.length === 0) return ''
  const lines = inColumns(
    all.map((finding) => [
      finding.entityType,
      shown(finding),
      finding.confidence.toFixed(2),
      `${finding.origin} ${where(finding.location)}`,
      ...(finding.cells > 1 ? [`${countText(finding.cells)} cells, ${countText(finding.distinct)} different`] : []),
      ...(finding.role === null ? [] : [finding.role]),
    ]),
  ).split('\n')
  return lines.flatMap((line, at) => [line, ...stepLines(all[at]?.evidence)]).join('\n')
}

function stepLines(evidence: unknown): string[] {
  if (!Array.isArray(evidence)) return []
  return evidence
    .filter(isObject)
    .map(
      ({ step, note, confidence }) =>
        `      ${printable(String(step))}: ${printable(String(note))} → ${Number(confidence).toFixed(2)}`,
    )
}

function shown({ value, masked }: { readonly value: string | null; readonly masked: string }): string {
  return printable(value ?? masked)
}

/** `{"unit":"page","page":2,"offset":130,"length":14}` → `page 2 at 130`. */
function where(location: unknown): string {
  if (!isObject(location)) return ''
  if (location.unit === 'column') return `column ${printable(String(location.name))} from row ${String(location.row)}`
  const named = ['page', 'part', 'name'].filter((name) => location[name] !== undefined)
  const unit = named.map((name) => `${name === 'page' ? 'page ' : ''}${printable(String(location[name]))}`).join(' ')
  return `${unit}${location.offset === undefined ? '' : `${unit === '' ? '' : ' '}at ${String(location.offset)}`}`
}

/** Whatever a cell holds, it speaks to no terminal; what was made safe before stays as it is. */
function inColumns(rows: readonly (readonly string[])[]): string {
  return columns(
    rows.map((row) => row.map(printable)),
    'left',
  )
}

function titled(title: string, body: string): string {
  return body === '' ? '' : `${title}\n${body}`
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
