import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ar, cab, cpio, deb, lha } from '../../../src/formats/archives/library-archives.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { membersOf } from './member-list.ts'
import { cabMszip, text } from './packed-fixtures.ts'
import { makeTar } from './tar-builder.ts'

const start = text.slice(0, 200)

/** An archive of ar (System V). */
function makeAr(members: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const parts = Object.entries(members).flatMap(([name, content]) => {
    const bytes = Buffer.from(content)
    const header = `${`${name}/`.padEnd(16)}${'1714979290'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}`
    return [
      Buffer.from(`${header}${String(bytes.length).padEnd(10)}\`\n`),
      bytes,
      Buffer.from('\n').subarray(0, bytes.length % 2),
    ]
  })
  return Buffer.concat([Buffer.from('!<arch>\n'), ...parts])
}

/** A cpio archive in the form of SVR4. */
function makeCpio(members: Readonly<Record<string, string>>, modes: Readonly<Record<string, number>> = {}): Buffer {
  const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
  const parts = Object.entries({ ...members, 'TRAILER!!!': '' }).flatMap(([name, content]) => {
    const [title, bytes] = [Buffer.from(`${name}\0`), Buffer.from(content)]
    const fields = [1, modes[name] ?? 0o100644, 0, 0, 1, 1_714_979_290, bytes.length, 0, 0, 0, 0, title.length, 0]
    const header = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}`
    return [padded(Buffer.concat([Buffer.from(header), title])), padded(bytes)]
  })
  return Buffer.concat(parts)
}

/** An LHA archive of one stored file, with a header of level 0. */
function makeLha(name: string, content: string): Buffer {
  const [title, bytes] = [Buffer.from(name), Buffer.from(content)]
  const body = Buffer.alloc(20 + title.length + 2)
  body.write('-lh0-')
  body.writeUInt32LE(bytes.length, 5)
  body.writeUInt32LE(bytes.length, 9)
  body.writeUInt32LE(((44 << 25) | (5 << 21) | (6 << 16)) >>> 0, 13)
  body[17] = 0x20
  body[19] = title.length
  title.copy(body, 20)
  body.writeUInt16LE(crc16(bytes), 20 + title.length)
  const sum = body.reduce((total, byte) => total + byte, 0) & 255
  return Buffer.concat([Buffer.of(body.length, sum), body, bytes, Buffer.of(0)])
}

function crc16(bytes: Buffer): number {
  let sum = 0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xa001 : sum >>> 1
  }
  return sum
}

const packages = makeAr({
  'debian-binary': '2.0\n',
  'control.tar.gz': gzipSync(makeTar([{ name: './control', content: 'Package: x' }])),
})

formatContract(cab, [{ name: 'by MSZIP', bytes: cabMszip, mediaType: 'application/vnd.ms-cab-compressed' }], {
  damaged: 25,
})
formatContract(
  cpio,
  [{ name: 'two files', bytes: makeCpio({ a: text, b: 'second' }), mediaType: 'application/x-cpio' }],
  { damaged: 25 },
)
formatContract(
  ar,
  [{ name: 'two files', bytes: makeAr({ a: text, b: 'second' }), mediaType: 'application/x-archive' }],
  { damaged: 25 },
)
formatContract(deb, [{ name: 'a package', bytes: packages, mediaType: 'application/x-deb' }], { damaged: 25 })
formatContract(lha, [{ name: 'one file', bytes: makeLha('a.txt', text), mediaType: 'application/x-lzh-compressed' }], {
  damaged: 25,
})

describe('what the library reads', () => {
  it.each([
    ['cab', cab, cabMszip, ['a.txt', 'b.txt']],
    ['cpio', cpio, makeCpio({ 'a.txt': text, 'b.txt': 'second' }), ['a.txt', 'b.txt']],
    ['ar', ar, makeAr({ 'a.txt': text, 'b.txt': 'second' }), ['a.txt', 'b.txt']],
  ] as const)('%s gives its members', async (_name, format, bytes, [first, second]) => {
    expect(await membersOf(format, bytes)).toMatchObject({
      members: [
        [first, start],
        [second, 'second'],
      ],
      gaps: [],
    })
  })

  it('lha gives its member, deb its two tars', async () => {
    expect((await membersOf(lha, makeLha('a.txt', text))).members).toEqual([['a.txt', start]])
    expect((await membersOf(deb, packages)).members.map(([name]) => name)).toEqual(['debian-binary', 'control.tar.gz'])
  })

  it('links and devices are recorded and not opened', async () => {
    const bytes = makeCpio({ link: '/etc/passwd', device: '', a: 'x' }, { link: 0o120777, device: 0o020644 })
    expect((await membersOf(cpio, bytes)).members).toEqual([
      ['link', 'unsupported_type'],
      ['device', 'unsupported_type'],
      ['a', 'x'],
    ])
  })

  it('keeps to `children` and `archiveBytes`', async () => {
    const bytes = makeAr({ a: 'a', b: 'b', c: 'c' })
    expect((await membersOf(ar, bytes, { children: 3, archiveBytes: bytes.length })).gaps).toEqual([])
    const cut = await membersOf(ar, bytes, { children: 2 })
    expect([cut.members.length, cut.gaps]).toEqual([2, ['too_many']])
    await expect(membersOf(ar, bytes, { archiveBytes: bytes.length - 1 })).rejects.toMatchObject({ code: 'too_large' })
  })

  it('a text that begins alike is none', async () => {
    for (const words of ['070701;Jane Roe', '070707 is a date', 'a -lh5- is a method of LHA and no archive at all']) {
      for (const format of [cpio, lha])
        expect((await membersOf(format, Buffer.from(words.padEnd(200)))).mediaType).toBeUndefined()
    }
  })
})
