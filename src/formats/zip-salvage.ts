import { ItemError } from '../core/problem.ts'
import type { Reader } from '../core/reader.ts'
import { dosTime, lockOf, named, type UnnamedMember, type ZipDirectory, type ZipMember } from './zip-member.ts'

const windowBytes = 1 << 18
const headerBytes = 30
const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const dataDescriptor = 0x08074b50
const marks = [localHeader, centralHeader, dataDescriptor]

/**
 * The members of a zip file whose directory is missing or broken, by their own headers (APPNOTE 4.3.7). Reads the file
 * once, from its beginning to its end.
 * @param known what could be read of the directory: used where the headers give less
 * @throws ItemError of the reader only
 */
export async function salvageMembers(
  reader: Reader,
  atMost: number,
  known: readonly ZipMember[],
): Promise<Pick<ZipDirectory, 'members' | 'damage'>> {
  const window = slidingWindow(reader)
  const members: UnnamedMember[] = []
  for (let at = await window.find(0, [localHeader]); at < reader.size; ) {
    if (members.length >= atMost)
      return { members: named(members), damage: new ItemError('too_many', `more than ${atMost} members`) }
    const header = await window.at(at, headerBytes)
    if (header.length < headerBytes) break
    const nameAt = at + headerBytes
    const name = await window.at(nameAt, header.readUInt16LE(26))
    const dataAt = nameAt + header.readUInt16LE(26) + header.readUInt16LE(28)
    const { end, isMeasured } = await dataEnd(window, reader, header, dataAt)
    members.push(memberOf(header, name, at, Math.max(0, end - dataAt), isMeasured))
    at = await window.find(Math.max(end, at + headerBytes), [localHeader])
  }
  const cut = 'the directory of the zip file is missing: members were found by their own headers'
  const broken = 'the directory of the zip file is broken: members were found by their own headers'
  const isMissing = (await window.find(Math.max(0, reader.size - windowBytes), [0x06054b50])) >= reader.size
  const damage = isMissing ? new ItemError('truncated', cut) : new ItemError('malformed', broken)
  return { members: members.length >= known.length ? named(members) : known, damage }
}

/** Where a member's bytes end: as its header says, else before the next thing that looks like a header. */
async function dataEnd(window: SlidingWindow, reader: Reader, header: Buffer, dataAt: number) {
  const [flags, packedSize] = [header.readUInt16LE(6), header.readUInt32LE(18)]
  const isStreamed = (flags & 8) !== 0 || packedSize === 0xffffffff
  if (!isStreamed) return { end: dataAt + packedSize, isMeasured: true }
  return { end: Math.min(await window.find(dataAt, marks), reader.size), isMeasured: false }
}

function memberOf(header: Buffer, bytes: Buffer, at: number, packedSize: number, isMeasured: boolean): UnnamedMember {
  const flags = header.readUInt16LE(6)
  return {
    // The window it stands in is read anew later.
    name: { bytes: Buffer.from(bytes), flags, extraFields: [] },
    method: header.readUInt16LE(8),
    ...lockOf(flags, header.readUInt32LE(14), header.readUInt16LE(10), []),
    headerOffset: at,
    packedSize,
    size: isMeasured ? header.readUInt32LE(22) : undefined,
    crc32: isMeasured ? header.readUInt32LE(14) : undefined,
    modifiedAt: dosTime(header.readUInt16LE(12), header.readUInt16LE(10)),
  }
}

interface SlidingWindow {
  /** Up to `length` bytes, fewer at the end of the file. */
  at(start: number, length: number): Promise<Buffer>
  /** The first place from `start` on where one of the signatures stands; the file's size where none does. */
  find(start: number, signatures: readonly number[]): Promise<number>
}

function slidingWindow(reader: Reader): SlidingWindow {
  let block: Buffer = Buffer.alloc(0)
  let blockStart = 0
  const at = async (start: number, length: number): Promise<Buffer> => {
    if (start < blockStart || start + length > blockStart + block.length) {
      const bytes = await reader.read(start, Math.max(length, windowBytes))
      block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      blockStart = start
    }
    return block.subarray(start - blockStart, start - blockStart + length)
  }
  const find = async (start: number, signatures: readonly number[]): Promise<number> => {
    for (let from = start; from + 4 <= reader.size; ) {
      const isHeld = from >= blockStart && from + 4 <= blockStart + block.length
      const bytes = isHeld
        ? block.subarray(from - blockStart)
        : await at(from, Math.min(windowBytes, reader.size - from))
      if (bytes.length < 4) break
      for (let found = bytes.indexOf('PK'); found >= 0; found = bytes.indexOf('PK', found + 2)) {
        if (found + 4 <= bytes.length && signatures.includes(bytes.readUInt32LE(found))) return from + found
      }
      // Windows overlap by three bytes, so that a signature on the seam is seen.
      from += bytes.length - 3
    }
    return reader.size
  }
  return { at, find }
}
