import { createReadStream, fstatSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Readable } from 'node:stream'
import type { AnswerPlan, Request } from '../../answers.ts'
import { ItemError } from '../../core/problem.ts'
import { answersTo } from '../../detect-many.ts'
import { knownEntities, type Rules, segmentsOf } from '../../detect-text.ts'
import type { RawOptions } from '../args.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { linesOf } from '../lines.ts'
import { rulesIn } from '../rules-in.ts'
import { didYouMean } from '../similar.ts'
import { quoted, reasonOf, UsageError, writeErr, writeOut } from '../streams.ts'

/** The bytes of a file or of standard input, and what it is called. */
interface Input {
  readonly file: string
  readonly stream: Readable
}

/** Bytes that are read at a time. */
const pieceBytes = 256 * 1_024

/** Finds personal data in a text, or in each text of an NDJSON stream; answers keep the order. */
export async function detectCommand(file: string, raw: RawOptions): Promise<ExitCode> {
  const rules = typeof raw.rules === 'string' ? rulesIn(raw.rules) : undefined
  const plan: AnswerPlan = {
    clear: raw.values === 'clear',
    explain: raw.explain === true,
    ...(rules ? { rules: rules.file } : {}),
    ...(typeof raw.language === 'string' ? { language: raw.language } : {}),
    ...(Array.isArray(raw.entities) ? { entities: checkedEntities(raw.entities, rules) } : {}),
    ...(typeof raw.minConfidence === 'number' ? { minConfidence: raw.minConfidence } : {}),
  }
  const workers = typeof raw.workers === 'number' ? raw.workers : availableParallelism()
  const input: Input = { file, stream: openInput(file) }
  try {
    const requests = raw.format === 'ndjson' ? lineRequests(input) : textRequests(input, plan.language)
    for await (const { text, fault } of answersTo(requests, plan, { workers })) {
      writeOut(text)
      if (fault) throw new UsageError(`line ${fault.line} of the input is not ${wrong[fault.code]}`)
    }
  } finally {
    // Nobody wants more of it, however much is still to come.
    input.stream.destroy()
  }
  return exitCodes.done
}

const wrong = {
  not_json: 'JSON',
  wrong_form: 'of the form {"id", "text", "language"?, "entities"?}',
} as const

async function* lineRequests(input: Input): AsyncGenerator<Request> {
  for await (const lines of linesOf(piecesOf(input))) yield { lines }
}

async function* textRequests(input: Input, language: string | undefined): AsyncGenerator<Request> {
  try {
    yield* segmentsOf(piecesOf(input), language)
  } catch (error) {
    if (!(error instanceof ItemError)) throw error
    throw new UsageError(`${nameOf(input.file)} is no text; leaksift inspect reads other types of file`)
  }
}

function checkedEntities(names: readonly string[], rules: Rules | undefined): readonly string[] {
  const known = [...knownEntities, ...(rules?.detectors.map(({ entityType }) => entityType) ?? [])]
  const unknown = names.find((name) => !known.includes(name))
  if (unknown === undefined) return names
  const hint = didYouMean(unknown, known) || `; known are ${known.join(', ')}`
  throw new UsageError(`--entities: no entity type ${quoted(unknown)}${hint}`)
}

function openInput(file: string): Readable {
  if (file !== '-') return createReadStream(file, { highWaterMark: pieceBytes })
  // Node takes a folder there for the end of input.
  if (fstatSync(0).isDirectory()) throw new UsageError('standard input is a folder')
  if (process.stdin.isTTY) writeErr('Reading standard input; Ctrl-D ends it.\n')
  return process.stdin
}

async function* piecesOf({ file, stream }: Input): AsyncGenerator<Buffer> {
  try {
    for await (const piece of stream) yield piece
  } catch (error) {
    throw new UsageError(`can't read ${nameOf(file)}: ${reasonOf(error)}`)
  }
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : quoted(file)
}
