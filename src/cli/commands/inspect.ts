import { printable } from '../../core/escape.ts'
import { mask } from '../../core/mask.ts'
import type { Outcome } from '../../core/outcome.ts'
import { inspect, maskedOutcome, maskedUri } from '../../inspect.ts'
import { columns } from '../../reports/layout.ts'
import { bytesText } from '../../reports/numbers.ts'
import type { RawOptions } from '../args.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { writeOut } from '../streams.ts'

/** Prints all that is found in one file, as JSON (an array, the file first) or a page to read. */
export async function inspectCommand(file: string, raw: RawOptions): Promise<ExitCode> {
  const outcomes = await inspect(file)
  const isClear = raw.values === 'clear'
  if (raw.format === 'json') writeOut(`${JSON.stringify(isClear ? outcomes : outcomes.map(maskedOutcome), null, 2)}\n`)
  else writeOut(`${outcomes.map((outcome) => page(outcome, isClear)).join('\n\n')}\n`)
  return outcomes.every(({ coverage }) => coverage === 'full') ? exitCodes.done : exitCodes.incomplete
}

function page(outcome: Outcome, isClear: boolean): string {
  const shown = (type: string, value: string) => printable(isClear ? value : mask(type, value))
  const { severity } = outcome
  const blocks = [
    printable(isClear ? outcome.uri : maskedUri(outcome)),
    columns(
      [
        ['kind', `${outcome.kind} (${outcome.kindConfidence.toFixed(2)}) ${outcome.kindBecause.join(', ')}`],
        [
          'type',
          `${outcome.mediaType}, ${outcome.medium}, ${bytesText(outcome.sizeBytes)}${outcome.language ? `, ${outcome.language}` : ''}`,
        ],
        [
          'read',
          [outcome.coverage, ...outcome.problems.map(({ cause, message }) => `${cause}: ${message}`)].join('; '),
        ],
        [
          'severity',
          `${severity.level} ${severity.score} = DPC ${severity.dpc.value} × EI ${severity.ei.value} + CB ${severity.cb.value}`,
        ],
        ['', `DPC ${severity.dpc.category}: ${severity.dpc.because.join('; ')}`],
        ['', `EI ${severity.ei.family}: ${severity.ei.because.join('; ')}`],
        ['', `CB: ${severity.cb.because.join('; ') || 'nothing stated'}`],
        ...outcome.flags.map(({ name, detail }) => ['flag', `${name}${detail ? ` ${printable(detail)}` : ''}`]),
      ],
      'left',
    ),
    columns(
      outcome.fields.map(({ name, value, confidence }) => [name, shown(name, value), confidence.toFixed(2)]),
      'left',
    ),
    columns(
      outcome.metadata.map((entry) => [
        entry.name,
        entry.personal ? shown(entry.entityType ?? entry.name, entry.value) : printable(entry.value),
      ]),
      'left',
    ),
    columns(
      outcome.findings.map(({ entityType, value, origin, place, offset, confidence }) => [
        entityType,
        shown(entityType, value),
        confidence.toFixed(2),
        `${origin}${place.unit === 'page' ? ` page ${place.page}` : ''} at ${offset}`,
      ]),
      'left',
    ),
  ]
  return blocks.filter((block) => block !== '').join('\n')
}
