import { readXmp } from '../xmp.ts'
import { hasAt, latin1, textOf, u16, u32, utf16 } from './bytes.ts'
import { readIptc } from './iptc.ts'
import { type Notes, type Rank, ranks } from './notes.ts'
import { natureOf } from './personal.ts'

/** Notes what an XMP packet says. The bytes may be UTF-8 or UTF-16, with anything around the packet. */
export function noteXmp(bytes: Uint8Array, notes: Notes, rank: Rank = ranks.packet): void {
  for (const { name, value, personal, entityType } of readXmp(packetText(bytes), notes.limits)) {
    // Positions are put together once everything is known.
    if (name === 'GPSPosition') continue
    const told = natureOf(name, value)
    const nature = entityType === undefined ? told : { personal: true, entityType }
    for (const one of peopleApart(name, value)) {
      notes.tag(
        name,
        one,
        rank,
        one === value ? { ...nature, personal: personal || nature.personal } : natureOf(name, one),
      )
    }
    if (name === 'ProjectionType' && value === 'equirectangular') notes.flag('panorama_360')
  }
}

/** Kilobytes of blanks stand before the end mark, room for edits; what stands behind it is no text. */
function packetText(bytes: Uint8Array): string {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf('<?xpacket end')
  return decoded(end < 0 ? bytes : bytes.subarray(0, end)).trimEnd()
}

function decoded(bytes: Uint8Array): string {
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) return utf16(bytes, false)
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return utf16(bytes, true)
  // XMP is UTF-8: a damaged byte or two don't make it anything else, no single valid sequence does.
  const text = utf8.decode(bytes)
  return text.includes('\uFFFD') && !/[\u0080-\uFFFC]/.test(text) ? textOf(bytes) : text
}

const utf8 = new TextDecoder('utf-8')

/** Lists of people come joined: each full name is an entry of its own. */
function peopleApart(name: string, value: string): readonly string[] {
  if (name !== 'PersonInImage' && name !== 'RegionName') return [value]
  const parts = value.split(', ')
  return parts.every((part) => part.includes(' ')) ? parts : [value]
}

/**
 * Notes what a block of Photoshop image resources says ("8BIM …", Adobe Photoshop File Formats Specification): IPTC, XMP,
 * a web address and whether there is a thumbnail. Resources after a damaged one are left out.
 */
export function notePhotoshop(bytes: Uint8Array, notes: Notes): Uint8Array | undefined {
  let exif: Uint8Array | undefined
  for (let at = 0; at + 12 <= bytes.length; ) {
    if (!isResource(bytes, at)) return exif
    const id = u16(bytes, at + 4, false)
    const nameBytes = 1 + (bytes[at + 6] ?? 0)
    const sizeAt = at + 6 + nameBytes + (nameBytes & 1)
    const size = u32(bytes, sizeAt, false)
    const data = bytes.subarray(sizeAt + 4, sizeAt + 4 + size)
    if (id === 0x0422) exif = data
    else noteResource(id, data, notes)
    at = sizeAt + 4 + size + (size & 1)
  }
  return exif
}

function isResource(bytes: Uint8Array, at: number): boolean {
  return ['8BIM', 'MeSa', 'AgHg', 'PHUT', 'DCSR'].some((signature) => hasAt(bytes, at, signature))
}

function noteResource(id: number, data: Uint8Array, notes: Notes): void {
  switch (id) {
    case 0x0404:
      readIptc(data, notes)
      return
    case 0x0424:
      noteXmp(data, notes)
      return
    case 0x040b:
      notes.tag('URL', textOf(data), ranks.packet)
      return
    case 0x040f:
      noteIcc(data, notes)
      return
    case 0x0409:
    case 0x040c:
      notes.flag('embedded_preview', `${u32(data, 4, false)}x${u32(data, 8, false)}, ${data.length} bytes`)
      return
    default:
  }
}

/** Notes the description of an ICC profile (ICC.1:2022: a tag 'desc' of type 'desc' or 'mluc'). */
export function noteIcc(bytes: Uint8Array, notes: Notes): void {
  const count = Math.min(u32(bytes, 128, false), 100)
  for (let index = 0; index < count; index++) {
    const entry = 132 + index * 12
    if (!hasAt(bytes, entry, 'desc')) continue
    const offset = u32(bytes, entry + 4, false)
    const data = bytes.subarray(offset, offset + u32(bytes, entry + 8, false))
    notes.tag('ProfileDescription', descriptionOf(data), ranks.packet)
    return
  }
}

function descriptionOf(data: Uint8Array): string {
  const type = latin1(data, 0, 4)
  if (type === 'desc') return textOf(data.subarray(12, 12 + u32(data, 8, false))).split('\0', 1)[0] ?? ''
  if (type === 'text') return textOf(data.subarray(8)).split('\0', 1)[0] ?? ''
  if (type !== 'mluc') return ''
  const records = Math.min(u32(data, 8, false), 64)
  const english = Array.from({ length: records }, (_, index) => 16 + index * 12).find((at) => hasAt(data, at, 'en'))
  const at = english ?? 16
  const offset = u32(data, at + 8, false)
  return utf16(data.subarray(offset, offset + u32(data, at + 4, false)), false)
}
