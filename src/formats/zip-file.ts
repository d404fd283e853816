import type { Limits } from '../core/limits.ts'
import { ItemError } from '../core/problem.ts'
import { bytesReader, type Reader } from '../core/reader.ts'
import { readDirectory } from './zip-directory.ts'
import { dataStart, expansionBudget, memberChunks, refuse } from './zip-inflate.ts'
import type { ZipDirectory, ZipMember } from './zip-member.ts'
import { replayedReader } from './zip-replay.ts'

/** Members up to this size are held in memory when they are opened. */
const heldBytes = 32 * 2 ** 20

/**
 * A zip file read in any order, within limits: `children` members are listed, each expands to `expandedBytes` and
 * `expansionRatio` at most, and all of them together, however often they are read, to `expansionRatio`.
 */
export interface ZipFile {
  readonly members: readonly ZipMember[]
  /** Why the list of members may not be whole: no or a broken directory, or more members than are listed. */
  readonly damage: ItemError | undefined
  /**
   * The bytes of a member in order, in pieces of at most some megabytes. What can be had of a damaged member comes first.
   * @throws ItemError `encrypted`, `unsupported_type`, `truncated`, `malformed`, `too_large`, `expansion_ratio`
   */
  chunks(member: ZipMember): AsyncGenerator<Uint8Array, void, undefined>
  /**
   * The whole of a small member.
   * @param atMost bytes that are held in memory
   * @throws ItemError as {@link chunks}
   */
  bytes(member: ZipMember, atMost: number): Promise<Uint8Array>
  /**
   * A member as an item of its own. `damage` is set where the reader gives less than the member had.
   * @throws ItemError where nothing of the member can be read
   */
  open(member: ZipMember): Promise<OpenMember>
}

/** A member opened for reading in any order. */
export interface OpenMember {
  readonly reader: Reader
  readonly damage: ItemError | undefined
}

// Several formats ask what the same zip file is before one of them reads it. Held no longer than the item itself.
const directories = new WeakMap<Reader, { readonly atMost: number; readonly directory: Promise<ZipDirectory> }>()

/** Whether the bytes begin as a zip file does, be it an empty one. */
export function startsLikeZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  )
}

/**
 * Opens a zip file.
 * @throws ItemError of the reader only; a file that is no zip has no members and `damage`
 */
export async function openZip(reader: Reader, limits: Limits): Promise<ZipFile> {
  const { members, damage } = await directoryOf(reader, limits.children)
  const budget = expansionBudget(reader.size, limits)
  const chunks = (member: ZipMember) => memberChunks(reader, member, budget)
  return Object.freeze({
    members,
    damage,
    chunks,
    async bytes(member: ZipMember, atMost: number) {
      const { bytes, damage } = await gathered(chunks(member), atMost)
      if (damage) throw damage
      return bytes
    },
    async open(member: ZipMember): Promise<OpenMember> {
      refuse(member)
      if (member.method === 0) return openStored(reader, member)
      if ((member.size ?? member.packedSize) > heldBytes) return openLarge(member, chunks, limits)
      const { bytes, damage } = await gathered(chunks(member), limits.expandedBytes)
      if (damage && bytes.length === 0) throw damage
      return { reader: bytesReader(bytes), damage }
    },
  })
}

function directoryOf(reader: Reader, atMost: number): Promise<ZipDirectory> {
  const known = directories.get(reader)
  if (known?.atMost === atMost) return known.directory
  const directory = readDirectory(reader, atMost)
  directories.set(reader, { atMost, directory })
  return directory
}

async function gathered(chunks: AsyncIterable<Uint8Array>, atMost: number) {
  const pieces: Uint8Array[] = []
  let length = 0
  let damage: ItemError | undefined
  try {
    for await (const piece of chunks) {
      length += piece.length
      if (length > atMost) throw new ItemError('too_large', `a member expands to more than ${atMost} bytes`)
      pieces.push(piece)
    }
  } catch (error) {
    // What came before the fault is kept, and the fault is handed on beside it; faults of ours go on.
    if (!(error instanceof ItemError)) throw error
    damage = error
  }
  return { bytes: pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces), damage }
}

async function openStored(reader: Reader, member: ZipMember): Promise<OpenMember> {
  const start = await dataStart(reader, member)
  const size = Math.max(0, Math.min(member.packedSize, reader.size - start))
  const read = (at: number, length: number) => reader.read(start + at, Math.max(0, Math.min(length, size - at)))
  const cutOff = new ItemError('truncated', 'a member of the zip file is cut off')
  return { reader: { size, read }, damage: size < member.packedSize ? cutOff : undefined }
}

async function openLarge(
  member: ZipMember,
  chunks: (member: ZipMember) => AsyncGenerator<Uint8Array, void, undefined>,
  limits: Limits,
): Promise<OpenMember> {
  const size = member.size ?? 0
  if (size > limits.expandedBytes) {
    throw new ItemError('too_large', `a member expands to more than ${limits.expandedBytes} bytes`)
  }
  return { reader: replayedReader(size, () => chunks(member)), damage: undefined }
}
