import type { LibarchiveWasm } from 'libarchive-wasm'
import type { Extract, ReadContext } from '../../core/content.ts'
import type { ItemType } from '../../core/item.ts'
import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import { type Reader, readAll } from '../../core/reader.ts'
import { paidFor, solidBudget } from './expansion.ts'
import { type Member, memberWriter } from './members.ts'
import { type Play, unpacked } from './unpacked.ts'

/** Bytes that the library gives at a time. */
const pieceBytes = 1 << 18

/**
 * The members of an archive of a kind that is only read by libarchive, as WebAssembly: a fault of it can not leave its
 * own memory. It holds the archive whole; its engine is made for one archive and thrown away with it.
 */
export async function* readByLibrary(reader: Reader, context: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const { limits } = context
  const writer = memberWriter()
  const bytes = await readAll(reader, limits.archiveBytes)
  const budget = solidBudget(reader.size, limits)
  const archive = (await createEngine()).open(bytes)
  const members = libraryMembers(bytes)
  let children = 0
  for (let index = 0; ; index++) {
    const member = archive.next()
    if (member === undefined) break
    if (member.isFolder) continue
    if (children++ >= limits.children) return yield* writer.gap(tooManyMembers(limits))
    if (member.type !== undefined && member.type !== 'file') {
      const problem = { cause: 'unsupported_type', message: `a ${member.type} is recorded and not opened` } as const
      const { name, modifiedAt, type } = member
      yield { what: 'unread', name: name || '_', modifiedAt, size: 0, type, problem }
      continue
    }
    const play: Play = (isRepeat) => {
      const pieces = isRepeat ? members(index, true) : archive.data()
      return paidFor(pieces, reader.size, isRepeat ? budget.again : budget)
    }
    yield* writer.member(member, () => unpacked(play, context))
  }
  const fault = archive.fault()
  if (fault) yield* writer.gap(fault)
}

/** The fault of an archive that has more members than are read. */
export function tooManyMembers({ children }: Limits): ItemError {
  return new ItemError('too_many', `more than ${children} members`)
}

/** The data of a member by its number, folders counted. What is asked for in order is gone through once. */
export type MembersByNumber = (index: number, isRepeat: boolean) => AsyncGenerator<Uint8Array, void, undefined>

/**
 * The members of an archive that is held in memory, by their numbers.
 * @param bytes asked for when the first member is
 */
export function libraryMembers(bytes: Uint8Array | (() => Promise<Uint8Array>)): MembersByNumber {
  let first: { readonly archive: LibraryArchive; at: number } | undefined
  const open = async () => {
    const held = typeof bytes === 'function' ? await bytes() : bytes
    return { archive: (await createEngine()).open(held), at: -1 }
  }
  return async function* (index, isRepeat) {
    const library = isRepeat || (first && first.at >= index) ? await open() : (first ?? (await open()))
    if (!isRepeat) first = library
    for (; library.at < index; library.at++) {
      if (!library.archive.next()) {
        throw library.archive.fault() ?? new ItemError('malformed', 'a member of the archive can not be found')
      }
    }
    yield* library.archive.data()
  }
}

/** A member as the library tells it. */
export interface LibraryMember extends Member {
  readonly isFolder: boolean
}

/** An archive in the library's hands. */
export interface LibraryArchive {
  /** The next member; undefined at the end, or where a fault ends it. */
  next(): LibraryMember | undefined
  /** The data of the member. @throws ItemError */
  data(): Generator<Uint8Array, void, undefined>
  /** Why there is no next member, where that is not the end. */
  fault(): ItemError | undefined
  /** Gives its memory back to the engine. */
  close(): void
}

/** The library in a memory of its own. */
export interface Engine {
  /** Opens an archive that is held in memory. @throws ItemError where it can not be opened at all */
  open(bytes: Uint8Array): LibraryArchive
}

/** Starts the library: some ten milliseconds. One that has met a fault is not to be used again. */
export async function createEngine(): Promise<Engine> {
  const { libarchiveWasm } = await import('libarchive-wasm')
  const library = await libarchiveWasm()
  const buffer: number = library.module._malloc(pieceBytes)
  return { open: (bytes) => openIn(library, buffer, bytes) }
}

/** Whatever the library throws or traps on is a fault of the archive: its own memory is all that it can harm. */
function guarded<Result>(call: () => Result): Result {
  try {
    return call()
  } catch (error) {
    // Named by what it says of itself.
    throw faultOf(error)
  }
}

function openIn(library: LibarchiveWasm, buffer: number, bytes: Uint8Array): LibraryArchive {
  const heap = () => library.module.HEAP8 as Int8Array
  const place: number = guarded(() => library.module._malloc(bytes.length + 1))
  if (place === 0) throw new ItemError('memory_limit', 'the archive does not fit into the memory for it')
  heap().set(bytes, place)
  const archive = guarded(() => library.read_new_memory(place, bytes.length))
  let fault: ItemError | undefined
  return {
    next() {
      try {
        const entry = guarded(() => library.read_next_entry(archive))
        if (entry !== 0) return guarded(() => memberOf(library, entry))
        const isLocked = guarded(() => library.read_has_encrypted_entries(archive)) === 1
        const said = guarded(() => library.error_string(archive))
        if (isLocked) fault = new ItemError('encrypted', 'the list of members is encrypted')
        else if (said) fault = faultOf(new Error(said))
      } catch (error) {
        // Kept for the caller: what came before it has been read.
        if (!(error instanceof ItemError)) throw error
        fault = error
      }
      return undefined
    },
    *data() {
      for (;;) {
        const length = guarded(() => library.read_data(archive, buffer, pieceBytes))
        if (length === 0) return
        yield Uint8Array.from(new Uint8Array(heap().buffer, buffer, length))
      }
    },
    fault: () => fault,
    close() {
      guarded(() => library.read_free(archive))
      guarded(() => library.module._free(place))
    },
  }
}

// Types of files as Unix numbers them.
const folderType = 0o040000
const types: ReadonlyMap<number, ItemType> = new Map([
  [0o100000, 'file'],
  [0o120000, 'link'],
  [folderType, 'folder'],
])

function memberOf(library: LibarchiveWasm, entry: number): LibraryMember {
  const kind = library.entry_filetype(entry)
  const seconds = library.entry_mtime(entry)
  return {
    // Null where the name can not be told in Unicode.
    name: (library.entry_pathname(entry) ?? '').toWellFormed(),
    modifiedAt: seconds > 0 && seconds < 2 ** 36 ? new Date(1_000 * seconds).toISOString() : null,
    size: Math.max(0, library.entry_size(entry)),
    type: library.entry_hardlink(entry) ? 'link' : (types.get(kind) ?? 'special'),
    isFolder: kind === folderType,
  }
}

/** The library tells its faults in words. */
function faultOf(error: unknown): ItemError {
  if (error instanceof ItemError) return error
  const said = error instanceof Error ? error.message : ''
  if (/encrypt|passphrase|password/i.test(said))
    return new ItemError('encrypted', 'members of the archive are encrypted')
  if (/truncated|unexpected end|too small/i.test(said)) return new ItemError('truncated', 'the archive is cut off')
  if (/support|unknown/i.test(said)) {
    return new ItemError('unsupported_type', 'members of the archive are packed by a method that is not read')
  }
  return new ItemError('malformed', 'the archive is damaged')
}
