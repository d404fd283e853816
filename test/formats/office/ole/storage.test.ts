import { describe, expect, it } from 'vitest'
import { oleStorage } from '../../../../src/formats/office/ole/storage.ts'
import { formatContract } from '../../../contracts/format-contract.ts'
import { childrenOf, gapsOf, metadataOf, readWith, textOf } from '../fixtures.ts'
import { compoundOf, propertiesOf } from './fixtures.ts'

const mediaType = 'application/x-ole-storage'
const picture = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(90, 1)])
const head = (bytes: number) => Buffer.concat([Buffer.from([bytes, 0, 0, 0]), Buffer.alloc(bytes - 4)])
const bytes = compoundOf({
  '256_0a': Buffer.concat([head(24), picture]),
  '3': Buffer.concat([head(12), picture]),
  'notes/text': Buffer.from('call Zora Quill'),
  '\u0005SummaryInformation': propertiesOf({ 4: 'Ida Moor' }),
})

formatContract(oleStorage, [{ name: 'a compound file', bytes, mediaType }], { damaged: 20 })

/** A list of names as Windows XP keeps it. */
function catalog(...names: readonly string[]): Buffer {
  const start = Buffer.alloc(16)
  start.writeUInt16LE(16, 0)
  const entries = names.map((name) => {
    const text = Buffer.from(`${name}\0\0`, 'utf16le')
    const entry = Buffer.alloc(16)
    entry.writeUInt32LE(16 + text.length, 0)
    return Buffer.concat([entry, text])
  })
  return Buffer.concat([start, ...entries])
}

describe('Thumbs.db', () => {
  it('tells what the files are called', async () => {
    const names = catalog('Zora Quill avant.jpg', 'Zoë.jpg')
    const extracts = await readWith(oleStorage, compoundOf({ Catalog: names }))
    expect(textOf(extracts)).toEqual({ catalog: 'Zora Quill avant.jpg\nZoë.jpg' })
    expect(await childrenOf(extracts)).toEqual({})
  })

  it('has a stream of that name that is no such list', async () => {
    for (const stream of [catalog('a').subarray(0, 30), Buffer.from('something else')]) {
      const extracts = await readWith(oleStorage, compoundOf({ Catalog: stream }))
      expect([textOf(extracts), Object.keys(await childrenOf(extracts))]).toEqual([{}, ['Catalog']])
    }
  })
})

describe('a compound file of no program that is known', () => {
  it('gives its streams, small pictures without what stands before them, and its properties', async () => {
    const extracts = await readWith(oleStorage, bytes)
    const shown = picture.toString('latin1')
    expect(await childrenOf(extracts)).toMatchObject({ '256_0a': shown, '3': shown, 'notes/text': 'call Zora Quill' })
    expect(metadataOf(extracts)).toContainEqual(['Creator', 'Ida Moor'])
    expect(gapsOf(extracts)).toEqual([])
  })
})
