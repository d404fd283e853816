import { printable } from '../core/escape.ts'
import type { StoredRecord, StoredValue } from '../core/result.ts'
import { columns } from './layout.ts'
import { bytesText } from './numbers.ts'

/** One record for a person to read: what it is and why, what was found, how the score came about. */
export function recordPage(record: StoredRecord): string {
  const blocks = [
    printable(record.uri),
    columns(about(record), 'left'),
    titled('Score', columns(scoreRows(record.explanation), 'left')),
    titled(
      'Fields',
      columns(
        record.fields.map((field) => [field.name, shown(field), field.confidence.toFixed(2), where(field.location)]),
        'left',
      ),
    ),
    titled('Findings', columns(record.findings.flatMap(findingRows), 'left')),
    titled(
      'Metadata',
      columns(
        record.metadata.map((entry) => [entry.name, printable(entry.value ?? entry.masked)]),
        'left',
      ),
    ),
    titled(
      'Flags',
      columns(
        record.flags.map(({ name, detail }) => [name, printable(detail ?? '')]),
        'left',
      ),
    ),
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

function about(record: StoredRecord): string[][] {
  const { kind, kindConfidence, kindBecause, coverage, coverageCause, problems } = record
  return [
    ['kind', `${kind} (${kindConfidence.toFixed(2)})${kindBecause.length > 0 ? `: ${kindBecause.join(', ')}` : ''}`],
    [
      'type',
      `${record.mediaType}, ${record.medium}, ${bytesText(record.sizeBytes)}${record.language ? `, ${record.language}` : ''}`,
    ],
    ['severity', `${record.severity}: ${record.severityScore} = DPC ${record.dpc} × EI ${record.ei} + CB ${record.cb}`],
    [
      'read',
      [coverage, coverageCause, ...problems.map(problemText)].filter((part) => part !== null && part !== '').join('; '),
    ],
    ['sha-256', record.sha256 ?? 'not all of it could be read'],
    ['changed', record.modifiedAt ?? 'unknown'],
  ]
}

function problemText(problem: unknown): string {
  return isObject(problem) ? `${String(problem.by)}: ${String(problem.message)}` : ''
}

function scoreRows(explanation: unknown): string[][] {
  if (!isObject(explanation)) return []
  return ['dpc', 'ei', 'cb'].flatMap((name) => {
    const term = explanation[name]
    if (!isObject(term)) return []
    const because = Array.isArray(term.because) ? term.because.map(String) : []
    return [[name.toUpperCase(), String(term.value), because.join('; ') || 'nothing stated']]
  })
}

function findingRows(finding: StoredRecord['findings'][number]): string[][] {
  const steps = Array.isArray(finding.evidence) ? finding.evidence.map(stepText).filter((text) => text !== '') : []
  return [
    [finding.entityType, shown(finding), finding.confidence.toFixed(2), `${finding.origin} ${where(finding.location)}`],
    ...steps.map((text) => ['', `  ${text}`]),
  ]
}

function stepText(step: unknown): string {
  if (!isObject(step)) return ''
  return `${String(step.step)} ${printable(String(step.note))} → ${Number(step.confidence).toFixed(2)}`
}

function shown({ value, masked }: StoredValue): string {
  return printable(value ?? masked)
}

/** `{"page":2,"offset":130,"length":14}` → `page 2, offset 130`. */
function where(location: unknown): string {
  if (!isObject(location)) return ''
  const names = ['page', 'part', 'name', 'offset'].filter((name) => location[name] !== undefined)
  return names.map((name) => `${name === 'name' ? '' : `${name} `}${printable(String(location[name]))}`).join(', ')
}

function titled(title: string, body: string): string {
  return body === '' ? '' : `${title}\n${body}`
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
