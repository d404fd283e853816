import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import type { Compressors, FileMetaData, RowGroup } from 'hyparquet'
import type { Extract, Format, ReadContext } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { createFlattener } from './flatten.ts'
import { flatteningGaps } from './json-table.ts'
import { createRowWriter } from './rows.ts'

/** Bytes of a group of rows, unpacked, from which on it is read in parts; and rows of a part. */
const [partBytes, partRows] = [2 ** 26, 250_000]
/** Bytes of one page, unpacked. */
const pageBytes = 2 ** 28
/** Bytes of the footer, which describes the rest. */
const footerBytes = 2 ** 26

/** Apache Parquet (https://parquet.apache.org/docs/file-format/), read by groups of rows. */
export const parquet: Format = Object.freeze({
  id: 'parquet',
  title: 'Apache Parquet',
  medium: 'table',
  mediaTypes: Object.freeze({ 'application/vnd.apache.parquet': ['parquet', 'pq', 'parq'] }),
  recognizes: ({ bytes }) =>
    Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PAR1' ? 'application/vnd.apache.parquet' : undefined,
  read: readParquet,
} satisfies Format)

async function* readParquet(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  // Loaded on demand: hardly any other file has to wait for it.
  const { parquetMetadataAsync, parquetReadObjects, snappyUncompress } = await import('hyparquet')
  const file = { byteLength: reader.size, slice: (start: number, end?: number) => slice(reader, start, end) }
  await checkFooter(reader)
  const metadata = await named(() => parquetMetadataAsync(file))
  const flattener = createFlattener(limits.nesting, limits.cellCharacters)
  const writer = createRowWriter()
  const columns = metadata.schema.slice(1).flatMap(({ name, num_children: inner }) => (inner ? [] : [name]))
  yield { what: 'rows', columns: [], rows: [], isNamed: columns.length > 0 }
  const compressors = makeCompressors(snappyUncompress)
  let fault: unknown
  try {
    for (const { rowStart, rowEnd } of parts(metadata, limits)) {
      const rows = await named(() => parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors }))
      if (rows.length < rowEnd - rowStart) throw new ItemError('malformed', 'it has fewer rows than it says')
      for (const row of rows) writer.add(flattener.row(row), flattener.columns())
      yield* writer.take(false)
    }
  } catch (error) {
    // The rows before it come first.
    fault = error
  }
  yield* writer.take(true)
  yield* flatteningGaps(flattener)
  if (fault !== undefined) throw fault
}

async function slice(reader: Reader, start: number, end: number = reader.size): Promise<ArrayBuffer> {
  const bytes = await reader.read(start, Math.max(0, end - start))
  return new Uint8Array(bytes).buffer
}

async function checkFooter(reader: Reader): Promise<void> {
  const end = Buffer.from(await reader.read(Math.max(0, reader.size - 8), 8))
  const mark = end.toString('latin1', 4)
  if (end.length < 8 || (mark !== 'PAR1' && mark !== 'PARE'))
    throw new ItemError('truncated', 'its end, which describes the rest, is missing')
  if (mark === 'PARE') throw new ItemError('encrypted', 'its description is encrypted')
  if (end.readUInt32LE(0) > Math.min(reader.size - 12, footerBytes))
    throw new ItemError('malformed', 'its description is of no possible size')
}

/** Ranges of rows that are read at once. */
function* parts(
  metadata: FileMetaData,
  limits: Limits,
): Generator<{ readonly rowStart: number; readonly rowEnd: number }> {
  let at = 0
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows)
    // Each column says again how many values it has; a table of no columns has no rows that could be read.
    const isSound =
      group.columns.length > 0 && group.columns.every(({ meta_data: own }) => own && own.num_values >= rows)
    if (!isSound) throw new ItemError('malformed', 'its columns have not as many values as it has rows')
    if (rows < 0 || bytesOf(group) > limits.memberBytes)
      throw new ItemError('too_large', 'a group of rows is too large')
    const step = Math.max(1, Math.min(partRows, Math.floor((rows * partBytes) / Math.max(partBytes, bytesOf(group)))))
    for (let start = 0; start < rows; start += step) {
      yield { rowStart: at + start, rowEnd: at + Math.min(rows, start + step) }
    }
    at += rows
  }
}

function bytesOf(group: RowGroup): number {
  return Number(group.total_byte_size)
}

/** What the library throws is said of the input: its own words may quote it. */
async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ItemError) throw error
    const isUnknown = error instanceof Error && /unsupported|not supported/i.test(error.message)
    throw isUnknown
      ? new ItemError('unsupported_type', 'a way of packing or writing values that is not read')
      : new ItemError('malformed', 'its pages make no sense')
  }
}

function makeCompressors(snappy: (input: Uint8Array, output: Uint8Array) => void): Compressors {
  const bounded = (unpack: (input: Uint8Array, options: { maxOutputLength: number }) => Uint8Array) => {
    return (input: Uint8Array, length: number) => unpack(input, { maxOutputLength: checked(length) })
  }
  return {
    SNAPPY(input, length) {
      const output = new Uint8Array(checked(length))
      snappy(input, output)
      return output
    },
    GZIP: bounded((input, options) => gunzipSync(input, options)),
    BROTLI: bounded((input, options) => brotliDecompressSync(input, options)),
    ZSTD: bounded((input, options) => zstdDecompressSync(input, options)),
  }
}

function checked(length: number): number {
  if (length > 0 && length <= pageBytes) return length
  throw new ItemError(length > 0 ? 'too_large' : 'malformed', 'a page of it is of no size that is read')
}
