import { describe, expect, it } from 'vitest'
import { iwa } from '../../../src/formats/apple/iwa.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { examineBytes } from '../../support/examining.ts'
import { gapsOf, metadataOf, readWith, textOf } from '../office/fixtures.ts'

const bytesOf = (text: string) => Buffer.from(text)

function number(value: number): Buffer {
  const bytes: number[] = []
  for (let left = value; ; left = Math.floor(left / 128)) {
    bytes.push(left >= 128 ? (left & 127) | 128 : left)
    if (left < 128) return Buffer.from(bytes)
  }
}

const field = (at: number, value: number | Buffer) =>
  typeof value === 'number'
    ? Buffer.concat([number(8 * at), number(value)])
    : Buffer.concat([number(8 * at + 2), number(value.length), value])

/** One object behind what it is. */
function object(type: number, message: Buffer): Buffer {
  const info = Buffer.concat([field(1, type), field(2, Buffer.from([1, 0, 5])), field(3, message.length)])
  const head = Buffer.concat([field(1, 77), field(2, info)])
  return Buffer.concat([number(head.length), head, message])
}

/** Blocks of Snappy that copy nothing: pieces of at most 60 bytes as they stand. */
function packed(bytes: Buffer): Buffer {
  const parts: Buffer[] = [number(bytes.length)]
  for (let at = 0; at < bytes.length; at += 60) {
    const piece = bytes.subarray(at, at + 60)
    parts.push(Buffer.from([(piece.length - 1) << 2]), piece)
  }
  return Buffer.concat(parts)
}

function part(...objects: readonly Buffer[]): Buffer {
  const all = Buffer.concat(objects)
  const blocks: Buffer[] = []
  for (let at = 0; at < all.length; at += 500) {
    const block = packed(all.subarray(at, at + 500))
    blocks.push(Buffer.from([0, block.length & 255, block.length >> 8, 0]), block)
  }
  return Buffer.concat(blocks)
}

const text = (value: string) => object(2001, Buffer.concat([field(1, 0), field(3, bytesOf(value))]))
const cells = (...values: readonly string[]) =>
  object(
    6005,
    Buffer.concat(values.map((value, at) => field(3, Buffer.concat([field(1, at), field(3, bytesOf(value))])))),
  )
const mediaType = 'application/x-iwork-archive'

formatContract(iwa, [{ name: 'a part', bytes: part(text('Zora Quill'), cells('a', 'b')), mediaType }])

describe('a part of a Pages, Numbers or Keynote document', () => {
  it('gives paragraphs, cells, comments and who wrote them, and nothing of styles', async () => {
    const bytes = part(
      object(401, field(3, bytesOf('paragraphstyle'))),
      text('Dear Zoë,\n\ufffcsee you\u2029on Friday'),
      cells('Ida Moor', 'x'.repeat(900)),
      object(3056, field(1, bytesOf('call her'))),
      object(212, field(1, bytesOf('Abel Tern'))),
    )
    const extracts = await readWith(iwa, bytes)
    expect(
      textOf(extracts)
        .text?.split('\n')
        .map((line) => line.trim()),
    ).toEqual([...['Dear Zoë,', 'see you', 'on Friday', 'Ida Moor', 'x'.repeat(900), 'call her']])
    expect([metadataOf(extracts), gapsOf(extracts)]).toEqual([[['CommentAuthor', 'Abel Tern']], []])
  })

  it('tells where an object or a block is cut off, and what came before it', async () => {
    const bytes = part(text('Zora Quill'))
    const extracts = await readWith(iwa, Buffer.concat([bytes, Buffer.from([0, 90, 0, 0, 1])]))
    expect([gapsOf(extracts), textOf(extracts)]).toEqual([['truncated'], { text: 'Zora Quill' }])
    const short = object(2001, Buffer.alloc(50)).subarray(0, 40)
    expect(gapsOf(await readWith(iwa, part(text('Zora'), short)))).toEqual(['truncated'])
  })

  it('is told from other files that begin with a zero', async () => {
    const [own] = await examineBytes('a.iwa', part(text('zora@example.org')))
    expect(own).toMatchObject({ mediaType, coverage: 'full', flags: [] })
    const [other] = await examineBytes('a.bin', Buffer.concat([Buffer.from([0, 9, 0, 0]), Buffer.alloc(40, 3)]))
    expect(other?.mediaType).not.toBe(mediaType)
  })
})
