import { describe, expect, it } from 'vitest'
import { emf } from '../../../src/formats/images/emf.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { childrenOf, gapsOf, readWith, textOf } from '../office/fixtures.ts'

function record(type: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content)
  const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)])
  const head = Buffer.alloc(8)
  head.writeUInt32LE(type, 0)
  head.writeUInt32LE(8 + padded.length, 4)
  return Buffer.concat([head, padded])
}

const words = (...values: readonly number[]) => Buffer.from(new Int32Array(values).buffer)
const header = record(1, words(0, 0, 200, 100, 0, 0, 0, 0), Buffer.from(' EMF'), Buffer.alloc(64))
const end = record(14, words(0, 16, 20))
const wide = (text: string, y: number, options = 0) =>
  record(
    84,
    Buffer.alloc(16),
    words(1, 0, 0, 5, y, text.length, 76, options, 0, 0, 0, 0, 0),
    Buffer.from(text, 'utf16le'),
  )
const narrow = (text: string, y: number) =>
  record(83, Buffer.alloc(16), words(1, 0, 0, 5, y, text.length, 76, 0, 0, 0, 0, 0, 0), Buffer.from(text, 'latin1'))
const small = (text: string, y: number, options: number) =>
  record(
    108,
    words(5, y, text.length, options, 1, 0, 0),
    Buffer.alloc(options & 0x100 ? 0 : 16),
    Buffer.from(text, options & 0x200 ? 'latin1' : 'utf16le'),
  )
const file = (...records: readonly Buffer[]) => Buffer.concat([header, ...records, end])

formatContract(emf, [{ name: 'a drawing', bytes: file(wide('Zora Quill', 10)), mediaType: 'image/emf' }])

describe('a metafile', () => {
  it('gives the text that is drawn, a line for each base line', async () => {
    const bytes = file(
      wide('Patient:', 10),
      wide('Zoë Quill', 10),
      narrow('born 1970', 30),
      ...[...'Nice'].map((letter) => wide(letter, 50)),
      small('12 High St', 70, 0),
      small('London', 90, 0x300),
      wide('   ', 95),
    )
    const extracts = await readWith(emf, bytes)
    expect(textOf(extracts)).toEqual({ drawing: 'Patient: Zoë Quill\nborn 1970\nNice\n12 High St\nLondon' })
    expect(extracts[0]).toEqual({ what: 'picture', frameAt: null, width: 200, height: 100 })
    expect(gapsOf(extracts)).toEqual([])
  })

  it('gives pictures within it as files', async () => {
    const place = words(80, 40, 120, 16)
    const pixels = Buffer.alloc(16, 7)
    const bitmap = Buffer.concat([words(40, 2, 2, 0x180001), Buffer.alloc(24)])
    const bytes = file(record(81, Buffer.alloc(40), place, Buffer.alloc(16), bitmap, pixels))
    const children = await childrenOf(await readWith(emf, bytes))
    const head = Buffer.concat([Buffer.from('BM'), words(70, 0, 54)])
    expect(children).toEqual({ 'picture.bmp': Buffer.concat([head, bitmap, pixels]).toString('latin1') })
  })

  it.each([
    ['EMF+ alone', file(record(70, words(16), Buffer.from('EMF+'), words(0x4001, 0))), ['unsupported_type']],
    ['EMF+ beside it', file(record(70, words(16), Buffer.from('EMF+'), words(0x14001, 0))), []],
    ['a picture outside', file(record(81, Buffer.alloc(40), words(80, 40, 120, 999))), ['malformed']],
    ['fills', file(record(76, Buffer.alloc(92))), []],
    ['shapes of letters', file(wide('abc', 10, 0x10)), ['no_text']],
    ['no end', Buffer.concat([header, wide('abc', 10)]), ['truncated']],
    ['a record longer than itself', Buffer.concat([header, words(84, 0x7fffffff)]), ['truncated']],
    ['a record of no length', Buffer.concat([header, words(84, 0), Buffer.alloc(40)]), ['truncated']],
  ])('tells what of it was not read: %s', async (_what, bytes, gaps) => {
    expect(gapsOf(await readWith(emf, bytes))).toEqual(gaps)
  })
})
