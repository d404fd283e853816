import type { Extract, Format, Head, ReadContext } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import { bufferOf } from '../decoder.ts'
import { openHead } from '../head.ts'
import { rar } from './rar.ts'
import { sevenZip } from './seven-zip.ts'
import { windowReader } from './window.ts'
import { zip } from './zip.ts'

/** Bytes behind the program in which an archive may begin: settings may stand before it. */
const searchedBytes = 2 ** 20
/** Bytes from the end in which a zip file's end record stands, with its longest comment. */
const endBytes = 22 + 0xffff
const sectionsAtMost = 96

/** Programs that unpack an archive that stands behind them. */
export const selfExtracting: Format = Object.freeze({
  id: 'self-extracting',
  title: 'Self-extracting archive',
  medium: 'archive',
  mediaTypes: Object.freeze({ 'application/x-self-extracting': ['exe', 'sfx', 'run'] }),
  recognizes: (head: Head) => (isProgram(bufferOf(head.bytes)) ? typeOf(head) : undefined),
  read: readSelfExtracting,
} satisfies Format)

async function typeOf({ reader, bytes }: Head): Promise<string | undefined> {
  return (await archiveIn(reader, bytes)) ? 'application/x-self-extracting' : undefined
}

function isProgram(head: Buffer): boolean {
  if (head.length < 64) return false
  return (head[0] === 0x4d && head[1] === 0x5a) || head.readUInt32BE(0) === 0x7f454c46
}

async function* readSelfExtracting(reader: Reader, context: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const found = await archiveIn(reader, context.head.bytes)
  if (!found) return
  const archive = windowReader(reader, found.start, reader.size - found.start)
  const head = await openHead(archive)
  const [mediaType = ''] = Object.keys(found.format.mediaTypes)
  yield* found.format.read(archive, { ...context, mediaType, head })
}

interface Found {
  readonly format: Format
  readonly start: number
}

const marks: readonly (readonly [Format, Buffer])[] = [
  [sevenZip, Buffer.from('377abcaf271c', 'hex')],
  [rar, Buffer.from('526172211a07', 'hex')],
]

/** The archive behind a program for Windows or Unix. */
async function archiveIn(reader: Reader, bytes: Uint8Array): Promise<Found | undefined> {
  const start = await programEnd(reader, bufferOf(bytes))
  if (start === undefined || start >= reader.size) return undefined
  const behind = bufferOf(await reader.read(start, searchedBytes))
  for (const [format, mark] of marks) {
    const at = behind.indexOf(mark)
    if (at >= 0) return { format, start: start + at }
  }
  const zipStart = await startOfZip(reader, start, behind)
  return zipStart === undefined ? undefined : { format: zip, start: zipStart }
}

/** Where a zip file begins that ends the file; its own places count from there, or from the program's beginning. */
async function startOfZip(reader: Reader, from: number, behind: Buffer): Promise<number | undefined> {
  const tailAt = Math.max(from, reader.size - endBytes)
  const tail = bufferOf(await reader.read(tailAt, endBytes))
  const end = tail.lastIndexOf('PK\x05\x06')
  if (end < 0 || end + 22 > tail.length) return undefined
  const start = tailAt + end - tail.readUInt32LE(end + 12) - tail.readUInt32LE(end + 16)
  if (start === 0) return 0
  const first = behind.indexOf('PK\x03\x04')
  return start >= from ? start : first < 0 ? undefined : from + first
}

/** Where a program ends by its own account; undefined for what is no program. */
async function programEnd(reader: Reader, head: Buffer): Promise<number | undefined> {
  if (!isProgram(head)) return undefined
  return head[0] === 0x4d ? windowsEnd(reader, head) : elfEnd(head)
}

/** Behind the last section of a portable executable; of an older program, where its header says. */
async function windowsEnd(reader: Reader, head: Buffer): Promise<number | undefined> {
  const at = head.readUInt32LE(60)
  const own = at + 24 <= head.length ? head.subarray(at) : bufferOf(await reader.read(at, 4_096))
  if (own.length < 24 || own.readUInt32LE(0) !== 0x4550) {
    const [last, pages] = [head.readUInt16LE(2), head.readUInt16LE(4)]
    return pages === 0 ? undefined : 512 * pages - (last === 0 ? 0 : 512 - last)
  }
  const sections = own.readUInt16LE(6)
  const table = 24 + own.readUInt16LE(20)
  let end = 0
  for (let section = 0; section < Math.min(sections, sectionsAtMost); section++) {
    const place = table + 40 * section
    if (place + 24 > own.length) break
    end = Math.max(end, own.readUInt32LE(place + 16) + own.readUInt32LE(place + 20))
  }
  return end === 0 ? undefined : end
}

/** Behind the table of sections, with which linkers end a program of Unix. */
function elfEnd(head: Buffer): number | undefined {
  const isLarge = head[4] === 2
  if (head[5] !== 1) return undefined
  const table = isLarge ? Number(head.readBigUInt64LE(40)) : head.readUInt32LE(32)
  const [size, count] = isLarge
    ? [head.readUInt16LE(58), head.readUInt16LE(60)]
    : [head.readUInt16LE(46), head.readUInt16LE(48)]
  const end = table + size * count
  return Number.isSafeInteger(end) && end > 0 ? end : undefined
}
