/**
 * Text as bytes of an old 8-bit charset, by WHATWG name.
 * @throws RangeError when the charset has no byte for a sign
 */
export function encode(
  text: string,
  charset: 'windows-1252' | 'windows-1256' | 'macintosh' | 'iso-8859-1',
): Uint8Array {
  const decoder = new TextDecoder(charset)
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const))
  return Uint8Array.from(text, (sign) => {
    const byte = bytes.get(sign)
    if (byte === undefined) throw new RangeError(`${charset} has no U+${sign.codePointAt(0)?.toString(16)}`)
    return byte
  })
}

/** UTF-16 with a byte order mark. */
export function utf16(text: string, order: 'little' | 'big'): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return order === 'little' ? bytes : bytes.swap16()
}

/** Lines as Windows ends them. */
export function withCrLf(text: string): string {
  return text.replaceAll('\n', '\r\n')
}
