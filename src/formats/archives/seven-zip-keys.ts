import type { ReadContext } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { paidFor, solidBudget } from './expansion.ts'
import { keyringOf } from './keyring.ts'
import { checked, folderCursor, folderPieces, isRead } from './seven-zip-folder.ts'
import { keyCache } from './seven-zip-lock.ts'
import { aes, type Folder, type SubStream } from './seven-zip-streams.ts'
import { isOfReader } from './unpacked.ts'

type IsSound = (bytes: Buffer) => boolean

/** The keys of the folders of one archive. */
export interface FolderLocks {
  /**
   * Finds the password of a folder by what begins it.
   * @param isSound whether that is what it should be, where it has no checksum
   * @returns whether there is one
   */
  open(folder: Folder, first: SubStream | undefined, isSound?: IsSound): Promise<boolean>
  known(folder: Folder): Buffer | undefined
}

/** For one archive. */
export function folderLocks(reader: Reader, context: ReadContext): FolderLocks {
  const keyring = keyringOf(context)
  const keys = keyCache()
  const known = new Map<Folder, Buffer | undefined>()
  const find = async (folder: Folder, first: SubStream | undefined, isSound: IsSound | undefined) => {
    const lock = folder.coders?.find(({ method }) => method === aes)
    if (!lock || !first || !isRead(folder)) return undefined
    for (const password of keyring.candidates()) {
      const { key, rounds } = keys.key(password, lock)
      keyring.spend(rounds)
      if (!keyring.isProven(password) && !(await isRight(reader, first, key, context.limits, isSound))) {
        keyring.spend(first.size)
        continue
      }
      keyring.fits(password)
      return key
    }
    return undefined
  }
  return {
    async open(folder, first, isSound) {
      if (!known.has(folder)) known.set(folder, await find(folder, first, isSound))
      return known.get(folder) !== undefined
    },
    known: (folder) => known.get(folder),
  }
}

/** Whether a key makes of the first member what its checksum says, or what is sound. */
async function isRight(
  reader: Reader,
  first: SubStream,
  key: Buffer,
  limits: Limits,
  isSound: IsSound | undefined,
): Promise<boolean> {
  const { folder, size, crc32 } = first
  const budget = solidBudget(reader.size, limits)
  const pieces = paidFor(folderPieces(reader, folder, key), folder.packSize, budget)
  const held: Uint8Array[] = []
  try {
    for await (const piece of checked(folderCursor(() => pieces).take(folder, 0, size), first)) {
      if (crc32 === undefined && isSound) held.push(piece)
    }
  } catch (error) {
    // What a wrong key gives is damaged; the reader's own faults mean something else.
    if (!(error instanceof ItemError) || isOfReader(error)) throw error
    return false
  }
  return crc32 !== undefined || isSound === undefined || isSound(Buffer.concat(held))
}
