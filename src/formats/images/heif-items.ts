import type { Reader } from '../../core/reader.ts'
import type { BlockBudget } from './access.ts'
import { latin1, u16, u32, u64, untilNul } from './bytes.ts'
import { type Box, boxesIn, boxMap, contentOf } from './iso-boxes.ts'
import type { Notes } from './notes.ts'
import { noteIcc } from './packets.ts'

/** An item of the file: where its bytes are. */
export interface HeifItem {
  readonly kind: 'exif' | 'xmp' | 'picture'
  readonly extents: readonly Extent[]
}

interface Extent {
  readonly at: number
  readonly length: number
}

/** What the box of metadata says of the file's pictures. */
interface HeifItems {
  /** Of the primary picture, as stored. */
  readonly size: { readonly width: number; readonly height: number } | undefined
  /** Pictures that stand for themselves: no tiles, thumbnails or auxiliary ones. */
  readonly pictures: number
  readonly previews: number
  readonly items: readonly HeifItem[]
}

/** Bytes of one table (items, places, properties) that are read. */
const tableBytes = 4 * 2 ** 20

/** Reads the items of a `meta` box (ISO/IEC 14496-12, 8.11; ISO/IEC 23008-12, 9.3). */
export async function readHeifItems(reader: Reader, meta: Box, notes: Notes, budget: BlockBudget): Promise<HeifItems> {
  const boxes = await boxMap(reader, meta.start + 4, meta.end, budget)
  const kinds = await itemKinds(reader, boxes.get('iinf'), budget)
  const places = await itemPlaces(reader, boxes.get('iloc'), boxes.get('idat'), budget)
  const primary = await primaryItem(reader, boxes.get('pitm'))
  const { previews, dependent } = await references(reader, boxes.get('iref'), budget)
  const properties = boxes.get('iprp') && (await propertiesOf(reader, boxes.get('iprp'), primary, notes, budget))
  const items = [...kinds].map(([id, kind]) => ({ kind, extents: places.get(id) ?? [] }))
  const standing = [...kinds].filter(([id, kind]) => kind === 'picture' && !dependent.has(id))
  return { size: properties, pictures: standing.length, previews, items }
}

async function itemKinds(reader: Reader, box: Box | undefined, budget: BlockBudget) {
  const kinds = new Map<number, HeifItem['kind']>()
  if (!box) return kinds
  const version = (await reader.read(box.start, 1))[0] ?? 0
  for await (const entry of boxesIn(reader, box.start + (version === 0 ? 6 : 8), box.end, budget)) {
    if (entry.type !== 'infe') continue
    const bytes = await contentOf(reader, entry, 1_024)
    const wide = bytes[0] === 3
    if (!wide && bytes[0] !== 2) continue
    const id = wide ? u32(bytes, 4, false) : u16(bytes, 4, false)
    const at = wide ? 10 : 8
    const type = latin1(bytes, at, at + 4)
    if (type === 'Exif') kinds.set(id, 'exif')
    else if (type === 'mime') {
      const rest = bytes.subarray(at + 4)
      const contentType = latin1(untilNul(rest.subarray(untilNul(rest).length + 1)))
      if (contentType === 'application/rdf+xml') kinds.set(id, 'xmp')
    } else kinds.set(id, 'picture')
  }
  return kinds
}

async function primaryItem(reader: Reader, box: Box | undefined): Promise<number | undefined> {
  if (!box) return undefined
  const bytes = await contentOf(reader, box, 8)
  return bytes[0] === 0 ? u16(bytes, 4, false) : u32(bytes, 4, false)
}

/** Numbers of 0, 4 or 8 bytes, as the box of places has them. */
function sized(bytes: Uint8Array, at: number, size: number): number {
  if (size === 8) return u64(bytes, at, false)
  return size === 4 ? u32(bytes, at, false) : 0
}

async function itemPlaces(reader: Reader, box: Box | undefined, idat: Box | undefined, budget: BlockBudget) {
  const places = new Map<number, Extent[]>()
  if (!box) return places
  const bytes = await contentOf(reader, box, tableBytes)
  const version = bytes[0] ?? 0
  const sizes = u16(bytes, 4, false)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexSize = version === 0 ? 0 : sizes & 15
  const idSize = version < 2 ? 2 : 4
  const count = version < 2 ? u16(bytes, 6, false) : u32(bytes, 6, false)
  let at = version < 2 ? 8 : 10
  for (let index = 0; index < count && at < bytes.length; index++) {
    const id = idSize === 2 ? u16(bytes, at, false) : u32(bytes, at, false)
    at += idSize
    const method = version === 0 ? 0 : u16(bytes, at, false) & 15
    at += (version === 0 ? 0 : 2) + 2
    const base = sized(bytes, at, baseSize) + (method === 1 ? (idat?.start ?? 0) : 0)
    at += baseSize
    const extentCount = u16(bytes, at, false)
    at += 2
    budget.spend(1 + extentCount)
    const extents: Extent[] = []
    for (let extent = 0; extent < extentCount && at < bytes.length; extent++) {
      const offset = sized(bytes, at + indexSize, offsetSize)
      const length = sized(bytes, at + indexSize + offsetSize, lengthSize)
      at += indexSize + offsetSize + lengthSize
      extents.push({ at: base + offset, length })
    }
    // Method 2 builds an item of others; nobody writes metadata that way.
    if (method < 2) places.set(id, extents)
  }
  return places
}

async function references(reader: Reader, box: Box | undefined, budget: BlockBudget) {
  const dependent = new Set<number>()
  let previews = 0
  if (!box) return { previews, dependent }
  const wide = (await reader.read(box.start, 1))[0] === 1
  const size = wide ? 4 : 2
  for await (const entry of boxesIn(reader, box.start + 4, box.end, budget)) {
    const bytes = await contentOf(reader, entry, tableBytes)
    const read = (at: number) => (wide ? u32(bytes, at, false) : u16(bytes, at, false))
    if (entry.type === 'thmb') previews += 1
    if (entry.type === 'thmb' || entry.type === 'auxl') dependent.add(read(0))
    if (entry.type !== 'dimg') continue
    const count = u16(bytes, size, false)
    budget.spend(count)
    for (let index = 0; index < count; index++) dependent.add(read(size + 2 + index * size))
  }
  return { previews, dependent }
}

/** The size of the primary picture; its colour profile is noted. */
async function propertiesOf(
  reader: Reader,
  box: Box | undefined,
  primary: number | undefined,
  notes: Notes,
  budget: BlockBudget,
): Promise<HeifItems['size']> {
  if (!box) return undefined
  const boxes = await boxMap(reader, box.start, box.end, budget)
  const container = boxes.get('ipco')
  if (!container) return undefined
  const owned = primary === undefined ? undefined : await ownedBy(reader, boxes.get('ipma'), primary)
  let size: HeifItems['size']
  let index = 0
  for await (const property of boxesIn(reader, container.start, container.end, budget)) {
    index += 1
    if (property.type === 'ispe' && (owned?.has(index) ?? true)) {
      const bytes = await contentOf(reader, property, 12)
      size = { width: u32(bytes, 4, false), height: u32(bytes, 8, false) }
    } else if (property.type === 'colr') {
      const bytes = await contentOf(reader, property, tableBytes)
      if (/^(?:prof|rICC)/.test(latin1(bytes, 0, 4))) noteIcc(bytes.subarray(4), notes)
    }
  }
  return size
}

/** Numbers (from 1) of the properties that belong to an item. */
async function ownedBy(reader: Reader, box: Box | undefined, item: number): Promise<Set<number> | undefined> {
  if (!box) return undefined
  const bytes = await contentOf(reader, box, tableBytes)
  const isWideId = (bytes[0] ?? 0) >= 1
  const isWideIndex = ((bytes[3] ?? 0) & 1) === 1
  const count = u32(bytes, 4, false)
  let at = 8
  for (let entry = 0; entry < count && at < bytes.length; entry++) {
    const id = isWideId ? u32(bytes, at, false) : u16(bytes, at, false)
    at += isWideId ? 4 : 2
    const associations = bytes[at] ?? 0
    at += 1
    const step = isWideIndex ? 2 : 1
    if (id === item) {
      const read = (place: number) => (isWideIndex ? u16(bytes, place, false) & 0x7f_ff : (bytes[place] ?? 0) & 0x7f)
      return new Set(Array.from({ length: associations }, (_, index) => read(at + index * step)))
    }
    at += associations * step
  }
  return undefined
}
