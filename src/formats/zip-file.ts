import type { ReadContext } from '../core/content.ts'
import type { Limits } from '../core/limits.ts'
import { ItemError } from '../core/problem.ts'
import type { Reader } from '../core/reader.ts'
import { expansionBudget } from './archives/expansion.ts'
import { keyringOf } from './archives/keyring.ts'
import { type OpenMember, type Play, unpacked } from './archives/unpacked.ts'
import { readDirectory } from './zip-directory.ts'
import { memberChunks } from './zip-inflate.ts'
import { type PackedMember, packedMember } from './zip-lock.ts'
import type { ZipDirectory, ZipMember } from './zip-member.ts'

/**
 * A zip file read in any order, within limits: `children` members are listed, each expands to `memberBytes` and
 * `expansionRatio` at most, and all of them together to `expansionRatio`.
 */
export interface ZipFile {
  readonly members: readonly ZipMember[]
  /** Why the list of members may not be whole: no or a broken directory, or more members than are listed. */
  readonly damage: ItemError | undefined
  /** What its writer said of the whole; empty where nothing. */
  readonly comment: string
  /** Whether this is a part of a zip file that was split. */
  readonly isSplit: boolean
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
 * @param context where large members may be kept, and what opens locked ones; without it the first are expanded again
 *   and again, and the others are not read
 * @throws ItemError of the reader only; a file that is no zip has no members and `damage`
 */
export async function openZip(
  reader: Reader,
  limits: Limits,
  context: Pick<ReadContext, 'spool' | 'passwords'> = {},
): Promise<ZipFile> {
  const { members, damage, comment, isSplit } = await directoryOf(reader, limits.children)
  const budget = expansionBudget(reader.size, limits)
  const keyring = context.passwords ? keyringOf({ limits, passwords: context.passwords }) : undefined
  const packed = (member: ZipMember) =>
    packedMember(reader, member, keyring, async (opened) => {
      for await (const _ of memberChunks(opened, member, budget.again));
    })
  const chunks = async function* (member: ZipMember) {
    yield* memberChunks(await packed(member), member, budget)
  }
  return Object.freeze({
    members,
    damage,
    comment,
    isSplit,
    chunks,
    async bytes(member: ZipMember, atMost: number) {
      const pieces: Uint8Array[] = []
      let length = 0
      for await (const piece of chunks(member)) {
        length += piece.length
        if (length > atMost) throw new ItemError('too_large', `a member expands to more than ${atMost} bytes`)
        pieces.push(piece)
      }
      return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
    },
    async open(member: ZipMember): Promise<OpenMember> {
      const opened = await packed(member)
      if (opened.method === 0) return openStored(opened)
      const play: Play = (isRepeat) => memberChunks(opened, member, isRepeat ? budget.again : budget)
      return unpacked(play, { ...context, limits })
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

function openStored({ reader, damage }: PackedMember): OpenMember {
  return { reader, damage }
}
