import { latin1, textOf, u16, u32, u64, utf16 } from '../images/bytes.ts'

/** Seconds from 1904 to 1970. */
const epoch = 2_082_844_800

/**
 * A time of a QuickTime header as ExifTool writes it, no zone: meant as UTC, but many cameras write their own clock.
 * Undefined for none. Times before 1970 can only have been counted from there.
 */
export function quickTime(seconds: number): string | undefined {
  if (seconds === 0) return undefined
  const unix = seconds >= epoch ? seconds - epoch : seconds
  const date = new Date(unix * 1_000)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 19)
}

/** A signed fixed-point number with 16 bits behind the point. */
export function fixed16(bytes: Uint8Array, at: number): number {
  return (u32(bytes, at, false) | 0) / 65_536
}

/** The head of a `mvhd`, `tkhd` or `mdhd` box: two times, then what follows them in units of `wide` bytes. */
export function headTimes(bytes: Uint8Array): {
  readonly created: string | undefined
  readonly modified: string | undefined
  readonly wide: 4 | 8
  readonly next: number
} {
  const wide = bytes[0] === 1 ? 8 : 4
  const number = (at: number) => (wide === 8 ? u64(bytes, at, false) : u32(bytes, at, false))
  return { created: quickTime(number(4)), modified: quickTime(number(4 + wide)), wide, next: 4 + 2 * wide }
}

/** Quarter turns clockwise that a matrix asks for, in degrees; undefined for any other matrix. */
export function rotationOf(bytes: Uint8Array, at: number): number | undefined {
  const [a, b] = [fixed16(bytes, at), fixed16(bytes, at + 4)]
  if (a === 0 && b === 0) return undefined
  const turn = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360
  return turn % 90 === 0 ? turn : undefined
}

/** The first text of a list of international texts: length, language, characters (QuickTime File Format, user data). */
export function internationalText(bytes: Uint8Array): string {
  const length = u16(bytes, 0, false)
  if (length === 0 || length + 4 > bytes.length) return plainText(bytes)
  return textOf(bytes.subarray(4, 4 + length))
}

/** Text of 3GPP's user data: version and flags, a language, then UTF-8 or marked UTF-16 up to a NUL (TS 26.244). */
export function languageText(bytes: Uint8Array): string {
  return plainText(bytes.subarray(6))
}

/** Text up to its first NUL. */
export function plainText(bytes: Uint8Array): string {
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe)) return utf16(bytes, false)
  const end = bytes.indexOf(0)
  return textOf(end < 0 ? bytes : bytes.subarray(0, end))
}

/** Value of a `data` box by its type (QuickTime File Format, well-known types); undefined for pictures and structures. */
export function dataValue(bytes: Uint8Array): string | undefined {
  const type = u32(bytes, 0, false) & 0xff_ff_ff
  const value = bytes.subarray(8)
  const view = new DataView(value.buffer, value.byteOffset, value.length)
  if (type === 1 || type === 4) return textOf(value)
  if (type === 2 || type === 5) return utf16(value, false)
  if (type === 23 && value.length >= 4) return String(Math.round(view.getFloat32(0) * 1e6) / 1e6)
  if (type === 24 && value.length >= 8) return String(view.getFloat64(0))
  if ((type === 21 || type === 22 || (type >= 65 && type <= 78)) && value.length <= 8) return whole(view, type)
  return undefined
}

function whole(view: DataView, type: number): string | undefined {
  const isSigned = type !== 22 && type < 75
  switch (view.byteLength) {
    case 1:
      return String(isSigned ? view.getInt8(0) : view.getUint8(0))
    case 2:
      return String(isSigned ? view.getInt16(0) : view.getUint16(0))
    case 4:
      return String(isSigned ? view.getInt32(0) : view.getUint32(0))
    case 8:
      return String(isSigned ? view.getBigInt64(0) : view.getBigUint64(0))
    default:
      return undefined
  }
}

/** A name of a handler: a C string, or with its length before it. */
export function handlerName(bytes: Uint8Array): string {
  const length = bytes[0] ?? 0
  const isPascal = length > 0 && length === bytes.length - 1
  return plainText(isPascal ? bytes.subarray(1) : bytes)
}

/** Four characters of a code. */
export function code(bytes: Uint8Array, at: number): string {
  return latin1(bytes, at, at + 4)
}
