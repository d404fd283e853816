import { type Dir, type Dirent, opendirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { decodeName, encodeName, type ItemRef } from '../core/item.ts'
import { defaultLimits } from '../core/limits.ts'
import type { Source } from '../core/source.ts'
import { describe, join, openFile, type PathBytes, unreadable } from './local.ts'

/** Entries that are sorted together: larger folders come in sorted runs of this many, so that none is held whole. */
const runLength = 16_384

/** A folder on a disk, and all below it but what links lead to. */
export function folderSource(uri: string): Source {
  const root: PathBytes = Buffer.from(fileURLToPath(uri))
  return {
    uri,
    async *items(signal) {
      yield* below(root, '', 0, signal)
    },
    async open(item) {
      return openFile(
        item.uri.split('/').reduce((path, step) => join(path, decodeName(step)), root),
        item,
      )
    },
    async count(signal) {
      return count(root, signal)
    },
    async [Symbol.asyncDispose]() {},
  }
}

function* below(folder: PathBytes, prefix: string, depth: number, signal: AbortSignal): Generator<ItemRef> {
  let listing: Dir
  try {
    listing = openListing(folder)
  } catch (error) {
    yield failedFolder(prefix, unreadable(error))
    return
  }
  try {
    for (const run of runs(listing)) {
      for (const { name, isFolder } of run.names) {
        if (signal.aborted) return
        yield* entry(folder, name, isFolder, prefix, depth, signal)
      }
      if (run.problem) yield failedFolder(prefix, run.problem)
    }
  } finally {
    listing.closeSync()
  }
}

function* entry(
  folder: PathBytes,
  name: Buffer,
  isFolder: boolean,
  prefix: string,
  depth: number,
  signal: AbortSignal,
): Generator<ItemRef> {
  const path = join(folder, name)
  const uri = prefix + encodeName(name, isFolder)
  if (!isFolder) {
    const item = describe(uri, path)
    if (item.type !== 'folder') yield item
    else yield* below(path, `${prefix}${encodeName(name, true)}/`, depth + 1, signal)
  } else if (depth + 1 >= defaultLimits.folderDepth) {
    const problem = {
      cause: 'too_deep',
      message: `more than ${defaultLimits.folderDepth} folders below each other`,
    } as const
    yield { uri, type: 'folder', size: 0, modifiedAt: null, problem }
  } else {
    yield* below(path, `${uri}/`, depth + 1, signal)
  }
}

interface Run {
  readonly names: readonly { readonly name: Buffer; readonly isFolder: boolean }[]
  /** Set on the last run of a listing that broke off. */
  readonly problem?: ItemRef['problem']
}

/** The names of a folder in sorted runs. */
function* runs(listing: Dir): Generator<Run> {
  for (let isOver = false; !isOver; ) {
    const names: { readonly name: Buffer; readonly isFolder: boolean }[] = []
    let problem: ItemRef['problem']
    try {
      while (names.length < runLength && !isOver) {
        const next = listing.readSync()
        if (next === null) isOver = true
        else names.push({ name: nameBytes(next), isFolder: next.isDirectory() })
      }
    } catch (error) {
      // A disk that fails midway: what it listed is examined, and the folder goes to the ledger.
      problem = unreadable(error)
      isOver = true
    }
    names.sort((a, b) => Buffer.compare(a.name, b.name))
    yield problem ? { names, problem } : { names }
  }
}

function failedFolder(prefix: string, problem: NonNullable<ItemRef['problem']>): ItemRef {
  return { uri: prefix.slice(0, -1) || '.', type: 'folder', size: 0, modifiedAt: null, problem }
}

function openListing(folder: PathBytes): Dir {
  // Node's types know no 'buffer' here, though opendir takes it as readdir does.
  return opendirSync(folder as unknown as string, { encoding: 'buffer' as BufferEncoding, bufferSize: 512 })
}

function nameBytes(entry: Dirent): Buffer {
  const name: unknown = entry.name
  return Buffer.isBuffer(name) ? name : Buffer.from(String(name))
}

/** Files and bytes below a folder. Lets other work through every few thousand entries. */
async function count(
  root: PathBytes,
  signal: AbortSignal,
): Promise<{ readonly files: number; readonly bytes: number }> {
  const total = { files: 0, bytes: 0 }
  for (const item of below(root, '', 0, signal)) {
    total.files += 1
    total.bytes += item.size
    if (total.files % 512 === 0) await new Promise(setImmediate)
  }
  return total
}
