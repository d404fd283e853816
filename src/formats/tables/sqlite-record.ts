import type { Cell } from '../../core/table.ts'
import { type Pages, readVarint } from './sqlite-pages.ts'

/** Columns of one row. */
const columnsAtMost = 4_096

/**
 * The values of a row. Where its bytes end early, so do they.
 * @param binary what to make of bytes that are no text
 */
export function cellsOf(
  payload: Buffer,
  charset: Pages['charset'],
  cellCharacters: number,
  binary: (bytes: Buffer, length: number) => Cell,
): Cell[] {
  const header = readVarint(payload, 0)
  if (!header) return []
  const cells: Cell[] = []
  let body = Number(header.value)
  for (let at = header.end; at < Number(header.value) && cells.length < columnsAtMost; ) {
    const type = readVarint(payload, at)
    if (!type) break
    at = type.end
    const serial = Number(type.value)
    const length = serial >= 12 ? Math.floor((serial - 12) / 2) : (lengths[serial] ?? 0)
    const bytes = payload.subarray(body, body + length)
    if (serial >= 12 && serial % 2 === 0) cells.push(binary(bytes, length))
    else if (bytes.length < length && serial < 12) cells.push(null)
    else cells.push(serial >= 12 ? textOf(bytes, charset).slice(0, cellCharacters) : numberOf(serial, bytes))
    body += length
  }
  return cells
}

const lengths: readonly number[] = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]

function numberOf(serial: number, bytes: Buffer): Cell {
  if (serial === 0 || serial > 9) return null
  if (serial === 8) return '0'
  if (serial === 9) return '1'
  if (serial === 7) return String(bytes.readDoubleBE(0))
  return serial === 6 ? String(bytes.readBigInt64BE(0)) : String(bytes.readIntBE(0, bytes.length))
}

function textOf(bytes: Buffer, charset: Pages['charset']): string {
  if (charset === 'utf-8') return bytes.toString('utf8')
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
  return charset === 'utf-16le' ? even.toString('utf16le') : Buffer.from(even).swap16().toString('utf16le')
}
