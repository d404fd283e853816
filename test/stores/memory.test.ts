import { openMemoryStore } from '../../src/stores/memory.ts'
import type { Store } from '../../src/stores/store.ts'
import { storeContract } from '../contracts/store-contract.ts'

storeContract('memory', async () => {
  let store: Store | undefined
  return {
    async open(options) {
      store ??= await openMemoryStore(options)
      return store
    },
    close: async () => undefined,
    async [Symbol.asyncDispose]() {
      await store?.[Symbol.asyncDispose]()
    },
  }
})
