import { ibm850 } from '../../src/formats/charset-tables.ts'

/** Bytes of a text in a charset; every character must have a place in it. Made from the decoder, the other way round. */
export function encode(text: string, charset: string): Uint8Array {
  if (charset === 'utf-8') return new TextEncoder().encode(text)
  if (charset === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (charset === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  if (charset.startsWith('utf-32')) return utf32(text, charset === 'utf-32be')
  const table = tableOf(charset)
  const bytes = Array.from(text, (character) => {
    const found = table.get(character)
    if (!found) throw new Error(`U+${character.codePointAt(0)?.toString(16)} is not in ${charset}`)
    return found
  })
  return Uint8Array.from(bytes.flat())
}

/** The characters of a text that a charset has. */
export function within(text: string, charset: string): string {
  if (charset.startsWith('utf-')) return text
  const table = tableOf(charset)
  return Array.from(text)
    .filter((character) => table.has(character))
    .join('')
}

function utf32(text: string, isBigEndian: boolean): Uint8Array {
  const characters = Array.from(text)
  const view = new DataView(new ArrayBuffer(4 * characters.length))
  characters.forEach((character, at) => {
    view.setUint32(4 * at, character.codePointAt(0) ?? 0, !isBigEndian)
  })
  return new Uint8Array(view.buffer)
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

function tableOf(charset: string): ReadonlyMap<string, readonly number[]> {
  const table = tables.get(charset) ?? makeTable(charset)
  tables.set(charset, table)
  return table
}

function makeTable(charset: string): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>()
  const add = (character: string, bytes: readonly number[]) => {
    if (!table.has(character) && character !== '\uFFFD' && Array.from(character).length === 1)
      table.set(character, bytes)
  }
  for (let byte = 0; byte < 128; byte++) add(String.fromCharCode(byte), [byte])
  if (charset === 'ibm850') {
    Array.from(ibm850).forEach((character, at) => {
      add(character, [at + 128])
    })
    return table
  }
  const decoder = new TextDecoder(charset)
  for (let byte = 128; byte < 256; byte++) add(decoder.decode(Uint8Array.of(byte)), [byte])
  for (let lead = 129; lead < 255; lead++) {
    for (let trail = 64; trail < 255; trail++) add(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  }
  return table
}
