import { crc32 } from 'node:zlib'
import type { Extract, Format, ReadContext } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import { type Reader, readAll } from '../../core/reader.ts'
import { bufferOf } from '../decoder.ts'
import { paidFor, solidBudget } from './expansion.ts'
import { type Keyring, keyringOf } from './keyring.ts'
import { createEngine, type Engine, libraryMembers, tooManyMembers } from './library.ts'
import { type MemberWriter, memberWriter } from './members.ts'
import { headerAtMost, type RarBlock, type RarEntry, rar4Block, rar5Block } from './rar-headers.ts'
import { openedData, openHeader3, openHeader5, type RarKey, rarKeys, withoutFilling } from './rar-lock.ts'
import { expandedPieceBytes, piecesOf } from './stream.ts'
import { isOfReader, type Play, unpacked } from './unpacked.ts'
import { blockReader, windowReader } from './window.ts'

/** What stands behind a member: the library looks some bytes ahead. */
const after = Buffer.alloc(64)
/** Headers per child that is allowed: folders, comments and the like have headers too. */
const headersPerChild = 4

/** RAR archives of versions 1.5 to 5: their headers by us, what is packed in them by libarchive. */
export const rar: Format = Object.freeze({
  id: 'rar',
  title: 'RAR archive',
  medium: 'archive',
  mediaTypes: Object.freeze({ 'application/vnd.rar': ['rar'] }),
  recognizes: ({ bytes }) => (signatureOf(bytes) > 0 ? 'application/vnd.rar' : undefined),
  read: readRar,
} satisfies Format)

/** Bytes of the signature: 7 up to version 4, 8 since version 5; 0 for what is no RAR archive. */
function signatureOf(bytes: Uint8Array): number {
  if (bytes[0] !== 0x52) return 0
  const start = bufferOf(bytes).toString('latin1', 0, 8)
  if (start.startsWith('Rar!\x1a\x07\0')) return 7
  return start === 'Rar!\x1a\x07\x01\0' ? 8 : 0
}

async function* readRar(reader: Reader, context: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const { limits, head } = context
  const writer = memberWriter()
  const signature = signatureOf(head.bytes)
  const blocks = headers(reader, signature, signature === 8 ? rar5Block : rar4Block)
  const keyring = keyringOf(context)
  let play = player(reader, limits, undefined)
  let index = -1
  let [count, children] = [0, 0]
  try {
    for await (const { kind, entry, next, isVolume, isLocked, isSolid } of blocks) {
      if (isVolume) yield { what: 'flag', name: 'split_archive' }
      if (isLocked || kind === 'encryption') throw new ItemError('encrypted', 'the list of members is encrypted')
      if (count++ >= headersPerChild * limits.children) throw tooManyMembers(limits)
      if (kind === 'main' && !isSolid) play = player(reader, limits, next)
      if (!entry) continue
      index += 1
      if (entry.isFolder) continue
      if (children++ >= limits.children) throw tooManyMembers(limits)
      yield* member(writer, entry, play(entry, index), keyring, context)
    }
  } catch (error) {
    // What came before the fault has been given; the reader's own faults end the item.
    if (!(error instanceof ItemError)) throw error
    yield* writer.gap(error)
  }
}

async function* headers(
  reader: Reader,
  start: number,
  read: (bytes: Buffer, at: number) => RarBlock,
): AsyncGenerator<RarBlock, void, undefined> {
  const blocks = blockReader(reader)
  for (let at = start; at < reader.size; ) {
    let bytes = await blocks.at(at, 1 << 12)
    // Most headers are short; a long name or attribute takes the rest.
    if (needsMore(bytes, start)) bytes = await blocks.at(at, headerAtMost)
    const block = read(bytes, at)
    yield block
    if (block.kind === 'end' || block.kind === 'encryption' || block.isLocked) return
    at = block.next
    if (at > reader.size) throw new ItemError('truncated', 'the archive is cut off')
  }
}

function needsMore(bytes: Buffer, signature: number): boolean {
  if (bytes.length < 1 << 12) return false
  if (signature === 7) return bytes.readUInt16LE(5) > bytes.length
  return (bytes[5] ?? 0) > 127 || ((bytes[4] ?? 0) & 127) + 128 * (bytes[5] ?? 0) > bytes.length - 16
}

async function* member(
  writer: MemberWriter,
  entry: RarEntry,
  play: (key: RarKey | undefined) => Play,
  keyring: Keyring,
  context: ReadContext,
): AsyncGenerator<Extract, void, undefined> {
  const { name, modifiedAt, size = 0 } = entry
  if (entry.isLink) {
    const problem = { cause: 'unsupported_type', message: 'a link is recorded and not opened' } as const
    yield { what: 'unread', name: name || '_', modifiedAt, size: 0, type: 'link', problem }
    return
  }
  yield* writer.member({ name, modifiedAt, size, isLocked: entry.isEncrypted }, async () => {
    if (entry.isOld) throw new ItemError('unsupported_type', 'members are packed by a method of before 2002')
    if (entry.isSplit) throw new ItemError('truncated', 'a member of the archive goes on in another part of it')
    return unpacked(play(entry.isEncrypted ? await keyFor(entry, play, keyring) : undefined), context)
  })
}

/** The key of a locked member. @throws ItemError `encrypted` where no password makes it */
async function keyFor({ lock, packedSize }: RarEntry, play: (key: RarKey) => Play, keyring: Keyring): Promise<RarKey> {
  for (const key of lock ? rarKeys(lock, keyring) : []) {
    if (lock?.version === 3 && !keyring.isProven(key.password) && !(await isRight(play(key)))) {
      keyring.spend(packedSize)
      continue
    }
    keyring.fits(key.password)
    return key
  }
  throw new ItemError('encrypted', 'members of the archive are encrypted')
}

/** Whether what comes out has its checksum. */
async function isRight(play: Play): Promise<boolean> {
  try {
    for await (const _ of play(true));
    return true
  } catch (error) {
    // What a wrong key gives can not be unpacked; the reader's own faults mean something else.
    if (!(error instanceof ItemError) || isOfReader(error)) throw error
    return false
  }
}

/**
 * Ways to the data of the members: stored ones stand in the file, packed ones take the library.
 * @param mainEnd where the main header ends, if each member can be unpacked alone; else the library takes the whole
 */
function player(
  reader: Reader,
  limits: Limits,
  mainEnd: number | undefined,
): (entry: RarEntry, index: number) => (key: RarKey | undefined) => Play {
  const budget = solidBudget(reader.size, limits)
  const inRow = libraryMembers(() => readAll(reader, limits.archiveBytes))
  const alone = mainEnd === undefined ? undefined : membersAlone(reader, limits, mainEnd)
  return (entry, index) => (key) => (isRepeat) => {
    const own = windowReader(reader, entry.dataAt, entry.packedSize)
    const stored = key ? openedData(own, key, entry.size ?? own.size) : own
    const packed = () => (alone ? alone(entry, key) : inRow(index, isRepeat))
    const pieces = entry.isStored ? piecesOf(stored, 0, stored.size, expandedPieceBytes) : packed()
    return checked(paidFor(pieces, reader.size, isRepeat ? budget.again : budget), entry, key)
  }
}

/** Hands the library one member after the other, each as an archive of its own: the whole may be larger than memory. */
function membersAlone(reader: Reader, limits: Limits, mainEnd: number) {
  let engine: Promise<Engine> | undefined
  return async function* (entry: RarEntry, key: RarKey | undefined): AsyncGenerator<Uint8Array, void, undefined> {
    const own = key ? await unlocked(reader, entry, key, limits) : await asItStands(reader, entry, limits)
    const bytes = Buffer.concat([await reader.read(0, mainEnd), ...own, after])
    const mine = engine ?? createEngine()
    // One that meets a fault is thrown away.
    engine = undefined
    const archive = (await mine).open(bytes)
    if (!archive.next()) throw archive.fault() ?? new ItemError('malformed', 'a header of the archive is damaged')
    yield* archive.data()
    archive.close()
    engine = mine
  }
}

async function asItStands(reader: Reader, { headerAt, dataAt, packedSize }: RarEntry, limits: Limits) {
  return [await readAll(windowReader(reader, headerAt, dataAt - headerAt + packedSize), limits.archiveBytes)]
}

/** A member with another header, for the library knows no passwords. */
async function unlocked(reader: Reader, entry: RarEntry, key: RarKey, limits: Limits) {
  const { headerAt, dataAt, packedSize, size = 0, compression, lock } = entry
  const data = await readAll(openedData(windowReader(reader, dataAt, packedSize), key, packedSize), limits.archiveBytes)
  if (lock?.version === 5) {
    const own = withoutFilling(data)
    return [openHeader5(own.length, size, compression), own]
  }
  return [openHeader3(bufferOf(await reader.read(headerAt, dataAt - headerAt))), data]
}

async function* checked(
  pieces: AsyncIterable<Uint8Array>,
  { size, crc32: said }: RarEntry,
  key: RarKey | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  let sum = 0
  let length = 0
  for await (const piece of pieces) {
    sum = crc32(piece, sum)
    length += piece.length
    yield piece
  }
  if (size !== undefined && length < size) throw new ItemError('truncated', 'a member of the archive is cut off')
  if (said !== undefined && (key?.sumOf(sum) ?? sum) !== said) {
    throw new ItemError('malformed', 'a member of the archive does not have its checksum')
  }
}
