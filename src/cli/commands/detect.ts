import { createReadStream, fstatSync, readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import { printable, safeJson } from '../../core/escape.ts'
import { ItemError } from '../../core/problem.ts'
import {
  type DetectOptions,
  detectStream,
  detectText,
  knownEntities,
  type PrintedFinding,
  printedFinding,
  RuleError,
  type Rules,
  readRules,
} from '../../detect-text.ts'
import type { RawOptions } from '../args.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { type Line, linesOf } from '../lines.ts'
import { didYouMean } from '../similar.ts'
import { quoted, reasonOf, UsageError, writeErr, writeOut } from '../streams.ts'

const request = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  language: z.string().optional(),
  entities: z.array(z.string()).optional(),
})

/** How findings are shown. */
interface Show {
  readonly clear: boolean
  readonly explain: boolean
}

/** Bytes that are read at a time. */
const pieceBytes = 256 * 1_024
/** Characters of answers that are held before they are written. */
const heldCharacters = 64 * 1_024

/** Finds personal data in a text, or in each text of an NDJSON stream; answers keep the order. */
export async function detectCommand(file: string, raw: RawOptions): Promise<ExitCode> {
  const show = { clear: raw.values === 'clear', explain: raw.explain === true }
  const rules = typeof raw.rules === 'string' ? rulesIn(raw.rules) : undefined
  const options: DetectOptions = {
    ...(rules ? { rules } : {}),
    ...(typeof raw.language === 'string' ? { language: raw.language } : {}),
    ...(Array.isArray(raw.entities) ? { entities: checkedEntities(raw.entities, rules) } : {}),
    ...(typeof raw.minConfidence === 'number' ? { minConfidence: raw.minConfidence } : {}),
  }
  if (raw.format === 'ndjson') await answerLines(file, options, show)
  else await answerText(file, options, show)
  return exitCodes.done
}

function entitiesWith(rules: Rules | undefined): readonly string[] {
  return rules ? [...knownEntities, ...rules.detectors.map(({ entityType }) => entityType)] : knownEntities
}

function checkedEntities(names: readonly string[], rules: Rules | undefined): readonly string[] {
  const known = entitiesWith(rules)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown === undefined) return names
  const hint = didYouMean(unknown, known) || `; known are ${known.join(', ')}`
  throw new UsageError(`--entities: no entity type ${quoted(unknown)}${hint}`)
}

/** Bytes of a rule file; a larger one is some other file. */
const rulesAtMost = 2 ** 20

function rulesIn(file: string): Rules {
  let json: string
  try {
    if (statSync(file).size > rulesAtMost) throw new UsageError(`--rules: ${quoted(file)} is larger than 1 MiB`)
    json = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`--rules: can't read ${quoted(file)}: ${reasonOf(error)}`)
  }
  try {
    return readRules(json)
  } catch (error) {
    if (error instanceof RuleError) throw new UsageError(`--rules: ${quoted(file)}: ${error.message}`)
    throw error
  }
}

async function answerText(file: string, options: DetectOptions, show: Show): Promise<void> {
  let held = ''
  try {
    for await (const finding of detectStream(piecesOf(file), options)) {
      held += `${textLine(printedFinding(finding, show))}\n`
      if (held.length < heldCharacters) continue
      writeOut(held)
      held = ''
    }
  } catch (error) {
    if (!(error instanceof ItemError)) throw error
    throw new UsageError(`${nameOf(file)} is no text; leaksift inspect reads other types of file`)
  }
  writeOut(held)
}

/** `EMAIL_ADDRESS  12-31  0.95  j•••@e•••.org`, and the steps below it where asked for. */
function textLine({ entity, start, end, confidence, masked, text, because }: PrintedFinding): string {
  const columns = [entity.padEnd(20), `${start}-${end}`.padEnd(11), confidence.toFixed(2), printable(text ?? masked)]
  const steps = because?.map(({ step, note, confidence: after }) => `    ${step}: ${note} → ${after.toFixed(2)}`) ?? []
  return [columns.join('  '), ...steps].join('\n')
}

async function answerLines(file: string, options: DetectOptions, show: Show): Promise<void> {
  for await (const lines of linesOf(piecesOf(file))) {
    const answers: string[] = []
    try {
      for (const line of lines) {
        if (line.text.trim() !== '') answers.push(answerTo(line, options, show))
      }
    } finally {
      // Those before a line that is wrong are right.
      writeOut(answers.join(''))
    }
  }
}

function answerTo(line: Line, options: DetectOptions, show: Show): string {
  const { id, text, language, entities } = parse(line)
  const findings = detectText(text, {
    ...options,
    ...(language ? { language } : {}),
    ...(entities ? { entities } : {}),
  })
  const unknown = entities?.filter((name) => !entitiesWith(options.rules).includes(name)) ?? []
  return `${safeJson({
    id,
    findings: findings.map((finding) => printedFinding(finding, show)),
    ...(unknown.length > 0 ? { unknown_entities: unknown } : {}),
  })}\n`
}

function parse({ number, text }: Line): z.infer<typeof request> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // JSON's own message quotes the input, which may hold personal data.
    throw new UsageError(`line ${number} of the input is not JSON`)
  }
  const parsed = request.safeParse(value)
  if (!parsed.success)
    throw new UsageError(`line ${number} of the input is not of the form {"id", "text", "language"?, "entities"?}`)
  return parsed.data
}

/** The bytes of a file or of standard input; it is closed when nobody wants more of them. */
async function* piecesOf(file: string): AsyncGenerator<Buffer> {
  // Node takes a folder there for the end of input.
  if (file === '-' && fstatSync(0).isDirectory()) throw new UsageError('standard input is a folder')
  if (file === '-' && process.stdin.isTTY) writeErr('Reading standard input; Ctrl-D ends it.\n')
  const stream = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: pieceBytes })
  try {
    for await (const piece of stream) yield piece
  } catch (error) {
    throw new UsageError(`can't read ${nameOf(file)}: ${reasonOf(error)}`)
  } finally {
    stream.destroy()
  }
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : quoted(file)
}
