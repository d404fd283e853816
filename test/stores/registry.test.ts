import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openStore, openStoreReader, storeKinds } from '../../src/stores/registry.ts'
import { start } from './made-up.ts'
import { storeFolder } from './sqlite/folder.ts'

describe('the name of a store', () => {
  it.each<[string, (path: string) => string]>([
    ['a path', (path) => path],
    ['a path after a scheme', (path) => `sqlite:${path}`],
    ['a uri', (path) => pathToFileURL(path).href.replace(/^file/, 'sqlite')],
  ])('may be %s', async (_what, nameOf) => {
    using at = storeFolder()
    const path = join(at.folder, "c'est 50%.sqlite")
    {
      await using store = await openStore(nameOf(path))
      await store.begin(start)
    }
    expect(existsSync(path)).toBe(true)
    await using reader = await openStoreReader(nameOf(path))
    expect((await reader.summary()).scan.source).toBe(start.source)
  })

  it('may hold a colon', async () => {
    using at = storeFolder()
    for (const name of ['a:b', 'case:17.sqlite', 'C:x']) {
      await using store = await openStore(join(at.folder, name))
      await store.begin(start)
      expect(existsSync(join(at.folder, name))).toBe(true)
    }
  })

  it('may be of memory, which nobody else can read', async () => {
    await using store = await openStore('memory:')
    await store.begin(start)
    await expect(openStoreReader('memory:')).rejects.toMatchObject({ code: 'missing' })
  })

  it('is told where no kind has it', async () => {
    await expect(openStore('gopher://host/x')).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringContaining('sqlite:'),
    })
  })

  it('is of one kind only', () => {
    const schemes = storeKinds.map(({ scheme }) => scheme)
    expect(new Set(schemes).size).toBe(schemes.length)
  })
})
