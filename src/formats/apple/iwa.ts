import type { Extract, Format, ReadContext } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import { type Reader, readAll } from '../../core/reader.ts'
import { bufferOf } from '../decoder.ts'
import { makeSink, type Sink } from '../office/sink.ts'
import type { TextFlow } from '../office/text-flow.ts'
import { unpackSnappy, varint } from './snappy.ts'

/** Parts of Pages, Numbers and Keynote documents since 2013: paragraphs, cells, comments and who wrote them. */
export const iwa: Format = Object.freeze({
  id: 'iwa',
  title: 'Part of a Pages, Numbers or Keynote document',
  medium: 'document',
  mediaTypes: Object.freeze({ 'application/x-iwork-archive': ['iwa'] }),
  recognizes({ bytes }) {
    if (bytes.length < 12 || bytes[0] !== 0) return undefined
    const length = bufferOf(bytes).readUIntLE(1, 3)
    if (length < 8 || length > blockBytes || length + 4 > bytes.length) return undefined
    return isPart(bytes.subarray(4, 4 + length)).then((is) => (is ? 'application/x-iwork-archive' : undefined))
  },
  read,
} satisfies Format)

/** Bytes of a block before and after it is packed; Apple's programs write 64 KiB. */
const blockBytes = 1 << 20

/** The first block begins with what its first object is: a number, then its kind. */
async function isPart(block: Uint8Array): Promise<boolean> {
  try {
    const first = await unpackSnappy(block, blockBytes)
    const { at } = varint(first, 0)
    return first[at] === 0x08 && first[varint(first, at + 1).at] === 0x12
  } catch (error) {
    // What is damaged in its first block is not told from what is none.
    if (!(error instanceof ItemError)) throw error
    return false
  }
}

async function* read(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const sink = makeSink(limits)
  const bytes = bufferOf(await readAll(reader, limits.expandedBytes))
  const flow = sink.flow('text')
  try {
    tellObjects(await unpacked(bytes, limits.expandedBytes, sink), flow, sink)
  } catch (error) {
    sink.fault(error)
  }
  flow.finish()
  yield* sink.finish()
}

/** All blocks up to one that is damaged, which is told. */
async function unpacked(bytes: Buffer, atMost: number, sink: Sink): Promise<Buffer> {
  const blocks: Uint8Array[] = []
  let size = 0
  try {
    for (let at = 0; at + 4 <= bytes.length; ) {
      const length = bytes.readUIntLE(at + 1, 3)
      if (bytes[at] !== 0 || at + 4 + length > bytes.length) throw new ItemError('truncated', 'a block is cut off')
      const block = await unpackSnappy(bytes.subarray(at + 4, at + 4 + length), blockBytes)
      size += block.length
      if (size > atMost) throw new ItemError('expansion_ratio', 'the part expands beyond its budget')
      blocks.push(block)
      at += 4 + length
    }
  } catch (error) {
    sink.fault(error)
  }
  return Buffer.concat(blocks)
}

/** Kinds of objects, as their programs number them: running text, lists of what stands in cells, comments, people. */
const [storage, cells, comment, author] = [2001, 6005, 3056, 212]

function tellObjects(bytes: Buffer, flow: TextFlow, sink: Sink): void {
  for (let at = 0; at < bytes.length && !sink.isFull(); ) {
    const head = varint(bytes, at)
    const info = [...fieldsOf(bytes.subarray(head.at, head.at + head.value))]
    at = head.at + head.value
    for (const { number, bytes: message } of info) {
      if (number !== 2 || !message) continue
      const about = new Map([...fieldsOf(message)].map((field) => [field.number, field.value]))
      const length = about.get(3) ?? 0
      if (at + length > bytes.length) throw new ItemError('truncated', 'an object is cut off')
      tellObject(about.get(1) ?? 0, bytes.subarray(at, at + length), flow, sink)
      at += length
    }
  }
}

function tellObject(type: number, bytes: Buffer, flow: TextFlow, sink: Sink): void {
  if (type === storage) for (const text of textsOf(bytes, 3)) for (const line of lines(text)) flow.line(line)
  if (type === comment) for (const text of textsOf(bytes, 1)) flow.line(text)
  if (type === author) for (const text of textsOf(bytes, 1)) sink.person('CommentAuthor', text)
  if (type !== cells) return
  for (const { number, bytes: entry } of fieldsOf(bytes)) {
    if (number === 3 && entry) for (const text of textsOf(entry, 3)) flow.line(text)
  }
}

/** Paragraphs; the place of a picture is a sign of its own. */
function lines(text: string): readonly string[] {
  return text.replaceAll('\ufffc', ' ').split(/[\n\r\u2028\u2029]+/)
}

function* textsOf(bytes: Buffer, wanted: number): Generator<string> {
  for (const { number, bytes: value } of fieldsOf(bytes)) {
    if (number === wanted && value) yield value.toString('utf8').toWellFormed()
  }
}

interface Field {
  readonly number: number
  readonly value: number
  readonly bytes?: Buffer
}

/** The fields of a message (protobuf.dev, Encoding). @throws ItemError `malformed` */
function* fieldsOf(message: Buffer): Generator<Field> {
  for (let at = 0; at < message.length; ) {
    const key = varint(message, at)
    const [number, kind] = [Math.floor(key.value / 8), key.value % 8]
    at = key.at
    if (kind === 0 || kind === 2) {
      const { value, at: next } = varint(message, at)
      at = kind === 0 ? next : next + value
      if (at > message.length) throw new ItemError('malformed', 'a field is longer than its message')
      yield kind === 0 ? { number, value } : { number, value, bytes: message.subarray(next, at) }
    } else if (kind === 1 || kind === 5) at += kind === 1 ? 8 : 4
    else throw new ItemError('malformed', 'a field of no known kind')
  }
}
