import { crc32, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Limits } from '../../../src/core/limits.ts'
import { zip } from '../../../src/formats/archives/zip.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { makeZip } from '../office/fixtures.ts'
import { read } from '../reading.ts'
import { membersOf as listOf } from './member-list.ts'
import { bzip2Text, text, xzText } from './packed-fixtures.ts'
import { rawZip } from './zip-builder.ts'

const plain = await makeZip({ 'a/letter.txt': 'Dear Jane,\n'.repeat(40), 'b.bin': Buffer.from([0, 1, 2, 255]) })

formatContract(zip, [
  { name: 'two members', bytes: plain, mediaType: 'application/zip' },
  { name: 'none', bytes: await makeZip({}), mediaType: 'application/zip' },
  {
    name: 'an e-book',
    bytes: await makeZip({ mimetype: 'application/epub+zip', 'a.xhtml': '<p>Once</p>' }),
    mediaType: 'application/epub+zip',
  },
])

const membersOf = async (bytes: Uint8Array, limits: Partial<Limits> = {}) => {
  const { members, gaps, flags } = await listOf(zip, bytes, limits)
  return { members, gaps, flags }
}

describe('zip', () => {
  it('gives its members as children, folders left out', async () => {
    const bytes = rawZip([
      { name: 'patients/', content: '' },
      { name: 'patients/one.txt', content: 'first' },
      { name: 'two.txt', content: 'second', method: 8 },
    ])
    expect(await membersOf(bytes)).toEqual({
      members: [
        ['patients/one.txt', 'first'],
        ['two.txt', 'second'],
      ],
      gaps: [],
      flags: [],
    })
  })

  it('has the time of each member', async () => {
    const { extracts } = await read(zip, plain)
    expect(extracts.map((extract) => extract.what === 'child' && extract.modifiedAt)).toEqual([
      '2024-05-06T07:08:10.000Z',
      '2024-05-06T07:08:10.000Z',
    ])
  })

  it('hands names on as they stand, whatever they say', async () => {
    const names = ['../../etc/passwd', '/root/x', 'C:\\x', '', 'same', 'same', '.', 'a//b', 'nul\0l', 'folder/']
    const bytes = rawZip(names.map((name) => ({ name, content: `<${name}>` })))
    const found = await membersOf(bytes)
    expect(found.members.map(([name]) => name)).toEqual(names.map((name) => name.replace('\\', '/') || '_'))
    expect(found.gaps).toEqual([])
  })

  it.each([
    ['UTF-8 without saying so', Buffer.from('Müller, Jérôme.txt'), 'Müller, Jérôme.txt'],
    ['the code page of DOS', Buffer.from('M\x81ller, J\x82r\x93me.txt', 'latin1'), 'Müller, Jérôme.txt'],
    ['Windows-1252', Buffer.from('Müller, Jérôme Lefèvre.txt', 'latin1'), 'Müller, Jérôme Lefèvre.txt'],
    ['Cyrillic of DOS', Buffer.from('8fa5e2e0ae22ae2e747874', 'hex').subarray(0, 5), 'Петро'],
    ['Shift_JIS', Buffer.from('8e9d97a78be089d4288e738e73298e9d.txt'.slice(0, 16), 'hex'), '持立金花'],
  ])('decodes names in %s', async (_charset, name, decoded) => {
    const found = await membersOf(rawZip([{ name, content: 'x' }]))
    expect(found.members.map(([first]) => first)).toEqual([decoded])
  })

  it('reads the comment', async () => {
    const { text } = await read(zip, rawZip([{ name: 'a', content: 'x' }], { comment: 'for Jane Roe' }))
    expect(text).toEqual({ comment: 'for Jane Roe' })
  })

  it('reads zip64 as it does the rest', async () => {
    expect(await membersOf(rawZip([{ name: 'a', content: 'long ago' }], { zip64: true }))).toMatchObject({
      members: [['a', 'long ago']],
      gaps: [],
    })
  })

  it.each([
    ['the old cipher', { flags: 1 }],
    ['AES', { flags: 1, method: 99 }],
    ['strong encryption', { flags: 0x41 }],
  ])('names members under %s without reading them', async (_name, locked) => {
    const bytes = rawZip([
      { name: 'open.txt', content: 'open' },
      { name: 'Jane Roe.pdf', content: 'locked', ...locked },
      { name: 'John Roe.pdf', content: 'locked', ...locked },
    ])
    const found = await membersOf(bytes)
    expect(found.members).toEqual([
      ['open.txt', 'open'],
      ['Jane Roe.pdf', 'encrypted'],
      ['John Roe.pdf', 'encrypted'],
    ])
    expect(found.flags).toEqual(['encrypted'])
    expect(found.gaps).toContain('encrypted')
  })

  it.each([
    ['bzip2', 12, bzip2Text],
    ['Zstandard', 93, zstdCompressSync(text)],
    ['xz', 95, xzText],
  ])('reads members packed by %s', async (_name, method, packed) => {
    const { members, gaps } = await membersOf(rawZip([{ name: 'a', content: packed, method, crc: crc32(text) }]))
    expect([members, gaps]).toEqual([[['a', text.slice(0, 200)]], []])
  })

  it('says of a member that it is not whole, and goes on', async () => {
    const bytes = rawZip([
      { name: 'a', content: 'first', method: 8 },
      { name: 'b', content: 'second', crc: 7 },
      { name: 'c', content: 'third', method: 97 },
    ])
    expect(await membersOf(bytes)).toMatchObject({
      members: [
        ['a', 'first'],
        ['b', 'second'],
        ['c', 'unsupported_type'],
      ],
      gaps: ['unsupported_type'],
    })
    const packed = await membersOf(rawZip([{ name: 'b', content: 'second', method: 8, crc: 7 }]))
    expect(packed).toMatchObject({ members: [['b', 'second', 'malformed']], gaps: ['malformed'] })
  })

  it('tells a bomb by what it expands to, and keeps its beginning', async () => {
    const bytes = await makeZip({ bomb: Buffer.alloc(40 * 2 ** 20), 'b.txt': 'after it' })
    const { extracts, gaps } = await read(zip, bytes)
    expect(gaps).toEqual(['expansion_ratio'])
    const sizes = extracts.flatMap((one) => (one.what === 'child' ? [[one.name, one.reader.size > 2 ** 23]] : []))
    expect(sizes).toEqual([
      ['bomb', false],
      ['b.txt', false],
    ])
  })

  it('cuts a member at `memberBytes`, and one that is too large to hold is read in pieces', async () => {
    const large = Buffer.alloc(40 * 2 ** 20)
    for (let at = 0; at < large.length; at += 64) large.writeUInt32LE((at * 2_654_435_761) % 2 ** 32, at)
    const bytes = await makeZip({ large })
    const [whole] = (await read(zip, bytes)).extracts
    expect(whole).toMatchObject({ what: 'child', reader: { size: large.length } })
    if (whole?.what !== 'child') return
    for (const start of [39 * 2 ** 20, 64, 20 * 2 ** 20]) {
      expect(Buffer.compare(await whole.reader.read(start, 5_000), large.subarray(start, start + 5_000))).toBe(0)
    }
    const [cut] = (await read(zip, bytes, { memberBytes: 36 * 2 ** 20 })).extracts
    expect(cut).toMatchObject({ reader: { size: 36 * 2 ** 20 }, problem: { cause: 'too_large' } })
  })

  it('keeps to `children`', async () => {
    const bytes = rawZip(['a', 'b', 'c'].map((name) => ({ name, content: name })))
    expect(await membersOf(bytes, { children: 3 })).toMatchObject({ gaps: [] })
    const cut = await membersOf(bytes, { children: 2 })
    expect([cut.members.length, cut.gaps]).toEqual([2, ['too_many']])
  })

  it('looks behind a directory that says there is nothing', async () => {
    const bytes = rawZip([{ name: 'a', content: 'hidden' }])
    bytes.writeUInt16LE(0, bytes.length - 14)
    bytes.writeUInt16LE(0, bytes.length - 12)
    expect(await membersOf(bytes)).toMatchObject({ members: [['a', 'hidden']], gaps: ['malformed'] })
  })

  it('knows a part of a split file', async () => {
    const whole = rawZip([{ name: 'a', content: 'first' }])
    const last = Buffer.from(whole)
    last.writeUInt16LE(1, last.length - 18)
    expect((await membersOf(last)).flags).toEqual(['split_archive'])
    const first = Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), whole.subarray(0, 38)])
    expect(await membersOf(first)).toMatchObject({ flags: ['split_archive'], gaps: ['truncated'] })
  })

  it.each([
    [{ 'META-INF/MANIFEST.MF': '', 'a.class': 'x' }, 'application/java-archive'],
    [
      { 'AndroidManifest.xml': '', 'classes.dex': '', 'META-INF/MANIFEST.MF': '' },
      'application/vnd.android.package-archive',
    ],
    [{ 'doc.kml': '<kml/>' }, 'application/vnd.google-earth.kmz'],
    [{ 'FixedDocSeq.fdseq': '' }, 'application/vnd.ms-xpsdocument'],
    [{ 'Index/Document.iwa': '', 'preview.jpg': '' }, 'application/vnd.apple.pages'],
    [{ 'Index/Document.iwa': '', 'Index/Slide-1.iwa': '' }, 'application/vnd.apple.keynote'],
    [{ 'Index/Document.iwa': '', 'Index/CalculationEngine.iwa': '' }, 'application/vnd.apple.numbers'],
    [{ mimetype: 'text/made-up', 'a.txt': '' }, 'application/zip'],
    [{ 'a.txt': 'x' }, 'application/zip'],
  ])('tells what is packed as a zip: %j', async (content, mediaType) => {
    expect((await read(zip, await makeZip(content))).mediaType).toBe(mediaType)
  })
})
