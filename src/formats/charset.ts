import { isUtf8 } from 'node:buffer'
import { guessCharset } from './charset-guess.ts'
import { countUtf8 } from './unicode-bytes.ts'
import { wideCharset } from './wide-charset.ts'

/** Bytes that are looked through for control characters: noise shows itself at once. */
const controlSample = 768
/** Bytes in which a document may name its own charset (HTML 13.2.3.2 says 1024). */
const declarationBytes = 2_048
/** Bytes that a declared charset is tried on. */
const declaredBytes = 64 * 1_024
/** Of bytes that are neither ASCII nor UTF-8, the score per byte from which they read as text. */
const leastScore = 1.5
/** Up to this share of control characters, bytes may be text. */
const fewControls = 0.01
/** Up to this share of such bytes, the ASCII around them speaks for itself. */
const fewHigh = 0.2

/**
 * The charset of bytes that are text, or undefined where they are not: by byte order mark, then UTF-8, then the zero
 * bytes of UTF-16 and UTF-32, then what the text itself declares, then by how natural the text would be.
 * A WHATWG name in lower case, 'utf-32le', 'utf-32be' or 'ibm850'.
 * @param bytes the beginning of an item
 * @param isWhole false where the item goes on behind them
 */
export function detectCharset(bytes: Buffer, isWhole: boolean): string | undefined {
  const marked = byMark(bytes)
  if (marked) return marked
  const text = isWhole ? bytes.subarray(0, lengthWithoutPadding(bytes)) : bytes
  if (text.length === 0) return undefined
  const zero = text.indexOf(0)
  if (zero >= 0) {
    const wide = wideCharset(text)
    if (wide) return wide
    if (!isAlmostFreeOfZeros(text)) return undefined
  }
  if (controlShare(text) > fewControls) return undefined
  return eightBitCharset(text, isWhole)
}

/** The charset of text that is known to be text in bytes of eight bits, and not all ASCII. */
export function legacyCharset(bytes: Buffer): string {
  return declared(bytes) ?? guessCharset(bytes)?.charset ?? 'windows-1252'
}

function byMark(bytes: Buffer): string | undefined {
  const first = bytes[0]
  if (first === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return isFreeOfNoise(bytes) ? 'utf-8' : undefined
  if (first === 0xff && bytes[1] === 0xfe) {
    const isWide = bytes.length % 4 === 0 && bytes.length >= 8 && bytes[2] === 0 && bytes[3] === 0
    return markedWide(bytes, isWide ? 'utf-32le' : 'utf-16le')
  }
  if (first === 0xfe && bytes[1] === 0xff) return markedWide(bytes, 'utf-16be')
  if (first === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff) return markedWide(bytes, 'utf-32be')
  return undefined
}

function isFreeOfNoise(bytes: Buffer): boolean {
  return controlShare(bytes) <= fewControls && isAlmostFreeOfZeros(bytes.subarray(0, lengthWithoutPadding(bytes)))
}

/** FF FE also begins other things (MPEG audio frames): what follows must read as text in that charset. */
function markedWide(bytes: Buffer, name: string): string | undefined {
  const mark = name.startsWith('utf-32') ? 4 : 2
  if (bytes.length === mark) return undefined
  return wideCharset(bytes.subarray(mark), name) === name ? name : undefined
}

function eightBitCharset(text: Buffer, isWhole: boolean): string | undefined {
  if (isUtf8(text)) return (text.includes(0x1b) ? byEscapes(text) : undefined) ?? 'utf-8'
  const { characters, faults } = countUtf8(text, isWhole)
  if (faults === 0 || characters > 4 * faults) return 'utf-8'
  const said = declared(text)
  if (said !== undefined) return said
  const guess = guessCharset(text)
  if (!guess) return 'utf-8'
  const isText = guess.score >= leastScore || highShare(text) <= fewHigh
  return isText ? guess.charset : undefined
}

/** ISO 2022 in seven bits switches its character sets by escape sequences. */
function byEscapes(text: Buffer): string | undefined {
  return text.includes('\x1b$B') || text.includes('\x1b$@') ? 'iso-2022-jp' : undefined
}

const declaration = /(?:charset\s{0,4}=\s{0,4}["']?|encoding\s{0,4}=\s{0,4}["'])([A-Za-z][A-Za-z0-9_:.-]{1,30})/i

/** The charset that HTML, XML or a mail header names for itself, where it is one of eight bits and fits the bytes. */
function declared(bytes: Buffer): string | undefined {
  const label = declaration.exec(bytes.toString('latin1', 0, declarationBytes))?.[1]
  const name = label === undefined ? undefined : whatwgName(label)
  if (name === undefined || name.startsWith('utf-')) return undefined
  const text = new TextDecoder(name).decode(bytes.subarray(0, declaredBytes), { stream: true })
  const faults = text.split('\uFFFD').length - 1
  return faults * 100 <= text.length ? name : undefined
}

function whatwgName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding
  } catch {
    // No such charset: as good as no declaration.
    return undefined
  }
}

/** Some programs fill a text file up with zeros, or leave them behind after a crash. */
export function lengthWithoutPadding(bytes: Buffer): number {
  let length = bytes.length
  while (length > 0 && bytes[length - 1] === 0) length--
  return length
}

function isAlmostFreeOfZeros(text: Buffer): boolean {
  let zeros = 0
  for (let at = text.indexOf(0); at >= 0; at = text.indexOf(0, at + 1)) zeros++
  return zeros * 200 < text.length
}

/** 1 for control characters that text does not have; tab, line ends, form feed, backspace, escape and FS…US are common. */
const strange = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === 0x7f || (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte < 0x1a) ? 1 : 0,
)

/** The share, in the first bytes, of control characters that text does not have. */
export function controlShare(text: Uint8Array): number {
  const length = Math.min(text.length, controlSample)
  let controls = 0
  for (let at = 0; at < length; at++) controls += strange[text[at] as number] as number
  return controls / length
}

function highShare(text: Buffer): number {
  let high = 0
  for (const byte of text) if (byte > 127) high++
  return high / text.length
}
