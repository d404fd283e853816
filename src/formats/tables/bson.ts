import type { Extract, Format, Head, ReadContext } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { bytesInOrder } from './bytes-in-order.ts'
import { createFlattener } from './flatten.ts'
import { flatteningGaps } from './json-table.ts'
import { createRowWriter } from './rows.ts'

/** The longest document that MongoDB stores, with some room. */
const documentBytes = 17 * 2 ** 20
const nestingAtMost = 200

/** Documents one after the other, as mongodump writes a collection (https://bsonspec.org). */
export const bson: Format = Object.freeze({
  id: 'bson',
  title: 'BSON (mongodump)',
  medium: 'table',
  mediaTypes: Object.freeze({ 'application/bson': ['bson'] }),
  recognizes: (head) => (isBson(head) ? 'application/bson' : undefined),
  read: readBson,
} satisfies Format)

/** The first document whole, or as much of it as the head shows, makes sense. */
function isBson({ bytes: head, reader }: Head): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length)
  if (bytes.length < 12) return false
  const length = bytes.readInt32LE(0)
  if (length < 12 || length > Math.min(documentBytes, reader.size)) return false
  if (!types.has(bytes[4] ?? 0) || !/^[\w$][\w$ .-]{0,100}\0/.test(bytes.toString('latin1', 5, 110))) return false
  if (length > bytes.length) return true
  if (bytes[length - 1] !== 0) return false
  try {
    readDocument(bytes, 0, 0)
    return true
  } catch (error) {
    // Bytes that only begin alike.
    if (error instanceof ItemError) return false
    throw error
  }
}

const types: ReadonlySet<number> = new Set([...Array.from({ length: 19 }, (_none, at) => at + 1), 0x7f, 0xff])

async function* readBson(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const bytes = bytesInOrder(reader)
  const flattener = createFlattener(limits.nesting, limits.cellCharacters)
  const writer = createRowWriter()
  let fault: unknown
  try {
    while (bytes.left > 0) {
      const length = (await bytes.peek(4)).length < 4 ? 0 : (await bytes.peek(4)).readInt32LE(0)
      if (length < 5 || length > documentBytes) throw malformed()
      const document = await bytes.take(length)
      writer.add(flattener.row(readDocument(document, 0, 0)), flattener.columns())
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

function malformed(): ItemError {
  return new ItemError('malformed', 'a document in it makes no sense')
}

/** @throws ItemError where the bytes are no document */
function readDocument(bytes: Buffer, from: number, depth: number): Record<string, unknown> {
  if (from + 5 > bytes.length) throw malformed()
  const length = bytes.readInt32LE(from)
  const end = from + length - 1
  if (length < 5 || end >= bytes.length || bytes[end] !== 0) throw malformed()
  const document: Record<string, unknown> = Object.create(null)
  if (depth >= nestingAtMost) return document
  for (let at = from + 4; at < end; ) {
    const type = bytes[at] ?? 0
    const nameEnd = bytes.indexOf(0, at + 1)
    if (nameEnd < 0 || nameEnd >= end) throw malformed()
    const name = bytes.toString('utf8', at + 1, nameEnd)
    const value = readValue(bytes, nameEnd + 1, end, type, depth)
    document[name] = value.value
    at = value.end
  }
  return document
}

interface Value {
  readonly value: unknown
  readonly end: number
}

function readValue(bytes: Buffer, at: number, limit: number, type: number, depth: number): Value {
  const size = sizeOf(bytes, at, limit, type)
  const end = at + size
  if (size < 0 || end > limit) throw malformed()
  return { value: readAs(bytes, at, end, type, depth), end }
}

const fixed: Readonly<Record<number, number>> = {
  1: 8,
  6: 0,
  7: 12,
  8: 1,
  9: 8,
  10: 0,
  16: 4,
  17: 8,
  18: 8,
  19: 16,
  127: 0,
  255: 0,
}

function sizeOf(bytes: Buffer, at: number, limit: number, type: number): number {
  const known = fixed[type]
  if (known !== undefined) return known
  if (type === 11) {
    const pattern = bytes.indexOf(0, at)
    const options = pattern < 0 ? -1 : bytes.indexOf(0, pattern + 1)
    return options < 0 || options >= limit ? -1 : options + 1 - at
  }
  if (at + 4 > limit) return -1
  const length = bytes.readInt32LE(at)
  if (length < 0) return -1
  if (type === 2 || type === 13 || type === 14) return 4 + length
  if (type === 3 || type === 4 || type === 15) return length
  if (type === 5) return 5 + length
  return type === 12 ? 4 + length + 12 : -1
}

function readAs(bytes: Buffer, at: number, end: number, type: number, depth: number): unknown {
  switch (type) {
    case 1:
      return bytes.readDoubleLE(at)
    case 2:
    case 13:
    case 14:
      return bytes.toString('utf8', at + 4, Math.max(at + 4, end - 1))
    case 3:
      return readDocument(bytes.subarray(0, end), at, depth + 1)
    case 4:
      return Object.values(readDocument(bytes.subarray(0, end), at, depth + 1))
    case 5:
      return bytes.subarray(at + 5, end)
    case 7:
      return bytes.toString('hex', at, end)
    case 8:
      return bytes[at] === 1
    case 9:
      return new Date(Number(bytes.readBigInt64LE(at)))
    case 16:
      return bytes.readInt32LE(at)
    case 17:
    case 18:
      return bytes.readBigInt64LE(at)
    default:
      return null
  }
}
