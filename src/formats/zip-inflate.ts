import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { ItemError } from '../core/problem.ts'
import type { Reader } from '../core/reader.ts'
import { expandBzip2 } from './archives/bzip2.ts'
import { type MemberBudget, paidFor } from './archives/expansion.ts'
import { expandedBy, expandedPieceBytes, piecesOf } from './archives/stream.ts'
import { expandXz } from './archives/xz.ts'
import { expandZstd } from './archives/zstd.ts'
import type { PackedMember } from './zip-lock.ts'
import type { ZipMember } from './zip-member.ts'

/** Members up to this size are expanded in one go, three times as fast as in pieces. */
const atOnceBytes = 8 * 2 ** 20
const packedPieceBytes = 1 << 16

/**
 * The bytes of a member, in order. What can be had of a damaged member comes before the error.
 * @param packedSize bytes in the zip file: what the budget is reckoned by
 * @throws ItemError `unsupported_type`, `truncated`, `malformed`, `too_large`, `expansion_ratio`
 */
export async function* memberChunks(
  packed: PackedMember,
  { packedSize, size }: Pick<ZipMember, 'packedSize' | 'size'>,
  budget: MemberBudget,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (packed.method !== 0 && packed.method !== 8 && !Object.hasOwn(expanders, packed.method)) {
    throw new ItemError('unsupported_type', 'a member of the zip file is packed by a method that is not read')
  }
  let sum = 0
  for await (const chunk of expanded(packed, packedSize, size, budget)) {
    sum = crc32(chunk, sum)
    yield chunk
  }
  if (packed.damage) throw packed.damage
  if (packed.crc32 !== undefined && sum !== packed.crc32) {
    throw new ItemError('malformed', 'a member of the zip file does not have its checksum')
  }
}

/** Methods beside storing and deflating (APPNOTE 4.4.5). */
const expanders: Readonly<Record<number, (packed: Reader) => AsyncGenerator<Uint8Array, void, undefined>>> = {
  12: expandBzip2,
  93: expandZstd,
  95: expandXz,
}

async function* expanded(
  { reader, method }: PackedMember,
  packedSize: number,
  size: number | undefined,
  budget: MemberBudget,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (method === 0) yield* piecesOf(reader, 0, reader.size, expandedPieceBytes)
  else if (method === 8) yield* inflated(reader, packedSize, size, budget)
  else yield* paidFor(expanders[method]?.(reader) ?? [], packedSize, budget)
}

async function* inflated(
  reader: Reader,
  packedSize: number,
  size: number | undefined,
  budget: MemberBudget,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (reader.size <= atOnceBytes && (size ?? 0) <= atOnceBytes) {
    const whole = atOnce(await reader.read(0, reader.size), Math.min(atOnceBytes, budget.allowance(packedSize)))
    if (whole) {
      budget.spend(packedSize, whole.length, whole.length)
      yield whole
      return
    }
  }
  const flow = createInflateRaw({ chunkSize: expandedPieceBytes })
  yield* paidFor(expandedBy(flow, piecesOf(reader, 0, reader.size, packedPieceBytes)), packedSize, budget)
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
