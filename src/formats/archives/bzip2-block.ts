import { ItemError } from '../../core/problem.ts'
import type { BitReader } from './bit-reader.ts'

const symbolsPerGroup = 50
const longestCode = 20
/** Bytes that a block is given out in. */
const pieceBytes = 1 << 18
/** Four equal bytes are followed by how many more there are. */
const runLength = 4

/** One block of a bzip2 file, undone up to its last step. */
export interface Bzip2Block {
  readonly checksum: number
  /** The bytes in pieces; a small block may stand for many. @throws ItemError `malformed` behind the last, by its checksum */
  pieces(): Generator<Uint8Array, void, undefined>
}

/**
 * Reads one block, its magic number taken (the format has no standard; this follows bzip2 1.0.8).
 * @param most bytes that a block of this file may have before the last step
 * @throws ItemError `truncated`, `malformed`, `unsupported_type`
 */
export function readBlock(bits: BitReader, most: number): Bzip2Block {
  const checksum = ((bits.take(16) << 16) | bits.take(16)) >>> 0
  if (bits.take(1) === 1) throw new ItemError('unsupported_type', 'a block is scrambled as only the oldest bzip2 did')
  const origin = bits.take(24)
  const symbols = usedSymbols(bits)
  const tables = readTables(bits, symbols.length + 2)
  const bytes = movedToFront(bits, tables, symbols, most)
  if (origin >= bytes.length) throw damaged()
  return { checksum, pieces: () => spelled(bytes, origin, checksum) }
}

function damaged(): ItemError {
  return new ItemError('malformed', 'a block of the compressed file is damaged')
}

/** The bytes that occur, from a map of a map. */
function usedSymbols(bits: BitReader): number[] {
  const rows = bits.take(16)
  const symbols: number[] = []
  for (let row = 0; row < 16; row++) {
    if ((rows & (0x8000 >> row)) === 0) continue
    const columns = bits.take(16)
    for (let column = 0; column < 16; column++) if (columns & (0x8000 >> column)) symbols.push(16 * row + column)
  }
  if (symbols.length === 0) throw damaged()
  return symbols
}

/** A canonical Huffman code: by length, the largest code, what to add to find its symbol, and the symbols in order. */
interface Table {
  readonly shortest: number
  readonly largest: Int32Array
  readonly toSymbol: Int32Array
  readonly symbols: Uint16Array
}

interface Tables {
  readonly tables: readonly Table[]
  readonly selectors: Uint8Array
  readonly end: number
}

function readTables(bits: BitReader, alphabet: number): Tables {
  const count = bits.take(3)
  const groups = bits.take(15)
  if (count < 2 || count > 6 || groups === 0) throw damaged()
  const order = Array.from({ length: count }, (_, index) => index)
  const selectors = new Uint8Array(groups)
  for (let group = 0; group < groups; group++) {
    let place = 0
    while (bits.take(1) === 1) place += 1
    const [chosen] = order.splice(place, 1)
    if (chosen === undefined) throw damaged()
    order.unshift(chosen)
    selectors[group] = chosen
  }
  const tables = Array.from({ length: count }, () => tableOf(codeLengths(bits, alphabet)))
  return { tables, selectors, end: alphabet - 1 }
}

function codeLengths(bits: BitReader, alphabet: number): Uint8Array {
  const lengths = new Uint8Array(alphabet)
  let length = bits.take(5)
  for (let symbol = 0; symbol < alphabet; symbol++) {
    while (bits.take(1) === 1) {
      length += bits.take(1) === 1 ? -1 : 1
      if (length < 1 || length > longestCode) throw damaged()
    }
    if (length < 1 || length > longestCode) throw damaged()
    lengths[symbol] = length
  }
  return lengths
}

function tableOf(lengths: Uint8Array): Table {
  const symbols = new Uint16Array(lengths.length)
  const largest = new Int32Array(longestCode + 2).fill(-1)
  const toSymbol = new Int32Array(longestCode + 2)
  const shortest = Math.min(...lengths)
  let code = 0
  let index = 0
  for (let length = shortest; length <= longestCode; length++) {
    toSymbol[length] = index - code
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue
      symbols[index++] = symbol
      code += 1
    }
    largest[length] = code - 1
    code <<= 1
  }
  return { shortest, largest, toSymbol, symbols }
}

function symbolOf(bits: BitReader, { shortest, largest, toSymbol, symbols }: Table): number {
  const ahead = bits.peek(longestCode)
  for (let length = shortest; length <= longestCode; length++) {
    const code = ahead >>> (longestCode - length)
    if (code > (largest[length] ?? -1)) continue
    bits.take(length)
    return symbols[code + (toSymbol[length] ?? 0)] ?? 0
  }
  throw damaged()
}

/** Undoes the Huffman code, the runs of the most recent byte, and moving to the front. */
function movedToFront(
  bits: BitReader,
  { tables, selectors, end }: Tables,
  symbols: readonly number[],
  most: number,
): Uint8Array {
  const bytes = new Uint8Array(most)
  const front = Uint8Array.from(symbols)
  let length = 0
  let run = 0
  let weight = 1
  for (let group = 0; ; group++) {
    const table = tables[selectors[group] ?? -1]
    if (!table) throw damaged()
    for (let count = 0; count < symbolsPerGroup; count++) {
      const symbol = symbolOf(bits, table)
      if (symbol <= 1) {
        run += weight << symbol
        weight <<= 1
        if (run > most) throw damaged()
        continue
      }
      if (run > 0) {
        if (length + run > most) throw damaged()
        bytes.fill(front[0] ?? 0, length, length + run)
        length += run
        run = 0
        weight = 1
      }
      if (symbol === end) return bytes.subarray(0, length)
      if (length >= most) throw damaged()
      const byte = front[symbol - 1] ?? 0
      front.copyWithin(1, 0, symbol - 1)
      front[0] = byte
      bytes[length++] = byte
    }
  }
}

/** Undoes the sorting (Burrows and Wheeler) and the run lengths. */
function* spelled(bytes: Uint8Array, origin: number, checksum: number): Generator<Uint8Array, void, undefined> {
  const next = successors(bytes)
  let piece = new Uint8Array(pieceBytes)
  let filled = 0
  let sum = 0xffffffff
  let at = next[origin] ?? 0
  let before = -1
  let same = 0
  for (let count = 0; count < bytes.length; count++) {
    const byte = bytes[at] ?? 0
    at = next[at] ?? 0
    let repeats = 1
    if (same === runLength) {
      repeats = byte
      same = 0
    } else {
      same = byte === before ? same + 1 : 1
      before = byte
    }
    for (; repeats > 0; repeats--) {
      piece[filled++] = before
      sum = (sum << 8) ^ (sums[(sum >>> 24) ^ before] ?? 0)
      if (filled < pieceBytes) continue
      yield piece
      piece = new Uint8Array(pieceBytes)
      filled = 0
    }
    if (same === 0) before = -1
  }
  if (filled > 0) yield piece.subarray(0, filled)
  if (~sum >>> 0 !== checksum) throw new ItemError('malformed', 'a block does not have its checksum')
}

/** For each byte of the last column, where the byte behind it stands. */
function successors(bytes: Uint8Array): Uint32Array {
  const starts = new Uint32Array(257)
  for (const byte of bytes) starts[byte + 1] = (starts[byte + 1] ?? 0) + 1
  for (let byte = 1; byte <= 256; byte++) starts[byte] = (starts[byte] ?? 0) + (starts[byte - 1] ?? 0)
  const next = new Uint32Array(bytes.length)
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    const place = starts[byte] ?? 0
    next[place] = at
    starts[byte] = place + 1
  }
  return next
}

/** CRC-32 with the highest bit first. */
const sums: Int32Array = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24
  for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1
  return sum
})
