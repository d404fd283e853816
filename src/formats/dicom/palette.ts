import type { Reader } from '../../core/reader.ts'
import type { DataElement } from './elements.ts'
import type { Palette } from './shade.ts'
import { numbersOf } from './values.ts'

/** Entries that a palette may have (PS3.3, C.7.6.3.1.5). */
const mostEntries = 65_536

/**
 * The palette of a data set; undefined where it has none that is whole.
 * @param elements by keyword
 * @throws ItemError from the reader
 */
export async function paletteOf(
  reader: Reader,
  elements: ReadonlyMap<string, DataElement>,
): Promise<Palette | undefined> {
  const red = await channel(reader, elements, 'Red')
  const green = await channel(reader, elements, 'Green')
  const blue = await channel(reader, elements, 'Blue')
  return red && green && blue
    ? { first: red.first, red: red.shades, green: green.shades, blue: blue.shades }
    : undefined
}

async function channel(reader: Reader, elements: ReadonlyMap<string, DataElement>, colour: string) {
  const descriptor = elements.get(`${colour}PaletteColorLookupTableDescriptor`)
  const data = elements.get(`${colour}PaletteColorLookupTableData`)
  if (!descriptor || !data) return undefined
  const [entries = 0, first = 0, bits = 16] = await numbersOf(reader, { ...descriptor, vr: 'US' })
  const count = Math.min(entries === 0 ? mostEntries : entries, mostEntries)
  const bytes = await reader.read(data.start, Math.min(data.length, 2 * count))
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const shades = new Uint8Array(count)
  // Entries of eight bits are packed two in a word, or stand alone in one: the length tells.
  const isPacked = bits <= 8 && data.length < 2 * count
  for (let at = 0; at < count; at++) {
    if (isPacked) shades[at] = bytes[at] ?? 0
    else if (2 * at + 2 <= bytes.length)
      shades[at] =
        bits <= 8 ? (bytes[2 * at + (data.isLittle ? 0 : 1)] ?? 0) : view.getUint16(2 * at, data.isLittle) >> 8
  }
  return { first, shades }
}
