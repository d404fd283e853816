import { isUtf8 } from 'node:buffer'
import type { Cell } from '../../core/table.ts'

/** Bytes of a binary value that are looked at. */
const lookedAt = 65_536

/**
 * What stands in a table for bytes: their text where they are one, else how many they are.
 * @param length how many there were before they were cut
 */
export function binaryCell(bytes: Buffer, length: number = bytes.length): Cell {
  if (length === 0) return ''
  if (bytes.length === length && length <= lookedAt && isUtf8(bytes)) {
    const text = bytes.toString('utf8')
    if (!/[\0-\x08\x0e-\x1f]/.test(text)) return text
  }
  return `<${length} bytes>`
}
