import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openStoreReader } from '../../../src/stores/registry.ts'
import { lockStore } from '../../../src/stores/sqlite/lock.ts'
import { openSqliteStore } from '../../../src/stores/sqlite.ts'
import { general, item, score, start } from '../made-up.ts'
import { storeChild } from './child.ts'
import { storeFolder } from './folder.ts'

describe('the lock of a store', () => {
  it('refuses a second scan at once, in this process and in others', async () => {
    using at = storeFolder()
    await using child = storeChild('hold', at.path)
    expect(await child.line()).toBe('held')
    const refused = { name: 'StoreError', code: 'locked', message: expect.stringContaining('Another scan') }
    await expect(openSqliteStore(at.path)).rejects.toMatchObject(refused)
    await expect(openSqliteStore(at.path, { fresh: true })).rejects.toMatchObject(refused)
    await child.kill()
    await using store = await openSqliteStore(at.path)
    await expect(openSqliteStore(at.path)).rejects.toMatchObject(refused)
    expect([...store.records()].map(({ uri }) => uri)).toEqual(['held'])
  })

  it('is given back with the store, also where it could not be opened', async () => {
    using at = storeFolder()
    await (await openSqliteStore(at.path))[Symbol.asyncDispose]()
    await expect(openSqliteStore(at.path, { values: 'clear' })).rejects.toMatchObject({ code: 'other_options' })
    await (await openSqliteStore(at.path))[Symbol.asyncDispose]()
    lockStore(at.path)[Symbol.dispose]()
  })

  it('is no lock where something else has its name', async () => {
    using at = storeFolder()
    writeFileSync(
      `${at.path}-lock`,
      'a text, and long enough to be taken for the head of a file of a hundred bytes or more than that',
    )
    await expect(openSqliteStore(at.path)).rejects.toMatchObject({ code: 'unreadable' })
  })
})

describe('who reads while a scan writes', () => {
  it('sees what was there, all of it and no more', async () => {
    using at = storeFolder()
    await using store = await openSqliteStore(at.path)
    await store.begin(start)
    await store.write([item('a'), item('b')])
    await using reader = await openStoreReader(at.path)
    const before = await reader.summary()
    await store.write([item('c')])
    await store.finish(general, score)
    expect(await reader.summary()).toEqual(before)
    expect([...reader.records()].map(({ uri }) => uri)).toEqual(['a', 'b'])
    await using later = await openStoreReader(at.path)
    expect(await later.summary()).toMatchObject({ records: 3, scan: { status: 'finished' } })
  })

  it('can read what a killed scan left', async () => {
    using at = storeFolder()
    await using child = storeChild('hold', at.path)
    await child.line()
    await using during = await openStoreReader(at.path)
    expect((await during.summary()).records).toBe(1)
    await child.kill()
    await using after = await openStoreReader(at.path)
    expect((await after.summary()).scan.status).toBe('running')
  })
})
