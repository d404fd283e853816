import { describe, expect, it } from 'vitest'
import { mail } from '../../src/formats/mail.ts'
import { formatContract } from '../contracts/format-contract.ts'
import { read } from './reading.ts'

const header =
  'From: Jane Roe <jane@example.org>\r\nTo: john@example.org\r\nSubject: Results\r\nDate: Mon, 4 Mar 2024 10:00:00 +0100\r\n'
const letter = `Received: from mx.example.org\r\n\tby mail.example.org; Mon, 4 Mar 2024\r\n${header}\r\nDear John,\r\nall is well.\r\n`
const mailbox = `From jane@example.org Mon Mar  4 10:00:00 2024\n${header}\nDear John\n\nFrom john@example.org Mon Mar  4 11:00:00 2024\n${header}\nDear Jane\n`
const webArchive = `From: <Saved by Blink>\r\nSubject: A page\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"; boundary="x"\r\n\r\n--x\r\n`

formatContract(
  mail,
  [
    { name: 'a mail', bytes: Buffer.from(letter), mediaType: 'message/rfc822' },
    { name: 'a mailbox', bytes: Buffer.from(mailbox), mediaType: 'application/mbox' },
    { name: 'a web archive', bytes: Buffer.from(webArchive), mediaType: 'multipart/related' },
  ],
  { streamed: true },
)

describe('mail', () => {
  it.each([
    ['a mail with technical fields', letter, 'message/rfc822'],
    ['a mail with common fields only', `${header}\r\nHello`, 'message/rfc822'],
    ['a mail behind an empty line', `\r\n${letter}`, 'message/rfc822'],
    ['an emlx', `412      \n${letter}`, 'message/rfc822'],
    ['a mailbox', mailbox, 'application/mbox'],
    ['a memo', 'From: Reception\nTo: All doctors\nDate: today\n\nPlease note', undefined],
    ['a labelled form', 'Name: Jane\nDate: 2024-03-04\nSubject: leave\n', undefined],
    ['a letter', 'Dear Jane,\nFrom: here to there', undefined],
    ['a sentence', 'From Monday on we are closed at 12:00.\n', undefined],
  ])('recognises %s', async (_name, content, mediaType) => {
    expect((await read(mail, content)).mediaType).toBe(mediaType)
  })

  it('reads header and body as they stand', async () => {
    expect(await read(mail, letter)).toMatchObject({ text: { text: letter }, gaps: [] })
  })

  it.each([
    ['base64', 'Content-Transfer-Encoding: base64'],
    ['quoted-printable', 'content-transfer-encoding: Quoted-Printable'],
    ['encoded words', 'X-Name: =?utf-8?Q?J=C3=A9r=C3=B4me?='],
  ])('says that %s was not decoded', async (_name, field) => {
    expect((await read(mail, `${field}\r\n${letter}`)).gaps).toEqual(['unsupported_type'])
  })

  it('reads a mail with a binary body, and says what is no text', async () => {
    const body = Uint8Array.from({ length: 3_000 }, (_, at) => (at * 37 + (at >> 4)) % 256)
    const { mediaType, text, gaps } = await read(mail, Buffer.concat([Buffer.from(letter), body]))
    expect(mediaType).toBe('message/rfc822')
    expect(text.text).toContain('Subject: Results')
    expect(gaps).toContain('malformed')
  })
})
