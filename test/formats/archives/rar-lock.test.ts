import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../src/core/limits.ts'
import { keyringOf } from '../../../src/formats/archives/keyring.ts'
import { rar } from '../../../src/formats/archives/rar.ts'
import { rarKeys, withoutFilling } from '../../../src/formats/archives/rar-lock.ts'
import { membersOf } from './member-list.ts'
import { rar4, rar5 } from './rar-builder.ts'

const password = 'schlüssel'
const wrong = ['wrong', 'Schlüssel', 'schlüssel ']
const content = 'Dear Jane Roe, this is a letter. '.repeat(9)
const [salt, iv] = [Buffer.from('0123456789abcdef'), Buffer.from('fedcba9876543210')]
const salt3 = Buffer.from('0102030405060708', 'hex')
/** What rarfile 4.5 makes of the password and that salt. */
const [key3, iv3] = ['33624df6aa8a98dc00cc2b94149609d0', 'd7672a81e10728de5147b7bd38bfeae9'].map((hex) =>
  Buffer.from(hex, 'hex'),
) as [Buffer, Buffer]

function sealed(key: Buffer, start: Buffer, bytes: Buffer): Buffer {
  const cipher = createCipheriv(key.length === 32 ? 'aes-256-cbc' : 'aes-128-cbc', key, start).setAutoPadding(false)
  return cipher.update(Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)]))
}

/** So many bytes, into which all are mixed. */
function folded(bytes: Buffer, length: number): Buffer {
  const out = Buffer.alloc(length)
  for (const [at, byte] of bytes.entries()) out.writeUInt8(out.readUInt8(at % length) ^ byte, at % length)
  return out
}

/** A RAR 5 archive of one stored member, locked as RAR 5 does with 2^4 rounds. */
function locked5(isMixed: boolean): Buffer {
  const derived = (more: number) => pbkdf2Sync(password, salt, 16 + more, 32, 'sha256')
  const sum = Buffer.alloc(4)
  sum.writeUInt32LE(crc32(content))
  const mixed = folded(createHmac('sha256', derived(16)).update(sum).digest(), 4)
  const record = Buffer.concat([Buffer.of(1, 0, isMixed ? 3 : 1, 4), salt, iv, folded(derived(32), 8), Buffer.alloc(4)])
  return rar5([
    {
      name: 'a.txt',
      content,
      lock: {
        extra: Buffer.concat([Buffer.of(record.length), record]),
        data: sealed(derived(0), iv, Buffer.from(content)),
        sum: (isMixed ? mixed : sum).readUInt32LE(0),
      },
    },
  ])
}

const locked4 = () =>
  rar4([
    {
      name: 'a.txt',
      content,
      lock: { extra: salt3, data: sealed(key3, iv3, Buffer.from(content)), sum: crc32(content) },
    },
  ])

describe.each([
  ['RAR 5', () => locked5(false)],
  ['RAR 5 with a mixed checksum', () => locked5(true)],
  ['RAR 4', locked4],
])('%s', (_name, make) => {
  it('is opened by the password among those that were given, and by no other', async () => {
    expect(await membersOf(rar, make(), {}, [...wrong, password])).toMatchObject({
      members: [['a.txt', content.slice(0, 200)]],
      gaps: [],
      flags: ['encrypted'],
    })
    for (const passwords of [[], wrong]) {
      expect(await membersOf(rar, make(), {}, passwords)).toMatchObject({
        members: [['a.txt', 'encrypted']],
        flags: ['encrypted'],
      })
    }
  })

  it('keeps to `passwordRounds`', async () => {
    expect((await membersOf(rar, make(), { passwordRounds: 40 }, [...wrong, password])).gaps).toEqual(['encrypted'])
  })
})

it('makes the key of RAR 3 as others do', () => {
  const keyring = keyringOf({ limits: defaultLimits, passwords: [password] })
  const [made] = rarKeys({ version: 3, salt: salt3 }, keyring)
  expect([made?.key, made?.iv]).toEqual([key3, iv3])
})

it('leaves off what only fills the last block', () => {
  const blocks = Buffer.from([0x00, 0x5a, 3, 1, 2, 3, 0x48, 0x5a, 2, 0, 9, 9])
  expect(withoutFilling(Buffer.concat([blocks, Buffer.alloc(4)]))).toEqual(blocks)
  expect(withoutFilling(blocks.subarray(0, 7))).toHaveLength(7)
})

const packed = new URL('../../../../shared/corpus/structured/tika/test-documents.rar', import.meta.url)

it.skipIf(!existsSync(packed))('unpacks real members of RAR 3 (needs ../shared/corpus)', async () => {
  const { members, gaps } = await membersOf(rar, readFileSync(packed))
  expect([members.length, gaps]).toEqual([9, []])
})
