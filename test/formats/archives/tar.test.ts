import { describe, expect, it } from 'vitest'
import { tar } from '../../../src/formats/archives/tar.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { membersOf } from './member-list.ts'
import { makeTar, paxRecords, type RawTarMember, tarMember } from './tar-builder.ts'

const mediaType = 'application/x-tar'
const pax = (attributes: Readonly<Record<string, string>>, type = 'x'): RawTarMember => ({
  name: 'attributes',
  type,
  content: paxRecords(attributes),
})
const gnuName = (name: string): RawTarMember => ({ name: '././@LongLink', type: 'L', content: `${name}\0` })
const plain = makeTar([
  { name: 'letters/', type: '5' },
  { name: 'letters/one.txt', content: 'Dear Jane,\n'.repeat(60), mtime: 1_714_979_290 },
  { name: 'two.txt', content: 'second' },
])

formatContract(tar, [
  { name: 'a folder and two files', bytes: plain, mediaType },
  {
    name: 'long names and attributes',
    bytes: makeTar([
      gnuName('a/'.repeat(80)),
      { name: 'cut', content: 'long' },
      pax({ path: 'päth', mtime: '1714979290.5', size: '3' }),
      { name: 'other', content: 'abc' },
    ]),
    mediaType,
  },
])

describe('tar', () => {
  it('gives its members as children, folders left out', async () => {
    expect(await membersOf(tar, plain)).toMatchObject({
      members: [
        ['letters/one.txt', 'Dear Jane,\n'.repeat(60).slice(0, 200)],
        ['two.txt', 'second'],
      ],
      times: ['2024-05-06T07:08:10.000Z', null],
      gaps: [],
      flags: [],
    })
  })

  it.each<[string, readonly RawTarMember[], string]>([
    ['ustar', [{ name: 'c', prefix: 'a/b' }], 'a/b/c'],
    ['GNU, which has something else there', [{ name: 'c', prefix: 'a/b', magic: 'ustar ' }], 'c'],
    ['GNU, long', [gnuName(`${'x/'.repeat(200)}y`), { name: 'cut' }], `${'x/'.repeat(200)}y`],
    ['pax', [pax({ path: 'é/名前.txt' }), { name: 'cut' }], 'é/名前.txt'],
    ['pax for all', [pax({ path: 'all' }, 'g'), { name: 'one' }], 'all'],
    ['no magic at all', [{ name: 'old', magic: '' }], 'old'],
    ['UTF-8', [{ name: 'Müller.txt' }], 'Müller.txt'],
    ['Latin-1', [{ name: Buffer.from('Müller Jérôme.txt', 'latin1') }], 'Müller Jérôme.txt'],
    ['a way out', [{ name: '../../etc/passwd' }], '../../etc/passwd'],
    ['no name', [pax({ path: '' }), { name: 'x' }], '_'],
  ])('has names: %s', async (_name, members, name) => {
    const bytes = makeTar(members.map((one, at) => (at === members.length - 1 ? { ...one, content: '!' } : one)))
    expect((await membersOf(tar, bytes)).members).toEqual([[name, '!']])
  })

  it('says of links and devices that they are there', async () => {
    const kinds = ['1', '2', '3', '4', '6']
    const bytes = makeTar([
      ...kinds.map((type) => ({ name: `of ${type}`, type, size: 700, link: '/etc/passwd' })),
      { name: 'a', content: 'after' },
    ])
    expect(await membersOf(tar, bytes)).toMatchObject({
      members: [...kinds.map((type) => [`of ${type}`, 'unsupported_type']), ['a', 'after']],
      gaps: [],
    })
  })

  it('goes on behind the end of an archive where another follows', async () => {
    const bytes = Buffer.concat([makeTar([{ name: 'a', content: '1' }]), makeTar([{ name: 'b', content: '2' }])])
    expect(await membersOf(tar, bytes)).toMatchObject({
      members: [
        ['a', '1'],
        ['b', '2'],
      ],
      gaps: [],
    })
  })

  it('goes on behind what is no member, and says so', async () => {
    const noise = Buffer.alloc(1_536, 'noise')
    const [one, two] = [tarMember({ name: 'a', content: '1' }), tarMember({ name: 'b', content: '2' })]
    expect(await membersOf(tar, Buffer.concat([...one, noise, ...two]))).toMatchObject({
      members: [
        ['a', '1'],
        ['b', '2'],
      ],
      gaps: ['malformed'],
    })
  })

  it('says of a member that it is cut off', async () => {
    expect(
      await membersOf(tar, Buffer.concat(tarMember({ name: 'a', content: 'x'.repeat(20), size: 9_000 }))),
    ).toMatchObject({
      members: [['a', expect.stringMatching(/^x{20}/), 'truncated']],
      gaps: ['truncated'],
    })
  })

  it.each([2 ** 35, 2 ** 52, 2 ** 60])('is not led astray by a size of %d', async (size) => {
    const bytes = makeTar([
      { name: 'a', content: '1' },
      { name: 'b', content: 'x', size },
    ])
    const { members, gaps } = await membersOf(tar, bytes)
    expect(members[0]).toEqual(['a', '1'])
    expect(gaps).toEqual([size < 2 ** 53 ? 'truncated' : 'malformed'])
  })

  it('names members with holes and members from another part', async () => {
    const sparse = makeTar([
      pax({ 'GNU.sparse.major': '1', 'GNU.sparse.name': 'disk.img' }),
      { name: 'x', content: '0\n' },
    ])
    expect(await membersOf(tar, sparse)).toMatchObject({
      members: [['disk.img', '0\n', 'unsupported_type']],
      gaps: ['unsupported_type'],
    })
    expect(await membersOf(tar, makeTar([{ name: 'rest', type: 'M', content: 'of it' }]))).toMatchObject({
      members: [['rest', 'of it', 'truncated']],
      flags: ['split_archive'],
    })
  })

  it('keeps to `children`, and to as many headers as go with them', async () => {
    const three = makeTar(['a', 'b', 'c'].map((name) => ({ name, content: name })))
    expect((await membersOf(tar, three, { children: 3 })).gaps).toEqual([])
    const cut = await membersOf(tar, three, { children: 2 })
    expect([cut.members.length, cut.gaps]).toEqual([2, ['too_many']])
    const folders = (count: number) =>
      makeTar(Array.from({ length: count }, (_, at) => ({ name: `${at}/`, type: '5' })))
    expect((await membersOf(tar, folders(16), { children: 2 })).gaps).toEqual([])
    expect((await membersOf(tar, folders(17), { children: 2 })).gaps).toEqual(['too_many'])
  })

  it('takes nothing for a tar file that has no checksum', async () => {
    const bytes = Buffer.from(plain)
    bytes[0] = 0x41
    expect((await membersOf(tar, bytes)).mediaType).toBeUndefined()
  })
})
