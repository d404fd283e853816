import { crc32, deflateSync } from 'node:zlib'
import type { Extract, Format } from '../../src/core/content.ts'
import { defaultLimits, type Limits } from '../../src/core/limits.ts'
import { bytesReader } from '../../src/core/reader.ts'
import { openHead } from '../../src/formats/head.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')

/** Everything joined; strings as Latin-1. */
export function join(...parts: readonly (string | Uint8Array | readonly number[])[]): Uint8Array {
  return new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin(part) : Buffer.from(part)))),
  )
}

export function be16(value: number): Uint8Array {
  return Buffer.from([value >> 8, value & 255])
}
export function be32(value: number): Uint8Array {
  return Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255])
}
export function le32(value: number): Uint8Array {
  return Buffer.from(be32(value)).reverse()
}

/** One JPEG segment: FF, its marker, its length, its content. */
export function segment(marker: number, ...content: readonly (string | Uint8Array | readonly number[])[]): Uint8Array {
  const bytes = join(...content)
  return join([0xff, marker], be16(bytes.length + 2), bytes)
}

/** A JPEG whose frame and scan are there in form only: nobody decodes it. */
export function buildJpeg(
  segments: readonly Uint8Array[],
  { width = 64, height = 48, end = [0xff, 0xd9] as readonly number[] | Uint8Array } = {},
): Uint8Array {
  const frame = segment(0xc0, [8], be16(height), be16(width), [1, 1, 0x11, 0])
  const scan = join(segment(0xda, [1, 1, 0, 0, 63, 0]), [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])
  return join([0xff, 0xd8], ...segments, frame, scan, end)
}

export const exifSegment = (tiff: Uint8Array) => segment(0xe1, 'Exif\0\0', tiff)
export const xmpSegment = (xml: string) => segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', Buffer.from(xml, 'utf8'))

/** One PNG chunk with its checksum. */
export function chunk(type: string, ...content: readonly (string | Uint8Array | readonly number[])[]): Uint8Array {
  const body = join(type, ...content)
  return join(be32(body.length - 4), body, be32(crc32(body)))
}

/** A PNG of one grey pixel row with further chunks before its data. */
export function buildPng(chunks: readonly Uint8Array[], { width = 30, height = 20 } = {}): Uint8Array {
  const head = chunk('IHDR', be32(width), be32(height), [8, 0, 0, 0, 0])
  const data = chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height)))
  return join('\x89PNG\r\n\x1a\n', head, ...chunks, data, chunk('IEND'))
}

/** One RIFF chunk, padded to an even length. */
export function riffChunk(type: string, bytes: Uint8Array): Uint8Array {
  return join(type, le32(bytes.length), bytes, bytes.length % 2 === 1 ? [0] : [])
}

/** One ISO base media box. */
export function box(type: string, ...content: readonly (string | Uint8Array | readonly number[])[]): Uint8Array {
  const bytes = join(...content)
  return join(be32(bytes.length + 8), type, bytes)
}

/** A packet of XMP around RDF properties. */
export function xmpPacket(properties: string, attributes = ''): string {
  return (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" ' +
    'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:exif="http://ns.adobe.com/exif/1.0/" ' +
    `xmlns:GPano="http://ns.google.com/photos/1.0/panorama/" ${attributes}>${properties}` +
    '</rdf:Description></rdf:RDF></x:xmpmeta>  \n  <?xpacket end="w"?>'
  )
}

/** One IPTC data set of record 2. */
export function dataSet(number: number, value: string | Uint8Array): Uint8Array {
  const bytes = join(typeof value === 'string' ? Buffer.from(value, 'utf8') : value)
  return join([0x1c, 2, number], be16(bytes.length), bytes)
}

/** One Photoshop image resource. */
export function resource(id: number, bytes: Uint8Array): Uint8Array {
  return join('8BIM', be16(id), [0, 0], be32(bytes.length), bytes, bytes.length % 2 === 1 ? [0] : [])
}

/** A colour profile that has nothing but a description. */
export function iccProfile(description: string): Uint8Array {
  const text = join('desc', be32(0), be32(description.length + 1), description, [0])
  return join(Buffer.alloc(128), be32(1), 'desc', be32(144), be32(text.length), text)
}

/** What a format says of some bytes. */
export interface PictureReading {
  readonly mediaType: string
  readonly extracts: readonly Extract[]
  /** Values by tag name. */
  readonly tags: Readonly<Record<string, readonly string[]>>
  readonly flags: Readonly<Record<string, string | undefined>>
  readonly size: readonly [number, number] | undefined
  /** The cause of the gap, where there is one. */
  readonly gap: string | undefined
  entry(name: string): Extract | undefined
}

/** Recognises and reads bytes as the examiner does. */
export async function readPicture(
  format: Format,
  bytes: Uint8Array,
  limits: Limits = defaultLimits,
): Promise<PictureReading> {
  const reader = bytesReader(bytes)
  const head = await openHead(reader)
  const mediaType = await format.recognizes(head)
  if (mediaType === undefined) throw new Error('not recognised')
  const extracts: Extract[] = []
  for await (const extract of format.read(reader, { limits, mediaType, head })) extracts.push(extract)
  const tags: Record<string, readonly string[]> = {}
  const flags: Record<string, string | undefined> = {}
  const gaps: string[] = []
  let size: readonly [number, number] | undefined
  for (const extract of extracts) {
    if (extract.what === 'metadata') tags[extract.name] = [...(tags[extract.name] ?? []), extract.value]
    if (extract.what === 'flag') flags[extract.name] = extract.detail
    if (extract.what === 'gap') gaps.push(extract.cause)
    if (extract.what === 'picture') size = [extract.width, extract.height]
  }
  if (gaps.length > 1) throw new Error(`${gaps.length} gaps`)
  const entry = (name: string) => extracts.find((extract) => extract.what === 'metadata' && extract.name === name)
  return { mediaType, extracts, tags, flags, size, gap: gaps[0], entry }
}
