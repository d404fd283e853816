/** The bytes of a value in a byte order, with its type number and count (TIFF 6.0, section 2). */
export type Value = (little: boolean) => { readonly type: number; readonly count: number; readonly bytes: Uint8Array }

/** A directory's entries by tag number: values, and directories that the entry points at. */
export interface Directory {
  readonly [tag: number]: Value | { readonly directory: Directory; readonly type?: number }
}

/** ASCII, ended by a NUL unless `bare`. Characters past Latin-1 come as UTF-8. */
export function ascii(text: string, bare = false): Value {
  const bytes = Buffer.from(bare ? text : `${text}\0`, 'utf8')
  return () => ({ type: 2, count: bytes.length, bytes })
}

/** Any bytes under any type of one byte an element (1 BYTE, 2 ASCII, 7 UNDEFINED). */
export function raw(bytes: Uint8Array, type = 7): Value {
  return () => ({ type, count: bytes.length, bytes })
}

export function short(...values: number[]): Value {
  return (little) => ({ type: 3, count: values.length, bytes: pack(values, 2, little) })
}

export function long(...values: number[]): Value {
  return (little) => ({ type: 4, count: values.length, bytes: pack(values, 4, little) })
}

/** Numerators and denominators in pairs: `rational(1, 2, 3, 4)` is 1/2 and 3/4. */
export function rational(...parts: number[]): Value {
  return (little) => ({ type: 5, count: parts.length / 2, bytes: pack(parts, 4, little) })
}

export function signedRational(...parts: number[]): Value {
  const unsigned = parts.map((part) => part >>> 0)
  return (little) => ({ type: 10, count: parts.length / 2, bytes: pack(unsigned, 4, little) })
}

/** Text as Windows' XP* tags hold it. */
export function wide(text: string): Value {
  const bytes = Buffer.from(`${text}\0`, 'utf16le')
  return () => ({ type: 1, count: bytes.length, bytes })
}

/** UserComment and its like: eight bytes name the charset. */
export function coded(code: string, bytes: Uint8Array): Value {
  return raw(Buffer.concat([Buffer.from(code.padEnd(8, '\0'), 'latin1'), bytes]))
}

export function pack(values: readonly number[], size: 2 | 4, little: boolean): Uint8Array {
  const bytes = Buffer.alloc(values.length * size)
  for (const [index, value] of values.entries()) {
    if (size === 2) little ? bytes.writeUInt16LE(value, index * 2) : bytes.writeUInt16BE(value, index * 2)
    else little ? bytes.writeUInt32LE(value, index * 4) : bytes.writeUInt32BE(value, index * 4)
  }
  return bytes
}

/**
 * A TIFF structure: the head, then a chain of directories (IFD0, IFD1 …) with their values.
 * @param mark 42 by the standard; cameras write others
 */
export function buildTiff(chain: readonly Directory[], little = true, mark = 42): Uint8Array {
  const parts: Uint8Array[] = [
    Buffer.from(little ? 'II' : 'MM', 'latin1'),
    pack([mark], 2, little),
    pack([8], 4, little),
  ]
  let at = 8
  for (const [index, directory] of chain.entries()) {
    const hasNext = index + 1 < chain.length
    const bytes = writeDirectory(directory, at, little, hasNext)
    parts.push(bytes)
    at += bytes.length
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** One directory with its values behind it and the directories it points at behind those. */
export function writeDirectory(directory: Directory, start: number, little: boolean, hasNext = false): Uint8Array {
  const tags = Object.keys(directory)
    .map(Number)
    .sort((a, b) => a - b)
  const entries: Uint8Array[] = []
  const values: Uint8Array[] = []
  let free = start + 2 + tags.length * 12 + 4
  const place = (bytes: Uint8Array) => {
    const at = free
    const padded = bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)])
    values.push(padded)
    free += padded.length
    return at
  }
  for (const tag of tags) {
    const entry = directory[tag]
    if (entry === undefined) continue
    if (typeof entry !== 'function') {
      const at = free
      place(writeDirectory(entry.directory, at, little))
      entries.push(pack([tag, entry.type ?? 4], 2, little), pack([1, at], 4, little))
      continue
    }
    const { type, count, bytes } = entry(little)
    const field =
      bytes.length <= 4 ? Buffer.concat([bytes, Buffer.alloc(4)]).subarray(0, 4) : pack([place(bytes)], 4, little)
    entries.push(pack([tag, type], 2, little), pack([count], 4, little), field)
  }
  return Buffer.concat([pack([tags.length], 2, little), ...entries, pack([hasNext ? free : 0], 4, little), ...values])
}
