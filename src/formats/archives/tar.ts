import type { Extract, Format, ReadContext } from '../../core/content.ts'
import type { ItemType } from '../../core/item.ts'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { bufferOf } from '../decoder.ts'
import { type MemberWriter, memberWriter } from './members.ts'
import { blockBytes, type TarHeader, tarHeader, text, timeOf } from './tar-header.ts'
import { type PaxAttributes, paxAttributes } from './tar-pax.ts'
import { type BlockReader, blockReader, windowReader } from './window.ts'

/** Bytes of a long name or of extended attributes; longer ones are damage. */
const attributeBytes = 2 ** 20
/** Headers per child that is allowed: long names, attributes and folders have headers of their own. */
const headersPerChild = 8

/** Tape archives: ustar, pax (POSIX.1-2001), GNU tar's and what came before them. */
export const tar: Format = Object.freeze({
  id: 'tar',
  title: 'Tape archive',
  medium: 'archive',
  mediaTypes: Object.freeze({ 'application/x-tar': ['tar'] }),
  recognizes({ bytes }) {
    const header = tarHeader(bufferOf(bytes.subarray(0, blockBytes)))
    return header && (header.name !== '' || header.type !== '0') ? 'application/x-tar' : undefined
  },
  read: readTar,
} satisfies Format)

/** What has been said of the member to come. */
interface Ahead {
  readonly name?: string
  readonly pax?: PaxAttributes
}

async function* readTar(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const blocks = blockReader(reader, 1 << 17)
  const writer = memberWriter()
  let ahead: Ahead = {}
  let everywhere: PaxAttributes = {}
  let children = 0
  for (let at = 0, headers = 0; at < reader.size; headers++) {
    const found = await nextHeader(blocks, reader.size, at)
    if (found.isDamaged) yield* writer.gap(new ItemError('malformed', 'a part of the archive is no member'))
    if (!found.header) return
    if (headers >= headersPerChild * limits.children) return yield* writer.gap(tooMany(limits.children))
    const { header, dataAt } = found
    const pax = isAttribute(header) ? {} : { ...everywhere, ...ahead.pax }
    const size = itemTypes[header.type] ? 0 : (pax.size ?? header.size)
    at = dataAt + Math.ceil(size / blockBytes) * blockBytes
    if (isAttribute(header)) {
      const data = await attributes(blocks, dataAt, header)
      if (!data) yield* writer.gap(new ItemError('malformed', 'a part of the archive is no member'))
      else if (header.type === 'L') ahead = { ...ahead, name: text(data) }
      else if (header.type === 'g') everywhere = paxAttributes(data)
      else if (header.type !== 'K') ahead = { ...ahead, pax: paxAttributes(data) }
      continue
    }
    const name = pax.path ?? ahead.name ?? header.name
    ahead = {}
    if (header.type === '5' || header.type === 'D' || header.type === 'V' || (name.endsWith('/') && size === 0))
      continue
    if (children++ >= limits.children) return yield* writer.gap(tooMany(limits.children))
    const modifiedAt = pax.mtime === undefined ? header.modifiedAt : timeOf(pax.mtime)
    yield* member(reader, writer, { header, name, size, dataAt, modifiedAt, isSparse: pax.isSparse === true })
  }
}

function tooMany(children: number): ItemError {
  return new ItemError('too_many', `more than ${children} members`)
}

interface Found {
  readonly header: TarHeader | undefined
  readonly dataAt: number
  readonly isDamaged: boolean
}

/** The next header from `at` on. Zeros end an archive, but another may follow; what else stands between is damage. */
async function nextHeader(blocks: BlockReader, size: number, start: number): Promise<Found> {
  let isDamaged = false
  for (let at = start; at < size; at += blockBytes) {
    const block = await blocks.at(at, blockBytes)
    const header = tarHeader(block)
    if (header) return { header, dataAt: await behind(blocks, at + blockBytes, header), isDamaged }
    isDamaged ||= block.some((byte) => byte !== 0)
  }
  return { header: undefined, dataAt: size, isDamaged }
}

/** Where the data begins: an old GNU header of a file with many holes takes several blocks. */
async function behind(blocks: BlockReader, start: number, { goesOn }: TarHeader): Promise<number> {
  let at = start
  for (let isMore = goesOn; isMore; at += blockBytes) isMore = (await blocks.at(at, blockBytes))[504] === 1
  return at
}

function isAttribute({ type }: TarHeader): boolean {
  return type === 'x' || type === 'g' || type === 'X' || type === 'L' || type === 'K'
}

async function attributes(blocks: BlockReader, start: number, { size }: TarHeader): Promise<Buffer | undefined> {
  if (size > attributeBytes) return undefined
  const data = await blocks.at(start, size)
  // The block that it is a part of is read anew later.
  return data.length < size ? undefined : Buffer.from(data)
}

interface TarMember {
  readonly header: TarHeader
  readonly name: string
  readonly size: number
  readonly dataAt: number
  readonly modifiedAt: string | null
  readonly isSparse: boolean
}

async function* member(
  reader: Reader,
  writer: MemberWriter,
  { header, name, size, dataAt, modifiedAt, isSparse }: TarMember,
): AsyncGenerator<Extract, void, undefined> {
  const type = itemTypes[header.type] ?? 'file'
  if (type !== 'file') {
    const problem = { cause: 'unsupported_type', message: `a ${type} is recorded and not opened` } as const
    yield { what: 'unread', name: name || '_', modifiedAt, size: 0, type, problem }
    return
  }
  const content = windowReader(reader, dataAt, size)
  if (header.type === 'M') yield { what: 'flag', name: 'split_archive' }
  const damage = damageOf(content.size < size, isSparse, header.type)
  yield* writer.member({ name, modifiedAt, size }, async () => ({ reader: content, damage }))
}

function damageOf(isCut: boolean, isSparse: boolean, type: string): ItemError | undefined {
  if (isCut) return new ItemError('truncated', 'a member of the archive is cut off')
  if (type === 'M') return new ItemError('truncated', 'a member of the archive begins in another part of it')
  if (!isSparse && type !== 'S') return undefined
  return new ItemError('unsupported_type', 'a member with holes was read without knowing where they are')
}

/** Members without bytes of their own. */
const itemTypes: Readonly<Record<string, ItemType>> = Object.freeze({
  '1': 'link',
  '2': 'link',
  '3': 'special',
  '4': 'special',
  '6': 'special',
})
