import { openSqliteMemory } from './sqlite.ts'
import type { OpenOptions, Store } from './store.ts'

/**
 * A full store in memory, for tests and for use as a library. It is the SQLite store without a file, so that whatever
 * holds for one holds for the other; its key is never written anywhere.
 */
export function openMemoryStore(options: OpenOptions = {}): Promise<Store> {
  return openSqliteMemory(options)
}
