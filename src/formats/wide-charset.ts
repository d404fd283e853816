import { decodeUtf32 } from './unicode-bytes.ts'

/** Bytes that are looked at. */
const sampleBytes = 4_096
/** The share of characters that must be such as texts have. */
const leastTextual = 0.98

const names = ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']

/**
 * The charset of text in units of two or four bytes, or undefined. Told by the decoded text: such characters as texts
 * have, some of them the blanks, digits and line ends that no text goes without, and not of too many scripts.
 * @param bytes the text without a byte order mark
 * @param only one charset to check, where a mark names it
 */
export function wideCharset(bytes: Buffer, only?: string): string | undefined {
  const sample = bytes.subarray(0, sampleBytes)
  let best: { readonly name: string; readonly ascii: number } | undefined
  for (const name of only === undefined ? names : [only]) {
    const width = name.startsWith('utf-32') ? 4 : 2
    if (sample.length < width || (only === undefined && sample.length < 2 * width)) continue
    // A mark is certain; so are two zero bytes in every four.
    const text = decodeWide(sample.subarray(0, sample.length - (sample.length % width)), name)
    // A mark is certain; so are the zero bytes in every unit of four.
    const ascii = asciiOf(text, only !== undefined || width === 4)
    if (ascii !== undefined && (!best || ascii > best.ascii)) best = { name, ascii }
  }
  return best?.name
}

function decodeWide(sample: Buffer, name: string): string {
  if (name.startsWith('utf-32')) return decodeUtf32(sample, name === 'utf-32be')
  return new TextDecoder(name, { ignoreBOM: true }).decode(sample, { stream: true })
}

const notTextual = /[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\n\r\t\f\v\u200B-\u200F\u2028-\u202E\uFEFF]|\uFFFD/gu
const ascii = /[\t\n\r -~]/g

/** How many ASCII characters the text has; undefined where it is hardly a text. */
function asciiOf(text: string, isCertain: boolean): number | undefined {
  const faults = text.match(notTextual)?.length ?? 0
  if (faults > (1 - leastTextual) * text.length) return undefined
  const count = text.match(ascii)?.length ?? 0
  if (!isCertain && (count === 0 || count * 200 < text.length)) return undefined
  // Numbers in two bytes read as characters from everywhere; a text keeps to few scripts.
  return new Set(Array.from(text, pageOf)).size <= 10 + text.length / 16 ? count : undefined
}

/** The block of 256 characters; ideographs and Hangul, which fill many, count as one each. */
function pageOf(character: string): number {
  const page = (character.codePointAt(0) ?? 0) >> 8
  if (page >= 0x4e && page <= 0x9f) return 0x4e
  return page >= 0xac && page <= 0xd7 ? 0xac : page
}
