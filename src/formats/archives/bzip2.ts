import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { BitReader } from './bit-reader.ts'
import { readBlock } from './bzip2-block.ts'
import { compressedFormat } from './compressed.ts'

/** More than one packed block can have: 900,000 symbols of 20 bits, and its tables. */
const blockBytes = 3 * 2 ** 20
const readBytes = 4 * 2 ** 20
const beginning = [0x42, 0x5a, 0x68]

/** One file compressed by bzip2, also where it was made of several pieces. */
export const bzip2 = compressedFormat({
  id: 'bzip2',
  title: 'File compressed by bzip2',
  mediaType: 'application/x-bzip2',
  extensions: ['bz2', 'tbz', 'tbz2'],
  recognizes: (head) => levelOf(head, 0) > 0 && marks.some((mark) => isMark(head, 4, mark)),
  expand: expandBzip2,
})

const blockMark = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]
const endMark = [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]
const marks = [blockMark, endMark]

/** The size of blocks in units of 100,000 bytes; 0 where no file begins. */
function levelOf(bytes: Uint8Array, at: number): number {
  const level = (bytes[at + 3] ?? 0) - 0x30
  return level >= 1 && level <= 9 && isMark(bytes, at, beginning) ? level : 0
}

function isMark(bytes: ArrayLike<number>, at: number, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[at + index] === byte)
}

/** What is compressed in the whole of a reader. @throws ItemError behind what could be had */
export async function* expandBzip2(reader: Reader): AsyncGenerator<Uint8Array, void, undefined> {
  const window = await openWindow(reader)
  while (window.byteAt() < reader.size) {
    const bits = await window.bits()
    const head = [bits.take(8), bits.take(8), bits.take(8), bits.take(8)]
    const level = levelOf(Uint8Array.from(head), 0)
    if (level === 0) throw new ItemError('malformed', 'what follows the compressed file is something else')
    window.moveTo(bits.bitAt)
    yield* stream(window, 100_000 * level)
  }
}

/** The blocks of one stream; leaves the window behind it. */
async function* stream(window: Window, most: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    const bits = await window.bits()
    const mark = Array.from({ length: 6 }, () => bits.take(8))
    if (isMark(mark, 0, endMark)) {
      // The checksum of the whole is made of those of its blocks, which have been checked.
      bits.take(16)
      bits.take(16)
      return window.moveTo(8 * Math.ceil(bits.bitAt / 8))
    }
    if (!isMark(mark, 0, blockMark)) throw new ItemError('malformed', 'a block of the compressed file is damaged')
    const block = readBlock(bits, most)
    window.moveTo(bits.bitAt)
    yield* block.pieces()
  }
}

/** The part of the file that is at hand: always a whole block, unless the file ends. */
interface Window {
  /** Where in the file the next bit stands. */
  byteAt(): number
  /** The bits from the next one on. */
  bits(): Promise<BitReader>
  /** @param bit as counted by the last bits */
  moveTo(bit: number): void
}

async function openWindow(reader: Reader): Promise<Window> {
  let bytes: Uint8Array = await reader.read(0, readBytes)
  let start = 0
  let bit = 0
  const byteAt = () => start + (bit >> 3)
  return {
    byteAt,
    async bits() {
      if (byteAt() + blockBytes > start + bytes.length && start + bytes.length < reader.size) {
        const from = byteAt()
        bytes = await reader.read(from, readBytes)
        start = from
        bit %= 8
      }
      return new BitReader(bytes, bit)
    },
    moveTo(next) {
      bit = next
    },
  }
}
