import { createHash, hash } from 'node:crypto'
import type { HashAlgorithm, HashLists, HashMatch, ItemHashes } from './core/hash-list.ts'
import type { Limits } from './core/limits.ts'
import { ItemError, type Problem, problemOf } from './core/problem.ts'
import { bytesReader, type Reader } from './core/reader.ts'

/** Items up to this many bytes are read once and held; larger ones are read once for the hash and again for what they hold. */
const heldBytes = 8 * 2 ** 20

/** What the bytes of an item are, before anything looks into them. */
export interface Fingerprint {
  /** Hexadecimal; null where not all bytes could be read. */
  readonly sha256: string | null
  /** A reader that spares small items a second read. */
  readonly held: Reader
  /** Set where the item is on a list of hashes. */
  readonly match?: HashMatch
}

/**
 * Reads an item whole for its hashes.
 * @param isLate whether the item's time is up
 * @param problems takes what kept it from being read whole
 * @throws ItemError where it can't be read
 */
export async function fingerprint(
  reader: Reader,
  isLate: () => boolean,
  limits: Limits,
  problems: Problem[],
  lists: HashLists | undefined,
): Promise<Fingerprint> {
  if (reader.size > limits.itemBytes) {
    const error = new ItemError('too_large', `more than ${limits.itemBytes} bytes`)
    problems.push(problemOf(error, 'source', 'open'))
    return { sha256: null, held: reader }
  }
  if (reader.size <= heldBytes) {
    const bytes = await reader.read(0, reader.size)
    const sha256 = hash('sha256', bytes, 'hex')
    const held = bytesReader(bytes)
    return lists
      ? looked(held, { ...further(lists, (name) => hash(name, bytes, 'hex')), sha256 }, lists)
      : { sha256, held }
  }
  return running(reader, isLate, problems, lists)
}

async function running(
  reader: Reader,
  isLate: () => boolean,
  problems: Problem[],
  lists: HashLists | undefined,
): Promise<Fingerprint> {
  const sums = new Map(
    [...new Set([...(lists?.algorithms ?? []), 'sha256' as const])].map((name) => [name, createHash(name)]),
  )
  for (let at = 0; at < reader.size; at += heldBytes) {
    if (isLate()) {
      problems.push(problemOf(new ItemError('time_limit', 'no time left to read it whole'), 'source', 'open'))
      return { sha256: null, held: reader }
    }
    const piece = await reader.read(at, heldBytes)
    for (const sum of sums.values()) sum.update(piece)
  }
  const hashes = Object.fromEntries([...sums].map(([name, sum]) => [name, sum.digest('hex')]))
  return looked(reader, { ...hashes, sha256: hashes.sha256 ?? '' }, lists)
}

/** The hashes beside SHA-256, which every item has anyhow. */
function further(lists: HashLists, sum: (name: HashAlgorithm) => string): ItemHashes {
  return Object.fromEntries(lists.algorithms.filter((name) => name !== 'sha256').map((name) => [name, sum(name)]))
}

function looked(
  held: Reader,
  hashes: ItemHashes & { readonly sha256: string },
  lists: HashLists | undefined,
): Fingerprint {
  const match = lists?.match(hashes)
  return { sha256: hashes.sha256, held, ...(match ? { match } : {}) }
}
