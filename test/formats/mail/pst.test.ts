import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pst } from '../../../src/formats/mail/pst.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { read } from '../reading.ts'

const sample = new URL('../../../../shared/corpus/structured/tika/testPST_variousBodyTypes.pst', import.meta.url)
const mediaType = 'application/vnd.ms-outlook-pst'

describe('a data file of which nothing follows its mark', () => {
  it('is known by its mark, and ends in an ItemError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        const file = Buffer.concat([Buffer.from('!BDN\0\0\0\0SM\x17\0\x13\0\x01\x01', 'latin1'), bytes])
        await expect(read(pst, file)).rejects.toMatchObject({ name: 'ItemError' })
      }),
      { numRuns: 200 },
    )
  })

  it('is not taken for the address book with the same beginning', async () => {
    expect((await read(pst, Buffer.from('!BDN\0\0\0\0AB\x17\0', 'latin1'))).mediaType).toBeUndefined()
  })
})

describe.skipIf(!existsSync(sample))('a data file (needs the corpus beside the repository)', () => {
  const bytes = existsSync(sample) ? readFileSync(sample) : Buffer.alloc(0)
  if (bytes.length > 0) formatContract(pst, [{ name: 'a small one', bytes, mediaType }], { damaged: 12 })

  it('gives its messages by folder', async () => {
    const { extracts, gaps } = await read(pst, bytes)
    const names = extracts.flatMap((one) => (one.what === 'child' ? [one.name] : []))
    expect(names.length).toBeGreaterThan(1)
    for (const name of names) expect(name).toMatch(/^.+\/\d+$/)
    expect(gaps).toEqual([])
  })

  it('ends where there is room for no more messages', async () => {
    const { extracts, gaps } = await read(pst, bytes, { children: 1 })
    expect(extracts.filter(({ what }) => what === 'child')).toHaveLength(1)
    expect(gaps[0]).toBe('too_many')
  })
})
