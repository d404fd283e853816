/** What a message that some program keeps in parts is put together from. */
export interface Composed {
  readonly from: Mailbox
  readonly recipients: readonly (Mailbox & { readonly role: 'To' | 'Cc' | 'Bcc' })[]
  readonly subject: string
  readonly date: Date | null
  readonly messageId: string
  /** Further fields as they stand, each on its own line. */
  readonly header: string
  readonly text: string
  readonly html: string
  readonly attachments: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }[]
}

interface Mailbox {
  readonly name: string
  readonly address: string
}

/** Stands in no base64: all parts are written so. */
const boundary = '=_part_of_the_message'

/** A message as it would travel (RFC 5322, RFC 2045), so that it is read like every other. Equal for equal parts. */
export function composed(message: Composed): Uint8Array {
  const parts = [
    ...(message.text === '' ? [] : [part('text/plain; charset=utf-8', Buffer.from(message.text))]),
    ...(message.html === '' ? [] : [part('text/html; charset=utf-8', Buffer.from(message.html))]),
    ...message.attachments.map(({ name, mediaType, bytes }) =>
      part(
        mediaType,
        bytes,
        `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name.toWellFormed())}\r\n`,
      ),
    ),
  ]
  return Buffer.concat([Buffer.from(headerOf(message)), ...parts, Buffer.from(`--${boundary}--\r\n`)])
}

function headerOf({ from, recipients, subject, date, messageId, header }: Composed): string {
  const lines = [
    `From: ${mailbox(from)}`,
    ...(['To', 'Cc', 'Bcc'] as const).flatMap((role) => {
      const own = recipients.filter((one) => one.role === role)
      return own.length === 0 ? [] : [`${role}: ${own.map(mailbox).join(',\r\n ')}`]
    }),
    `Subject: ${encodedWords(subject)}`,
    ...(date === null ? [] : [`Date: ${date.toUTCString()}`]),
    ...(messageId === '' ? [] : [`Message-ID: ${oneLine(messageId)}`]),
    ...furtherFields(header),
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
  ]
  return `${lines.join('\r\n')}\r\n\r\n`
}

const composedFields = /^(?:from|to|cc|bcc|subject|date|message-id|mime-version|content-[a-z-]{1,40}):/i

/** Fields that travelled with the message, less those that are written anew; lines that are no fields are left out. */
function furtherFields(header: string): readonly string[] {
  const fields = header.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  return fields.filter((line) => /^[A-Za-z][A-Za-z0-9-]{0,80}:/.test(line) && !composedFields.test(line))
}

function mailbox({ name, address }: Mailbox): string {
  const plain = oneLine(address)
  return /^[^\s@<>"(),;:]{1,64}@[^\s@<>"(),;:]{1,255}$/.test(plain)
    ? `${encodedWords(name)} <${plain}>`
    : `${encodedWords(name)} <>`
}

function oneLine(value: string): string {
  return value.replace(/[\0-\x1f]+/g, ' ').trim()
}

/** Bytes of one encoded word before it is encoded: RFC 2047 allows 75 characters with its frame. */
const wordBytes = 42

/** RFC 2047: a word of UTF-8 for every few characters. */
function encodedWords(value: string): string {
  const words: string[] = []
  let word = ''
  for (const sign of oneLine(value).toWellFormed()) {
    if (Buffer.byteLength(word + sign) > wordBytes) {
      words.push(word)
      word = ''
    }
    word += sign
  }
  if (word !== '') words.push(word)
  return words.map((one) => `=?utf-8?B?${Buffer.from(one).toString('base64')}?=`).join('\r\n ')
}

const lineCharacters = 76

function part(mediaType: string, bytes: Uint8Array, disposition = ''): Buffer {
  const encoded = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
  const lines: string[] = []
  for (let at = 0; at < encoded.length; at += lineCharacters) lines.push(encoded.slice(at, at + lineCharacters))
  const head = `--${boundary}\r\nContent-Type: ${mediaType}\r\nContent-Transfer-Encoding: base64\r\n${disposition}\r\n`
  return Buffer.from(`${head}${lines.join('\r\n')}\r\n`)
}
