import { createRequire } from 'node:module'
import { ItemError } from '../../../core/problem.ts'
import { type Reader, readAll } from '../../../core/reader.ts'
import { bufferOf } from '../../decoder.ts'
import { checkCompoundFile } from '../../mail/compound-check.ts'

const require = createRequire(import.meta.url)

/** What is used of the library's part for compound files. */
interface Entry {
  readonly type: number
  readonly content?: Uint8Array | readonly number[]
}
interface CompoundFile {
  readonly FileIndex: readonly Entry[]
  readonly FullPaths: readonly string[]
}
interface CompoundLibrary {
  read(bytes: Buffer, options: { readonly type: 'buffer' }): CompoundFile
  write(file: CompoundFile, options: { readonly type: 'buffer' }): Buffer
  readonly utils: {
    cfb_new(): CompoundFile
    cfb_add(file: CompoundFile, path: string, bytes: Uint8Array): void
  }
}

/** Bytes of one such document: what these formats were made for is far smaller. */
const documentBytes = 512 * 2 ** 20

/** The streams of a compound file ([MS-CFB]) by their paths below its root. */
export interface Compound {
  readonly bytes: Buffer
  stream(path: string): Buffer | undefined
  /** All streams that hold anything. */
  streams(): Iterable<{ readonly path: string; readonly bytes: Buffer }>
  /** Storages that hold a document of their own: their path, and the document as a file. */
  documents(): Iterable<{ readonly path: string; readonly bytes: Buffer }>
}

/** The library, loaded when the first such file comes. */
export function sheetLibrary(): typeof import('@e965/xlsx') {
  return require('@e965/xlsx')
}

/** @throws ItemError `malformed`, `too_large` */
export async function openCompound(reader: Reader, atMost: number): Promise<Compound> {
  const bytes = bufferOf(await readAll(reader, Math.min(documentBytes, atMost)))
  checkCompoundFile(bytes)
  const library = sheetLibrary().CFB as CompoundLibrary
  const streams = streamsOf(parse(library, bytes))
  return {
    bytes,
    stream: (path) => streams.get(path.toLowerCase())?.bytes,
    *streams() {
      for (const stream of streams.values()) if (stream.bytes.length > 0) yield stream
    },
    *documents() {
      for (const storage of storagesOf(streams)) yield { path: storage, bytes: asFile(library, streams, storage) }
    },
  }
}

interface Stream {
  readonly path: string
  readonly bytes: Buffer
}

function parse(library: CompoundLibrary, bytes: Buffer): CompoundFile {
  try {
    return library.read(bytes, { type: 'buffer' })
  } catch {
    // The library throws plain errors for whatever the bytes lack: always a fault of the item.
    throw new ItemError('malformed', 'the compound file can not be read')
  }
}

/** By path in lower case, as these files compare names. */
function streamsOf({ FileIndex: entries, FullPaths: paths }: CompoundFile): ReadonlyMap<string, Stream> {
  const streams = new Map<string, Stream>()
  for (const [at, entry] of entries.entries()) {
    if (entry.type !== 2 || !entry.content) continue
    const full = paths[at] ?? ''
    const path = full.slice(full.indexOf('/') + 1)
    streams.set(path.toLowerCase(), { path, bytes: Buffer.from(entry.content as Uint8Array) })
  }
  return streams
}

// Streams that only documents of one program have, and objects of any program.
const documentStream = /^(.+)\/(?:worddocument|workbook|book|powerpoint document|package|contents|\u0001ole10native)$/

/** Storages with a document of their own; of those within each other the outermost. */
function storagesOf(streams: ReadonlyMap<string, Stream>): readonly string[] {
  const storages = new Set([...streams.keys()].flatMap((path) => documentStream.exec(path)?.[1] ?? []))
  const isWithin = (path: string) => [...storages].some((other) => other !== path && path.startsWith(`${other}/`))
  return [...storages].filter((path) => !isWithin(path)).sort()
}

function asFile(library: CompoundLibrary, streams: ReadonlyMap<string, Stream>, storage: string): Buffer {
  const packed = streams.get(`${storage}/package`)
  if (packed) return packed.bytes
  const file = library.utils.cfb_new()
  for (const { path, bytes } of streams.values()) {
    if (path.toLowerCase().startsWith(`${storage}/`))
      library.utils.cfb_add(file, `/${path.slice(storage.length + 1)}`, bytes)
  }
  return library.write(file, { type: 'buffer' })
}
