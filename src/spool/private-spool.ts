import { createCipheriv, randomBytes } from 'node:crypto'
import { type FileHandle, mkdtemp, open, rm, statfs, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { ItemError } from '../core/problem.ts'
import type { Reader } from '../core/reader.ts'
import type { Spool, SpoolPlace } from '../core/spool.ts'
import { folderStart, foldersForSpools } from './place.ts'

/** Bytes that the disk keeps free, and bytes after which that is looked at again. */
const keptFree = 2 ** 30
const stride = 64 * 2 ** 20

const blockBytes = 16

/**
 * A spool in a folder of its own that only this user may enter (mode 0700), gone when nothing is open. Its files have
 * no names from their first byte on, so that the system removes them when the process ends, however it ends; and what
 * is written is encrypted under a key that is nowhere but in memory, so that not even the disk's free blocks tell it.
 */
export function createSpool(): Spool {
  let folder: Promise<string | undefined> | undefined
  let [count, used] = [0, 0]

  const leave = async () => {
    const path = await folder
    if (--count > 0) return
    folder = undefined
    if (path !== undefined) await rm(path, { recursive: true, force: true })
  }
  return {
    async open(atMost) {
      count++
      folder ??= makeFolder()
      const path = await folder
      const file = path === undefined ? undefined : await openNameless(path)
      if (!file) {
        await leave()
        return undefined
      }
      const take = async (bytes: number, before: number) => {
        used += bytes
        const isDue = before === 0 || Math.floor(before / stride) !== Math.floor((before + bytes) / stride)
        return used <= atMost && (!isDue || (await hasRoom(file.folder, stride + bytes)))
      }
      return placeIn(file.handle, take, async (bytes) => {
        used -= bytes
        await file.handle.close()
        await leave()
      })
    },
  }
}

async function makeFolder(): Promise<string | undefined> {
  for (const parent of await foldersForSpools()) {
    try {
      if (await hasRoom(parent, stride)) return await mkdtemp(join(parent, folderStart()))
    } catch (error) {
      // Not there, or not ours to write in: the next may be.
      if (!isOfSystem(error)) throw error
    }
  }
  return undefined
}

async function hasRoom(folder: string, bytes: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize >= keptFree + bytes
}

/** A file for reading and writing whose name is gone again; where a system can't do that, it goes with the folder. */
async function openNameless(
  folder: string,
): Promise<{ readonly handle: FileHandle; readonly folder: string } | undefined> {
  const path = join(folder, randomBytes(8).toString('hex'))
  try {
    const handle = await open(path, 'wx+', 0o600)
    await unlink(path).catch(ignoreSystem)
    return { handle, folder }
  } catch (error) {
    // No more files to be had: the caller does without.
    if (!isOfSystem(error)) throw error
    return undefined
  }
}

function placeIn(
  file: FileHandle,
  take: (bytes: number, before: number) => Promise<boolean>,
  close: (bytes: number) => Promise<void>,
): SpoolPlace {
  const key = randomBytes(32)
  const cipher = cipherAt(key, 0)
  let [size, taken] = [0, 0]
  return {
    async append(bytes) {
      taken += bytes.length
      try {
        if (!(await take(bytes.length, size))) return false
        const { bytesWritten } = await file.write(cipher.update(bytes), 0, bytes.length, size)
        size += bytesWritten
        return bytesWritten === bytes.length
      } catch (error) {
        // A full or failing disk is no room; the caller does without.
        if (!isOfSystem(error)) throw error
        return false
      }
    },
    reader: () => readerOf(file, key, size),
    [Symbol.asyncDispose]: () => close(taken),
  }
}

function readerOf(file: FileHandle, key: Buffer, size: number): Reader {
  return {
    size,
    async read(start, length) {
      const end = Math.min(size, start + length)
      if (start >= end) return new Uint8Array()
      const from = start - (start % blockBytes)
      const bytes = Buffer.allocUnsafe(end - from)
      for (let at = 0; at < bytes.length; ) {
        const got = await readAt(file, bytes, at, from + at)
        if (got === 0) throw new ItemError('unreadable', 'a temporary file became shorter')
        at += got
      }
      return cipherAt(key, from / blockBytes)
        .update(bytes)
        .subarray(start - from)
    },
  }
}

async function readAt(file: FileHandle, bytes: Buffer, at: number, position: number): Promise<number> {
  try {
    return (await file.read(bytes, at, bytes.length - at, position)).bytesRead
  } catch (error) {
    if (!isOfSystem(error)) throw error
    throw new ItemError('unreadable', 'a temporary file can not be read')
  }
}

/** AES in counter mode from a block on: it encrypts and decrypts alike. No key is used for two files. */
function cipherAt(key: Buffer, block: number) {
  const counter = Buffer.alloc(blockBytes)
  counter.writeBigUInt64BE(BigInt(block), 8)
  return createCipheriv('aes-256-ctr', key, counter)
}

function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}

/** For what may fail without harm. */
function ignoreSystem(error: unknown): void {
  if (!isOfSystem(error)) throw error
}
