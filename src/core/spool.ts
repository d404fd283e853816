import type { Reader } from './reader.ts'

/**
 * In the environment of a process that was started for a scan: the number of the one that runs the scan. What lies in
 * its spools is of use for as long as that one lives.
 */
export const runVariable = 'LEAKSIFT_RUN'

/** Keeps bytes that are too many for memory, unreadable for everybody else, for as long as they are needed. */
export interface Spool {
  /**
   * A new place, empty; undefined where there is no room for any. Who opens it closes it.
   * @param atMost bytes that all open places may hold together
   */
  open(atMost: number): Promise<SpoolPlace | undefined>
}

/** One row of bytes in a spool. */
export interface SpoolPlace extends AsyncDisposable {
  /** Adds to the end; false where there is no room: the place is of no use then. */
  append(bytes: Uint8Array): Promise<boolean>
  /** What was added so far. @throws ItemError `unreadable` from `read` */
  reader(): Reader
}
