import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { ItemError } from '../core/problem.ts'
import type { Reader } from '../core/reader.ts'
import { expandBzip2 } from './archives/bzip2.ts'
import { type MemberBudget, paidFor } from './archives/expansion.ts'
import { expandedBy, expandedPieceBytes, piecesOf } from './archives/stream.ts'
import { windowReader } from './archives/window.ts'
import { expandXz } from './archives/xz.ts'
import { expandZstd } from './archives/zstd.ts'
import type { ZipMember } from './zip-member.ts'

/** Members up to this size are expanded in one go, three times as fast as in pieces. */
const atOnceBytes = 8 * 2 ** 20
const packedPieceBytes = 1 << 16

/**
 * The bytes of a member, in order. What can be had of a damaged member comes before the error.
 * @throws ItemError `encrypted`, `unsupported_type`, `truncated`, `malformed`, `too_large`, `expansion_ratio`
 */
export async function* memberChunks(
  reader: Reader,
  member: ZipMember,
  budget: MemberBudget,
): AsyncGenerator<Uint8Array, void, undefined> {
  refuse(member)
  const start = await dataStart(reader, member)
  const end = Math.min(start + member.packedSize, reader.size)
  let sum = 0
  for await (const chunk of expanded(reader, start, end, member, budget)) {
    sum = crc32(chunk, sum)
    yield chunk
  }
  if (end < start + member.packedSize) throw new ItemError('truncated', 'a member of the zip file is cut off')
  if (member.crc32 !== undefined && sum !== member.crc32) {
    throw new ItemError('malformed', 'a member of the zip file does not have its checksum')
  }
}

/** @throws ItemError for a member that can't be expanded at all */
export function refuse(member: ZipMember): void {
  if (member.isEncrypted) throw new ItemError('encrypted', 'a member of the zip file is encrypted')
  if (member.method !== 0 && member.method !== 8 && !Object.hasOwn(expanders, member.method)) {
    throw new ItemError('unsupported_type', 'a member of the zip file is packed by a method that is not read')
  }
}

/** Where the member's bytes begin: its own header says, since extra fields differ from the directory's. */
export async function dataStart(reader: Reader, member: ZipMember): Promise<number> {
  const bytes = await reader.read(member.headerOffset, 30)
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) {
    throw new ItemError('malformed', 'a member of the zip file is not where the directory says')
  }
  return member.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
}

/** Methods beside storing and deflating (APPNOTE 4.4.5). */
const expanders: Readonly<Record<number, (packed: Reader) => AsyncGenerator<Uint8Array, void, undefined>>> = {
  12: expandBzip2,
  93: expandZstd,
  95: expandXz,
}

async function* expanded(
  reader: Reader,
  start: number,
  end: number,
  member: ZipMember,
  budget: MemberBudget,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (member.method === 0) yield* piecesOf(reader, start, end, expandedPieceBytes)
  else if (member.method === 8) yield* inflated(reader, start, end, member, budget)
  else {
    const pieces = expanders[member.method]?.(windowReader(reader, start, end - start)) ?? []
    yield* paidFor(pieces, member.packedSize, budget)
  }
}

async function* inflated(
  reader: Reader,
  start: number,
  end: number,
  member: ZipMember,
  budget: MemberBudget,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (end - start <= atOnceBytes && (member.size ?? 0) <= atOnceBytes) {
    const whole = atOnce(
      await reader.read(start, end - start),
      Math.min(atOnceBytes, budget.allowance(member.packedSize)),
    )
    if (whole) {
      budget.spend(member.packedSize, whole.length, whole.length)
      yield whole
      return
    }
  }
  yield* inPieces(reader, start, end, member, budget)
}

/** Undefined where the bytes are damaged, or expand to more than `atMost`: going in pieces then tells which. */
function atOnce(packed: Uint8Array, atMost: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, atMost) })
  } catch {
    // Not an end: the caller reads the same bytes in pieces, which keeps what comes before the fault and names it.
    return undefined
  }
}

async function* inPieces(
  reader: Reader,
  start: number,
  end: number,
  member: ZipMember,
  budget: MemberBudget,
): AsyncGenerator<Uint8Array, void, undefined> {
  const flow = createInflateRaw({ chunkSize: expandedPieceBytes })
  yield* paidFor(expandedBy(flow, piecesOf(reader, start, end, packedPieceBytes)), member.packedSize, budget)
}
