import { inflateRawSync, zstdDecompressSync } from 'node:zlib'
import type { Extract, Format, ReadContext } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { type AvroSchema, avroSchema } from './avro-schema.ts'
import { AvroValues } from './avro-values.ts'
import { type BytesInOrder, bytesInOrder } from './bytes-in-order.ts'
import { createFlattener } from './flatten.ts'
import { parsedJson } from './json-rows.ts'
import { flatteningGaps } from './json-table.ts'
import { createRowWriter } from './rows.ts'

/** Bytes of the header, and of one block packed and unpacked. */
const [headerBytes, blockBytes, unpackedBytes] = [2 ** 24, 2 ** 26, 2 ** 27]
/** Rows of one block that take no bytes at all. */
const emptyRows = 1_000_000

/** Avro's container files (https://avro.apache.org/docs/1.12.0/specification/#object-container-files). */
export const avro: Format = Object.freeze({
  id: 'avro',
  title: 'Apache Avro',
  medium: 'table',
  mediaTypes: Object.freeze({ 'application/avro': ['avro'] }),
  recognizes: ({ bytes }) =>
    Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'Obj\x01' ? 'application/avro' : undefined,
  read: readAvro,
} satisfies Format)

async function* readAvro(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const bytes = bytesInOrder(reader)
  const { schema, codec, sync } = await readHeader(bytes)
  const flattener = createFlattener(limits.nesting, limits.cellCharacters)
  const writer = createRowWriter()
  yield { what: 'rows', columns: [], rows: [] }
  let fault: unknown
  try {
    while (bytes.left > 0) {
      const count = await longFrom(bytes)
      const block = await unpacked(await bytes.take(sizeOf(await longFrom(bytes))), codec)
      const values = new AvroValues(block, schema)
      for (let n = 0; n < count; n += 1) {
        if (values.at === 0 && n > emptyRows) throw new ItemError('too_many', 'more empty rows than are counted')
        writer.add(flattener.row(values.next()), flattener.columns())
        yield* writer.take(false)
      }
      if (!sync.equals(await bytes.take(16))) throw new ItemError('malformed', 'a block does not end where it should')
    }
  } catch (error) {
    // The rows before it come first.
    fault = error
  }
  yield* writer.take(true)
  yield* flatteningGaps(flattener)
  if (fault !== undefined) throw fault
}

interface Header {
  readonly schema: AvroSchema
  readonly codec: string
  readonly sync: Buffer
}

const metadataSchema: AvroSchema = { root: { is: 'map', of: { is: 'bytes' } }, named: new Map() }

async function readHeader(bytes: BytesInOrder): Promise<Header> {
  await bytes.take(4)
  const beginning = await bytes.peek(Math.min(headerBytes, bytes.left))
  const values = new AvroValues(beginning, metadataSchema)
  const metadata = values.next() as Readonly<Record<string, Buffer>>
  const schema = avroSchema(parsedJson(metadata['avro.schema']?.toString('utf8') ?? ''))
  if (!schema) throw new ItemError('malformed', 'it does not say of what type its values are')
  const codec = metadata['avro.codec']?.toString('latin1') ?? 'null'
  await bytes.take(values.at)
  return { schema, codec, sync: Buffer.from(await bytes.take(16)) }
}

async function longFrom(bytes: BytesInOrder): Promise<number> {
  const values = new AvroValues(await bytes.peek(10), { root: { is: 'long' }, named: new Map() })
  const value = Number(values.long())
  await bytes.take(values.at)
  if (value < 0) throw new ItemError('malformed', 'a block is of no possible size')
  return value
}

function sizeOf(size: number): number {
  if (size > blockBytes) throw new ItemError('too_large', 'a block of it is too large')
  return size
}

async function unpacked(block: Buffer, codec: string): Promise<Buffer> {
  const options = { maxOutputLength: unpackedBytes }
  try {
    if (codec === 'null') return block
    if (codec === 'deflate') return inflateRawSync(block, options)
    if (codec === 'zstandard') return zstdDecompressSync(block, options)
    if (codec === 'snappy') return await unpackSnappy(block)
  } catch (error) {
    if (error instanceof ItemError) throw error
    // What zlib and snappy throw is said of the block.
    throw new ItemError('malformed', 'a block of it can not be unpacked')
  }
  throw new ItemError('unsupported_type', 'its blocks are packed in a way that is not read')
}

/** Behind a block of snappy four bytes are a checksum; before it stands how long it is. */
async function unpackSnappy(block: Buffer): Promise<Buffer> {
  const { snappyUncompress } = await import('hyparquet')
  const packed = block.subarray(0, Math.max(0, block.length - 4))
  let [length, shift] = [0, 0]
  for (const byte of packed.subarray(0, 5)) {
    length += (byte & 0x7f) * 2 ** shift
    shift += 7
    if (byte < 0x80) break
  }
  if (length > unpackedBytes) throw new ItemError('too_large', 'a block of it is too large')
  const output = Buffer.alloc(length)
  snappyUncompress(packed, output)
  return output
}
