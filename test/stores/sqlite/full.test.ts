import { describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../../src/stores/sqlite.ts'
import { finding, general, item, refOf, score, start } from '../made-up.ts'
import { storeFolder } from './folder.ts'

const entry = (n: number) => item(`${n}`, { findings: [finding('PERSON', `Ada Quill ${n}`)] })

describe('a store that has no room left', () => {
  it('says so, keeps what was written, and can be gone on with', async () => {
    using at = storeFolder()
    let fitted = 0
    {
      await using store = await openSqliteStore(at.path, { maxBytes: 200_000 })
      await store.begin(start)
      const filling = async () => {
        for (; fitted < 10_000; fitted += 1) await store.write([entry(fitted)])
      }
      await expect(filling()).rejects.toMatchObject({
        name: 'StoreError',
        code: 'full',
        message: expect.stringContaining('make room'),
      })
      expect(fitted).toBeGreaterThan(20)
      expect([...store.records()]).toHaveLength(fitted)
      expect(await store.stop('failed')).toMatchObject({ status: 'failed' })
    }
    await using store = await openSqliteStore(at.path)
    await store.begin(start)
    expect(await store.pending([refOf(entry(0)), refOf(entry(fitted))])).toEqual([refOf(entry(fitted))])
    await store.write([entry(fitted)])
    expect(await store.finish(general, score)).toMatchObject({ status: 'finished' })
  })

  it('says so when there is not even room to begin', async () => {
    using at = storeFolder()
    await expect(openSqliteStore(at.path, { maxBytes: 10_000 })).rejects.toMatchObject({ code: 'full' })
    await using store = await openSqliteStore(at.path)
    await store.begin(start)
  })
})
