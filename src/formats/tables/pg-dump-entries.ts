import { ItemError } from '../../core/problem.ts'
import type { BytesInOrder } from './bytes-in-order.ts'

/** Texts of one entry, and entries, that are read. */
const [textBytes, entriesAtMost] = [2 ** 24, 500_000]
const dependenciesAtMost = 100_000

/** How a dump's data are packed. */
export type Packing = 'none' | 'gzip' | 'lz4' | 'zstd'
const packings: readonly Packing[] = ['none', 'gzip', 'lz4', 'zstd']

/** One entry of the list of contents: a table, its data, a function, a comment. */
export interface DumpEntry {
  readonly id: number
  /** The statement that makes it. */
  readonly definition: string
  /** The COPY statement that its data go with; empty where there are none. */
  readonly copy: string
}

/** What stands before the data. */
export interface DumpHead {
  readonly packing: Packing
  readonly database: string
  readonly entries: ReadonlyMap<number, DumpEntry>
}

/** Numbers and texts as such a dump writes them. */
export interface DumpValues {
  /** @throws ItemError `truncated` */
  byte(): Promise<number>
  number(): Promise<number>
  /** Undefined where there is none. @throws ItemError `malformed` where it is too long */
  text(): Promise<string | undefined>
}

/** The head of a dump, up to its first data ([pg_backup_archiver.c], versions 1.10 to 1.16). */
export async function readHead(bytes: BytesInOrder): Promise<{ readonly head: DumpHead; readonly values: DumpValues }> {
  const start = await bytes.take(11)
  const [major = 0, minor = 0, , intBytes = 0, offsetBytes = 0, format] = start.subarray(5)
  if (major !== 1 || minor < 10 || minor > 16) throw new ItemError('unsupported_type', 'a dump of an unknown version')
  if (format !== 1 || intBytes < 4 || intBytes > 8 || offsetBytes > 8)
    throw new ItemError('unsupported_type', 'a dump in pieces that are not all in this file')
  const values = valuesIn(bytes, intBytes)
  const packing = minor >= 15 ? packings[await values.byte()] : (await values.number()) === 0 ? 'none' : 'gzip'
  if (packing === undefined) throw new ItemError('unsupported_type', 'a dump packed in an unknown way')
  // When it was made.
  for (let field = 0; field < 7; field += 1) await values.number()
  const database = (await values.text()) ?? ''
  await values.text()
  await values.text()
  const count = await values.number()
  if (count < 0 || count > entriesAtMost) throw new ItemError('too_many', `more than ${entriesAtMost} entries`)
  const entries = new Map<number, DumpEntry>()
  for (let at = 0; at < count; at += 1) {
    const entry = await readEntry(values, minor)
    await bytes.take(1 + offsetBytes)
    entries.set(entry.id, entry)
  }
  return { head: { packing, database, entries }, values }
}

/** Values that nobody needs are read and left. */
async function readEntry(values: DumpValues, minor: number): Promise<DumpEntry> {
  const texts = async (count: number) => {
    const read: string[] = []
    for (let at = 0; at < count; at += 1) read.push((await values.text()) ?? '')
    return read
  }
  const id = await values.number()
  await values.number()
  // The table's and its own number, tag and kind.
  await texts(4)
  if (minor >= 11) await values.number()
  const [definition = '', , copy = ''] = await texts(3)
  // Schema, place, way of access.
  await texts(minor >= 14 ? 3 : 2)
  if (minor >= 16) await values.number()
  // Owner, and whether rows have numbers.
  await texts(2)
  for (let at = 0; (await values.text()) !== undefined; at += 1) {
    if (at >= dependenciesAtMost) throw new ItemError('too_many', `more than ${dependenciesAtMost} dependencies`)
  }
  return { id, definition, copy }
}

function valuesIn(bytes: BytesInOrder, intBytes: number): DumpValues {
  const values: DumpValues = {
    async byte() {
      return (await bytes.take(1))[0] ?? 0
    },
    async number() {
      const taken = await bytes.take(1 + intBytes)
      const value = taken.readUInt32LE(1)
      return taken[0] === 0 ? value : -value
    },
    async text() {
      const length = await values.number()
      if (length < 0) return undefined
      if (length > textBytes) throw new ItemError('malformed', 'an entry with a text of impossible length')
      return length === 0 ? '' : (await bytes.take(length)).toString('utf8')
    },
  }
  return values
}
