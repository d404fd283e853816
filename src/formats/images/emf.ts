import type { Extract, Format, ReadContext } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import { bytesReader, type Reader, readAll } from '../../core/reader.ts'
import { bufferOf } from '../decoder.ts'
import { makeSink, type Sink } from '../office/sink.ts'
import type { TextFlow } from '../office/text-flow.ts'
import { latin1 } from './bytes.ts'

/** Enhanced metafiles ([MS-EMF]), which office documents keep drawings and views of embedded objects in: their text. */
export const emf: Format = Object.freeze({
  id: 'emf',
  title: 'Enhanced metafile: the text drawn in it',
  medium: 'image',
  mediaTypes: Object.freeze({ 'image/emf': ['emf'] }),
  recognizes: ({ bytes }) =>
    bytes[0] === 1 && bytes[1] === 0 && latin1(bytes, 40, 44) === ' EMF' ? 'image/emf' : undefined,
  read,
} satisfies Format)

/** Records (2.1.1) that draw text … */
const [wideText, narrowText, smallText] = [84, 83, 108]
const [comment, end] = [70, 14]
/** … and pictures: where in the record it says where theirs lies. */
const pictures: ReadonlyMap<number, number> = new Map([
  [76, 84],
  [77, 84],
  [78, 84],
  [79, 100],
  [80, 48],
  [81, 48],
  [114, 84],
  [116, 84],
])
/** The head of EMF+, and the flag that all is drawn a second time without it ([MS-EMFPLUS] 2.3.3.3). */
const [plusHeader, isDual] = [0x4001, 1]

async function* read(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const bytes = bufferOf(await readAll(reader, limits.pictureBytes))
  const sink = makeSink(limits)
  const flow = sink.flow('drawing')
  if (bytes.length >= 24) {
    const [width, height] = [
      bytes.readInt32LE(16) - bytes.readInt32LE(8),
      bytes.readInt32LE(20) - bytes.readInt32LE(12),
    ]
    if (width > 0 && height > 0) yield { what: 'picture', frameAt: null, width, height }
  }
  const isWhole = tellRecords(bytes, textLines(flow), sink)
  flow.finish()
  yield* atMost(limits.children, sink.finish())
  if (!isWhole) throw new ItemError('truncated', 'the metafile is cut off')
}

function* atMost(children: number, extracts: readonly Extract[]): Generator<Extract> {
  let count = 0
  for (const one of extracts) if (one.what !== 'child' || ++count <= children) yield one
  if (count > children) yield { what: 'gap', cause: 'too_many', message: `more than ${children} pictures within it` }
}

/** @returns whether the records go to the one that ends them */
function tellRecords(bytes: Buffer, tell: (text: string, y: number) => void, sink: Sink): boolean {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const [type, size] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)]
    if (type === end) return true
    if (size < 8 || at + size > bytes.length || sink.isFull()) return sink.isFull()
    const record = bytes.subarray(at, at + size)
    if (type === wideText || type === narrowText) tellText(record, type === wideText, tell, sink)
    else if (type === smallText) tellSmallText(record, tell, sink)
    else if (type === comment) tellComment(record, sink)
    else tellPicture(record, pictures.get(type), sink)
    at += size
  }
  return false
}

function tellComment(record: Buffer, sink: Sink): void {
  if (record.length < 20 || record.toString('latin1', 12, 16) !== 'EMF+') return
  if (record.readUInt16LE(16) === plusHeader && (record.readUInt16LE(18) & isDual) === 0)
    sink.gap('unsupported_type', 'what is drawn by EMF+ alone was not read')
}

/** A bitmap without the head of its file, which it gets again. */
function tellPicture(record: Buffer, at: number | undefined, sink: Sink): void {
  if (at === undefined || record.length < at + 16) return
  const [from, headBytes, start, length] = [0, 4, 8, 12].map((step) => record.readUInt32LE(at + step)) as Place
  const [head, pixels] = [record.subarray(from, from + headBytes), record.subarray(start, start + length)]
  if (length === 0) return
  if (head.length < headBytes || pixels.length < length) {
    sink.gap('malformed', 'a picture lies outside its record')
    return
  }
  const file = Buffer.alloc(14)
  file.write('BM')
  file.writeUInt32LE(file.length + headBytes + length, 2)
  file.writeUInt32LE(file.length + headBytes, 10)
  sink.child('picture.bmp', bytesReader(Buffer.concat([file, head, pixels])))
}

type Place = [from: number, headBytes: number, start: number, length: number]

/** Options (2.1.11) that change what the characters of a text are. */
const [glyphs, withoutBox, narrow] = [0x10, 0x100, 0x200]

function tellText(record: Buffer, isWide: boolean, tell: (text: string, y: number) => void, sink: Sink): void {
  if (record.length < 56) return
  if ((record.readUInt32LE(52) & glyphs) !== 0) {
    shapes(sink)
    return
  }
  const [count, start] = [record.readUInt32LE(44), record.readUInt32LE(48)]
  tell(textOf(record.subarray(start, start + count * (isWide ? 2 : 1)), isWide), record.readInt32LE(40))
}

function tellSmallText(record: Buffer, tell: (text: string, y: number) => void, sink: Sink): void {
  if (record.length < 36) return
  const [count, options] = [record.readUInt32LE(16), record.readUInt32LE(20)]
  if ((options & glyphs) !== 0) {
    shapes(sink)
    return
  }
  const start = (options & withoutBox) !== 0 ? 36 : 52
  const isWide = (options & narrow) === 0
  tell(textOf(record.subarray(start, start + count * (isWide ? 2 : 1)), isWide), record.readInt32LE(12))
}

function textOf(bytes: Buffer, isWide: boolean): string {
  return isWide
    ? bytes
        .subarray(0, bytes.length & ~1)
        .toString('utf16le')
        .toWellFormed()
    : bytes.toString('latin1')
}

function shapes(sink: Sink): void {
  sink.gap('no_text', 'text that is drawn by the shapes of its letters')
}

/** Puts pieces on one base line together: letters drawn one by one make a word, longer pieces are words. */
function textLines(flow: TextFlow): (text: string, y: number) => void {
  let last: { readonly y: number; readonly length: number } | undefined
  return (text, y) => {
    if (text.trim() === '') return
    const isSameLine = last?.y === y
    if (!isSameLine) flow.breakLine()
    flow.text(isSameLine && (text.length > 1 || (last?.length ?? 0) > 1) ? ` ${text}` : text)
    last = { y, length: text.length }
  }
}
