import type { Extract, Flag, Gap, Segment } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'
import type { CoverageCause } from '../../core/problem.ts'

/** What one document may still give, counted down while it is read. */
export interface Allowance {
  readonly limits: Limits
  /** What the user gave to open it with. */
  readonly passwords: readonly string[]
  /** Characters of text, annotations and form values together. */
  characters: number
  annotations: number
  children: number
  metadata: number
  /** Code points given so far by part ('form', 'annotations', 'bookmarks'). */
  readonly parts: Map<string, number>
  /** Gaps and flags already told, by message or name. */
  readonly told: Set<string>
  /** When reading pages stops, by `performance.now()`. */
  readonly deadline: number
}

/** The share of an item's seconds after which no further page is begun: what was read so far is kept. */
const shareOfSeconds = 0.6

export function newAllowance(limits: Limits, passwords: readonly string[] = []): Allowance {
  const { textCharacters: characters, annotations, children, metadata } = limits
  const deadline = performance.now() + limits.itemSeconds * 1_000 * shareOfSeconds
  return { limits, passwords, characters, annotations, children, metadata, parts: new Map(), told: new Set(), deadline }
}

/** A gap, once for each message. */
export function* gapOnce(allowance: Allowance, cause: CoverageCause, message: string): Generator<Gap> {
  if (allowance.told.has(message)) return
  allowance.told.add(message)
  yield { what: 'gap', cause, message }
}

/** A flag, once for each name. */
export function* flagOnce(allowance: Allowance, name: string, detail?: string): Generator<Flag> {
  if (allowance.told.has(name)) return
  allowance.told.add(name)
  yield { what: 'flag', name, ...(detail === undefined ? {} : { detail }) }
}

/** The text of one page as a segment, cut where the document has given enough. */
export function* pageSegment(allowance: Allowance, text: string, page: number): Generator<Extract> {
  const kept = yield* cut(allowance, text)
  if (kept !== '') yield { what: 'segment', text: kept, place: { unit: 'page', page, offset: 0 }, origin: 'text' }
}

/** Text beside the pages as a segment of its part; its place goes on where the part's last one ended. */
export function* partSegment(allowance: Allowance, text: string, part: string): Generator<Extract> {
  const kept = yield* cut(allowance, text)
  if (kept === '') return
  const offset = allowance.parts.get(part) ?? 0
  const segment: Segment = { what: 'segment', text: kept, place: { unit: 'part', part, offset }, origin: 'text' }
  allowance.parts.set(part, offset + codePoints(kept))
  yield segment
}

function* cut(allowance: Allowance, text: string): Generator<Gap, string> {
  const room = allowance.characters
  allowance.characters -= Math.min(room, text.length)
  if (text.length <= room) return text.toWellFormed()
  yield* gapOnce(allowance, 'too_large', `more than ${allowance.limits.textCharacters} characters of text`)
  return text.slice(0, room).toWellFormed()
}

function codePoints(text: string): number {
  let count = text.length
  for (let at = 0; at < text.length; at += 1) if ((text.charCodeAt(at) & 0xfc00) === 0xd800) count -= 1
  return count
}
