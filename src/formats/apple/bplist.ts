import { bufferOf } from '../decoder.ts'

/** Objects of one list that are looked at. */
const objectsAtMost = 1_000_000
const trailerBytes = 32
const magic = Buffer.from('bplist00')

/** Whether these bytes begin like a binary property list (CFBinaryPList.c, opensource.apple.com). */
export function startsLikeBplist(bytes: Uint8Array): boolean {
  return magic.every((byte, at) => bytes[at] === byte)
}

/**
 * The texts of a binary property list in the order in which they stand: keys and values alike. Numbers and dates are
 * left out.
 * @returns undefined where its table of objects is damaged
 */
export function bplistTexts(bytes: Uint8Array): readonly string[] | undefined {
  const list = bufferOf(bytes)
  if (!startsLikeBplist(list) || list.length < magic.length + trailerBytes) return undefined
  const trailer = list.subarray(list.length - trailerBytes)
  const width = trailer[6] ?? 0
  const count = Number(trailer.readBigUInt64BE(8))
  const table = Number(trailer.readBigUInt64BE(24))
  if (width < 1 || width > 6 || count > objectsAtMost || table + count * width > list.length - trailerBytes)
    return undefined
  const texts: string[] = []
  for (let at = 0; at < count; at++) {
    const text = textAt(list.subarray(0, table), list.readUIntBE(table + at * width, width))
    if (text !== undefined && text !== '') texts.push(text)
  }
  return texts
}

function textAt(list: Buffer, at: number): string | undefined {
  const mark = list[at] ?? 0
  const kind = mark >> 4
  if (kind !== 5 && kind !== 6) return undefined
  let [length, start] = [mark & 15, at + 1]
  if (length === 15) {
    // A number follows: its own mark says of how many bytes.
    const size = 1 << ((list[start] ?? 0) & 15)
    if (size > 4 || start + 1 + size > list.length) return undefined
    length = list.readUIntBE(start + 1, size)
    start += 1 + size
  }
  const bytes = list.subarray(start, start + length * (kind === 6 ? 2 : 1))
  if (kind === 5) return bytes.toString('latin1')
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le')
    .toWellFormed()
}
