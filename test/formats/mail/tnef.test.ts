import { describe, expect, it } from 'vitest'
import { rtfBody } from '../../../src/formats/mail/rtf-body.ts'
import { tnef } from '../../../src/formats/mail/tnef.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { read } from '../reading.ts'

const invoice = Buffer.from('%PDF-1.4 made up')

function attribute(level: number, id: number, data: Uint8Array): Buffer {
  const head = Buffer.alloc(9)
  head.writeUInt8(level, 0)
  head.writeUInt32LE(id, 1)
  head.writeUInt32LE(data.length, 5)
  const checksum = Buffer.alloc(2)
  checksum.writeUInt16LE(data.reduce((sum, byte) => (sum + byte) & 0xffff, 0))
  return Buffer.concat([head, data, checksum])
}

function property(tag: number, value: Uint8Array): Buffer {
  const head = Buffer.alloc(12)
  head.writeUInt32LE(tag, 0)
  head.writeUInt32LE(1, 4)
  head.writeUInt32LE(value.length, 8)
  return Buffer.concat([head, value])
}

/** Rich text that is packed without being made smaller. */
function stored(rtf: string): Buffer {
  const head = Buffer.alloc(16)
  head.writeUInt32LE(rtf.length + 12, 0)
  head.writeUInt32LE(rtf.length, 4)
  head.write('MELA', 8, 'latin1')
  return Buffer.concat([head, Buffer.from(rtf)])
}

const rtf = '{\\rtf1 Dear John}'
const file = Buffer.concat([
  Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]),
  attribute(1, 0x00018004, Buffer.from('Results\0')),
  attribute(1, 0x0002800c, Buffer.from('Dear John, all is well.\0')),
  attribute(1, 0x00069003, property(0x10090102, stored(rtf))),
  attribute(2, 0x00069002, Buffer.alloc(14)),
  attribute(2, 0x00018010, Buffer.from('FACTUR~1.PDF\0')),
  attribute(2, 0x0006800f, invoice),
  attribute(2, 0x00069005, property(0x3707001f, Buffer.from("facture d'été.pdf\0", 'utf16le'))),
])
const mediaType = 'application/vnd.ms-tnef'

formatContract(tnef, [{ name: 'a winmail.dat', bytes: file, mediaType }])

describe('TNEF', () => {
  it('gives subject, bodies and attachments with their long names', async () => {
    const { extracts, text, gaps } = await read(tnef, file)
    expect(extracts).toContainEqual({ what: 'metadata', name: 'Subject', value: 'Results', personal: true })
    expect(text.body).toBe('Dear John, all is well.')
    const children = extracts.filter((one) => one.what === 'child')
    expect(children.map(({ name }) => name)).toEqual(['body.rtf', "facture d'été.pdf"])
    const [body, letter] = await Promise.all(children.map(({ reader }) => reader.read(0, 100)))
    expect(Buffer.from(body ?? []).toString()).toBe(rtf)
    expect(Buffer.from(letter ?? [])).toEqual(invoice)
    expect(gaps).toEqual([])
  })

  it('says that it is cut off', async () => {
    expect((await read(tnef, file.subarray(0, -5))).gaps).toEqual(['truncated'])
  })
})

describe('packed rich text', () => {
  it('stays packed where it claims more than there is', () => {
    const claims = stored(rtf)
    claims.writeUInt32LE(0x7fffffff, 0)
    expect(rtfBody(claims).name).toBe('body.lzfu')
    expect(rtfBody(Buffer.alloc(3)).name).toBe('body.lzfu')
  })
})
