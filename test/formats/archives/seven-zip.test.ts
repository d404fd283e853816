import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sevenZip } from '../../../src/formats/archives/seven-zip.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { membersOf } from './member-list.ts'
import {
  sevenZipAllLocked,
  sevenZipBomb,
  sevenZipBzip2,
  sevenZipDeflate,
  sevenZipDelta,
  sevenZipLocked,
  sevenZipLzma,
  sevenZipPpmd,
  sevenZipSolid,
  sevenZipZstd,
  text,
} from './packed-fixtures.ts'
import { sevenZipOf } from './seven-zip-builder.ts'

const mediaType = 'application/x-7z-compressed'
const start = text.slice(0, 200)

formatContract(sevenZip, [
  { name: 'three files packed together', bytes: sevenZipSolid, mediaType },
  {
    name: 'two files as they are',
    bytes: sevenZipOf([
      { name: 'a.txt', content: text },
      { name: 'b.txt', content: 'second' },
    ]),
    mediaType,
  },
])

describe('7z', () => {
  it('gives members that are packed together', async () => {
    expect(await membersOf(sevenZip, sevenZipSolid)).toMatchObject({
      members: [
        ['a/letter.txt', start],
        ['b.txt', 'second'],
        ['empty.txt', ''],
      ],
      gaps: [],
      flags: [],
    })
  })

  it.each([
    ['LZMA', sevenZipLzma],
    ['bzip2', sevenZipBzip2],
    ['deflate', sevenZipDeflate],
    ['Zstandard', sevenZipZstd],
    ['differences and LZMA2', sevenZipDelta],
    ['PPMd, by the library', sevenZipPpmd],
  ])('reads what is packed by %s', async (_name, bytes) => {
    expect(await membersOf(sevenZip, bytes)).toMatchObject({ members: [['a.txt', start]], gaps: [] })
  })

  it('knows names, times, folders and links', async () => {
    const bytes = sevenZipOf([
      { name: 'brief/', isFolder: true },
      { name: 'brief/Müller 名.txt', content: 'one', time: '2024-05-06T07:08:10.000Z' },
      { name: '../../etc/passwd', content: 'two' },
      { name: 'link', content: '/etc/passwd', attributes: 0x8000 | (0o120777 << 16) },
      { name: 'empty', content: '' },
    ])
    expect(await membersOf(sevenZip, bytes)).toMatchObject({
      members: [
        ['brief/Müller 名.txt', 'one'],
        ['../../etc/passwd', 'two'],
        ['link', 'unsupported_type'],
        ['empty', ''],
      ],
      times: ['2024-05-06T07:08:10.000Z', null, null, null],
      gaps: [],
    })
  })

  it('names what is locked', async () => {
    expect(await membersOf(sevenZip, sevenZipLocked)).toMatchObject({
      members: [['Jane Roe.txt', 'encrypted']],
      gaps: ['encrypted'],
      flags: ['encrypted'],
    })
    expect(await membersOf(sevenZip, sevenZipAllLocked)).toMatchObject({
      members: [],
      gaps: ['encrypted'],
      flags: ['encrypted'],
    })
  })

  it('ends a bomb at its budget, and does not go behind it', async () => {
    const { members, gaps } = await membersOf(sevenZip, sevenZipBomb)
    expect(members.map(([name, , cause]) => [name, cause])).toEqual([
      ['bomb', 'expansion_ratio'],
      ['b.txt', undefined],
    ])
    expect(members[1]).toEqual(['b.txt', 'expansion_ratio'])
    expect(gaps).toEqual(['expansion_ratio'])
  })

  it('checks what it unpacks', async () => {
    const bytes = sevenZipOf([
      { name: 'a', content: 'first' },
      { name: 'b', content: 'second' },
    ])
    bytes[32] = 0x46
    expect(await membersOf(sevenZip, bytes)).toMatchObject({
      members: [
        ['a', 'First', 'malformed'],
        ['b', 'second'],
      ],
      gaps: ['malformed'],
    })
  })

  it('says that it is cut off, and knows a first part by its name', async () => {
    expect(await membersOf(sevenZip, sevenZipSolid.subarray(0, 120))).toMatchObject({
      members: [],
      gaps: ['truncated'],
    })
  })

  it.each([2 ** 31, 2 ** 52])('does not believe in %d members', async (count) => {
    const header = Buffer.concat([Buffer.from([1, 5, 0xff]), Buffer.alloc(8), Buffer.from([0, 0])])
    header.writeBigUInt64LE(BigInt(count), 3)
    expect(await membersOf(sevenZip, withHeader(Buffer.alloc(0), header))).toMatchObject({ gaps: ['malformed'] })
  })

  it('keeps to `children`', async () => {
    const bytes = sevenZipOf(['a', 'b', 'c'].map((name) => ({ name, content: name })))
    expect((await membersOf(sevenZip, bytes, { children: 3 })).gaps).toEqual([])
    const cut = await membersOf(sevenZip, bytes, { children: 2 })
    expect([cut.members.length, cut.gaps]).toEqual([2, ['too_many']])
  })
})

function withHeader(data: Buffer, header: Buffer): Buffer {
  const start = Buffer.alloc(32)
  start.write('377abcaf271c0004', 'hex')
  start.writeBigUInt64LE(BigInt(data.length), 12)
  start.writeBigUInt64LE(BigInt(header.length), 20)
  start.writeUInt32LE(crc32(header), 28)
  start.writeUInt32LE(crc32(start.subarray(12)), 8)
  return Buffer.concat([start, data, header])
}
