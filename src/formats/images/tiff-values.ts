import { latin1, textOf, u16, u32, u64, untilNul, utf16 } from './bytes.ts'
import { typeSizes } from './tiff-directory.ts'

/** The numbers of a value; NaN for a rational 0/0. Types without numbers give none. At most `limit` of them. */
export function numbersOf(bytes: Uint8Array, type: number, little: boolean, limit = 64): number[] {
  const step = typeSizes[type] ?? 1
  const count = Math.min(Math.floor(bytes.length / step), limit)
  return Array.from({ length: count }, (_, index) => numberAt(bytes, index * step, type, little))
}

function numberAt(bytes: Uint8Array, at: number, type: number, little: boolean): number {
  switch (type) {
    case 3:
      return u16(bytes, at, little)
    case 4:
    case 13:
      return u32(bytes, at, little)
    case 5:
      return u32(bytes, at, little) / u32(bytes, at + 4, little)
    case 6:
      return signed(bytes[at] ?? 0, 8)
    case 8:
      return signed(u16(bytes, at, little), 16)
    case 9:
      return u32(bytes, at, little) | 0
    case 10:
      return (u32(bytes, at, little) | 0) / (u32(bytes, at + 4, little) | 0)
    case 11:
      return new DataView(bytes.buffer, bytes.byteOffset + at).getFloat32(0, little)
    case 12:
      return new DataView(bytes.buffer, bytes.byteOffset + at).getFloat64(0, little)
    case 16:
    case 17:
    case 18:
      return u64(bytes, at, little)
    default:
      return bytes[at] ?? 0
  }
}

function signed(value: number, bits: number): number {
  return value >= 2 ** (bits - 1) ? value - 2 ** bits : value
}

/** How a number is written: at most ten significant digits where it came from a rational, as ExifTool does. */
export function writeNumber(value: number, type: number): string | undefined {
  if (!Number.isFinite(value)) return undefined
  if (type === 5 || type === 10) return String(Number(value.toPrecision(10)))
  if (type === 11) return String(Number(value.toPrecision(7)))
  return String(value)
}

/** A value as text: ASCII and UTF-8 up to the first NUL, numbers with spaces between. Undefined where nothing is said. */
export function plainValue(bytes: Uint8Array, type: number, little: boolean): string | undefined {
  if (type === 2 || type === 129) return textOf(untilNul(bytes))
  if (type === 7) return looksLikeText(bytes) ? textOf(untilNul(bytes)) : undefined
  const all = numbersOf(bytes, type, little)
  // Of several numbers some may be open (a lens without a known aperture): ExifTool's words for those.
  if (!all.some(Number.isFinite)) return undefined
  return all.map((value) => writeNumber(value, type) ?? (Number.isNaN(value) ? 'undef' : 'inf')).join(' ')
}

function looksLikeText(bytes: Uint8Array): boolean {
  const bare = untilNul(bytes)
  if (bare.length === 0 || bytes.subarray(bare.length).some((byte) => byte !== 0)) return false
  return bare.every((byte) => byte >= 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09)
}

/** Text that should be ASCII but is met in other types too: bytes and undefined are read as text. */
export function textValue(bytes: Uint8Array, type: number, little: boolean): string | undefined {
  return type === 1 || type === 7 ? textOf(untilNul(bytes)) : plainValue(bytes, type, little)
}

/** Windows' XP* tags: UTF-16, little-endian whatever the directory says. */
export function xpValue(bytes: Uint8Array): string {
  return utf16(bytes, true)
}

/** Copyright: photographer, NUL, editor, NUL (Exif 2.32, 4.6.5). */
export function copyrightValue(bytes: Uint8Array): string {
  const first = untilNul(bytes)
  const second = untilNul(bytes.subarray(first.length + 1))
  return [first, second]
    .map((part) => textOf(part).trim())
    .filter((part) => part !== '')
    .join('\n')
}

/** Text with a character code of eight bytes before it: UserComment, GPSAreaInformation (Exif 2.32, 4.6.5). */
export function codedText(bytes: Uint8Array, little: boolean): string {
  const code = latin1(bytes, 0, 8)
  const rest = bytes.subarray(8)
  if (code.startsWith('UNICODE')) return utf16(rest, isLikelyLittle(rest, little))
  if (code.startsWith('JIS')) return new TextDecoder('iso-2022-jp').decode(untilNul(rest))
  if (/^(?:ASCII|\0{8}| {8})/.test(code)) return textOf(untilNul(rest))
  return /^[\x20-\x7e]{5,8}/.test(code) ? textOf(untilNul(bytes)) : textOf(untilNul(rest))
}

/** Writers disagree on the order of UTF-16 here: more zero bytes in the odd places mean little-endian Latin text. */
function isLikelyLittle(bytes: Uint8Array, fallback: boolean): boolean {
  let even = 0
  let odd = 0
  const end = Math.min(bytes.length & ~1, 256)
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) break
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  return even === odd ? fallback : odd > even
}

/** Degrees, minutes and seconds as signed decimal degrees; undefined where there are no degrees. */
export function degreesOf(parts: readonly number[], reference: string | undefined): number | undefined {
  const [degrees = Number.NaN, minutes = 0, seconds = 0] = parts
  if (!Number.isFinite(degrees)) return undefined
  const m = Number.isFinite(minutes) ? minutes : 0
  const s = Number.isFinite(seconds) ? seconds : 0
  const value = degrees + m / 60 + s / 3_600
  return reference !== undefined && /^\s*[SW]/i.test(reference) ? -value : value
}

/** Decimal degrees in full precision. */
export function writeDegrees(value: number): string {
  return String(Number(value.toPrecision(15)))
}

/** Hours, minutes, seconds of GPSTimeStamp as "HH:MM:SS", with a fraction where it has one. */
export function clockOf(parts: readonly number[]): string | undefined {
  const [hours = Number.NaN, minutes = 0, seconds = 0] = parts
  if (!Number.isFinite(hours) || !Number.isFinite(minutes) || !Number.isFinite(seconds)) return undefined
  const total = Math.round((hours * 3_600 + minutes * 60 + seconds) * 1e6) / 1e6
  if (total < 0 || total >= 100 * 3_600) return undefined
  const whole = Math.floor(total % 60)
  const fraction = Math.round(((total % 60) - whole) * 1e6) / 1e6
  const tail = fraction > 0 ? String(fraction).slice(1) : ''
  return `${two(total / 3_600)}:${two((total / 60) % 60)}:${two(whole)}${tail}`
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0')
}
