import { crc32 } from 'node:zlib'
import { escapeXml } from './html.ts'

/** Puts segments behind a JPEG's first marker: EXIF (APP1), XMP (APP1), IPTC (APP13). */
export function jpegWith(
  jpeg: Uint8Array,
  parts: { readonly exif?: Uint8Array; readonly xmp?: string; readonly iptc?: Uint8Array },
): Uint8Array {
  const segments = [
    ...(parts.exif ? [segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), parts.exif]))] : []),
    ...(parts.xmp ? [segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${parts.xmp}`))] : []),
    ...(parts.iptc ? [segment(0xed, parts.iptc)] : []),
  ]
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)])
}

function segment(marker: number, body: Uint8Array): Uint8Array {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** IPTC-IIM records of the application record (2), in UTF-8, inside Photoshop's resource 0x0404. */
export function makeIptc(entries: readonly (readonly [number, string])[]): Uint8Array {
  const record = (set: number, dataset: number, bytes: Uint8Array) => {
    const head = Buffer.from([0x1c, set, dataset, 0, 0])
    head.writeUInt16BE(bytes.length, 3)
    return Buffer.concat([head, bytes])
  }
  const utf8 = record(1, 90, Buffer.from('\x1b%G', 'latin1'))
  const records = Buffer.concat([utf8, ...entries.map(([dataset, text]) => record(2, dataset, Buffer.from(text)))])
  const head = Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0', 'latin1')
  head.writeUInt32BE(records.length, head.length - 4)
  return Buffer.concat([head, records, Buffer.alloc(records.length % 2)])
}

/** An XMP packet of Dublin Core and Photoshop properties. */
export function makeXmp(values: {
  readonly title?: string
  readonly creator?: string
  readonly tool?: string
  readonly city?: string
  readonly more?: string
}): string {
  const title = values.title
    ? `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(values.title)}</rdf:li></rdf:Alt></dc:title>`
    : ''
  const creator = values.creator
    ? `<dc:creator><rdf:Seq><rdf:li>${escapeXml(values.creator)}</rdf:li></rdf:Seq></dc:creator>`
    : ''
  const tool = values.tool ? `<xmp:CreatorTool>${escapeXml(values.tool)}</xmp:CreatorTool>` : ''
  const city = values.city ? `<photoshop:City>${escapeXml(values.city)}</photoshop:City>` : ''
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">${title}${creator}${tool}${city}</rdf:Description>${values.more ?? ''}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}

/** Puts an EXIF chunk into a plain lossy WebP, which needs the extended header for it. */
export function webpWith(webp: Uint8Array, exif: Uint8Array, width: number, height: number): Uint8Array {
  const extended = Buffer.alloc(10)
  extended[0] = 0x08
  extended.writeUIntLE(width - 1, 4, 3)
  extended.writeUIntLE(height - 1, 7, 3)
  const body = Buffer.concat([Buffer.from('WEBP'), riff('VP8X', extended), webp.subarray(12), riff('EXIF', exif)])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}

function riff(name: string, body: Uint8Array): Uint8Array {
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

/** Puts text chunks and an EXIF chunk behind a PNG's header. */
export function pngWith(png: Uint8Array, texts: Readonly<Record<string, string>>, exif?: Uint8Array): Uint8Array {
  const chunk = (name: string, body: Uint8Array) => {
    const named = Buffer.concat([Buffer.from(name), body])
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(body.length, 0)
    ends.writeUInt32BE(crc32(named), 4)
    return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
  }
  const chunks = Object.entries(texts).map(([key, value]) => chunk('iTXt', Buffer.from(`${key}\0\0\0\0\0${value}`)))
  const behindHeader = 8 + 25
  const all = [...chunks, ...(exif ? [chunk('eXIf', exif)] : [])]
  return Buffer.concat([png.subarray(0, behindHeader), ...all, png.subarray(behindHeader)])
}
