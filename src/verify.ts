import { createHash } from 'node:crypto'
import type { ItemRef } from './core/item.ts'
import { ItemError } from './core/problem.ts'
import type { ScanInfo } from './core/result.ts'
import type { OpenItem, Source } from './core/source.ts'
import { maskedUri, nameFindings } from './name-findings.ts'
import { filterSource } from './sources/filter.ts'
import { openSource, placeOf, sourceUri, urisWithin } from './sources/registry.ts'
import { filesOfStore, openStoreReader } from './stores/registry.ts'
import { type ReadOptions, type StoredEntry, StoreError, type StoreReader } from './stores/store.ts'
import { builtIn } from './toolbox.ts'

/**
 * How an entry of a source stands to what a scan noted of it. `touched`: its bytes are the same, its time is not;
 * `uncompared`: then or now it could not be read.
 */
export type Standing = 'unchanged' | 'added' | 'removed' | 'changed' | 'touched' | 'uncompared'

/** One entry that is not as it was. */
export interface Difference {
  readonly standing: Exclude<Standing, 'unchanged'>
  /** Of its record; null where the store has none. */
  readonly id: number | null
  /** Its path, as the store's reports show it, or as it is where values are asked for in clear. */
  readonly uri: string
  /** In what it differs, in words. */
  readonly detail: string
}

/** What comparing found. */
export interface Verification {
  readonly scan: ScanInfo
  readonly counts: Readonly<Record<Standing, number>>
}

/** How to compare. */
export interface VerifyOptions extends ReadOptions {
  /** Sizes and times only; no file is opened. */
  readonly quick?: boolean
  /** Paths as they are, names in them included. */
  readonly clear?: boolean
}

/** Bytes read at a time. */
const pieceBytes = 8 * 2 ** 20

/**
 * Compares a source, entry by entry, with what a store noted of it when it was scanned. Nothing is written.
 * @param tell takes each difference as it is found
 * @throws SourceError where there is no such source; StoreError where the store can't be read, or is not what its scan wrote
 */
export async function verify(
  store: string,
  paths: readonly string[],
  options: VerifyOptions,
  tell: (difference: Difference) => void,
): Promise<Verification> {
  const uri = sourceUri(paths)
  await using reader = await openStoreReader(store, options)
  const { scan } = await reader.summary()
  checkManifest(scan, reader)
  const own = filesOfStore(store, options.keyFile).flatMap((file) => urisWithin(uri, placeOf(file)))
  await using source = filterSource(openSource(uri), patternsOf(scan), new Set(own))
  const counts = { unchanged: 0, added: 0, removed: 0, changed: 0, touched: 0, uncompared: 0 }
  const note = (standing: Standing, told: Omit<Difference, 'standing'>) => {
    counts[standing] += 1
    if (standing !== 'unchanged') tell({ standing, ...told })
  }
  await compareAll(source, reader, options, note)
  return { scan, counts }
}

type Note = (standing: Standing, told: Omit<Difference, 'standing'>) => void

async function compareAll(source: Source, reader: StoreReader, options: VerifyOptions, note: Note): Promise<void> {
  const met = new Set<number>()
  const closed: string[] = []
  for await (const item of source.items(new AbortController().signal)) {
    const entry = reader.entry(item.uri)
    if (entry) met.add(entry.id)
    const shown = options.clear ? item.uri : (entry?.shown ?? maskedName(item.uri))
    if (item.problem) closed.push(`${item.uri}/`)
    const [standing, detail] = entry ? await compare(item, entry, source, options) : added(item)
    note(standing, { id: entry?.id ?? null, uri: shown, detail })
  }
  for (const { id, uri, shown } of reader.entries()) {
    if (met.has(id)) continue
    const told = { id, uri: options.clear ? (uri ?? shown) : shown }
    if (uri !== null && closed.some((folder) => uri.startsWith(folder)))
      note('uncompared', { ...told, detail: 'its folder can not be read now' })
    else note('removed', { ...told, detail: '' })
  }
}

type Result = readonly [standing: Standing, detail: string]

function added({ problem }: ItemRef): Result {
  return problem ? ['uncompared', 'it can not be read now'] : ['added', '']
}

async function compare(item: ItemRef, entry: StoredEntry, source: Source, { quick }: VerifyOptions): Promise<Result> {
  if (item.problem) return ['uncompared', 'it can not be read now']
  if (item.size !== entry.sizeBytes) return ['changed', `size ${entry.sizeBytes} → ${item.size}`]
  const isSameTime = item.modifiedAt === entry.modifiedAt
  const time = `time ${entry.modifiedAt ?? 'unknown'} → ${item.modifiedAt ?? 'unknown'}`
  if (quick || item.type !== 'file') return isSameTime ? ['unchanged', ''] : ['changed', time]
  if (entry.sha256 === null)
    return isSameTime ? ['uncompared', 'the scan could not read all of its bytes'] : ['changed', time]
  const sha256 = await hashOf(item, source)
  if (sha256 === undefined) return ['uncompared', 'it can not be read now']
  if (sha256 !== entry.sha256) return ['changed', `bytes: SHA-256 ${entry.sha256} → ${sha256}`]
  return isSameTime ? ['unchanged', ''] : ['touched', time]
}

/** Undefined where it can't be read, or changes meanwhile. */
async function hashOf(item: ItemRef, source: Source): Promise<string | undefined> {
  try {
    using opened = await source.open(item)
    const sum = await sumOf(opened)
    return (await opened.isUnchanged()) ? sum : undefined
  } catch (error) {
    // What is none of the input's faults is one of ours.
    if (!(error instanceof ItemError)) throw error
    return undefined
  }
}

async function sumOf(opened: OpenItem): Promise<string> {
  const sum = createHash('sha256')
  for (let at = 0; at < opened.size; at += pieceBytes) sum.update(await opened.read(at, pieceBytes))
  return sum.digest('hex')
}

/** The store's own list of files must be the one that its scan noted. */
function checkManifest({ manifestSha256 }: ScanInfo, reader: StoreReader): void {
  const manifest = manifestSha256 === null ? null : reader.manifest()
  if (manifest === null || manifest === manifestSha256) return
  throw new StoreError(
    'corrupt',
    "The store's list of files is not the one that its scan noted: it was changed by something else since.",
  )
}

function patternsOf({ options: { include, exclude } }: ScanInfo) {
  return { include: textsOf(include), exclude: textsOf(exclude) }
}

function textsOf(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
}

function maskedName(uri: string): string {
  return maskedUri(uri, nameFindings(uri, builtIn))
}
