import type { Reader } from '../../core/reader.ts'
import type { BlockBudget } from './access.ts'
import { hasAt, textOf, u16, u32, untilNul } from './bytes.ts'
import { type Notes, ranks } from './notes.ts'

/** Levels of heaps within heaps; cameras write three. */
const deepest = 6
const recordBytes = 10

/**
 * Notes what a CIFF structure says (Canon's CRW files and early JPEGs; CIFF specification 1.0 rev. 4): make and model,
 * owner, serial number, time taken, size.
 * @param reader the structure alone, from its byte order mark on
 * @returns false where it is no CIFF
 */
export async function noteCiff(reader: Reader, notes: Notes, budget: BlockBudget): Promise<boolean> {
  const head = await reader.read(0, 14)
  if (!hasAt(head, 6, 'HEAPCCDR') && !hasAt(head, 6, 'HEAPJPGM')) return false
  const little = hasAt(head, 0, 'II')
  const heap: Heap = { reader, notes, budget, little }
  await readHeap(heap, u32(head, 2, little), reader.size, 0)
  return true
}

interface Heap {
  readonly reader: Reader
  readonly notes: Notes
  readonly budget: BlockBudget
  readonly little: boolean
}

/** A heap ends with the offset of its table: a count, then ten bytes a record. */
async function readHeap(heap: Heap, start: number, end: number, depth: number): Promise<void> {
  const { reader, budget, little } = heap
  if (depth > deepest || start < 0 || end - start < 6 || end > reader.size) return
  const tableAt = start + u32(await reader.read(end - 4, 4), 0, little)
  const count = u16(await reader.read(tableAt, 2), 0, little)
  if (tableAt < start || tableAt + 2 + count * recordBytes > end) {
    heap.notes.fault('malformed', 'a heap of camera data is damaged')
    return
  }
  budget.spend(count + 1)
  const table = await reader.read(tableAt + 2, count * recordBytes)
  for (let index = 0; index < count; index++) {
    const at = index * recordBytes
    const type = u16(table, at, little)
    // Values of eight bytes at most stand in the table itself.
    const isInline = (type & 0xc0_00) === 0x40_00
    const size = isInline ? 8 : u32(table, at + 2, little)
    const from = isInline ? tableAt + 2 + at + 2 : start + u32(table, at + 6, little)
    if (from + size > end) continue
    if ((type & 0x38_00) === 0x28_00 || (type & 0x38_00) === 0x30_00) await readHeap(heap, from, from + size, depth + 1)
    else await noteRecord(heap, type & 0x3f_ff, from, Math.min(size, 1_024))
  }
}

async function noteRecord(heap: Heap, id: number, at: number, size: number): Promise<void> {
  const { notes, little } = heap
  if (!known.has(id)) return
  const bytes = await heap.reader.read(at, size)
  const text = () => textOf(untilNul(bytes))
  const rank = ranks.maker
  switch (id) {
    case 0x080a:
      notes.tag('Make', text(), rank)
      notes.tag('Model', textOf(untilNul(bytes.subarray(untilNul(bytes).length + 1))), rank)
      return
    case 0x0805:
      return notes.tag('ImageDescription', text(), rank)
    case 0x080b:
      return notes.tag('CanonFirmwareVersion', text(), rank)
    case 0x0810:
      return notes.tag('OwnerName', text(), rank)
    case 0x0816:
      return notes.tag('OriginalFileName', text(), rank)
    case 0x0815:
      return notes.tag('CanonImageType', text(), rank)
    case 0x180b:
      return notes.tag('SerialNumber', String(u32(bytes, 0, little)), rank)
    case 0x180e:
      return notes.tag('DateTimeOriginal', localTime(u32(bytes, 0, little)), rank)
    case 0x1810:
      notes.size(u32(bytes, 0, little), u32(bytes, 4, little))
      return notes.tag('Orientation', orientations[u32(bytes, 12, little)] ?? '', rank)
    default:
  }
}

const known = new Set([0x0805, 0x080a, 0x080b, 0x0810, 0x0815, 0x0816, 0x180b, 0x180e, 0x1810])
const orientations: Readonly<Record<number, string>> = { 0: '1', 90: '6', 180: '3', 270: '8' }

/** Seconds since 1970 in the camera's own zone, which is not told. */
function localTime(seconds: number): string {
  return seconds === 0 ? '' : new Date(seconds * 1_000).toISOString().slice(0, 19)
}
