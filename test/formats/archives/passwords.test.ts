import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesReader } from '../../../src/core/reader.ts'
import { sevenZip } from '../../../src/formats/archives/seven-zip.ts'
import { zip } from '../../../src/formats/archives/zip.ts'
import { openAes, openTraditional } from '../../../src/formats/zip-crypto.ts'
import { membersOf } from './member-list.ts'
import { password, sevenZipAllPassword, sevenZipPassword, text, zipAes, zipTraditional } from './packed-fixtures.ts'
import { rawZip } from './zip-builder.ts'

const wrong = ['wrong', 'Schlüssel', 'schlüssel ', 'schlussel']
const opened = {
  members: [
    ['a.txt', text.slice(0, 200)],
    ['b.txt', 'second'],
  ],
  gaps: [],
  flags: ['encrypted'],
}

describe.each([
  ['zip by AES', zip, zipAes],
  ['zip by the traditional way', zip, zipTraditional],
  ['7z', sevenZip, sevenZipPassword],
  ['7z with a locked list', sevenZip, sevenZipAllPassword],
])('%s', (_name, format, bytes) => {
  it('is opened by the password among those that were given', async () => {
    expect(await membersOf(format, bytes, {}, [...wrong, password])).toMatchObject(opened)
  })

  it('stays locked without it', async () => {
    for (const passwords of [[], wrong]) {
      const { members, gaps, flags } = await membersOf(format, bytes, {}, passwords)
      expect(members.every(([, cause]) => cause === 'encrypted')).toBe(true)
      expect([gaps, flags]).toEqual([['encrypted'], ['encrypted']])
    }
  })

  it('keeps to `passwordRounds`', async () => {
    const { gaps } = await membersOf(format, bytes, { passwordRounds: 0 }, [...wrong, password])
    expect(gaps).toEqual(['encrypted'])
  })
})

describe('the traditional encryption of zip', () => {
  it('is not taken in by the passwords that its check lets pass', async () => {
    const many = Array.from({ length: 2_000 }, (_, at) => `guess ${at}`)
    const { members } = await membersOf(zip, zipTraditional, {}, many)
    expect(members.map(([, cause]) => cause)).toEqual(['encrypted', 'encrypted'])
  })

  it('is undone from any place on', async () => {
    const content = Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * at) >> 3))
    const packed = bytesReader(encrypted(content, 'key'))
    const reader = await openTraditional(packed, Buffer.from('key'), 7)
    expect(reader?.size).toBe(content.length)
    await fc.assert(
      fc.asyncProperty(fc.nat(content.length), fc.nat(70_000), async (start, length) => {
        const part = await reader?.read(start, length)
        expect(Buffer.compare(Buffer.from(part ?? []), content.subarray(start, start + length))).toBe(0)
      }),
      { numRuns: 30 },
    )
    expect(await openTraditional(packed, Buffer.from('key'), 8)).toBeUndefined()
  })
})

/** Encrypts as APPNOTE 6.1.5 says, behind eleven zeros and the check byte 7. */
function encrypted(content: Buffer, key: string): Buffer {
  const step = (sum: number, byte: number) => ~crc32(Buffer.of(byte), ~sum >>> 0) >>> 0
  let [one, two, three] = [0x12345678, 0x23456789, 0x34567890]
  const take = (byte: number) => {
    one = step(one, byte)
    two = Number((BigInt(two + (one & 255)) * 134_775_813n + 1n) & 0xffffffffn)
    three = step(three, two >>> 24)
  }
  for (const byte of Buffer.from(key)) take(byte)
  const plain = Buffer.concat([Buffer.alloc(11), Buffer.of(7), content])
  return plain.map((byte) => {
    const mixed = (three | 2) & 0xffff
    const out = byte ^ (((mixed * (mixed ^ 1)) >>> 8) & 255)
    take(byte)
    return out
  }) as Buffer
}

describe('AES in zip', () => {
  it('says what was changed after it was encrypted', async () => {
    const bytes = Buffer.from(zipAes)
    const at = bytes.indexOf('a.txt') + 40
    bytes[at] = (bytes[at] ?? 0) ^ 1
    const { members } = await membersOf(zip, bytes, {}, [password])
    expect(members).toEqual([
      ['a.txt', 'encrypted'],
      ['b.txt', 'second'],
    ])
  })

  it('gives nothing for what is too short to be one', async () => {
    const field = { keyBytes: 32, method: 0, isUnsummed: true } as const
    for (const length of [0, 1, 17, 18, 27]) {
      expect(await openAes(bytesReader(Buffer.alloc(length)), Buffer.from('x'), field)).toBeUndefined()
    }
  })
})

it('does not try the encryption that neither is', async () => {
  const bytes = rawZip([{ name: 'a', content: 'x'.repeat(40), flags: 0x41 }])
  expect((await membersOf(zip, bytes, {}, ['x'])).members).toEqual([['a', 'encrypted']])
})
