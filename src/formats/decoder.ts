import { isUtf8 } from 'node:buffer'
import { legacyCharset } from './charset.ts'
import { upperHalf } from './charset-tables.ts'
import { countUtf8, decodeUtf32, openBytes, sequenceLength } from './unicode-bytes.ts'

/** Turns the bytes of one text into characters, piece by piece and in order. Bytes of a character may come in two pieces. */
export interface Decoder {
  /** @param isLast true for the last piece, which may be empty */
  decode(bytes: Uint8Array, isLast: boolean): string
}

/**
 * A decoder for one text in a charset that {@link detectCharset} named. Never throws: bytes that fit nowhere become U+FFFD,
 * except in UTF-8, where they are taken for windows-1252: logs and mailboxes mix the two. All text is well-formed UTF-16.
 */
export function createDecoder(charset: string): Decoder {
  if (charset === 'utf-8') return utf8Decoder()
  if (charset === 'ibm850') return tableDecoder(upperHalf(charset))
  if (charset.startsWith('utf-32')) return utf32Decoder(charset === 'utf-32be')
  const decoder = new TextDecoder(charset, { ignoreBOM: true })
  return { decode: (bytes, isLast) => decoder.decode(bytes, { stream: !isLast }) }
}

function utf8Decoder(): Decoder {
  let open: Buffer = Buffer.alloc(0)
  // As long as all was ASCII the text may still turn out to be in a charset that its beginning did not show.
  let isAscii = true
  let other: Decoder | undefined
  return {
    decode(bytes, isLast) {
      if (other) return other.decode(bytes, isLast)
      const joined = open.length > 0 ? Buffer.concat([open, bytes]) : bufferOf(bytes)
      const end = isLast ? joined.length : joined.length - openBytes(joined)
      open = Buffer.from(joined.subarray(end))
      const ready = joined.subarray(0, end)
      if (isUtf8(ready)) {
        const text = ready.toString('utf8', 0, end)
        isAscii &&= text.length === end
        return text
      }
      const { characters, faults } = countUtf8(joined, isLast)
      if (isAscii && characters <= 4 * faults) {
        other = createDecoder(legacyCharset(joined))
        return other.decode(joined, isLast)
      }
      isAscii = false
      return decodeMixed(ready)
    },
  }
}

const western = new TextDecoder('windows-1252')

function decodeMixed(bytes: Buffer): string {
  const pieces: string[] = []
  let sound = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    pieces.push(bytes.toString('utf8', sound, at), western.decode(bytes.subarray(at, at + 1)))
    at += 1
    sound = at
  }
  pieces.push(bytes.toString('utf8', sound, bytes.length))
  return pieces.join('')
}

function tableDecoder(upper: readonly string[]): Decoder {
  return {
    decode(bytes) {
      return bufferOf(bytes)
        .toString('latin1')
        .replace(/[\x80-\xff]/g, (character) => upper[character.charCodeAt(0) - 128] ?? '\uFFFD')
    },
  }
}

function utf32Decoder(isBigEndian: boolean): Decoder {
  let open: Buffer = Buffer.alloc(0)
  return {
    decode(bytes) {
      const joined = open.length > 0 ? Buffer.concat([open, bytes]) : bufferOf(bytes)
      const end = joined.length - (joined.length % 4)
      open = Buffer.from(joined.subarray(end))
      return decodeUtf32(joined.subarray(0, end), isBigEndian)
    },
  }
}

/** The same bytes as a Buffer, without copying them. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}
