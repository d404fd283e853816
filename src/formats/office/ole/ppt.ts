import { inflateSync } from 'node:zlib'
import type { Child, Extract, Format, Gap, ReadContext } from '../../../core/content.ts'
import type { Limits } from '../../../core/limits.ts'
import { ItemError } from '../../../core/problem.ts'
import type { Reader } from '../../../core/reader.ts'
import { oleType } from '../../ole-type.ts'
import { makeSink, type Sink } from '../sink.ts'
import type { TextFlow } from '../text-flow.ts'
import { type Compound, openCompound } from './compound.ts'
import { bounded, child, objectsOf, picturesOf } from './objects.ts'
import { readSummary } from './summary.ts'

const mediaType = 'application/vnd.ms-powerpoint'

/** Presentations of before 2007: text of slides, masters and notes, comments, properties, embedded objects and pictures. */
export const ppt: Format = Object.freeze({
  id: 'ppt',
  title: 'PowerPoint presentation (before 2007)',
  medium: 'document',
  mediaTypes: Object.freeze({ [mediaType]: ['ppt', 'pps', 'pot'] }),
  async recognizes(head) {
    return (await oleType(head)) === mediaType ? mediaType : undefined
  },
  read,
} satisfies Format)

async function* read(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const sink = makeSink(limits)
  const file = await openCompound(reader, limits.expandedBytes)
  readSummary(file, sink)
  yield* sink.drain()
  const user = file.stream('Current User')
  if (user && user.length >= 16 && user.readUInt32LE(12) === encryptedToken) {
    sink.flag('encrypted')
    sink.gap('encrypted', 'the presentation is under a password')
    return yield* sink.finish()
  }
  const main = file.stream('PowerPoint Document')
  if (main) tellRecords(main, sink)
  else sink.gap('malformed', 'the main stream of the presentation is missing')
  yield* sink.finish()
  yield* bounded(inside(file, main, limits), limits)
}

function* inside(file: Compound, main: Buffer | undefined, limits: Limits): Generator<Child | Gap, void, undefined> {
  if (main) yield* embedded(main, limits)
  yield* picturesOf(file.stream('Pictures'))
  yield* objectsOf(file)
}

/** [MS-PPT] 2.3.2. */
const encryptedToken = 0xf3d1c4df

/** Types of records ([MS-PPT] 2.13.24). */
const [wideText, narrowText, string, comment, object] = [4000, 4008, 4026, 12_000, 4113] as const

interface Record {
  readonly type: number
  readonly instance: number
  readonly isContainer: boolean
  readonly body: Buffer
}

/** All records of a stream, those in containers behind their container; each byte is passed once. */
function* records(stream: Buffer): Generator<Record, void, undefined> {
  for (let at = 0; at + 8 <= stream.length; ) {
    const head = stream.readUInt16LE(at)
    const isContainer = (head & 15) === 15
    const length = stream.readUInt32LE(at + 4)
    const body = stream.subarray(at + 8, at + 8 + length)
    yield { type: stream.readUInt16LE(at + 2), instance: head >> 4, isContainer, body }
    at += isContainer ? 8 : 8 + length
  }
}

function tellRecords(main: Buffer, sink: Sink): void {
  const flow = sink.flow('slides')
  let comments = 0
  for (const { type, instance, isContainer, body } of records(main)) {
    if (isContainer) {
      // Its strings: who wrote it, what, and the initials.
      if (type === comment) comments = 3
    } else if (type === wideText || type === string) {
      const text = body.toString('utf16le')
      if (type === string && comments-- > 0 && instance === 0) sink.person('CommentAuthor', text)
      else tellText(text, flow)
    } else if (type === narrowText) tellText(body.toString('latin1'), flow)
  }
  flow.finish()
}

// Signs that stand for numbers, dates and tabs; names that only the program itself uses.
const unseen = /[\u0000-\u0008\u000e-\u001f]/g
const internal = /^(?:\*|___PPT\d{1,4}|#?_ftn(?:ref)?\d{1,4})$/

function tellText(text: string, flow: TextFlow): void {
  for (const line of text.split(/[\r\n\u000b\u000c]/)) {
    const shown = line.replace(unseen, '').trim()
    if (shown !== '' && !internal.test(shown)) flow.line(shown)
  }
}

/** Embedded documents, packed or as they are ([MS-PPT] 2.10.34). */
function* embedded(main: Buffer, limits: Limits): Generator<Child | Gap, void, undefined> {
  let count = 0
  for (const { type, instance, body } of records(main)) {
    if (type !== object) continue
    count += 1
    try {
      yield child(`object ${count}`, instance === 1 ? unpack(body, limits) : body)
    } catch (error) {
      if (!(error instanceof ItemError)) throw error
      yield { what: 'gap', cause: error.code, message: error.message }
    }
  }
}

/** @throws ItemError `malformed`, `expansion_ratio` */
function unpack(body: Buffer, { expandedBytes, expansionRatio }: Limits): Buffer {
  const maxOutputLength = Math.min(expandedBytes, Math.max(1, body.length) * expansionRatio)
  try {
    return inflateSync(body.subarray(4), { maxOutputLength })
  } catch (error) {
    const isLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    if (isLarge) throw new ItemError('expansion_ratio', 'an embedded object expands too much')
    throw new ItemError('malformed', 'an embedded object is damaged')
  }
}
