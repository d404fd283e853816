/**
 * RFC 1951 with fixed codes and a plain search for repeats. zlib packs better, but its bytes differ between versions and
 * processors, and the dump must come out the same everywhere.
 */
export function deflateRaw(bytes: Uint8Array): Uint8Array {
  const out = bitWriter()
  out.bits(1, 1)
  out.bits(1, 2)
  const last = new Map<number, number>()
  for (let at = 0; at < bytes.length; ) {
    const key =
      at + 2 < bytes.length ? ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0) : -1
    const earlier = key < 0 ? undefined : last.get(key)
    const length = earlier === undefined || at - earlier > 32_768 ? 0 : repeatLength(bytes, earlier, at)
    if (key >= 0) last.set(key, at)
    if (length >= 3 && earlier !== undefined) {
      writeRepeat(out, length, at - earlier)
      at += length
    } else {
      writeSymbol(out, bytes[at] ?? 0)
      at += 1
    }
  }
  writeSymbol(out, 256)
  return out.done()
}

function repeatLength(bytes: Uint8Array, from: number, to: number): number {
  let length = 0
  while (length < 258 && to + length < bytes.length && bytes[from + length] === bytes[to + length]) length += 1
  return length
}

type BitWriter = ReturnType<typeof bitWriter>

function bitWriter() {
  const bytes: number[] = []
  let held = 0
  let count = 0
  const bits = (value: number, length: number) => {
    held |= value << count
    count += length
    while (count >= 8) {
      bytes.push(held & 0xff)
      held >>>= 8
      count -= 8
    }
  }
  return {
    bits,
    /** Huffman codes go highest bit first. */
    code(value: number, length: number) {
      for (let bit = length - 1; bit >= 0; bit -= 1) bits((value >>> bit) & 1, 1)
    },
    done() {
      if (count > 0) bytes.push(held & 0xff)
      return Uint8Array.from(bytes)
    },
  }
}

function writeSymbol(out: BitWriter, symbol: number): void {
  if (symbol < 144) out.code(0x30 + symbol, 8)
  else if (symbol < 256) out.code(0x190 + symbol - 144, 9)
  else if (symbol < 280) out.code(symbol - 256, 7)
  else out.code(0xc0 + symbol - 280, 8)
}

const lengthBases = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const distanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]
const distanceBases = distanceBits.reduce<number[]>((bases, _, at) => {
  bases.push(at === 0 ? 1 : (bases[at - 1] ?? 0) + 2 ** (distanceBits[at - 1] ?? 0))
  return bases
}, [])

function writeRepeat(out: BitWriter, length: number, distance: number): void {
  const lengthAt = lengthBases.findLastIndex((base) => base <= length)
  writeSymbol(out, 257 + lengthAt)
  out.bits(length - (lengthBases[lengthAt] ?? 0), lengthBits[lengthAt] ?? 0)
  const distanceAt = distanceBases.findLastIndex((base) => base <= distance)
  out.code(distanceAt, 5)
  out.bits(distance - (distanceBases[distanceAt] ?? 0), distanceBits[distanceAt] ?? 0)
}
