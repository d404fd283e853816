import { type Engine, scratchBytes } from './engine.ts'

/** One drawn character, or the letters of one ligature. Lengths are points of the page before its own rotation. */
export interface Glyph {
  readonly text: string
  /** Where the pen stood: the left end of the baseline, as the character stands. */
  readonly x: number
  readonly y: number
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
  /** Direction of the baseline in whole degrees counter-clockwise, 0…359. */
  readonly angle: number
}

/** The characters of one page in the order in which the library has them. */
export interface PageGlyphs {
  readonly glyphs: readonly Glyph[]
  /** Characters whose font does not say what they mean. */
  readonly unknown: number
  /** True where the page has more characters than were asked for. */
  readonly isCut: boolean
}

const slotBytes = 32
const slots = scratchBytes / slotBytes

/**
 * Reads the characters of a page. Places are written into the library's memory for thousands of characters before they
 * are looked at once: the calls are what costs.
 * @param most characters that are read
 */
export function readGlyphs(engine: Engine, textPage: number, most: number): PageGlyphs {
  const count = Math.max(0, engine.call.FPDFText_CountChars(textPage))
  const end = Math.min(count, most)
  const glyphs: Glyph[] = []
  let unknown = 0
  for (let from = 0; from < end; from += slots) {
    unknown += readSlots(engine, textPage, from, Math.min(end, from + slots), glyphs)
  }
  return { glyphs, unknown, isCut: end < count }
}

function readSlots(engine: Engine, textPage: number, from: number, to: number, glyphs: Glyph[]): number {
  const { call, scratch } = engine
  const codes = new Uint32Array(to - from)
  for (let index = from; index < to; index += 1) {
    const slot = scratch + (index - from) * slotBytes
    codes[index - from] = call.FPDFText_GetUnicode(textPage, index)
    call.FPDFText_GetCharOrigin(textPage, index, slot, slot + 8)
    call.FPDFText_GetLooseCharBox(textPage, index, slot + 16)
  }
  const bytes = engine.bytes()
  const places = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let unknown = 0
  let angle = 0
  let lastX = Number.NaN
  let lastY = Number.NaN
  for (let index = from; index < to; index += 1) {
    const code = codes[index - from] ?? 0
    if (isUnknown(code)) unknown += 1
    const text = textOf(code)
    if (text === '' || (code === 0x20 && call.FPDFText_IsGenerated(textPage, index) === 1)) continue
    const slot = scratch + (index - from) * slotBytes
    const x = places.getFloat64(slot, true)
    const y = places.getFloat64(slot + 8, true)
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue
    // Along one line the direction stays: it is asked for where the pen jumps only.
    if (y !== lastY || !(x >= lastX)) angle = degrees(call.FPDFText_GetCharAngle(textPage, index))
    lastX = x
    lastY = y
    add(glyphs, places, slot + 16, { text, x, y, angle })
  }
  return unknown
}

/** Adds a character; parts of one ligature share one place and become one. */
function add(
  glyphs: Glyph[],
  places: DataView,
  at: number,
  { text, x, y, angle }: Pick<Glyph, 'text' | 'x' | 'y' | 'angle'>,
): void {
  const left = places.getFloat32(at, true)
  const top = places.getFloat32(at + 4, true)
  const right = places.getFloat32(at + 8, true)
  const bottom = places.getFloat32(at + 12, true)
  const last = glyphs.at(-1)
  if (
    last !== undefined &&
    last.x === x &&
    last.y === y &&
    last.left === left &&
    last.right === right &&
    right > left
  ) {
    if (text !== ' ' && last.text !== ' ' && last.text.length < 18)
      glyphs[glyphs.length - 1] = { ...last, text: last.text + text }
    return
  }
  glyphs.push({ text, x, y, left, right, bottom, top, angle })
}

/** The library counts clockwise, in radians; what it cannot tell is upright. */
function degrees(radians: number): number {
  if (!(radians > 0)) return 0
  return (360 - Math.round((radians * 180) / Math.PI)) % 360
}

/** No meaning given, the sign for that, or a meaning that only one font knows. */
function isUnknown(code: number): boolean {
  return code === 0 || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff && code !== 0xf0b7)
}

const ligature = /[\ufb00-\ufdff\ufe70-\ufefc]/

/** What a character adds to the text: nothing for controls and marks of direction, plain letters for ligatures. */
function textOf(code: number): string {
  if (code >= 0x21 && code < 0x7f) return ascii[code] ?? ''
  // The library writes 2 for a hyphen at the end of a line.
  if (code === 2 || code === 0xad || code === 0xfffe) return '-'
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return ''
  if (code === 0x20 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000)
    return ' '
  if ((code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e)) return ''
  if ((code >= 0x2060 && code <= 0x206f) || code === 0xfeff || code > 0x10ffff) return ''
  if (code === 0xf0b7) return '•'
  const text = String.fromCodePoint(code)
  return ligature.test(text) ? text.normalize('NFKC') : text
}

const ascii = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code))
