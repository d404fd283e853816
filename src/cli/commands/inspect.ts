import { safeJson } from '../../core/escape.ts'
import { inspect, recordViews } from '../../inspect.ts'
import { recordPage } from '../../reports/record-page.ts'
import type { RawOptions } from '../args.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { passwordsFrom, writeOut } from '../streams.ts'

/** Prints all that is found in one file, as JSON (an array, the file first) or a page to read. */
export async function inspectCommand(file: string, raw: RawOptions): Promise<ExitCode> {
  const outcomes = await inspect(file, passwordsFrom(raw.passwords))
  const views = recordViews(outcomes, raw.values === 'clear')
  if (raw.format === 'json') writeOut(`${safeJson(views, 2)}\n`)
  else writeOut(`${views.map(recordPage).join('\n\n')}\n`)
  return views.every(({ coverage }) => coverage === 'full') ? exitCodes.done : exitCodes.incomplete
}
