import type { Extract, Format, Head, ReadContext } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { bufferOf } from '../decoder.ts'
import { type IsoNames, type IsoRecord, isoRecords } from './iso-records.ts'
import { tooManyMembers } from './library.ts'
import { type MemberWriter, memberWriter } from './members.ts'
import { windowReader } from './window.ts'

const sectorBytes = 2_048
const firstDescriptor = 16
/** Descriptors that a volume is believed to have. */
const descriptorsAtMost = 64
/** Bytes of one directory. */
const directoryBytes = 16 * 2 ** 20
/** Records per child that is allowed: folders have records too. */
const recordsPerChild = 4
/** Pieces of one file: each holds up to 4 GiB. */
const piecesAtMost = 64

/** Images of CDs and DVDs (ECMA-119, Joliet, names of Rock Ridge): read where they stand, of any size. */
export const iso: Format = Object.freeze({
  id: 'iso',
  title: 'CD image',
  medium: 'archive',
  mediaTypes: Object.freeze({ 'application/x-iso9660-image': ['iso'] }),
  recognizes: ({ bytes }: Head) => (isVolume(bytes) ? 'application/x-iso9660-image' : undefined),
  read: readIso,
} satisfies Format)

function isVolume(bytes: Uint8Array): boolean {
  return (
    bufferOf(bytes).toString('latin1', firstDescriptor * sectorBytes + 1, firstDescriptor * sectorBytes + 6) === 'CD001'
  )
}

interface Volume {
  readonly names: IsoNames
  readonly blockBytes: number
  readonly root: { readonly block: number; readonly size: number }
}

async function* readIso(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const writer = memberWriter()
  const { volume, hasUdf } = await volumeOf(reader)
  if (hasUdf) {
    yield* writer.gap(new ItemError('unsupported_type', 'what only its second file system (UDF) lists was not read'))
  }
  if (!volume) return yield* writer.gap(new ItemError('malformed', 'the image has no list of its files'))
  const seen = new Set<number>()
  const folders: { readonly path: string; readonly block: number; readonly size: number }[] = [
    { path: '', ...volume.root },
  ]
  let [count, children] = [0, 0]
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    // A folder that is its own descendant is read once.
    if (seen.has(folder.block)) continue
    seen.add(folder.block)
    if (folder.size > directoryBytes)
      yield* writer.gap(new ItemError('too_large', `a folder of more than ${directoryBytes} bytes`))
    const bytes = await reader.read(folder.block * volume.blockBytes, Math.min(folder.size, directoryBytes))
    if (bytes.length < Math.min(folder.size, directoryBytes)) yield* writer.gap(cutOff())
    const records = isoRecords(bytes, volume.names, sectorBytes)
    count += records.length
    if (count > recordsPerChild * limits.children) return yield* writer.gap(tooManyMembers(limits))
    for (const pieces of filesOf(records)) {
      const [record] = pieces
      const name = `${folder.path}${record.name}`
      if (record.isFolder) folders.push({ path: `${name}/`, block: record.block, size: record.size })
      else {
        if (children++ >= limits.children) return yield* writer.gap(tooManyMembers(limits))
        yield* member(reader, writer, name, pieces, volume.blockBytes)
      }
    }
  }
}

function cutOff(): ItemError {
  return new ItemError('truncated', 'the image is cut off')
}

/** The volume whose names tell most: with Joliet's where there are any. */
async function volumeOf(reader: Reader): Promise<{ readonly volume: Volume | undefined; readonly hasUdf: boolean }> {
  let volume: Volume | undefined
  let hasUdf = false
  for (let at = 0; at < descriptorsAtMost; at++) {
    const bytes = bufferOf(await reader.read((firstDescriptor + at) * sectorBytes, sectorBytes))
    const mark = bytes.toString('latin1', 1, 6)
    if (/^NSR0[23]$/.test(mark)) hasUdf = true
    if (bytes.length < sectorBytes || !/^(?:CD001|BEA01|NSR0[23]|TEA01|BOOT2)$/.test(mark)) break
    if (mark !== 'CD001' || (bytes[0] !== 1 && bytes[0] !== 2)) continue
    const isJoliet = bytes[0] === 2 && /^%\/[@CE]/.test(bytes.toString('latin1', 88, 91))
    if (bytes[0] === 2 && !isJoliet) continue
    const root = { block: bytes.readUInt32LE(158) + (bytes[157] ?? 0), size: bytes.readUInt32LE(166) }
    const own: Volume = {
      names: isJoliet ? 'joliet' : 'plain',
      blockBytes: bytes.readUInt16LE(128) || sectorBytes,
      root,
    }
    if (isJoliet || !volume) volume = own
  }
  return { volume, hasUdf }
}

/** Records put together to files: large ones have several, one behind the other. */
function filesOf(records: readonly IsoRecord[]): readonly (readonly [IsoRecord, ...IsoRecord[]])[] {
  const files: [IsoRecord, ...IsoRecord[]][] = []
  let isOpen = false
  for (const record of records) {
    const last = files.at(-1)
    if (isOpen && last && last.length < piecesAtMost && last[0].name === record.name) last.push(record)
    else files.push([record])
    isOpen = record.goesOn
  }
  return files
}

async function* member(
  reader: Reader,
  writer: MemberWriter,
  name: string,
  pieces: readonly [IsoRecord, ...IsoRecord[]],
  blockBytes: number,
): AsyncGenerator<Extract, void, undefined> {
  const [{ modifiedAt, isLink }] = pieces
  const size = pieces.reduce((sum, piece) => sum + piece.size, 0)
  if (isLink) {
    const problem = { cause: 'unsupported_type', message: 'a link is recorded and not opened' } as const
    yield { what: 'unread', name: name.toWellFormed() || '_', modifiedAt, size: 0, type: 'link', problem }
    return
  }
  const windows = pieces.map(({ block, size: length }) => windowReader(reader, block * blockBytes, length))
  const content = rowOf(windows)
  const damage = content.size < size ? cutOff() : undefined
  yield* writer.member({ name, modifiedAt, size }, async () => ({ reader: content, damage }))
}

/** Readers one behind the other. */
function rowOf(readers: readonly Reader[]): Reader {
  const [first] = readers
  if (first && readers.length === 1) return first
  return {
    size: readers.reduce((sum, { size }) => sum + size, 0),
    async read(start, length) {
      const parts: Uint8Array[] = []
      let at = 0
      for (const reader of readers) {
        const [from, to] = [Math.max(start, at), Math.min(start + length, at + reader.size)]
        if (from < to) parts.push(await reader.read(from - at, to - from))
        at += reader.size
      }
      return Buffer.concat(parts)
    },
  }
}
