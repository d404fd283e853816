import type { Limits } from '../../core/limits.ts'

/** Collects data written as hexadecimal digits, or raw after \bin. */
export interface HexData {
  digits(piece: Buffer): void
  raw(piece: Buffer): void
  /** Undefined where there was more than the limit. */
  finish(): Buffer | undefined
}

/** @param limits `expandedBytes` bounds the data */
export function hexData(limits: Limits): HexData {
  const pieces: Buffer[] = []
  let length = 0
  let open = ''
  const add = (piece: Buffer) => {
    length += piece.length
    if (length <= limits.expandedBytes) pieces.push(piece)
    else pieces.length = 0
  }
  return {
    digits(piece) {
      const digits = open + piece.toString('latin1', 0, piece.length).replace(/[^0-9a-f]/gi, '')
      const even = digits.length & ~1
      open = digits.slice(even)
      add(Buffer.from(digits.slice(0, even), 'hex'))
    },
    raw: (piece) => add(Buffer.from(piece)),
    finish: () => (length <= limits.expandedBytes ? Buffer.concat(pieces) : undefined),
  }
}

/** An object embedded by OLE 1.0, as RTF keeps it: what it holds, and its name where it is a file. */
export interface EmbeddedObject {
  readonly name: string | undefined
  readonly bytes: Buffer
}

/**
 * Takes an object out of its wrapping ([MS-OLEDS] 2.2.5): class name, then the data; a class of 'Package' wraps a file
 * once more. Bytes that are not so wrapped are given back as they are.
 */
export function embeddedObject(bytes: Buffer): EmbeddedObject {
  const fields = cursor(bytes)
  fields.skip(4)
  if (fields.number() !== 2) return { name: undefined, bytes }
  const className = fields.sized()?.toString('latin1').replace(/\0+$/, '')
  fields.sized()
  fields.sized()
  const data = fields.sized()
  if (className === undefined || data === undefined) return { name: undefined, bytes }
  return (className === 'Package' ? packagedFile(data) : undefined) ?? { name: undefined, bytes: data }
}

/** The object packager's own format: label, path of the icon, path of the file, then the file. */
function packagedFile(data: Buffer): EmbeddedObject | undefined {
  const fields = cursor(data)
  fields.skip(2)
  const label = fields.text()
  fields.text()
  fields.skip(4)
  fields.sized()
  const bytes = fields.sized()
  return label === undefined || bytes === undefined ? undefined : { name: label || undefined, bytes }
}

/** Reads numbers and lengths one after the other; undefined beyond the end. */
function cursor(bytes: Buffer) {
  let at = 0
  const number = () => {
    if (at + 4 > bytes.length) return undefined
    at += 4
    return bytes.readUInt32LE(at - 4)
  }
  return {
    skip(count: number) {
      at += count
    },
    number,
    /** Bytes after their number. Data that is cut off is given as far as it goes. */
    sized(): Buffer | undefined {
      const length = number()
      if (length === undefined) return undefined
      at += length
      return bytes.subarray(at - length, at)
    },
    /** Text up to a zero. */
    text(): string | undefined {
      const end = bytes.indexOf(0, at)
      if (end < 0) return undefined
      const text = bytes.toString('latin1', at, end)
      at = end + 1
      return text
    },
  }
}
