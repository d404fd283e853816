import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../src/stores/sqlite.ts'
import type { Store } from '../../src/stores/store.ts'
import { storeContract } from '../contracts/store-contract.ts'

storeContract('sqlite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leaksift-store-'))
  let store: Store | undefined
  const close = async () => {
    await store?.[Symbol.asyncDispose]()
    store = undefined
  }
  return {
    async open(options) {
      store = await openSqliteStore(join(folder, 'leak.sqlite'), options)
      return store
    },
    close,
    async [Symbol.asyncDispose]() {
      await close()
      rmSync(folder, { recursive: true })
    },
  }
})
