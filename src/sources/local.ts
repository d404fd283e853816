import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs'
import type { ItemRef } from '../core/item.ts'
import { ItemError } from '../core/problem.ts'
import type { OpenItem } from '../core/source.ts'

/** Bytes of a path, so that names which are not UTF-8 stay what they are. */
export type PathBytes = Buffer<ArrayBuffer>

const slash = Buffer.from('/')

/** `folder` and one more step. */
export function join(folder: PathBytes, name: Uint8Array): PathBytes {
  return Buffer.concat([folder, slash, name])
}

/** What a listing says of one entry. Never opens it, never follows it. */
export function describe(uri: string, path: PathBytes): ItemRef {
  try {
    const stats = lstatSync(path)
    const type = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : stats.isSymbolicLink() ? 'link' : 'special'
    return { uri, type, size: type === 'file' ? stats.size : 0, modifiedAt: timeOf(stats) }
  } catch (error) {
    return { uri, type: 'file', size: 0, modifiedAt: null, problem: unreadable(error) }
  }
}

/** An entry that could not be listed, with the system's own word for why. */
export function unreadable(error: unknown): { readonly cause: 'unreadable'; readonly message: string } {
  return { cause: 'unreadable', message: systemCode(error) }
}

/**
 * Opens a listed file for reading only, not following a link and not waiting for a pipe.
 * @throws ItemError `unreadable`, or `changed_while_reading` where it no longer has the listed size
 */
export function openFile(path: PathBytes, listed: ItemRef): OpenItem {
  const file = attempt(() => openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK))
  try {
    const stats = attempt(() => fstatSync(file))
    if (!stats.isFile()) throw new ItemError('unreadable', 'no longer a file')
    if (stats.size !== listed.size) throw new ItemError('changed_while_reading', 'its size is not the one listed')
    return openItem(file, stats)
  } catch (error) {
    closeSync(file)
    throw error
  }
}

function openItem(file: number, opened: Stats): OpenItem {
  return {
    size: opened.size,
    async read(start, length) {
      const wanted = Math.max(0, Math.min(length, opened.size - start))
      const bytes = Buffer.allocUnsafe(wanted)
      for (let at = 0; at < wanted; ) {
        const got = attempt(() => readSync(file, bytes, at, wanted - at, start + at))
        if (got === 0) throw new ItemError('changed_while_reading', 'it became shorter while it was read')
        at += got
      }
      return bytes
    },
    async isUnchanged() {
      const now = attempt(() => fstatSync(file))
      return now.size === opened.size && now.mtimeMs === opened.mtimeMs
    },
    [Symbol.dispose]() {
      closeSync(file)
    },
  }
}

/** Runs one call to the system; its error becomes a fault of the input. */
function attempt<T>(call: () => T): T {
  try {
    return call()
  } catch (error) {
    throw new ItemError('unreadable', systemCode(error))
  }
}

function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}

function timeOf(stats: Stats): string | null {
  const time = new Date(Math.floor(stats.mtimeMs))
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}
