import { describe, expect, it } from 'vitest'
import type { Extract } from '../../../src/core/content.ts'
import { defaultLimits } from '../../../src/core/limits.ts'
import { ItemError } from '../../../src/core/problem.ts'
import { bytesReader } from '../../../src/core/reader.ts'
import { openHead } from '../../../src/formats/head.ts'
import { encryptedOffice } from '../../../src/formats/office/encrypted.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { childrenOf, flagsOf, gapsOf } from './fixtures.ts'
import { agile, standard } from './locking.ts'
import { compoundOf } from './ole/fixtures.ts'

const document = Buffer.from('a made-up document, '.repeat(700))
const mediaType = 'application/x-ole-encrypted'

async function open(bytes: Uint8Array, passwords: readonly string[], limits = defaultLimits) {
  const reader = bytesReader(bytes)
  const head = await openHead(reader)
  const extracts: Extract[] = []
  try {
    for await (const one of encryptedOffice.read(reader, { limits, mediaType, head, name: 'a.docx', passwords }))
      extracts.push(one)
  } catch (error) {
    if (!(error instanceof ItemError)) throw error
    extracts.push({ what: 'gap', cause: error.code, message: error.message })
  }
  expect(flagsOf(extracts)).toEqual(['encrypted'])
  return { gaps: gapsOf(extracts), children: await childrenOf(extracts) }
}

formatContract(encryptedOffice, [{ name: 'a document', bytes: agile(document, 'key'), mediaType }], { damaged: 20 })

const whole = { gaps: [], children: { 'a.docx': document.toString() } }
const closed = { gaps: ['encrypted'], children: {} }

describe('a document under a password', () => {
  it.each([
    ['AES-256 and SHA-512', agile(document, 'pä-ß 1')],
    ['AES-128 and SHA-1', agile(document, 'pä-ß 1', { name: 'SHA1', keyBytes: 16 })],
    ['AES-192 and SHA-384', agile(document, 'pä-ß 1', { name: 'SHA384', keyBytes: 24 })],
    ['AES-128 as Office 2007 has it', standard(document, 'pä-ß 1')],
    ['AES-256 as Office 2007 has it', standard(document, 'pä-ß 1', { keyBytes: 32, algorithm: 0x6610 })],
  ])('opens by the one that fits, and by no other: %s', async (_what, bytes) => {
    expect(await open(bytes, ['wrong', 'pä-ß 1', 'more'])).toEqual(whole)
    expect(await open(bytes, ['wrong', 'PÄ-ß 1', ''])).toEqual(closed)
    expect(await open(bytes, [])).toEqual(closed)
  })

  it('is tried as long as the rounds of hashing last', async () => {
    const bytes = agile(document, 'last', { rounds: 100 })
    const limits = { ...defaultLimits, passwordRounds: 200 }
    expect(await open(bytes, ['first', 'last'], limits)).toEqual(whole)
    expect(await open(bytes, ['first', 'second', 'last'], limits)).toEqual(closed)
  })

  it.each([
    ['another cipher', agile(document, 'key', { change: (xml) => xml.replaceAll('"AES"', '"RC2"') }), 'encrypted'],
    ['another hash', agile(document, 'key', { change: (xml) => xml.replaceAll('SHA512', 'WHIRLPOOL') }), 'encrypted'],
    ['RC4', standard(document, 'key', { algorithm: 0x6801 }), 'encrypted'],
    ['rounds without end', agile(document, 'key', { change: (xml) => xml.replace('"50"', '"99999999"') }), 'malformed'],
    [
      'no description',
      compoundOf({ EncryptionInfo: Buffer.alloc(3), EncryptedPackage: Buffer.alloc(99) }),
      'malformed',
    ],
    [
      'a description cut off',
      compoundOf({
        EncryptionInfo: Buffer.from('0400020024000000ffffff7f', 'hex'),
        EncryptedPackage: Buffer.alloc(99),
      }),
      'malformed',
    ],
    ['no document', compoundOf({ EncryptionInfo: Buffer.alloc(99), EncryptedPackage: Buffer.alloc(3) }), 'malformed'],
  ])('is told where it has %s', async (_what, bytes, cause) => {
    expect(await open(bytes, ['key'])).toEqual({ gaps: [cause], children: {} })
  })

  it('is told where less of it is there than it claims', async () => {
    const bytes = agile(document, 'key')
    const size = Buffer.alloc(4)
    size.writeUInt32LE(document.length)
    bytes.writeUInt32LE(document.length + 9_999, bytes.indexOf(size))
    expect(await open(bytes, ['key'])).toMatchObject({ gaps: ['truncated'] })
  })
})

it('leaves other OLE files alone', async () => {
  const head = await openHead(bytesReader(compoundOf({ WordDocument: Buffer.alloc(600) })))
  expect(await encryptedOffice.recognizes(head)).toBeUndefined()
})
