import { isUtf8 } from 'node:buffer'
import { guessCharset } from '../charset-guess.ts'
import { createDecoder } from '../decoder.ts'

/** Bytes of a header, and what data is filled up to. */
export const blockBytes = 512

/** One header of a tar file (POSIX.1-1988 ustar, GNU and what came before them). */
export interface TarHeader {
  readonly name: string
  /** Bytes of data behind the header. */
  readonly size: number
  /** '0' a file, '5' a folder, 'x' extended attributes of the next …; '0' for the oldest files' zero byte. */
  readonly type: string
  readonly modifiedAt: string | null
  /** Whether an old GNU header of a file with holes goes on in the next block. */
  readonly goesOn: boolean
}

/** The header in a block; undefined where the block is none, by its checksum. */
export function tarHeader(block: Buffer): TarHeader | undefined {
  if (block.length < blockBytes || !hasChecksum(block)) return undefined
  const type = String.fromCharCode(block[156] || 0x30)
  const isPosix = block.toString('latin1', 257, 263) === 'ustar\0'
  const prefix = isPosix ? text(block.subarray(345, 500)) : ''
  const name = text(block.subarray(0, 100))
  const size = number(block.subarray(124, 136))
  const seconds = number(block.subarray(136, 148))
  if (size === undefined) return undefined
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size: hasNoData.has(type) ? 0 : size,
    type,
    modifiedAt: seconds === undefined ? null : timeOf(seconds),
    goesOn: type === 'S' && block[482] === 1,
  }
}

/** Links, devices, folders and pipes: some writers state the size of what they lead to. */
const hasNoData: ReadonlySet<string> = new Set(['1', '2', '3', '4', '5', '6'])

/** Time as ISO 8601; null for what no file has. */
export function timeOf(seconds: number): string | null {
  return seconds > 0 && seconds < 2 ** 36 ? new Date(Math.round(1_000 * seconds)).toISOString() : null
}

/** The sum of all bytes, those of the sum itself counted as blanks; some old writers took bytes for signed. */
function hasChecksum(block: Buffer): boolean {
  const said = number(block.subarray(148, 156))
  if (said === undefined || said === 0) return false
  let unsigned = 8 * 0x20
  let high = 0
  for (let at = 0; at < blockBytes; at++) {
    if (at >= 148 && at < 156) continue
    const byte = block[at] ?? 0
    unsigned += byte
    if (byte > 127) high += 1
  }
  return said === unsigned || said === unsigned - 256 * high
}

/** Octal digits, or GNU's big-endian bytes with the first bit set. Undefined where it is neither, or beyond 2^53. */
function number(field: Buffer): number | undefined {
  const first = field[0] ?? 0
  if (first === 0x80 || first === 0xff) {
    if (first === 0xff) return undefined
    const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0)
    return Number.isSafeInteger(value) ? value : undefined
  }
  const digits = /^[ \0]{0,11}([0-7]{0,12})(?:[ \0]|$)/.exec(field.toString('latin1'))
  if (!digits) return undefined
  return digits[1] ? Number.parseInt(digits[1], 8) : 0
}

/** Up to the first zero byte, in UTF-8 or the charset in which it reads most naturally. */
export function text(field: Buffer): string {
  const zero = field.indexOf(0)
  const bytes = zero < 0 ? field : field.subarray(0, zero)
  if (isUtf8(bytes)) return bytes.toString('utf8')
  return createDecoder(guessCharset(bytes)?.charset ?? 'windows-1252').decode(bytes, true)
}
