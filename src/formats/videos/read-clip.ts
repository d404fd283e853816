import type { Extract, ReadContext } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { BlockBudget, openAccess } from '../images/access.ts'
import { Notes } from '../images/notes.ts'

/** What walking through a clip tells beside its metadata. */
export interface ClipFacts {
  /** Seconds that its pictures are shown for; undefined where the file does not say. */
  readonly seconds?: number | undefined
  /** False where the file says that it holds sound alone. */
  readonly hasPictures?: boolean | undefined
}

/** Walks through a clip and notes what it meets; what ends the walk early is a fault of the input. */
export type ClipWalk = (reader: Reader, notes: Notes, budget: BlockBudget) => Promise<ClipFacts>

const notOurs: ReadonlySet<string> = new Set(['unreadable', 'changed_while_reading'])

/**
 * What every video format does: walk, tell what was gathered, also when the walk ended early, then hand the clip over.
 * @throws ItemError where nothing at all could be read, or where the reader failed
 */
export async function* readClip(reader: Reader, context: ReadContext, walk: ClipWalk): AsyncGenerator<Extract> {
  const notes = new Notes(context.limits)
  const access = openAccess(reader, context.head.bytes, context.limits)
  let facts: ClipFacts = {}
  let failed: ItemError | undefined
  try {
    facts = await walk(access, notes, new BlockBudget(context.limits))
  } catch (error) {
    // What was gathered before a fault of the input is told all the same; faults of ours go through.
    if (!(error instanceof ItemError)) throw error
    if (notOurs.has(error.code)) failed = error
    notes.fault(error.code, error.message)
  }
  if (failed) {
    yield* notes.extracts(false)
    throw failed
  }
  yield* notes.extracts()
  if (facts.hasPictures === false) return
  const place = { unit: 'text', offset: 0 } as const
  const { mediaType } = context
  yield { what: 'frame', place, source: { kind: 'clip', reader, mediaType, seconds: facts.seconds ?? null } }
}

/** A duration in seconds under ExifTool's name, to the microsecond; nothing where there is none. */
export function noteDuration(seconds: number | undefined, notes: Notes, rank: 0 | 1 = 0): void {
  if (seconds === undefined || !Number.isFinite(seconds) || seconds <= 0) return
  notes.tag('Duration', numberText(seconds), rank)
}

/** A number as ExifTool's `-n` writes it, to six decimals. */
export function numberText(value: number): string {
  return String(Math.round(value * 1e6) / 1e6)
}
