/**
 * Length in bytes of the well-formed UTF-8 sequence at `at`; 0 where there is none (Unicode 16, table 3-7).
 * @param bytes anything
 */
export function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
  if (length === 0 || at + length > bytes.length) return 0
  const second = bytes[at + 1] ?? 0
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (second < least || second > most) return 0
  for (let next = at + 2; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

/** Bytes at the end that begin a sequence which the next bytes may complete: 0…3. */
export function openBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc2) return byte < 0xf5 && back < (byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4) ? back : 0
  }
  return 0
}

/**
 * How many characters beyond ASCII are written in well-formed UTF-8, and how many bytes fit into none.
 * @param isWhole false where a sequence at the end may go on
 */
export function countUtf8(
  bytes: Uint8Array,
  isWhole: boolean,
): { readonly characters: number; readonly faults: number } {
  const end = isWhole ? bytes.length : bytes.length - openBytes(bytes)
  let characters = 0
  let faults = 0
  for (let at = 0; at < end; ) {
    const length = sequenceLength(bytes, at)
    if (length === 0) faults++
    else if (length > 1) characters++
    at += Math.max(1, length)
  }
  return { characters, faults }
}

/** UTF-32 as a string; what is no character becomes U+FFFD, bytes beyond a multiple of four are left out. */
export function decodeUtf32(bytes: Uint8Array, isBigEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const pieces: string[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, !isBigEndian)
    pieces.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\uFFFD' : String.fromCodePoint(code))
  }
  return pieces.join('')
}
