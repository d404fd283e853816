import type { Segment } from './core/content.ts'
import type { Detector, Finding, PersonRole } from './core/finding.ts'
import { defaultLimits } from './core/limits.ts'
import { mask } from './core/mask.ts'
import { ItemError } from './core/problem.ts'
import { detect } from './detectors/detect.ts'
import { detectCharset } from './formats/charset.ts'
import { createDecoder } from './formats/decoder.ts'
import { byteOrderMark, headBytes } from './formats/head.ts'
import { createSegmentWriter } from './formats/text-stream.ts'
import { languageOf } from './records/language.ts'
import type { Rules } from './rules.ts'
import { builtIn } from './toolbox.ts'

/** What {@link detectText} and {@link detectStream} can be told. */
export interface DetectOptions {
  /** ISO 639-1; told from the text where absent. */
  readonly language?: string
  /** Only these entity types, and weak matches of them too. */
  readonly entities?: readonly string[]
  /** 0…1; what is less sure is left out. */
  readonly minConfidence?: number
  /** Detectors and thresholds of the user's own. A threshold of a type counts where no `minConfidence` is given. */
  readonly rules?: Rules
}

/** Every entity type that can be asked for. */
export const knownEntities: readonly string[] = Object.freeze(
  [...new Set(builtIn.detectors.map(({ entityType }) => entityType))].sort(),
)

/** Personal data in one text, in the order of the text; values in clear, offsets and lengths in Unicode code points. */
export function detectText(text: string, options: DetectOptions = {}): readonly Finding[] {
  return detectIn({ what: 'segment', text, place: { unit: 'text', offset: 0 }, origin: 'text' }, options)
}

/**
 * Personal data in a text that comes as bytes, in memory that does not grow with it. The charset is told from the
 * beginning; offsets count the code points of the decoded text, without a byte order mark.
 * @throws ItemError `unsupported_type` where the bytes are no text
 */
export async function* detectStream(
  bytes: AsyncIterable<Uint8Array>,
  options: DetectOptions = {},
): AsyncGenerator<Finding> {
  for await (const { segment, language } of segmentsOf(bytes, options.language))
    yield* detectIn(segment, language === undefined ? options : { ...options, language })
}

/** Personal data in one segment; offsets are those of the text that it is part of. */
export function detectIn(segment: Segment, { rules, ...options }: DetectOptions): readonly Finding[] {
  const language = options.language ?? languageOf(segment.text)
  if (rules === undefined) return detect(segment, builtIn.detectors, { ...options, language })
  return detect(segment, withRules(rules), { ...options, language, thresholds: rules.thresholds })
}

const extended = new WeakMap<Rules, readonly Detector[]>()

/** The same list for the same rules, so that what it looks for is worked out once. */
function withRules(rules: Rules): readonly Detector[] {
  const known = extended.get(rules) ?? Object.freeze([...builtIn.detectors, ...rules.detectors])
  extended.set(rules, known)
  return known
}

/** A stretch of a text, and the language that the text was in as far as it was read. */
export interface SpokenSegment {
  readonly segment: Segment
  /** ISO 639-1. */
  readonly language?: string
}

/**
 * A text that comes as bytes, in segments of a bounded size; the first language that one of them tells holds for all
 * that follow, unless the caller knows it.
 * @throws ItemError `unsupported_type` where the bytes are no text
 */
export async function* segmentsOf(bytes: AsyncIterable<Uint8Array>, language?: string): AsyncGenerator<SpokenSegment> {
  let known = language
  for await (const segment of plainSegments(bytes)) {
    known ??= languageOf(segment.text)
    yield { segment, ...(known === undefined ? {} : { language: known }) }
  }
}

async function* plainSegments(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Segment> {
  const writer = createSegmentWriter(defaultLimits.segmentCharacters)
  let isFirst = true
  for await (const text of decoded(bytes)) {
    writer.add(isFirst && text.startsWith(byteOrderMark) ? text.slice(1) : text)
    isFirst = false
    yield* writer.take(false)
  }
  yield* writer.take(true)
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let head: Buffer = Buffer.alloc(0)
  let decoder: ReturnType<typeof createDecoder> | undefined
  for await (const piece of bytes) {
    if (decoder) {
      yield decoder.decode(piece, false)
      continue
    }
    head = Buffer.concat([head, piece])
    if (head.length < headBytes) continue
    decoder = decoderFor(head, false)
    yield decoder.decode(head, false)
  }
  if (decoder) yield decoder.decode(Buffer.alloc(0), true)
  else if (head.length > 0) yield decoderFor(head, true).decode(head, true)
}

function decoderFor(head: Buffer, isWhole: boolean): ReturnType<typeof createDecoder> {
  const charset = detectCharset(head, isWhole)
  if (charset === undefined) throw new ItemError('unsupported_type', 'the bytes are no text')
  return createDecoder(charset)
}

/** A finding as `leaksift detect` prints it. */
export interface PrintedFinding {
  readonly entity: string
  readonly start: number
  readonly end: number
  readonly confidence: number
  readonly masked: string
  /** What a person is to the text, only where it tells. */
  readonly role?: PersonRole
  /** Only where values were asked for in clear. */
  readonly text?: string
  /** Only where an explanation was asked for. */
  readonly because?: Finding['evidence']
}

/** Makes a finding printable: masked unless `clear`. */
export function printedFinding(
  finding: Finding,
  show: { readonly clear: boolean; readonly explain: boolean },
): PrintedFinding {
  return {
    entity: finding.entityType,
    start: finding.offset,
    end: finding.offset + finding.length,
    confidence: Math.round(finding.confidence * 1_000) / 1_000,
    masked: mask(finding.entityType, finding.value),
    ...(finding.role === undefined ? {} : { role: finding.role }),
    ...(show.clear ? { text: finding.value } : {}),
    ...(show.explain ? { because: finding.evidence } : {}),
  }
}

export { RuleError, type RuleFile, type Rules, readRules, rulesOf } from './rules.ts'
