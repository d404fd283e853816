import { ItemError } from '../../core/problem.ts'
import { HeaderReader, ids } from './seven-zip-reader.ts'
import type { SubStream } from './seven-zip-streams.ts'

/** A member as the header describes it. */
export interface Entry {
  readonly name: string
  readonly modifiedAt: string | null
  readonly isFolder: boolean
  readonly isLink: boolean
  /** Undefined for one without bytes. */
  readonly stream: SubStream | undefined
}

/** The members, those with bytes matched to their streams. @throws ItemError `malformed`, `too_many` */
export function readFiles(reader: HeaderReader, subStreams: readonly SubStream[]): readonly Entry[] {
  const count = reader.count()
  const found: FileProperties = { empty: [], emptyFile: [], anti: [], names: [], times: [], attributes: [] }
  for (let id = reader.byte(); id !== ids.end; id = reader.byte()) {
    const size = reader.number()
    readProperty(id, new HeaderReader(reader.take(size)), size, count, found)
  }
  let next = 0
  let nextEmpty = 0
  return Array.from({ length: count }, (_, at) => {
    const isEmpty = found.empty[at] === true
    const emptyAt = isEmpty ? nextEmpty++ : -1
    const attributes = found.attributes[at] ?? 0
    const type = attributes & 0x8000 ? attributes >>> 28 : 0
    return {
      name: found.names[at] ?? '',
      modifiedAt: found.times[at] ?? null,
      // An item that deletes another is nothing to be read either.
      isFolder: isEmpty && (found.emptyFile[emptyAt] !== true || found.anti[emptyAt] === true),
      isLink: type === 0xa,
      stream: isEmpty ? undefined : subStreams[next++],
    }
  })
}

interface FileProperties {
  empty: readonly boolean[]
  emptyFile: readonly boolean[]
  anti: readonly boolean[]
  names: readonly string[]
  times: readonly (string | null)[]
  attributes: readonly number[]
}

function readProperty(id: number, reader: HeaderReader, size: number, count: number, found: FileProperties): void {
  const empties = () => found.empty.filter((isEmpty) => isEmpty).length
  if (id === ids.emptyStream) found.empty = reader.bits(count)
  else if (id === ids.emptyFile) found.emptyFile = reader.bits(empties())
  else if (id === ids.anti) found.anti = reader.bits(empties())
  else if (id === ids.names) found.names = namesOf(reader, size)
  else if (id === ids.modified) {
    found.times = defined(reader, count, () => timeOf(reader.take(8).readBigUInt64LE(0))).map((time) => time ?? null)
  } else if (id === ids.attributes) {
    found.attributes = defined(reader, count, () => reader.take(4).readUInt32LE(0)).map((value) => value ?? 0)
  }
}

function namesOf(reader: HeaderReader, size: number): readonly string[] {
  if (reader.byte() !== 0) throw new ItemError('unsupported_type', 'the header of the archive stands outside of it')
  return reader
    .take(size - 1)
    .toString('utf16le')
    .split('\0')
}

function defined<Value>(reader: HeaderReader, count: number, read: () => Value): (Value | undefined)[] {
  const isDefined = reader.optionalBits(count)
  if (reader.byte() !== 0) throw new ItemError('unsupported_type', 'the header of the archive stands outside of it')
  return isDefined.map((isThere) => (isThere ? read() : undefined))
}

/** Windows' time: units of 100 nanoseconds since 1601. */
function timeOf(value: bigint): string | null {
  const milliseconds = Number(value / 10_000n) - 11_644_473_600_000
  return Math.abs(milliseconds) < 8e15 && milliseconds > -11_644_473_600_000
    ? new Date(milliseconds).toISOString()
    : null
}
