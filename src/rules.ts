import { createRequire } from 'node:module'
import { z } from 'zod'
import type { Candidate, Detector } from './core/finding.ts'
import { defaultMinConfidence, detect } from './detectors/detect.ts'
import { support } from './detectors/engine/near.ts'
import { defineUnit, type Unit } from './detectors/engine/plan.ts'
import { type ScanContext, scanFor } from './detectors/engine/scan.ts'
import { ratios, reweigh, weigh } from './detectors/engine/weigh.ts'

/** What a rule file adds: detectors of the user's own, and the confidence from which a type is told. */
export interface Rules {
  readonly detectors: readonly Detector[]
  /** 0…1 by entity type. */
  readonly thresholds: Readonly<Record<string, number>>
  /** What they were made from: plain data, for another thread. */
  readonly file: RuleFile
}

/** A fault of a rule file. The message names the rule, never a value. */
export class RuleError extends Error {
  override readonly name = 'RuleError'
}

const require = createRequire(import.meta.url)

const share = z.number().min(0).max(1)
const entity = z
  .string()
  .max(64)
  .regex(/^[A-Z0-9]+(?:_[A-Z0-9]+)*$/)
const mostRules = 100
const text = z.string().min(1).max(1_000)

const ruleSchema = z.strictObject({
  id: z
    .string()
    .max(64)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  entity,
  title: z.string().min(1).max(200),
  /** A JavaScript regular expression with bounded quantifiers. */
  pattern: z.string().min(1).max(500),
  ignoreCase: z.boolean().default(false),
  /** Share of matches in ordinary text that are the value. */
  confidence: z.number().min(0.01).max(0.99),
  /** Words that raise the confidence where they stand near. */
  context: z.array(z.string().regex(/\p{L}/u).max(60)).max(50).default([]),
  examples: z.strictObject({ hits: z.array(text).min(1).max(20), misses: z.array(text).min(1).max(20) }),
})
/** The form of a rule file, with its defaults. */
export const ruleFile = z.strictObject({
  thresholds: z.record(entity, share).default({}),
  detectors: z.array(ruleSchema).max(mostRules).default([]),
})
type OwnRule = z.infer<typeof ruleSchema>
/** What stands in a rule file, with its defaults. */
export type RuleFile = z.infer<typeof ruleFile>

/**
 * Rules from the JSON or YAML of a rule file: `{"thresholds": {"PERSON": 0.8}, "detectors": [{"id", "entity", "title",
 * "pattern", "ignoreCase"?, "confidence", "context"?, "examples": {"hits", "misses"}}]}`. What begins with a brace is
 * JSON. Each detector's examples are tried.
 * @throws RuleError where the file is not of this form, a pattern is not bounded, or an example does not hold
 */
export function readRules(text: string): Rules {
  return checkedRules(/^\s*\{/.test(text) ? fromJson(text) : fromYaml(text))
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // JSON's own message quotes the file.
    throw new RuleError('it is not JSON')
  }
}

/** YAML 1.2 without tags of its own, merge keys or aliases, which could grow without bound. */
function fromYaml(text: string): unknown {
  const { parse, YAMLError } = require('yaml') as typeof import('yaml')
  try {
    return parse(text, { schema: 'core', maxAliasCount: 0, logLevel: 'error' })
  } catch (error) {
    // Its own message quotes the file.
    if (error instanceof YAMLError) throw new RuleError(`it is not YAML from line ${error.linePos?.[0].line ?? 1} on`)
    if (error instanceof ReferenceError) throw new RuleError('it holds an alias of YAML; write the value out')
    throw error
  }
}

/**
 * Rules from what a rule file holds. Each detector's examples are tried.
 * @throws RuleError as {@link readRules}
 */
export function checkedRules(value: unknown): Rules {
  const parsed = ruleFile.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new RuleError(`${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not of the form of a rule file'}`)
  }
  const { thresholds, detectors } = parsed.data
  if (new Set(detectors.map(({ id }) => id)).size < detectors.length) throw new RuleError('two rules have the same id')
  const rules = rulesOf(parsed.data)
  for (const [at, rule] of detectors.entries()) tryExamples(rule, rules.detectors[at], thresholds[rule.entity])
  return rules
}

/**
 * The rules of a file that was read before, in this thread or another; its examples are not tried again.
 * @throws RuleError where a pattern is not bounded
 */
export function rulesOf(file: RuleFile): Rules {
  return Object.freeze({
    detectors: Object.freeze(file.detectors.map(ownDetector)),
    thresholds: file.thresholds,
    file,
  })
}

function ownDetector(rule: OwnRule): Unit {
  const { id, entity: entityType, title, examples, confidence, context } = rule
  const pattern = boundedPattern(rule)
  const unit: Unit = defineUnit({
    ...{ id, version: 1, entityType, title, examples, words: { [id]: context } },
    sensitivity: { category: 'simple', identifier: 'code' },
    reference: 'a rule of the user',
    *find(given: string, asked: ScanContext): Iterable<Candidate> {
      const scan = scanFor(unit, given, asked)
      for (const match of scan.text.matchAll(pattern)) {
        const [start, end] = [match.index, match.index + match[0].length]
        if (end === start) continue
        const weighed = weigh(id, confidence)
        const role = support(scan, id, start, end)
        const note = role === 'label' ? 'its label stands beside it' : 'a word of its kind stands near'
        const canonical = match[0].toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '') || match[0]
        yield { start, end, canonical, ...(role ? reweigh(weighed, role, note, ratios[role]) : weighed) }
      }
    },
  })
  return unit
}

/** Signs that one quantifier may take. */
const mostRepeats = 64
/** Ways in which all quantifiers of a pattern together may be tried at one place. */
const mostWays = 10_000

function boundedPattern({ id, pattern, ignoreCase }: OwnRule): RegExp {
  const bare = pattern.replace(/\\./gs, 'x').replace(/\[(?:[^\]\\]|\\.)*\]/g, 'x')
  if (/[*+]/.test(bare) || /\{\d+,\}/.test(bare))
    throw new RuleError(
      `${id}: its pattern repeats without bound; write {1,${mostRepeats}} for + and {0,${mostRepeats}} for *`,
    )
  if (/\\[1-9k]/.test(pattern) || /\(\?[=!<]/.test(bare))
    throw new RuleError(`${id}: its pattern looks around or back, which may take time without bound`)
  if (repeatsRepetition(bare)) throw new RuleError(`${id}: its pattern repeats what repeats`)
  let ways = 1
  for (const [, from = '0', , to = from] of bare.matchAll(/\{(\d+)(,(\d+))?\}/g)) {
    if (Number(to) > mostRepeats) throw new RuleError(`${id}: its pattern repeats more than ${mostRepeats} times`)
    ways *= Number(to) - Number(from) + 1
  }
  ways *= 2 ** [...bare.matchAll(/[^({|]\?/g)].length
  if (ways > mostWays) throw new RuleError(`${id}: its quantifiers can be tried in more than ${mostWays} ways`)
  try {
    return new RegExp(pattern, ignoreCase ? 'giu' : 'gu')
  } catch {
    // The engine's own message quotes the pattern.
    throw new RuleError(`${id}: its pattern is no regular expression`)
  }
}

/** Whether a group that is repeated holds something of varying length, at any depth. */
function repeatsRepetition(bare: string): boolean {
  const varies: boolean[] = [false]
  for (let at = 0; at < bare.length; at += 1) {
    const rest = bare.slice(at, at + 8)
    if (rest.startsWith('(')) varies.push(false)
    else if (rest.startsWith(')')) {
      const inner = varies.pop() ?? false
      if (inner && bare.charAt(at + 1) === '{') return true
      if (inner) varies[varies.length - 1] = true
    } else if ((rest.startsWith('?') && bare.charAt(at - 1) !== '(') || /^\{\d+,/.test(rest)) {
      varies[varies.length - 1] = true
    }
  }
  return false
}

function tryExamples({ id, examples }: OwnRule, unit: Unit | undefined, threshold: number | undefined): void {
  if (unit === undefined) return
  const units = [unit]
  const minConfidence = threshold ?? defaultMinConfidence
  const isFound = (example: string) => {
    const segment = { what: 'segment', text: example, place: { unit: 'text', offset: 0 }, origin: 'text' } as const
    return detect(segment, units, { minConfidence }).length > 0
  }
  const missed = examples.hits.findIndex((example) => !isFound(example))
  if (missed >= 0) throw new RuleError(`${id}: example ${missed + 1} of its hits is not found from ${minConfidence} on`)
  const wrong = examples.misses.findIndex(isFound)
  if (wrong >= 0) throw new RuleError(`${id}: example ${wrong + 1} of its misses is found`)
}
