import { openStoreReader } from '../../../../src/stores/registry.ts'
import { StoreError } from '../../../../src/stores/store.ts'
import { say } from './say.ts'

// Reads a store as a user who may not write anywhere, and says how many records it has, or why not. Everything is
// loaded by now: a user who may do nothing may not read the program either.
const nobody = 65_534
await openStoreReader('/nowhere').catch(() => undefined)
if (process.getuid?.() === 0) process.setuid?.(nobody)
try {
  await using reader = await openStoreReader(process.argv[2] ?? '')
  say(`${(await reader.summary()).records} records, ${[...reader.records()].length} read`)
} catch (error) {
  if (!(error instanceof StoreError)) throw error
  say(error.code)
}
