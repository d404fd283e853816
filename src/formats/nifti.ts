import type { Extract, Format, Head, MetadataEntry, ReadContext } from '../core/content.ts'
import type { Reader } from '../core/reader.ts'
import { windowReader } from './archives/window.ts'
import { bufferOf } from './decoder.ts'
import { createSegmentWriter } from './text-stream.ts'

/** Where things stand in one version of the header (https://nifti.nimh.nih.gov). */
interface Layout {
  readonly headerBytes: number
  readonly texts: readonly (readonly [name: string, offset: number, length: number])[]
  readonly dimensions: number
  /** Bytes of one dimension's number. */
  readonly width: 2 | 8
}

const first: Layout = {
  headerBytes: 348,
  texts: [
    ['DataType', 4, 10],
    ['DatabaseName', 14, 18],
    ['Description', 148, 80],
    ['AuxiliaryFile', 228, 24],
    ['IntentName', 328, 16],
  ],
  dimensions: 40,
  width: 2,
}
const second: Layout = {
  headerBytes: 540,
  texts: [
    ['Description', 240, 80],
    ['AuxiliaryFile', 320, 24],
    ['IntentName', 508, 16],
  ],
  dimensions: 16,
  width: 8,
}

/** NIfTI-1 and -2 volumes: what their headers and extensions say. The volume itself is not drawn. */
export const nifti: Format = Object.freeze({
  id: 'nifti',
  title: 'NIfTI volumes',
  medium: 'image',
  mediaTypes: Object.freeze({ 'application/x-nifti': ['nii', 'hdr'] }),
  recognizes: ({ bytes }: Head) => (layoutOf(bufferOf(bytes)) ? 'application/x-nifti' : undefined),
  read: readNifti,
})

function layoutOf(bytes: Buffer): { readonly layout: Layout; readonly isLittle: boolean } | undefined {
  if (bytes.length < first.headerBytes) return undefined
  for (const isLittle of [true, false]) {
    const size = isLittle ? bytes.readInt32LE(0) : bytes.readInt32BE(0)
    if (size === first.headerBytes && /^n[+i]1\0$/.test(bytes.toString('latin1', 344, 348)))
      return { layout: first, isLittle }
    if (
      size === second.headerBytes &&
      bytes.length >= size &&
      /^n[+i]2\0\r\n\x1a\n$/.test(bytes.toString('latin1', 4, 12))
    )
      return { layout: second, isLittle }
  }
  return undefined
}

async function* readNifti(reader: Reader, { limits, head }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const bytes = bufferOf(head.bytes)
  const found = layoutOf(bytes)
  if (!found) return
  const { layout, isLittle } = found
  const entries: MetadataEntry[] = []
  for (const [name, offset, length] of layout.texts) {
    const value = textAt(bytes, offset, length).slice(0, limits.metadataCharacters)
    if (value !== '') entries.push({ what: 'metadata', name, value, personal: true })
  }
  yield* entries.slice(0, limits.metadata)
  if (entries.length > limits.metadata)
    yield { what: 'gap', cause: 'too_many', message: `more than ${limits.metadata} metadata entries` }
  const size = (at: number) => dimension(bytes, layout, isLittle, at)
  if (size(1) > 0 && size(2) > 0) yield { what: 'picture', frameAt: null, width: size(1), height: size(2) }
  yield* extensionsOf(reader, layout.headerBytes, isLittle, limits.children, limits.textCharacters)
  yield { what: 'gap', cause: 'unsupported_type', message: 'the volume itself was not looked at' }
}

function textAt(bytes: Buffer, offset: number, length: number): string {
  const field = bytes.toString('latin1', offset, offset + length)
  const end = field.indexOf('\0')
  return (end < 0 ? field : field.slice(0, end)).trim()
}

function dimension(bytes: Buffer, { dimensions, width }: Layout, isLittle: boolean, number: number): number {
  const at = dimensions + number * width
  if (width === 2) return isLittle ? bytes.readInt16LE(at) : bytes.readInt16BE(at)
  return Number(isLittle ? bytes.readBigInt64LE(at) : bytes.readBigInt64BE(at))
}

/** The code of extensions that are a DICOM data set; all others are text, or private. */
const dicomCode = 2
/** Codes whose content is text: AFNI's and comments, XCEDE, JSON, and others that are XML. */
const textCodes: ReadonlySet<number> = new Set([4, 6, 8, 10, 18, 20, 32, 44])

/** Extensions behind the header: four bytes say whether there are any, then each has its size and code. */
async function* extensionsOf(
  reader: Reader,
  start: number,
  isLittle: boolean,
  most: number,
  characters: number,
): AsyncGenerator<Extract, void, undefined> {
  const number = (bytes: Buffer, at: number) => (isLittle ? bytes.readInt32LE(at) : bytes.readInt32BE(at))
  const mark = bufferOf(await reader.read(start, 4))
  if (mark.length < 4 || mark[0] === 0) return
  const writer = createSegmentWriter(characters, 'comments')
  let left = characters
  let at = start + 4
  for (let count = 0; count < most; count++) {
    const header = bufferOf(await reader.read(at, 8))
    if (header.length < 8) break
    const [size, code] = [number(header, 0), number(header, 4)]
    // Where none is left the volume begins.
    if (size < 16 || size % 16 !== 0 || at + size > reader.size) break
    if (code === dicomCode)
      yield {
        what: 'child',
        name: `extension ${count + 1}.dcm`,
        modifiedAt: null,
        reader: windowReader(reader, at + 8, size - 8),
      }
    else if (textCodes.has(code)) {
      const text = bufferOf(await reader.read(at + 8, Math.min(size - 8, 4 * left)))
        .toString('utf8')
        .replace(/\0+$/, '')
      if (text.length > left)
        yield { what: 'gap', cause: 'too_large', message: `more than ${characters} characters of text` }
      writer.add(text.slice(0, left).toWellFormed())
      left -= Math.min(text.length, left)
    }
    at += size
  }
  yield* writer.take(true)
}
