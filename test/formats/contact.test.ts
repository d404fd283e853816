import { describe, expect, it } from 'vitest'
import { contact } from '../../src/formats/contact.ts'
import { formatContract } from '../contracts/format-contract.ts'
import { read } from './reading.ts'

const card = 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Jane Roe\r\nTEL;TYPE=cell:+33612345678\r\nEND:VCARD\r\n'
const calendar = 'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:Check-up Jane Roe\nEND:VEVENT\nEND:VCALENDAR\n'

formatContract(
  contact,
  [
    { name: 'a contact card', bytes: Buffer.from(card), mediaType: 'text/vcard' },
    { name: 'a calendar', bytes: Buffer.from(calendar), mediaType: 'text/calendar' },
  ],
  { streamed: true },
)

describe('contact cards', () => {
  it('are read as they stand', async () => {
    expect(await read(contact, card)).toMatchObject({ text: { text: card }, gaps: [] })
  })

  it.each([
    'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ',
    'PHOTO;ENCODING=BASE64:/9j/4AAQ',
    'PHOTO;BASE64:/9j/4AAQ',
    'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89;Jane',
  ])('say that a value was not decoded: %s', async (property) => {
    expect((await read(contact, card.replace('TEL', `${property}\r\nTEL`))).gaps).toEqual(['unsupported_type'])
  })

  it('are not seen in a text that mentions them', async () => {
    expect((await read(contact, 'It starts with BEGIN:VCARD\n')).mediaType).toBeUndefined()
  })
})
