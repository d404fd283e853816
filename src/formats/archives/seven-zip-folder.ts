import { crc32, createInflateRaw } from 'node:zlib'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { expandBzip2 } from './bzip2.ts'
import { undoDelta, undoX86 } from './filters.ts'
import { lzma2Dictionary, lzma2Pieces, lzmaPieces } from './lzma2.ts'
import { decrypted } from './seven-zip-lock.ts'
import { aes, type Coder, type Folder, type SubStream } from './seven-zip-streams.ts'
import { expandedBy, expandedPieceBytes, piecesOf } from './stream.ts'
import { cursorOf, windowReader } from './window.ts'
import { expandZstd } from './zstd.ts'

/** What leaves the bytes as they are. */
const copy: Coder = { method: '00', properties: Buffer.alloc(0), unpackSize: 0 }

/** Bytes of the signature header: packed streams are counted from behind it. */
export const startBytes = 32

type Pieces = AsyncGenerator<Uint8Array, void, undefined>

// Methods by their identifiers (Methods.txt of the LZMA SDK).
const expanders: Readonly<Record<string, (packed: Reader, coder: Coder) => Pieces>> = Object.freeze({
  '00': (packed) => piecesOf(packed, 0, packed.size, expandedPieceBytes),
  '21': (packed, { properties }) => lzma2Pieces(cursorOf(packed), lzma2Dictionary(properties[0] ?? 0)),
  '030101': (packed, { properties, unpackSize }) => expandLzma(packed, properties, unpackSize),
  '040108': (packed) =>
    expandedBy(createInflateRaw({ chunkSize: expandedPieceBytes }), piecesOf(packed, 0, packed.size, 1 << 16)),
  '040202': (packed) => expandBzip2(packed),
  '04f71101': (packed) => expandZstd(packed),
})

async function* expandLzma(packed: Reader, properties: Buffer, size: number): Pieces {
  if (properties.length < 5) throw new ItemError('malformed', 'the header of the archive is damaged')
  yield* lzmaPieces(cursorOf(packed), properties, size)
}

// What bytes may have been changed by before they were packed.
const filters: Readonly<Record<string, (pieces: AsyncIterable<Uint8Array>, coder: Coder) => Pieces>> = Object.freeze({
  '03': (pieces, { properties }) => undoDelta(pieces, (properties[0] ?? 0) + 1),
  '04': (pieces) => undoX86(pieces),
  '03030103': (pieces) => undoX86(pieces),
})

/** Whether there is a way to undo what was done to the members of a folder. */
export function isRead({ coders }: Folder): boolean {
  const [coder, ...steps] = unlockedSteps(coders)
  if (!coder) return coders !== undefined
  if (!Object.hasOwn(expanders, coder.method)) return false
  return steps.every(({ method }) => Object.hasOwn(filters, method))
}

/** What is to be undone when the encryption is. */
function unlockedSteps(coders: readonly Coder[] = []): readonly Coder[] {
  return coders[0]?.method === aes ? coders.slice(1) : coders
}

async function* none(): Pieces {}

/**
 * The bytes of a folder, in order; as many as its header says.
 * @param key what the password made, where the folder is encrypted
 * @throws ItemError `encrypted`, `unsupported_type`, `truncated`, `malformed`, `memory_limit`, behind what could be had
 */
export async function* folderPieces(reader: Reader, folder: Folder, key?: Buffer): Pieces {
  if (folder.isEncrypted && !key) throw new ItemError('encrypted', 'members of the archive are encrypted')
  const [lock] = folder.coders ?? []
  const [coder = copy, ...steps] = unlockedSteps(folder.coders)
  if (!lock || !isRead(folder)) {
    throw new ItemError('unsupported_type', 'members of the archive are packed by a method that is not read')
  }
  const locked = windowReader(reader, startBytes + folder.packStart, folder.packSize)
  const packed = key && lock.method === aes ? decrypted(locked, lock, key) : locked
  let pieces: AsyncIterable<Uint8Array> = expanders[coder.method]?.(packed, coder) ?? none()
  for (const step of steps) pieces = filters[step.method]?.(pieces, step) ?? pieces
  let left = folder.unpackSize
  for await (const piece of pieces) {
    if (left > 0) yield piece.subarray(0, left)
    left -= piece.length
    if (left <= 0) break
  }
  if (left > 0) throw new ItemError('truncated', 'the packed bytes end too early')
}

/** Takes members out of folders in order, going on where the last one ended. */
export interface FolderCursor {
  /** So many bytes of a folder from `start` on. @throws ItemError as {@link folderPieces} */
  take(folder: Folder, start: number, length: number): Pieces
}

/** A cursor over the folders of one archive. What a folder fails of, all its later members fail of. */
export function folderCursor(open: (folder: Folder) => Pieces): FolderCursor {
  let folder: Folder | undefined
  let pieces: Pieces | undefined
  let position = 0
  let rest: Uint8Array = new Uint8Array()
  let fault: unknown
  const next = async () => {
    if (rest.length > 0) return rest
    if (fault !== undefined) throw fault
    try {
      const result = await pieces?.next()
      return !result || result.done ? undefined : result.value
    } catch (error) {
      // Thrown again for each member that would need what can not be had.
      fault = error
      throw error
    }
  }
  return {
    async *take(wanted, start, length) {
      if (wanted !== folder || position > start) {
        await pieces?.return()
        folder = wanted
        pieces = open(wanted)
        position = 0
        rest = new Uint8Array()
        fault = undefined
      }
      const end = start + length
      while (position < end) {
        const piece = await next()
        if (!piece) throw new ItemError('truncated', 'the packed bytes end too early')
        const from = Math.max(0, Math.min(piece.length, start - position))
        const to = Math.min(piece.length, end - position)
        rest = piece.subarray(to)
        position += to
        if (to > from) yield piece.subarray(from, to)
      }
    },
  }
}

/** A member's bytes, held against its checksum. @throws ItemError `malformed` behind them */
export async function* checked(
  pieces: AsyncIterable<Uint8Array>,
  { crc32: said }: SubStream,
): AsyncGenerator<Uint8Array, void, undefined> {
  let sum = 0
  for await (const piece of pieces) {
    sum = crc32(piece, sum)
    yield piece
  }
  if (said !== undefined && sum !== said) {
    throw new ItemError('malformed', 'a member of the archive does not have its checksum')
  }
}
