import { describe, expect, it } from 'vitest'
import { rar } from '../../../src/formats/archives/rar.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { membersOf } from './member-list.ts'
import { rar4, rar5 } from './rar-builder.ts'

const mediaType = 'application/vnd.rar'
const letters = [
  { name: 'a/letter.txt', content: 'Dear Jane,\n'.repeat(20) },
  { name: 'b.txt', content: 'second' },
]

formatContract(
  rar,
  [
    { name: 'version 5', bytes: rar5(letters), mediaType },
    { name: 'version 4', bytes: rar4(letters), mediaType },
  ],
  { damaged: 25 },
)

describe.each([
  ['rar 5', rar5, '2024-05-06T07:08:10.000Z'],
  ['rar 4', rar4, '2024-05-06T07:08:10'],
])('%s', (_version, make, time) => {
  it('gives its members as children, folders left out', async () => {
    expect(await membersOf(rar, make([{ name: 'a', content: '', isFolder: true }, ...letters]))).toMatchObject({
      members: [
        ['a/letter.txt', 'Dear Jane,\n'.repeat(20).slice(0, 200)],
        ['b.txt', 'second'],
      ],
      times: [time, time],
      gaps: [],
      flags: [],
    })
  })

  it('names what is locked', async () => {
    const { members, gaps, flags } = await membersOf(
      rar,
      make([{ name: 'Jane Roe.txt', content: 'x', isLocked: true }]),
    )
    expect([members[0]?.[0], gaps, flags]).toEqual(['Jane Roe.txt', ['encrypted'], ['encrypted']])
  })

  it('knows a part of a split archive', async () => {
    expect((await membersOf(rar, make(letters, { isVolume: true }))).flags).toContain('split_archive')
  })

  it('hands on names that lead out', async () => {
    const { members } = await membersOf(rar, make([{ name: '../../etc/passwd', content: 'x' }]))
    expect(members).toEqual([['../../etc/passwd', 'x']])
  })

  it('keeps to `children`', async () => {
    const bytes = make(letters)
    expect((await membersOf(rar, bytes, { children: 2 })).gaps).toEqual([])
    const cut = await membersOf(rar, bytes, { children: 1 })
    expect([cut.members.length, cut.gaps]).toEqual([1, ['too_many']])
  })

  it('checks what it unpacks, and says where it is cut off', async () => {
    const bytes = make([{ name: 'a', content: 'first' }])
    const at = bytes.indexOf('first')
    bytes[at] = 0x46
    expect(await membersOf(rar, bytes)).toMatchObject({ members: [['a', 'First', 'malformed']], gaps: ['malformed'] })
    const cut = await membersOf(rar, make(letters).subarray(0, 120))
    expect(cut).toMatchObject({ members: [['a/letter.txt', expect.stringMatching(/^Dear/), 'truncated']] })
    expect(cut.gaps).toContain('truncated')
  })
})

it('decodes names beyond ASCII', async () => {
  const { members } = await membersOf(rar, rar5([{ name: 'Müller, 名前.txt', content: 'x' }]))
  expect(members).toEqual([['Müller, 名前.txt', 'x']])
})
