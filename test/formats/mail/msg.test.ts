import { describe, expect, it } from 'vitest'
import { bytesReader } from '../../../src/core/reader.ts'
import { msg } from '../../../src/formats/mail/msg.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { read } from '../reading.ts'
import { outlookItem } from './outlook-fixture.ts'

const invoice = Buffer.from('%PDF-1.4 made up')
const item = outlookItem(
  {
    '001A001F': 'IPM.Note',
    '0037001F': 'Réponse',
    '0C1A001F': 'Jane Roe',
    '0C1F001F': '/o=Clinic/cn=Recipients/cn=jane',
    '5D01001F': 'jane@example.org',
    '1000001F': 'Dear John,\r\nall is well. We will see each other again in three weeks.\r\n',
    '3A1C001F': '+33 6 12 34 56 78',
  },
  [{ '3001001F': 'John Doe', '39FE001F': 'john@example.org', '0C150003': Uint8Array.of(1, 0, 0, 0) }],
  [{ '3707001F': 'facture.pdf', '37010102': invoice }],
)
const mediaType = 'application/vnd.ms-outlook'

formatContract(msg, [{ name: 'a message with an attachment', bytes: item, mediaType }], { damaged: 40 })

describe('Outlook items', () => {
  it('tell who wrote to whom, the body, and what came with it', async () => {
    const { extracts, text, gaps } = await read(msg, item)
    const people = extracts.flatMap((one) =>
      one.what === 'metadata' && one.entityType ? [`${one.name} ${one.value}`] : [],
    )
    expect(people).toEqual(['From Jane Roe', 'From jane@example.org', 'To John Doe', 'To john@example.org'])
    expect(extracts).toContainEqual({ what: 'metadata', name: 'Subject', value: 'Réponse', personal: true })
    expect(text.body).toContain('all is well.')
    expect(text.header).toContain('+33 6 12 34 56 78')
    const [child] = extracts.filter((one) => one.what === 'child')
    expect(child?.name).toBe('facture.pdf')
    expect(Buffer.from((await child?.reader.read(0, 100)) ?? [])).toEqual(invoice)
    expect(gaps).toEqual([])
  })

  it('are told from other compound files by their streams', async () => {
    const other = Buffer.from(item)
    for (let at = other.indexOf('__', 0, 'utf16le'); at >= 0; at = other.indexOf('__', at + 2, 'utf16le'))
      other.write('xx', at, 'utf16le')
    expect((await read(msg, other)).mediaType).toBeUndefined()
  })

  const sector = (place: number) => (item.readUInt32LE(place) + 1) * 512
  const allocation = sector(76)
  const directory = sector(48)
  it.each([
    ['chains of sectors', (bytes: Buffer) => circle(bytes, allocation)],
    ['chains of small sectors', (bytes: Buffer) => circle(bytes, sector(60))],
    ['branches of the directory', (bytes: Buffer) => bytes.writeUInt32LE(0, directory + 76)],
    ['entries beside each other', (bytes: Buffer) => bytes.writeUInt32LE(1, directory + 128 + 68)],
    ['streams of many bytes', (bytes: Buffer) => bytes.writeUInt32LE(0x7fffffff, directory + 120)],
  ])('end where %s lead back into themselves or beyond the file', async (_, damage) => {
    const bytes = Buffer.from(item)
    damage(bytes)
    await expect(read(msg, bytes)).rejects.toMatchObject({ name: 'ItemError', code: 'malformed' })
  })

  it('are not held where they are too large', async () => {
    await expect(read(msg, item, { mailBytes: 1_000 })).rejects.toMatchObject({ code: 'too_large' })
    expect(bytesReader(item).size).toBeGreaterThan(1_000)
  })
})

function circle(bytes: Buffer, table: number): void {
  for (let at = 0; at < 128; at += 1)
    if (bytes.readUInt32LE(table + 4 * at) < 0xfffffff0) bytes.writeUInt32LE(at, table + 4 * at)
}
