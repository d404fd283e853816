import { renameSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../../src/stores/sqlite.ts'
import { finding, general, item, score, start } from '../made-up.ts'
import { storeFolder } from './folder.ts'

const entry = item('a.txt', { findings: [finding('PERSON', 'Ada Quill')] })

describe('a store that is taken away while it is written', () => {
  it.each([
    ['deleted', (path: string) => rmSync(path)],
    ['moved', (path: string) => renameSync(path, `${path}-elsewhere`)],
  ])('%s: says so, instead of writing what nobody will find', async (_name, takeAway) => {
    using at = storeFolder()
    await using store = await openSqliteStore(at.path)
    await store.begin(start)
    await store.write([entry])
    takeAway(at.path)
    const told = { code: 'missing', message: expect.stringContaining('moved, deleted or unmounted') }
    await expect(store.write([entry])).rejects.toMatchObject(told)
    await expect(store.finish(general, score)).rejects.toMatchObject(told)
  })
})
