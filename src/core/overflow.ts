import type { Outcome } from './outcome.ts'

/** Some outcomes of what is inside one entry, packed one behind the other. Plain data that crosses threads. */
export interface OutcomePart {
  /** True of the first part of an entry: what came of it before is void. */
  readonly isFirst: boolean
  /** Where each stands among all that is inside the entry: a container comes right before what it holds. */
  readonly places: Uint32Array<ArrayBuffer>
  /** Bytes of each. */
  readonly sizes: Uint32Array<ArrayBuffer>
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Takes outcomes of what is inside one entry away from the thread that examines it, where they are too many to be held. */
export interface OutcomeSink {
  /** Resolves when there is room for more. @throws NoRoom where there is none at all */
  take(part: OutcomePart): Promise<void>
  /** Resolves when everything has arrived. @throws NoRoom */
  end(): Promise<void>
  /** Voids what was taken. */
  drop(): Promise<void>
  /** Told at the beginning and end of each item inside: the entry is not at a standstill. */
  alive(): void
}

/** There is no room for what was found inside an entry. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom'
}

/** Where the outcomes of what is inside entries lie until they are written, by the entry's uri. */
export interface Overflow {
  /** False where there is no room. */
  take(uri: string, part: OutcomePart): Promise<boolean>
  /** Forgets what there is of an entry. */
  drop(uri: string): Promise<void>
  /** What was taken of an entry; undefined where nothing was. */
  inside(uri: string): InsideOutcomes | undefined
}

/** The outcomes of all that is inside an entry, where they are too many to be held. */
export interface InsideOutcomes {
  readonly count: number
  /** In order, a container right before what it holds; some at a time. */
  read(): AsyncIterable<readonly Outcome[]>
}
