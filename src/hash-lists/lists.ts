import {
  type HashAlgorithm,
  type HashListRef,
  type HashLists,
  type HashVerdict,
  hashAlgorithms,
} from '../core/hash-list.ts'
import { HashListError, readHashList } from './read.ts'
import { makeHashTable, openHashTable } from './table.ts'

/** Loaded lists as plain data that threads share: one block of memory for each verdict. */
export interface LoadedHashLists {
  readonly algorithms: readonly HashAlgorithm[]
  readonly tables: readonly { readonly verdict: HashVerdict; readonly block: SharedArrayBuffer }[]
}

/** Where an item is on lists of both kinds, the first holds. */
const verdicts: readonly HashVerdict[] = ['alert_hash', 'known_good']

const algorithmOf: Readonly<Record<number, HashAlgorithm>> = { 32: 'md5', 40: 'sha1', 64: 'sha256' }

/**
 * Reads a list through without keeping it, to know that it is one.
 * @throws HashListError where it is not
 */
export function surveyHashList(verdict: HashVerdict, file: string): HashListRef {
  return { verdict, file, ...readHashList(file, () => undefined) }
}

/**
 * Loads lists that were surveyed.
 * @throws HashListError where one is no longer what it was
 */
export function loadHashLists(refs: readonly HashListRef[]): LoadedHashLists {
  const met = new Set<HashAlgorithm>()
  const tables = verdicts.flatMap((verdict) => {
    const own = refs.filter((ref) => ref.verdict === verdict)
    if (own.length === 0) return []
    const table = makeHashTable(own.reduce((sum, { hashes }) => sum + hashes, 0))
    for (const ref of own) load(ref, table.add, met)
    return [{ verdict, block: table.block }]
  })
  return { algorithms: hashAlgorithms.filter((algorithm) => met.has(algorithm)), tables }
}

function load(ref: HashListRef, add: (bytes: Uint8Array, at: number) => void, met: Set<HashAlgorithm>): void {
  let room = ref.hashes
  const { sha256 } = readHashList(ref.file, (bytes, at, digits) => {
    room -= 1
    if (room < 0) throw changed(ref)
    const algorithm = algorithmOf[digits]
    if (algorithm) met.add(algorithm)
    add(bytes, at)
  })
  if (sha256 !== ref.sha256) throw changed(ref)
}

function changed({ file }: HashListRef): HashListError {
  return new HashListError(`the list ${JSON.stringify(file)} was changed while the scan began`)
}

/** Loaded lists, ready for looking items up; from whichever thread. */
export function openHashLists({ algorithms, tables }: LoadedHashLists): HashLists {
  const opened = tables.map(({ verdict, block }) => ({ verdict, table: openHashTable(block) }))
  return {
    algorithms,
    match(hashes) {
      for (const { verdict, table } of opened) {
        const algorithm = algorithms.find((name) => table.has(hashes[name] ?? ''))
        if (algorithm) return { verdict, algorithm }
      }
      return undefined
    },
  }
}
