import { crc32 } from 'node:zlib'
import type { Extract, Format, ReadContext } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import { type Reader, readAll } from '../../core/reader.ts'
import { bufferOf } from '../decoder.ts'
import { type MemberBudget, paidFor, solidBudget } from './expansion.ts'
import { libraryMembers, tooManyMembers } from './library.ts'
import { memberWriter } from './members.ts'
import type { Entry } from './seven-zip-files.ts'
import { checked, folderCursor, folderPieces, isRead, startBytes } from './seven-zip-folder.ts'
import { readHeader } from './seven-zip-header.ts'
import { type FolderLocks, folderLocks } from './seven-zip-keys.ts'
import type { Folder, SubStream } from './seven-zip-streams.ts'
import { unpacked } from './unpacked.ts'

const signature = Buffer.from('377abcaf271c', 'hex')
/** Bytes of a header, unpacked. */
const headerBytes = 64 * 2 ** 20
/** Headers that are packed in one another. */
const headersAtMost = 4

/** 7z archives (7zFormat.txt of the LZMA SDK). */
export const sevenZip: Format = Object.freeze({
  id: 'seven-zip',
  title: '7z archive',
  medium: 'archive',
  mediaTypes: Object.freeze({ 'application/x-7z-compressed': ['7z'] }),
  recognizes: ({ bytes }) =>
    signature.every((byte, at) => bytes[at] === byte) ? 'application/x-7z-compressed' : undefined,
  read: readSevenZip,
} satisfies Format)

async function* readSevenZip(reader: Reader, context: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const { limits, name } = context
  const writer = memberWriter()
  if (name !== undefined && /\.\d{3}$/.test(name)) yield { what: 'flag', name: 'split_archive' }
  const locks = folderLocks(reader, context)
  let entries: readonly Entry[]
  try {
    entries = await readEntries(reader, locks)
  } catch (error) {
    // Without its header nothing of the archive can be found: the fault is told with what goes with it.
    if (!(error instanceof ItemError)) throw error
    return yield* writer.gap(error)
  }
  const play = player(reader, limits, locks)
  const members = entries.map((entry, index) => ({ ...entry, index })).filter(({ isFolder }) => !isFolder)
  for (const { name, modifiedAt, isLink, stream, index } of members.slice(0, limits.children)) {
    const size = stream?.size ?? 0
    if (isLink) {
      const problem = { cause: 'unsupported_type', message: 'a link is recorded and not opened' } as const
      yield { what: 'unread', name: name.toWellFormed() || '_', modifiedAt, size, type: 'link', problem }
      continue
    }
    const isLocked = stream?.folder.isEncrypted === true
    yield* writer.member({ name, modifiedAt, size, isLocked }, async () => {
      if (stream && isLocked) await locks.open(stream.folder, firstOf(entries, stream.folder))
      return unpacked((isRepeat) => (stream ? play(stream, index, isRepeat) : none()), context)
    })
  }
  if (members.length > limits.children) yield* writer.gap(tooManyMembers(limits))
}

/** Ways to the data of the members: going on where the last one ended, or by the library where we know no method. */
function player(reader: Reader, limits: Limits, locks: FolderLocks) {
  const budget = solidBudget(reader.size, limits)
  const open = (by: MemberBudget) => (folder: Folder) =>
    paidFor(folderPieces(reader, folder, locks.known(folder)), folder.packSize, by)
  const first = folderCursor(open(budget))
  const others = libraryMembers(() => readAll(reader, limits.archiveBytes))
  return (stream: SubStream, index: number, isRepeat: boolean) => {
    const { folder, start, size } = stream
    if (!folder.isEncrypted && !isRead(folder)) {
      return checked(paidFor(others(index, isRepeat), folder.packSize, isRepeat ? budget.again : budget), stream)
    }
    const cursor = isRepeat ? folderCursor(open(budget.again)) : first
    return checked(cursor.take(folder, start, size), stream)
  }
}

/** The members by the header, which may be packed like a member. */
async function readEntries(reader: Reader, locks: FolderLocks): Promise<readonly Entry[]> {
  const start = bufferOf(await reader.read(0, startBytes))
  if (start.length < startBytes) throw new ItemError('truncated', 'the archive is cut off')
  if (crc32(start.subarray(12)) !== start.readUInt32LE(8)) {
    throw new ItemError('malformed', 'the header of the archive is damaged')
  }
  const at = startBytes + Number(start.readBigUInt64LE(12))
  const size = Number(start.readBigUInt64LE(20))
  if (size === 0) return []
  if (at + size > reader.size) throw new ItemError('truncated', 'the archive is cut off before its header')
  if (size > headerBytes) throw new ItemError('too_large', `the header has more than ${headerBytes} bytes`)
  let bytes = bufferOf(await reader.read(at, size))
  let said: number | undefined = start.readUInt32LE(28)
  for (let level = 0; level < headersAtMost; level++) {
    if (said !== undefined && crc32(bytes) !== said) {
      throw new ItemError('malformed', 'the header of the archive is damaged')
    }
    const header = readHeader(bytes)
    if (!header.isPacked) return header.entries
    const [folder] = header.streams.folders
    if (!folder) return []
    bytes = await unpackedHeader(reader, folder, locks)
    said = folder.crc32
  }
  throw new ItemError('too_deep', `more than ${headersAtMost} headers packed in one another`)
}

async function unpackedHeader(reader: Reader, folder: Folder, locks: FolderLocks): Promise<Buffer> {
  if (folder.unpackSize > headerBytes) {
    throw new ItemError('too_large', `the header has more than ${headerBytes} bytes`)
  }
  if (folder.isEncrypted) {
    const whole = { folder, start: 0, size: folder.unpackSize, crc32: folder.crc32 }
    if (!(await locks.open(folder, whole, isHeader)))
      throw new ItemError('encrypted', 'the list of members is encrypted')
  }
  const pieces: Uint8Array[] = []
  for await (const piece of folderPieces(reader, folder, locks.known(folder))) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Whether bytes read as a header. Not all writers put a checksum beside one that is locked. */
function isHeader(bytes: Buffer): boolean {
  try {
    readHeader(bytes)
    return true
  } catch (error) {
    // What a wrong password gives is no header.
    if (!(error instanceof ItemError)) throw error
    return false
  }
}

/** What begins a folder, for telling by it whether a password fits. */
function firstOf(entries: readonly Entry[], folder: Folder): SubStream | undefined {
  return entries.find(({ stream }) => stream?.folder === folder && stream.start === 0)?.stream
}

async function* none(): AsyncGenerator<Uint8Array, void, undefined> {}
