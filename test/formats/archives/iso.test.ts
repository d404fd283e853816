import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { iso } from '../../../src/formats/archives/iso.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { membersOf } from './member-list.ts'
import { isoJoliet, isoRockRidge, text } from './packed-fixtures.ts'

const joliet = gunzipSync(isoJoliet)
const rockRidge = gunzipSync(isoRockRidge)
const mediaType = 'application/x-iso9660-image'
const sector = 2_048

formatContract(
  iso,
  [
    { name: 'with Joliet', bytes: joliet, mediaType },
    { name: 'with Rock Ridge', bytes: rockRidge, mediaType },
  ],
  { damaged: 25 },
)

describe('iso', () => {
  it('gives files by their whole names, from folders too', async () => {
    expect(await membersOf(iso, joliet)).toMatchObject({
      members: [
        ['b.txt', 'second'],
        ['Briefe Müller/a letter.txt', text.slice(0, 200)],
      ],
      gaps: [],
    })
    expect(await membersOf(iso, rockRidge)).toMatchObject({
      members: [
        ['long name of b.txt', 'second'],
        ['link', 'unsupported_type'],
      ],
      times: [expect.stringMatching(/^2026-/), expect.stringMatching(/^2026-/)],
      gaps: [],
    })
  })

  it('says what is cut off', async () => {
    const at = joliet.indexOf(text.slice(0, 64))
    const { members, gaps } = await membersOf(iso, joliet.subarray(0, at + 100))
    expect(members.at(-1)).toEqual(['Briefe Müller/a letter.txt', text.slice(0, 100), 'truncated'])
    expect(gaps).toEqual(['truncated'])
  })

  it('tells that there is a second file system beside', async () => {
    const bytes = Buffer.from(joliet)
    const end = bytes.indexOf('\xffCD001', 0, 'latin1')
    bytes.write('\0BEA01', end + sector, 'latin1')
    bytes.write('\0NSR03', end + 2 * sector, 'latin1')
    expect((await membersOf(iso, bytes)).gaps).toEqual(['unsupported_type'])
  })

  it('reads a folder that is inside itself once', async () => {
    const bytes = Buffer.from(joliet)
    const volume = bytes.indexOf('\x02CD001', 0, 'latin1')
    const root = bytes.readUInt32LE(volume + 158)
    const entry = bytes.indexOf(Buffer.from('Briefe', 'utf16le').swap16(), root * sector) - 33
    bytes.writeUInt32LE(root, entry + 2)
    expect((await membersOf(iso, bytes)).members).toEqual([['b.txt', 'second']])
  })

  it('keeps to `children`', async () => {
    expect((await membersOf(iso, joliet, { children: 2 })).gaps).toEqual([])
    const cut = await membersOf(iso, joliet, { children: 1 })
    expect([cut.members.length, cut.gaps]).toEqual([1, ['too_many']])
  })
})
