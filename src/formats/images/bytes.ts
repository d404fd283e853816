import { isUtf8 } from 'node:buffer'

/** Unsigned 16 bits at `at`; bytes past the end count as 0. */
export function u16(bytes: Uint8Array, at: number, little: boolean): number {
  const a = bytes[at] ?? 0
  const b = bytes[at + 1] ?? 0
  return little ? a | (b << 8) : (a << 8) | b
}

/** Unsigned 32 bits at `at`; bytes past the end count as 0. */
export function u32(bytes: Uint8Array, at: number, little: boolean): number {
  const high = u16(bytes, little ? at + 2 : at, little)
  return high * 0x1_00_00 + u16(bytes, little ? at : at + 2, little)
}

/** Unsigned 64 bits at `at`, exact up to 2^53; bytes past the end count as 0. */
export function u64(bytes: Uint8Array, at: number, little: boolean): number {
  const high = u32(bytes, little ? at + 4 : at, little)
  return high * 0x1_00_00_00_00 + u32(bytes, little ? at : at + 4, little)
}

/** Whether the bytes from `at` are these Latin-1 characters. */
export function hasAt(bytes: Uint8Array, at: number, text: string): boolean {
  if (at < 0 || at + text.length > bytes.length) return false
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false
  }
  return true
}

/** The bytes of a range as Latin-1 characters, for signatures and fixed keywords. */
export function latin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', start, end)
}

const windows1252 = new TextDecoder('windows-1252')
const utf8 = new TextDecoder('utf-8')

/** Text of unknown charset: UTF-8 where the bytes are that, else Windows-1252 (which holds Latin-1). */
export function textOf(bytes: Uint8Array): string {
  return isUtf8(bytes) ? utf8.decode(bytes) : windows1252.decode(bytes)
}

/** The bytes up to the first NUL. */
export function untilNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0)
  return end < 0 ? bytes : bytes.subarray(0, end)
}

const utf16Little = new TextDecoder('utf-16le')
const utf16Big = new TextDecoder('utf-16be')

/** UTF-16 text up to its first NUL; a byte order mark wins over `little`. */
export function utf16(bytes: Uint8Array, little: boolean): string {
  const isMarkedLittle = bytes[0] === 0xff && bytes[1] === 0xfe
  const isMarkedBig = bytes[0] === 0xfe && bytes[1] === 0xff
  const isLittle = isMarkedLittle || (little && !isMarkedBig)
  const text = (isLittle ? utf16Little : utf16Big).decode(bytes.subarray(0, bytes.length & ~1))
  const end = text.indexOf('\0')
  return end < 0 ? text : text.slice(0, end)
}
