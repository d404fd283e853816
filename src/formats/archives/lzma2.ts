import { ItemError } from '../../core/problem.ts'
import { LzmaDecoder, outputAtMost } from './lzma.ts'
import type { Cursor } from './window.ts'

/** Packed bytes of LZMA alone that are decoded at a time. */
const packedPieceBytes = 1 << 16

function damaged(): ItemError {
  return new ItemError('malformed', 'the packed bytes can not be expanded')
}

/** The dictionary's size in bytes by the one byte of properties that LZMA2 has. */
export function lzma2Dictionary(bits: number): number {
  if (bits > 40) throw damaged()
  return bits === 40 ? 2 ** 32 - 1 : (2 | (bits & 1)) * 2 ** (Math.floor(bits / 2) + 11)
}

/** What LZMA2 packed, up to its end mark. @throws ItemError `truncated`, `malformed`, `memory_limit` */
export async function* lzma2Pieces(cursor: Cursor, dictionary: number): AsyncGenerator<Uint8Array, void, undefined> {
  const decoder = new LzmaDecoder(dictionary)
  let needs = 3
  for (;;) {
    const [control = 0] = await cursor.take(1)
    if (control === 0) return
    if (control === 1 || control >= 0xe0) decoder.resetDictionary()
    else if (needs === 3) throw damaged()
    if (control < 0x80) {
      if (control > 2) throw damaged()
      needs = Math.min(needs, 2)
      const length = (await cursor.take(2)).readUInt16BE(0) + 1
      yield Uint8Array.from(decoder.copy(await cursor.take(length)))
      continue
    }
    const sizes = await cursor.take(4)
    const length = ((control & 0x1f) << 16) + sizes.readUInt16BE(0) + 1
    const packed = sizes.readUInt16BE(2) + 1
    const reset = (control >> 5) & 3
    if (reset < Math.min(needs, 2)) throw damaged()
    if (reset >= 2) decoder.setProperties((await cursor.take(1))[0] ?? 0)
    if (reset >= 1) decoder.resetState()
    needs = 0
    yield Uint8Array.from(decoder.decode(await cursor.take(packed), length))
  }
}

/**
 * What LZMA alone packed.
 * @param properties one byte of contexts, four of the dictionary's size
 * @param size bytes that come out; undefined where only an end mark tells
 * @throws ItemError `truncated`, `malformed`, `memory_limit`
 */
export async function* lzmaPieces(
  cursor: Cursor,
  properties: Buffer,
  size: number | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const decoder = new LzmaDecoder(properties.readUInt32LE(1))
  decoder.setProperties(properties[0] ?? 0xff)
  decoder.resetState()
  decoder.begin(await cursor.take(5))
  for (let given = 0; size === undefined || given < size; ) {
    const left = size === undefined ? outputAtMost : Math.min(outputAtMost, size - given)
    const packed = await cursor.peek(packedPieceBytes)
    const { bytes, used } = decoder.run(packed, packed.length < packedPieceBytes, left)
    cursor.at += used
    if (bytes.length > 0) yield Uint8Array.from(bytes.subarray(0, size === undefined ? bytes.length : size - given))
    given += bytes.length
    if (decoder.isAtEnd) break
    if (bytes.length === 0 && used === 0) throw new ItemError('truncated', 'the packed bytes end too early')
  }
}
