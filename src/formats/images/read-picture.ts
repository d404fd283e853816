import type { Extract, ReadContext } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { BlockBudget, openAccess } from './access.ts'
import { Notes } from './notes.ts'

/** Walks through a picture and notes what it meets; what ends the walk early is a fault of the input. */
export type Walk = (reader: Reader, notes: Notes, budget: BlockBudget) => Promise<void>

/** The faults that are the reader's and say nothing of the picture. */
const notOurs: ReadonlySet<string> = new Set(['unreadable', 'changed_while_reading'])

/** Types whose further pictures can be decoded. */
const animations: ReadonlySet<string> = new Set(['image/gif', 'image/webp'])

/**
 * What every picture format does: walk, then tell what was gathered, also when the walk ended early.
 * @throws ItemError where nothing at all could be read, or where the reader failed
 */
export async function* readPicture(reader: Reader, context: ReadContext, walk: Walk): AsyncGenerator<Extract> {
  const notes = new Notes(context.limits)
  const access = openAccess(reader, context.head.bytes, context.limits)
  let failed: ItemError | undefined
  try {
    await walk(access, notes, new BlockBudget(context.limits))
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
  const place = { unit: 'text', offset: 0 } as const
  const { mediaType } = context
  yield { what: 'frame', place, source: { kind: 'encoded', reader, mediaType } }
  // The frame above is its first picture; the others are frames of a clip.
  if (notes.hasFlag('animated') && animations.has(mediaType))
    yield { what: 'frame', place, source: { kind: 'clip', reader, mediaType, seconds: null } }
}
