import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contact } from '../../src/formats/contact.ts'
import { contentLines } from '../../src/formats/content-lines.ts'
import { formatContract } from '../contracts/format-contract.ts'
import { read } from './reading.ts'

const card = 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Jane Roe\r\nTEL;TYPE=cell:+33612345678\r\nEND:VCARD\r\n'
const calendar = 'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:Check-up Jane Roe\nEND:VEVENT\nEND:VCALENDAR\n'
const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(60, 7)])

formatContract(
  contact,
  [
    { name: 'a contact card', bytes: Buffer.from(card), mediaType: 'text/vcard' },
    { name: 'a calendar', bytes: Buffer.from(calendar), mediaType: 'text/calendar' },
    {
      name: 'a card with a picture',
      bytes: Buffer.from(card.replace('TEL', `PHOTO;ENCODING=b;TYPE=PNG:${picture.toString('base64')}\r\nTEL`)),
      mediaType: 'text/vcard',
    },
  ],
  { streamed: true },
)

const textOf = async (properties: string, kind = 'VCARD') =>
  (await read(contact, `BEGIN:${kind}\n${properties}\nEND:${kind}\n`)).text.text?.trim()

describe('contact cards and calendars', () => {
  it.each([
    ['FN:Jane Roe', 'Name: Jane Roe'],
    ['N:Roe;Jane;Ann;Dr;', 'Name: Dr Jane Ann Roe'],
    ['item1.EMAIL;TYPE="home,work":jane@example.org', 'E-mail: jane@example.org'],
    ['TEL;VALUE=uri:tel:+33612345678', 'Phone: +33612345678'],
    ['ADR;TYPE=home:;;1 High Street;Nice;;06000;France', 'Address: 1 High Street, Nice, 06000, France'],
    ['BDAY:1961-02-04', 'Date of birth: 1961-02-04'],
    ['NOTE:allergic to\\, well\\nmany things', 'note: allergic to, well many things'],
    ['NOTE:a long\n  line', 'note: a long line'],
    ['FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:J=C3=A9r=C3=B4me', 'Name: Jérôme'],
    ['FN;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:J=E9r=\n=F4me', 'Name: Jérôme'],
    ['VERSION:3.0', undefined],
  ])('reads %s', async (property, expected) => {
    expect(await textOf(property)).toBe(expected ?? '')
  })

  it('names who takes part in an appointment', async () => {
    const people = 'ORGANIZER;CN="Roe, Jane":mailto:jane@example.org\nATTENDEE;ROLE=REQ:mailto:john@example.org'
    expect(await textOf(people, 'VCALENDAR')).toBe(
      'Organizer: Roe, Jane <jane@example.org>\nAttendee: john@example.org',
    )
  })

  it.each([
    `PHOTO;ENCODING=b;TYPE=PNG:${picture.toString('base64')}`,
    `PHOTO;PNG;BASE64:\n ${picture.toString('base64').replace(/.{40}/g, '$&\n ')}`,
    `PHOTO:data:image/png;base64,${picture.toString('base64')}`,
  ])('gives pictures as items of their own', async (property) => {
    const { extracts } = await read(contact, `BEGIN:VCARD\n${property}\nFN:Jane Roe\nEND:VCARD\n`)
    const [child] = extracts.filter((one) => one.what === 'child')
    expect(Buffer.from((await child?.reader.read(0, 1_000)) ?? [])).toEqual(picture)
    expect(child?.name).toMatch(/^1 photo/)
  })

  it('are not seen in a text that mentions them', async () => {
    expect((await read(contact, 'It starts with BEGIN:VCARD\n')).mediaType).toBeUndefined()
  })

  it('say that a property without end was cut', async () => {
    const { gaps } = await read(contact, `${card}NOTE:${'x'.repeat(400)}\n ${'y'.repeat(400)}`, { textCharacters: 300 })
    expect(gaps).toEqual(['too_large'])
  })
})

describe('content lines', () => {
  it('are the same however the text is cut into pieces', () => {
    const text = 'FN:Jane\r\n  Roe\r\nTEL;X=1:22\r\nNOTE;QUOTED-PRINTABLE:a=\r\nb\r\nEND:VCARD'
    const whole = contentLines(10_000)
    whole.add(text)
    const expected = whole.take(true)
    expect(expected.map(({ value }) => value)).toEqual(['Jane Roe', '22', 'ab', 'VCARD'])
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 8 }), (cuts) => {
        const lines = contentLines(10_000)
        const found = []
        let from = 0
        for (const cut of [...cuts].sort((a, b) => a - b)) {
          lines.add(text.slice(from, cut))
          found.push(...lines.take(false))
          from = cut
        }
        lines.add(text.slice(from))
        expect([...found, ...lines.take(true)]).toEqual(expected)
      }),
    )
  })
})
