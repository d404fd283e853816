import { ItemError } from '../../core/problem.ts'
import { damaged, type HeaderReader, ids } from './seven-zip-reader.ts'

/** One step by which a folder's bytes were packed. */
export interface Coder {
  /** The method's identifier in hexadecimal: '21' LZMA2, '030101' LZMA … */
  readonly method: string
  readonly properties: Buffer
  readonly unpackSize: number
}

/** Members that were packed together, one behind the other. */
export interface Folder {
  /** From the packed bytes on; undefined where they do not stand in one row. */
  readonly coders: readonly Coder[] | undefined
  readonly isEncrypted: boolean
  readonly unpackSize: number
  readonly crc32: number | undefined
  /** Where its packed bytes stand, behind the signature header. */
  readonly packStart: number
  readonly packSize: number
}

/** Bytes of a folder that are one member. */
export interface SubStream {
  readonly folder: Folder
  readonly start: number
  readonly size: number
  readonly crc32: number | undefined
}

/** The packed streams of an archive, or of its header. */
export interface Streams {
  readonly folders: readonly Folder[]
  readonly subStreams: readonly SubStream[]
}

/** The method of encryption: AES-256 with SHA-256. */
export const aes = '06f10701'
const codersAtMost = 8

interface PackInfo {
  readonly start: number
  readonly sizes: readonly number[]
}

/** What was packed together, and how. @throws ItemError `malformed`, `unsupported_type` */
export function readStreams(reader: HeaderReader): Streams {
  let packed: PackInfo = { start: 0, sizes: [] }
  let folders: readonly Folder[] = []
  let subStreams: readonly SubStream[] | undefined
  for (let id = reader.byte(); id !== ids.end; id = reader.byte()) {
    if (id === ids.packInfo) packed = readPackInfo(reader)
    else if (id === ids.unpackInfo) folders = readFolders(reader, packed)
    else if (id === ids.subStreams) subStreams = readSubStreams(reader, folders)
    else throw damaged()
  }
  return { folders, subStreams: subStreams ?? folders.map(whole) }
}

function whole(folder: Folder): SubStream {
  return { folder, start: 0, size: folder.unpackSize, crc32: folder.crc32 }
}

function readPackInfo(reader: HeaderReader): PackInfo {
  const start = reader.number()
  const count = reader.count()
  let sizes: readonly number[] = []
  for (let id = reader.byte(); id !== ids.end; id = reader.byte()) {
    if (id === ids.size) sizes = Array.from({ length: count }, () => reader.number())
    else if (id === ids.crc) reader.digests(count)
    else throw damaged()
  }
  return { start, sizes }
}

/** A folder whose sizes have not been read. */
interface Plan {
  readonly coders: readonly { readonly method: string; readonly properties: Buffer; readonly outs: number }[]
  readonly order: readonly number[] | undefined
  readonly packCount: number
  readonly outs: number
  /** The stream that comes out in the end. */
  readonly last: number
}

function readFolders(reader: HeaderReader, packed: PackInfo): readonly Folder[] {
  if (reader.byte() !== ids.folder) throw damaged()
  const count = reader.count()
  if (reader.byte() !== 0) throw new ItemError('unsupported_type', 'the header of the archive stands outside of it')
  const plans = Array.from({ length: count }, () => readPlan(reader))
  if (reader.byte() !== ids.unpackSize) throw damaged()
  const sizes = plans.map(({ outs }) => Array.from({ length: outs }, () => reader.number()))
  let digests: readonly (number | undefined)[] = []
  for (let id = reader.byte(); id !== ids.end; id = reader.byte()) {
    if (id === ids.crc) digests = reader.digests(count)
    else throw damaged()
  }
  let stream = 0
  let packStart = packed.start
  return plans.map((plan, at) => {
    const packSizes = packed.sizes.slice(stream, stream + plan.packCount)
    if (packSizes.length < plan.packCount) throw damaged()
    const packSize = packSizes.reduce((sum, size) => sum + size, 0)
    const folder = folderOf(plan, sizes[at] ?? [], packStart, packSize, digests[at])
    stream += plan.packCount
    packStart += packSize
    return folder
  })
}

function folderOf(
  { coders, order, last }: Plan,
  sizes: readonly number[],
  packStart: number,
  packSize: number,
  crc32: number | undefined,
): Folder {
  const steps = order?.map((at) => {
    const { method = '', properties = Buffer.alloc(0) } = coders[at] ?? {}
    return { method, properties, unpackSize: sizes[at] ?? 0 }
  })
  const isEncrypted = coders.some(({ method }) => method === aes)
  return { coders: steps, isEncrypted, unpackSize: sizes[last] ?? 0, crc32, packStart, packSize }
}

function readPlan(reader: HeaderReader): Plan {
  const count = reader.number()
  if (count < 1 || count > codersAtMost) throw damaged()
  let ins = 0
  let outs = 0
  const coders = Array.from({ length: count }, () => {
    const flags = reader.byte()
    const method = reader.take(flags & 15).toString('hex')
    const own = flags & 0x10 ? { ins: reader.number(), outs: reader.number() } : { ins: 1, outs: 1 }
    if (own.ins > codersAtMost || own.outs > codersAtMost) throw damaged()
    const properties = flags & 0x20 ? reader.take(reader.number()) : Buffer.alloc(0)
    ins += own.ins
    outs += own.outs
    return { method, properties, outs: own.outs }
  })
  const pairs = Array.from({ length: outs - 1 }, () => [reader.number(), reader.number()] as const)
  const packCount = ins - pairs.length
  if (packCount < 1) throw damaged()
  if (packCount > 1) for (let at = 0; at < packCount; at++) reader.number()
  const bound = new Set(pairs.map(([, out]) => out))
  const last = Array.from({ length: outs }, (_, at) => at).find((at) => !bound.has(at)) ?? 0
  const order = ins === count && outs === count ? inOrder(count, pairs) : undefined
  return { coders, order, packCount, outs, last }
}

/** The coders from the packed bytes on, each with one stream in and one out. */
function inOrder(count: number, pairs: readonly (readonly [number, number])[]): readonly number[] | undefined {
  const outOf = new Map(pairs)
  const inOf = new Map(pairs.map(([into, out]) => [out, into]))
  const first = Array.from({ length: count }, (_, at) => at).find((at) => !outOf.has(at))
  const order: number[] = []
  for (let at = first; at !== undefined && order.length <= count; at = inOf.get(at)) order.push(at)
  return order.length === count ? order : undefined
}

function readSubStreams(reader: HeaderReader, folders: readonly Folder[]): readonly SubStream[] {
  let id = reader.byte()
  let counts = folders.map(() => 1)
  if (id === ids.numUnpackStream) {
    counts = folders.map(() => reader.count())
    id = reader.byte()
  }
  const sizes = folders.map(({ unpackSize }, at) => {
    const own: number[] = []
    let left = unpackSize
    for (let index = 1; index < (counts[at] ?? 0); index++) {
      const size = id === ids.size ? reader.number() : 0
      own.push(size)
      left -= size
    }
    if (left < 0) throw damaged()
    return (counts[at] ?? 0) > 0 ? [...own, left] : []
  })
  if (id === ids.size) id = reader.byte()
  const isKnown = (at: number) => counts[at] === 1 && folders[at]?.crc32 !== undefined
  const open = sizes.reduce((sum, own, at) => sum + (isKnown(at) ? 0 : own.length), 0)
  let digests: readonly (number | undefined)[] = []
  for (; id !== ids.end; id = reader.byte()) {
    if (id === ids.crc) digests = reader.digests(open)
    else throw damaged()
  }
  let next = 0
  return folders.flatMap((folder, at) => {
    let start = 0
    return (sizes[at] ?? []).map((size) => {
      const crc32 = isKnown(at) ? folder.crc32 : digests[next++]
      const stream = { folder, start, size, crc32 }
      start += size
      return stream
    })
  })
}
