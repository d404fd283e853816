import type { IdentifierFamily } from '../core/finding.ts'
import type { ItemRef } from '../core/item.ts'
import type { ItemOutcomes, Outcome } from '../core/outcome.ts'
import type { InsideOutcomes } from '../core/overflow.ts'
import type { ScanInfo, StoredRecord, Summary } from '../core/result.ts'
import type { DumpContext, Facts, Links, Severity } from '../core/severity.ts'

/** How a store keeps values (DESIGN §5). */
export type ValueMode = 'masked' | 'sealed' | 'clear'

/** What a scan tells the store when it begins. `options` are those that change results: a resume must bring the same. */
export interface ScanStart {
  readonly toolVersion: string
  readonly source: string
  readonly options: Readonly<Record<string, unknown>>
  /** Which entries count as still to do. `failed` ones are those with coverage `none` or a spent budget. */
  readonly redo: 'unfinished' | 'failed'
  /**
   * What each entity type identifies somebody by, from the units that find it; the store counts and links by it. Types
   * that are not named identify nobody. The store's own table of the usual types holds where this is absent.
   */
  readonly families?: Readonly<Record<string, IdentifierFamily>>
  /** How the run is made; kept as it is. */
  readonly custody?: { readonly models: Readonly<Record<string, string>>; readonly environment: unknown }
}

/** How a store is opened for writing. */
export interface OpenOptions {
  /** How values are kept; a store that exists must be of the same mode. `masked` unless told. */
  readonly values?: ValueMode
  /** Deletes everything that is there first, its key too unless `keyFile` names one. */
  readonly fresh?: boolean
  /** Where the store's key lies; beside the store unless named. Made where there is none. */
  readonly keyFile?: string
  /**
   * For `sealed`: what the values are sealed under, together with the store's key. A string stands for its UTF-8. Without
   * it they are sealed under the key alone, whose file must then be named.
   */
  readonly passphrase?: string | Uint8Array
  /** The store may not grow beyond it; then `full`. */
  readonly maxBytes?: number
}

/** How a store is opened for reading. */
export interface ReadOptions {
  /** Needed to open what a sealed store holds, and to find its records by their uris; beside the store unless named. */
  readonly keyFile?: string
  /** Needed to give out what a store sealed under a passphrase holds. */
  readonly passphrase?: string | Uint8Array
}

/** How a store gets a new key. */
export interface RekeyOptions extends ReadOptions {
  /** What is sealed is sealed under it from now on; the same as before where absent. */
  readonly newPassphrase?: string | Uint8Array
}

/** How a store is forgotten. */
export interface ForgetOptions {
  /** Where its key lies; beside the store unless named. */
  readonly keyFile?: string
}

/** What is left of a store that was forgotten. */
export interface Forgotten {
  /** The key file that was destroyed; null where there was none. */
  readonly keyFile: string | null
  /** How it kept values until now. */
  readonly values: ValueMode
  readonly records: number
  readonly findings: number
  /** Records with the SHA-256 of their bytes. */
  readonly hashes: number
}

/** Works out a record's score again when the whole dump is known. */
export type Rescore = (facts: Facts, context: DumpContext, links: Links) => Severity

/** What the dump as a whole is, from how many records there are of each kind. */
export type DecideContext = (recordsByKind: ReadonlyMap<string, number>) => DumpContext

/** A store as reports see it: what was committed when it was opened, whoever writes meanwhile. */
export interface StoreReader extends AsyncDisposable {
  summary(): Promise<Summary>
  /** Records in uri order (code points), each whole; those of a sealed store in no order that tells, unless unsealed. */
  records(filter?: RecordFilter): IterableIterator<StoredRecord>
  /**
   * What was noted of an entry of the source; undefined where nothing was, or it was gone in the latest run.
   * @throws StoreError `no_key` where the store is sealed and its key is missing
   */
  entry(uri: string): StoredEntry | undefined
  /** All of them, in no order that tells. */
  entries(): IterableIterator<StoredEntry>
  /** SHA-256 of the list of entries, made of what the store holds now; null where its paths stay sealed. */
  manifest(): string | null
}

/** What a store noted of an entry of the source. */
export interface StoredEntry {
  readonly id: number
  /** Null where it stays sealed. */
  readonly uri: string | null
  /** As reports show it. */
  readonly shown: string
  readonly sizeBytes: number
  readonly modifiedAt: string | null
  readonly sha256: string | null
}

/**
 * stores: where results are kept. One writer at a time; an entry and everything inside it go in together or not at all;
 * written twice is written once. The store masks, digests and seals: no caller sees its key.
 */
export interface Store extends StoreReader {
  /**
   * Opens a run. An earlier run that ended early or was complete is gone on with.
   * @throws StoreError `other_source` or `other_options` where what is there belongs to another scan
   */
  begin(start: ScanStart): Promise<ScanInfo>
  /** Those of `items`, in order, that have no record yet, have changed since, or were left unfinished. */
  pending(items: readonly ItemRef[]): Promise<readonly ItemRef[]>
  /**
   * What the labels in the entries so far teach about how this dump writes patients' numbers; undefined where nothing.
   * The same however often it is asked, and however often the run was interrupted.
   */
  learntCodes(): Promise<LearntCodes | undefined>
  /** Writes entries whole, replacing what an earlier run wrote of them. The uris inside one entry are all different. */
  write(batch: readonly ItemOutcomes[]): Promise<void>
  /** As {@link write}, for one entry with more inside it than is held in memory; it is there when all of it is. */
  writeLarge(entry: Outcome, inside: InsideOutcomes): Promise<void>
  /**
   * Ends a run that saw every entry: marks duplicates and entries gone since an earlier run, scores with the whole dump
   * known, works out the digest.
   */
  finish(decide: DecideContext, rescore: Rescore): Promise<ScanInfo>
  /** Ends a run early: `interrupted` can be resumed; `failed` can too, once its reason is mended. */
  stop(status: 'interrupted' | 'failed'): Promise<ScanInfo>
}

/** How the patients' numbers of a dump are written, learnt from those with a label. */
export interface LearntCodes {
  /** As `codeShape` gives them, sorted. */
  readonly shapes: readonly string[]
  /** Those of `items` that hold codes of these shapes that nothing claims yet, in order. */
  among(items: readonly ItemRef[]): readonly ItemRef[]
}

/** Narrows what {@link StoreReader.records} gives. */
export interface RecordFilter {
  readonly uri?: string
  readonly id?: number
}

/** Why a store can't be used. The message is for the user and says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code:
    | 'missing'
    | 'not_a_store'
    | 'newer_version'
    | 'unreadable'
    | 'locked'
    | 'full'
    | 'other_source'
    | 'other_options'
    | 'no_key'
    | 'corrupt'
  constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
