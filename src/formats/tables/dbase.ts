import type { Extract, Format, Head, ReadContext } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import type { Cell } from '../../core/table.ts'
import { detectCharset } from '../charset.ts'
import { createDecoder } from '../decoder.ts'
import { bytesInOrder } from './bytes-in-order.ts'
import { createRowWriter } from './rows.ts'

/** Versions that are read: dBASE III to 7, FoxPro, Visual FoxPro, with and without memos. */
const versions: ReadonlySet<number> = new Set([
  0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x83, 0x8b, 0x8e, 0xcb, 0xf5,
])
const columnsAtMost = 1_024
/** Rows read at once: bytes. */
const batchBytes = 2 ** 20

interface Column {
  readonly name: string
  readonly type: string
  readonly length: number
}

interface Shape {
  readonly rows: number
  readonly headerBytes: number
  readonly rowBytes: number
  readonly columns: readonly Column[]
}

/** dBASE tables (xBase; https://www.dbase.com/KnowledgeBase/int/db7_file_fmt.htm). Memos lie in another file. */
export const dbase: Format = Object.freeze({
  id: 'dbase',
  title: 'dBASE table',
  medium: 'table',
  mediaTypes: Object.freeze({ 'application/x-dbf': ['dbf'] }),
  recognizes: (head) => (shapeOf(head) ? 'application/x-dbf' : undefined),
  read: readDbase,
} satisfies Format)

function shapeOf({ bytes: head, reader }: Pick<Head, 'bytes' | 'reader'>): Shape | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length)
  if (bytes.length < 66 || !versions.has(bytes[0] ?? 0)) return undefined
  const [month = 0, day = 0] = [bytes[2], bytes[3]]
  const [rows, headerBytes, rowBytes] = [bytes.readUInt32LE(4), bytes.readUInt16LE(8), bytes.readUInt16LE(10)]
  if (month > 12 || day > 31 || headerBytes < 65 || headerBytes > reader.size || rowBytes < 2) return undefined
  const columns = columnsOf(bytes.subarray(0, headerBytes), (bytes[0] ?? 0) % 8 === 4)
  const width = columns.reduce((sum, { length }) => sum + length, 1)
  return columns.length > 0 && width === rowBytes ? { rows, headerBytes, rowBytes, columns } : undefined
}

/** @param isLevel7 whether names are longer */
function columnsOf(header: Buffer, isLevel7: boolean): readonly Column[] {
  const [first, size, nameBytes] = isLevel7 ? [68, 48, 32] : [32, 32, 11]
  const columns: Column[] = []
  for (let at = first; at + size <= header.length && columns.length < columnsAtMost; at += size) {
    if (header[at] === 0x0d) break
    const name =
      header
        .subarray(at, at + nameBytes)
        .toString('latin1')
        .split('\0')[0]
        ?.trim() ?? ''
    const type = String.fromCharCode(header[at + nameBytes] ?? 0)
    const length = header[at + (isLevel7 ? 33 : 16)] ?? 0
    const decimals = header[at + (isLevel7 ? 34 : 17)] ?? 0
    if (name === '' || !/[A-Z0+@]/.test(type) || length === 0) return []
    // Long texts keep the high byte of their length where numbers have their decimals.
    columns.push({ name, type, length: type === 'C' ? length + 256 * decimals : length })
  }
  return columns
}

async function* readDbase(reader: Reader, { head, limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const shape = shapeOf(head)
  if (!shape) throw new ItemError('malformed', 'its header makes no sense')
  const names = shape.columns.map(({ name }) => name)
  const bytes = bytesInOrder(reader, shape.headerBytes)
  const writer = createRowWriter()
  const first = await bytes.peek(Math.min(65_536, shape.rows * shape.rowBytes))
  const charset =
    charsets[head.bytes[29] ?? 0] ??
    detectCharset(Buffer.from(first.filter((byte) => byte !== 0)), false) ??
    'windows-1252'
  const decode = (cell: Buffer) => createDecoder(charset).decode(cell, true).trim().slice(0, limits.cellCharacters)
  const together = Math.max(1, Math.floor(batchBytes / shape.rowBytes))
  yield { what: 'rows', columns: names, rows: [] }
  for (let row = 0; row < shape.rows; ) {
    const count = Math.min(together, shape.rows - row, Math.floor(bytes.left / shape.rowBytes))
    if (count === 0) throw new ItemError('truncated', 'it ends before its last row')
    const batch = await bytes.take(count * shape.rowBytes)
    for (let at = 0; at < batch.length; at += shape.rowBytes) writer.add(rowOf(batch, at, shape, decode), names)
    yield* writer.take(false)
    row += count
  }
  yield* writer.take(true)
  if (shape.columns.some(({ type }) => type === 'M'))
    yield { what: 'gap', cause: 'unsupported_type', message: 'its memos lie in a file beside it, which is not read' }
}

/** Deleted rows are still there, and count. */
function rowOf(bytes: Buffer, from: number, { columns }: Shape, decode: (cell: Buffer) => string): Cell[] {
  let at = from + 1
  return columns.map(({ type, length }) => {
    const cell = bytes.subarray(at, at + length)
    at += length
    return cellOf(type, cell, decode)
  })
}

function cellOf(type: string, cell: Buffer, decode: (cell: Buffer) => string): Cell {
  if (type === 'I' && cell.length === 4) return String(cell.readInt32LE(0))
  if (type === 'B' && cell.length === 8) return String(cell.readDoubleLE(0))
  if (type === 'T' && cell.length === 8) return timeOf(cell)
  if (type === 'M' || type === 'G' || type === 'P') return null
  const text = decode(cell).replace(/^\0+|\0+$/g, '')
  if (type === 'D') return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text
  if (type === 'L') return text === '?' ? '' : text
  return text
}

/** Julian day number and milliseconds (Visual FoxPro). */
function timeOf(cell: Buffer): Cell {
  const days = cell.readInt32LE(0)
  if (days === 0) return null
  const time = new Date((days - 2_440_588) * 86_400_000 + cell.readInt32LE(4))
  return Number.isNaN(time.getTime()) ? null : time.toISOString().slice(0, 19)
}

/** Code pages by the header's language driver, as far as they differ from what would be guessed. */
const charsets: Readonly<Record<number, string>> = Object.freeze({
  2: 'ibm850',
  3: 'windows-1252',
  87: 'windows-1252',
  88: 'windows-1252',
  89: 'windows-1252',
  100: 'ibm850',
  101: 'ibm866',
  200: 'windows-1250',
  201: 'windows-1251',
  202: 'windows-1254',
  203: 'windows-1253',
})
