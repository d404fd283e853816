import type { Head } from '../core/content.ts'
import type { Reader } from '../core/reader.ts'
import { detectCharset, lengthWithoutPadding } from './charset.ts'
import { bufferOf, createDecoder } from './decoder.ts'

/** What a byte order mark decodes to. */
export const byteOrderMark = '\uFEFF'

/** Bytes of an item that its type is told from. */
export const headBytes = 64 * 1_024

/**
 * The beginning of an item. Its text is worked out on first use and then kept.
 * @throws ItemError from the reader
 */
export async function openHead(reader: Reader): Promise<Head> {
  const bytes = bufferOf(await reader.read(0, Math.min(headBytes, reader.size)))
  let isKnown = false
  let text: ReturnType<Head['text']>
  return {
    bytes,
    reader,
    text() {
      if (!isKnown) text = textOf(bytes, bytes.length >= reader.size)
      isKnown = true
      return text
    },
  }
}

function textOf(bytes: Buffer, isWhole: boolean): ReturnType<Head['text']> {
  const charset = detectCharset(bytes, isWhole)
  if (charset === undefined) return undefined
  const end = isWhole && charset === 'utf-8' ? lengthWithoutPadding(bytes) : bytes.length
  const text = createDecoder(charset).decode(bytes.subarray(0, end), isWhole)
  return { text: text.startsWith(byteOrderMark) ? text.slice(1) : text, charset }
}
