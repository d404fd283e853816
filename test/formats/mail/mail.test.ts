import { describe, expect, it } from 'vitest'
import type { Child, Extract } from '../../../src/core/content.ts'
import { mail } from '../../../src/formats/mail/mail.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { read } from '../reading.ts'

const header =
  'From: Jane Roe <jane@example.org>\r\nTo: john@example.org\r\nSubject: Results\r\nDate: Mon, 4 Mar 2024 10:00:00 +0100\r\n'
const letter = `Received: from mx.example.org\r\n\tby mail.example.org; Mon, 4 Mar 2024\r\n${header}\r\nDear John,\r\nall is well.\r\n`
const mailbox = `From jane@example.org Mon Mar  4 10:00:00 2024\n${header}\nDear John\n\nFrom john@example.org Mon Mar  4 11:00:00 2024\n${header}\nDear Jane\n`
const webArchive = `From: <Saved by Blink>\r\nSubject: A page\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>A page about Jane Roe</p>\r\n--x--\r\n`
const invoice = Buffer.from('%PDF-1.4 made up')
const withParts = [
  `${header}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n`,
  'Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nJ=E9r=F4me is well.\r\n',
  '--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>J&eacute;r&ocirc;me is well. <b>Very</b>.</p>\r\n',
  '--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n',
  `Content-Disposition: attachment; filename="=?utf-8?Q?facture_d=27=C3=A9t=C3=A9.pdf?="\r\n\r\n${invoice.toString('base64')}\r\n`,
  `--b\r\nContent-Type: message/rfc822\r\n\r\n${letter}\r\n--b--\r\n`,
].join('')

formatContract(
  mail,
  [
    { name: 'a mail', bytes: Buffer.from(letter), mediaType: 'message/rfc822' },
    { name: 'a mail with parts', bytes: Buffer.from(withParts), mediaType: 'message/rfc822' },
    { name: 'a mailbox', bytes: Buffer.from(mailbox), mediaType: 'application/mbox' },
    { name: 'a web archive', bytes: Buffer.from(webArchive), mediaType: 'multipart/related' },
  ],
  { streamed: true },
)

const children = (extracts: readonly Extract[]) => extracts.filter((one): one is Child => one.what === 'child')
const bytesOf = async ({ reader }: Child) => Buffer.from(await reader.read(0, reader.size))
const inHeader = (extracts: readonly Extract[], entityType: string) =>
  extracts.flatMap((one) =>
    one.what === 'metadata' && one.entityType === entityType ? [`${one.name} ${one.value}`] : [],
  )

describe('mail', () => {
  it.each([
    ['a mail with technical fields', letter, 'message/rfc822'],
    ['a mail with common fields only', `${header}\r\nHello`, 'message/rfc822'],
    ['a mail behind an empty line', `\r\n${letter}`, 'message/rfc822'],
    ['an emlx', `412      \n${letter}`, 'message/rfc822'],
    ['a mail without sender', 'Content-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n<p>x', 'message/rfc822'],
    ['a mailbox', mailbox, 'application/mbox'],
    ['a memo', 'From: Reception\nTo: All doctors\nDate: today\n\nPlease note', undefined],
    ['a labelled form', 'Name: Jane\nDate: 2024-03-04\nSubject: leave\n', undefined],
    ['a letter', 'Dear Jane,\nFrom: here to there', undefined],
    ['a sentence', 'From Monday on we are closed at 12:00.\n', undefined],
  ])('recognises %s', async (_name, content, mediaType) => {
    expect((await read(mail, content)).mediaType).toBe(mediaType)
  })

  it('tells senders and recipients with their roles', async () => {
    const many = `From: "Roe, Jane" <Jane@Example.org>\nTo: John Doe <john@example.org>, =?utf-8?B?SsOpcsO0bWUgTm9pcg==?= <j@example.org>\nCc: Team: a@example.org, Ann Lee <b@example.org>;\nReply-To: office@example.org\nDelivered-To: john@example.org\nMessage-ID: <1234@mx.example.org>\n\nHi`
    const { extracts } = await read(mail, many)
    expect(inHeader(extracts, 'PERSON')).toEqual(['From Roe, Jane', 'To John Doe', 'To Jérôme Noir', 'Cc Ann Lee'])
    expect(inHeader(extracts, 'EMAIL_ADDRESS')).toEqual([
      'From Jane@Example.org',
      'ReplyTo office@example.org',
      'To john@example.org',
      'To j@example.org',
      'Cc a@example.org',
      'Cc b@example.org',
      'DeliveredTo john@example.org',
    ])
    const [from] = extracts.filter((one) => one.what === 'metadata' && one.entityType === 'PERSON')
    expect(from).toMatchObject({ canonical: 'jane roe' })
    expect(extracts).toContainEqual(expect.objectContaining({ name: 'MessageID', personal: false }))
  })

  it('reads subject, date, route and body', async () => {
    const { extracts, text, gaps } = await read(mail, letter)
    expect(extracts).toContainEqual({ what: 'metadata', name: 'Subject', value: 'Results', personal: true })
    expect(extracts).toContainEqual(expect.objectContaining({ name: 'Date', value: '2024-03-04T09:00:00.000Z' }))
    expect(text.header).toContain('from mx.example.org by mail.example.org')
    expect(text.body?.trim()).toBe('Dear John,\nall is well.')
    expect(gaps).toEqual([])
  })

  it('decodes its parts; files and messages in it are items of their own', async () => {
    const { extracts, text, gaps } = await read(mail, withParts)
    expect(text.body?.trim()).toContain('Jérôme is well.')
    expect(text.body).toContain('Very')
    expect(children(extracts).map(({ name }) => name)).toEqual(["facture d'été.pdf", 'part 2.eml'])
    const [file, message] = children(extracts)
    if (!file || !message) throw new Error('no children')
    expect(await bytesOf(file)).toEqual(invoice)
    expect((await bytesOf(message)).toString()).toContain('all is well.')
    expect(gaps).toEqual([])
  })

  it('reads an HTML body beside a plain one only where it says more', async () => {
    const both = (html: string) =>
      `${header}Content-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain\n\nAll is well.\n--b\nContent-Type: text/html\n\n${html}\n--b--\n`
    expect((await read(mail, both('<p>All is <b>well</b>.</p>'))).text['html body']).toBeUndefined()
    const linked = await read(mail, both('<p>All is well. <a href="mailto:jane@example.org">write</a></p>'))
    expect(linked.text['html body']).toContain('jane@example.org')
  })

  it('reads raw bytes of an old charset in the header', async () => {
    const old = Buffer.from(
      `From: J\xe9r\xf4me N\xe8gre <j@example.org>\nTo: a@example.org\nSubject: \xe9t\xe9\n\nA`,
      'latin1',
    )
    const { extracts } = await read(mail, old)
    expect(inHeader(extracts, 'PERSON')).toEqual(['From Jérôme Nègre'])
  })

  it('reads an emlx up to the bytes that it counts', async () => {
    const { text } = await read(
      mail,
      `${Buffer.byteLength(letter)}  \n${letter}<?xml version="1.0"?><plist>flags</plist>`,
    )
    expect(text.body).toContain('all is well.')
    expect(text.body).not.toContain('plist')
  })

  it.each([
    ['encrypted', `${header}Content-Type: multipart/encrypted; boundary="b"\n\n--b\n\nx\n--b--\n`],
    ['encrypted', `${header}\n-----BEGIN PGP MESSAGE-----\n\nabc\n`],
    ['truncated', withParts.slice(0, -40)],
    ['unsupported_type', `${header}\nSee below\n\nbegin 644 a.txt\n#0V%T\n\`\nend\n`],
  ])('says what it could not read: %s', async (cause, content) => {
    expect((await read(mail, content)).gaps).toEqual([cause])
  })

  it('reads a large mail as the text it is, and says what that leaves out', async () => {
    const { text, gaps } = await read(mail, withParts, { mailBytes: 100 })
    expect(text.text).toContain('Jane Roe')
    expect(gaps).toEqual(['too_large'])
  })

  it('ends at parts too deep within each other', async () => {
    const levels = Array.from({ length: 300 }, (_, at) => at)
    const open = levels.map((at) => `Content-Type: multipart/mixed; boundary="b${at}"\n\n--b${at}\n`).join('')
    const { gaps, text } = await read(mail, `${header}${open}Content-Type: text/plain\n\ndeep`)
    expect(gaps).toContain('malformed')
    expect(text.text).toContain('deep')
  })
})

describe('mailboxes', () => {
  it('give each message as an item, numbered', async () => {
    const { extracts, gaps } = await read(mail, mailbox)
    expect(children(extracts).map(({ name }) => name)).toEqual(['1', '2'])
    const texts = await Promise.all(children(extracts).map(async (child) => (await bytesOf(child)).toString()))
    expect(texts[0]).toBe(`${header}\nDear John\n\n`)
    expect(texts[1]).toBe(`${header}\nDear Jane\n`)
    expect(gaps).toEqual([])
  })

  it('are not parted at lines of a body that only begin alike', async () => {
    const quoting = mailbox.replace('Dear John', 'Dear John\nFrom here to there at 10:15\nFrom a b 10:00\n\nBest')
    expect(children((await read(mail, quoting)).extracts)).toHaveLength(2)
  })

  it('are parted wherever a beginning falls between two reads', async () => {
    for (const fill of [1_048_480, 1_048_540, 1_048_560, 1_048_575, 1_048_600]) {
      const long = mailbox.replace('Dear John', `Dear John ${'x'.repeat(fill - mailbox.indexOf('Dear John'))}`)
      expect(children((await read(mail, long)).extracts)).toHaveLength(2)
    }
  })

  it('end where there is room for no more messages', async () => {
    const { extracts, gaps } = await read(mail, mailbox.repeat(5), { children: 3 })
    expect(children(extracts)).toHaveLength(3)
    expect(gaps).toEqual(['too_many'])
  })
})
