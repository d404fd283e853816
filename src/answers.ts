import { z } from 'zod'
import { printable, safeJson } from './core/escape.ts'
import {
  type DetectOptions,
  detectIn,
  detectText,
  knownEntities,
  type PrintedFinding,
  printedFinding,
  type RuleFile,
  rulesOf,
  type SpokenSegment,
} from './detect-text.ts'

/** What is looked for and how it is shown. Plain data: it goes to the workers as it is. */
export interface AnswerPlan extends Omit<DetectOptions, 'rules'> {
  readonly rules?: RuleFile
  /** Shows values as they are. */
  readonly clear: boolean
  /** Says of each finding why, step by step. */
  readonly explain: boolean
}

/** A line of NDJSON and its number, from 1. */
export interface Line {
  readonly number: number
  readonly text: string
}

/** What is asked for at a time: lines of NDJSON, or a stretch of one text. */
export type Request = { readonly lines: readonly Line[] } | SpokenSegment

/** What is printed, and the line that ends it where one is wrong: those before it are answered. */
export interface Answer {
  readonly text: string
  readonly fault?: { readonly line: number; readonly code: 'not_json' | 'wrong_form' }
}

const request = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  language: z.string().optional(),
  entities: z.array(z.string()).optional(),
})

/** Makes what answers requests by a plan; the same answer for the same request, in any thread. */
export function answerer({ clear, explain, rules: file, ...rest }: AnswerPlan): (asked: Request) => Answer {
  const show = { clear, explain }
  const rules = file && rulesOf(file)
  const options: DetectOptions = rules ? { ...rest, rules } : rest
  const known = new Set([...knownEntities, ...(rules?.detectors.map(({ entityType }) => entityType) ?? [])])

  function answerTo({ id, text, language, entities }: z.infer<typeof request>): string {
    const findings = detectText(text, {
      ...options,
      ...(language ? { language } : {}),
      ...(entities ? { entities } : {}),
    })
    const unknown = entities?.filter((name) => !known.has(name)) ?? []
    return `${safeJson({
      id,
      findings: findings.map((finding) => printedFinding(finding, show)),
      ...(unknown.length > 0 ? { unknown_entities: unknown } : {}),
    })}\n`
  }

  function answerLines(lines: readonly Line[]): Answer {
    let answers = ''
    for (const { number, text } of lines) {
      if (text.trim() === '') continue
      const parsed = parse(text)
      if (typeof parsed === 'string') return { text: answers, fault: { line: number, code: parsed } }
      answers += answerTo(parsed)
    }
    return { text: answers }
  }

  function answerSegment({ segment, language }: SpokenSegment): Answer {
    const findings = detectIn(segment, language === undefined ? options : { ...options, language })
    return { text: findings.map((finding) => `${textLine(printedFinding(finding, show))}\n`).join('') }
  }

  return (asked) => ('lines' in asked ? answerLines(asked.lines) : answerSegment(asked))
}

function parse(text: string): z.infer<typeof request> | 'not_json' | 'wrong_form' {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // JSON's own message quotes the input, which may hold personal data.
    return 'not_json'
  }
  const parsed = request.safeParse(value)
  return parsed.success ? parsed.data : 'wrong_form'
}

/** `EMAIL_ADDRESS  12-31  0.95  j•••@e•••.org`, and the steps below it where asked for. */
function textLine({ entity, start, end, confidence, masked, text, role, because }: PrintedFinding): string {
  const columns = [entity.padEnd(20), `${start}-${end}`.padEnd(11), confidence.toFixed(2), printable(text ?? masked)]
  if (role !== undefined) columns.push(role)
  const steps = because?.map(({ step, note, confidence: after }) => `    ${step}: ${note} → ${after.toFixed(2)}`) ?? []
  return [columns.join('  '), ...steps].join('\n')
}
