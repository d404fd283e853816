import type { Extract, Flag, Format, ReadContext } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { windowReader } from '../archives/window.ts'
import { bufferOf } from '../decoder.ts'
import { textFormat } from '../text-format.ts'
import { mailboxLine, mailboxMessages } from './mbox.ts'
import { tellMessage } from './message.ts'
import { parseMessage } from './mime.ts'

/** Lines of a header that are looked at. */
const headerLines = 400

// Fields that mail programs write, and fields that people write into memos too (RFC 5322 §3.6, RFC 2045 §3).
const technical = new Set([
  ...['received', 'message-id', 'return-path', 'mime-version', 'delivered-to', 'dkim-signature', 'content-type'],
  ...['in-reply-to', 'references', 'x-mailer', 'user-agent', 'envelope-to', 'x-received', 'authentication-results'],
  ...['content-transfer-encoding', 'resent-from', 'x-originating-ip', 'arc-seal', 'received-spf', 'x-mozilla-status'],
])
const common = new Set(['from', 'to', 'cc', 'bcc', 'subject', 'date', 'sender', 'reply-to'])

/** What is too large, or more than the parser takes, is read as the text it is. */
const asText = textFormat({
  id: 'mail',
  title: 'Mail and mailboxes',
  medium: 'message',
  mediaTypes: {
    'message/rfc822': ['eml', 'emlx', 'mime', 'nws'],
    'application/mbox': ['mbox', 'mbx'],
    'multipart/related': ['mht', 'mhtml'],
  },
  recognizes(text) {
    if (text.startsWith('From '))
      return mailboxLine.test(text) && fieldLine.test(afterLine(text)) ? 'application/mbox' : undefined
    const start = emlxLine.test(text) ? afterLine(text) : text.trimStart()
    if (!fieldLine.test(start) || !isHeader(start)) return undefined
    return webArchive.test(start.slice(0, 4_096)) ? 'multipart/related' : 'message/rfc822'
  },
  unread: [
    {
      pattern: /^content-transfer-encoding:[ \t]{0,10}"?(?:base64|quoted-printable|x-uuencode)/im,
      gap: { what: 'gap', cause: 'too_large', message: 'encoded parts of a large mail were not decoded' },
    },
  ],
  takesBytes: true,
})

/**
 * Mail as it travels and as mailboxes keep it: RFC 5322 with MIME, RFC 4155 (mbox), Apple's emlx, RFC 2557 (MHTML).
 * Messages of a mailbox and attachments are items of their own.
 */
export const mail: Format = Object.freeze({ ...asText, read: readMail })

const fieldLine = /^([A-Za-z][A-Za-z0-9_-]{1,60}):/
const emlxLine = /^\d{1,10}[ \t]{0,10}\r?\n/
const webArchive = /^content-type:\s{0,10}multipart\/related;[\s\S]{0,300}type="?text\/html|^From: <Saved by /im

async function* readMail(reader: Reader, context: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const { limits } = context
  if (context.mediaType === 'application/mbox') {
    yield* mailboxMessages(reader, limits)
    return
  }
  if (reader.size > limits.mailBytes) {
    yield* asText.read(reader, context)
    return
  }
  const message = withoutCount(reader, context.head.bytes)
  yield* readMessage(bufferOf(await message.read(0, message.size)), reader, context)
}

async function* readMessage(
  bytes: Buffer,
  reader: Reader,
  context: ReadContext,
): AsyncGenerator<Extract, void, undefined> {
  const { limits } = context
  try {
    yield* tellMessage(await parseMessage(bytes, limits), limits)
  } catch (error) {
    // What the parser does not take is read as the text it is, and said; faults of ours go on.
    if (!(error instanceof ItemError) || error.code !== 'malformed') throw error
    yield { what: 'gap', cause: error.code, message: error.message }
    yield* asText.read(reader, context)
    return
  }
  yield* marksOf(bytes)
}

/** An emlx begins with a line that counts the bytes of the message; a property list follows it. */
function withoutCount(reader: Reader, head: Uint8Array): Reader {
  const line = emlxLine.exec(bufferOf(head).toString('latin1', 0, 32))?.[0]
  return line === undefined ? reader : windowReader(reader, line.length, Number.parseInt(line, 10))
}

const boundary =
  /^content-type:\s{0,20}multipart\/[a-z-]{1,40};[\s\S]{0,400}?boundary=(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/im
const encrypted =
  /^content-type:\s{0,20}(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime;[\s\S]{0,200}?enveloped-data)/im

/** Signs of what can't be read of a message. */
function* marksOf(bytes: Buffer): Generator<Extract> {
  const header = bytes.toString('latin1', 0, 64 * 1_024)
  const own = header.slice(0, /\r?\n\r?\n/.exec(header)?.index ?? header.length)
  if (encrypted.test(own) || bytes.includes('-----BEGIN PGP MESSAGE-----')) {
    yield { what: 'flag', name: 'encrypted' } satisfies Flag
    yield { what: 'gap', cause: 'encrypted', message: 'an encrypted message was not examined' }
  }
  const match = boundary.exec(own)
  const mark = match?.[1] ?? match?.[2]
  if (mark !== undefined && !bytes.includes(`--${mark}--`))
    yield { what: 'gap', cause: 'truncated', message: 'the message ends before its last part does' }
  if (uuencoded.test(bytes.toString('latin1', 0, uuencodedBytes)))
    yield { what: 'gap', cause: 'unsupported_type', message: 'an attachment in uuencoding was not examined' }
}

/** Bytes of a message in which the beginning of an attachment in uuencoding is looked for. */
const uuencodedBytes = 4 << 20
const uuencoded = /^begin 6\d\d \S.{0,200}\r?\n[!-`]{2,62}\r?$/m

function afterLine(text: string): string {
  return text.slice(text.indexOf('\n') + 1)
}

/** Whether a text begins with the header of a mail. */
function isHeader(text: string): boolean {
  const names = new Set<string>()
  let hasAddress = false
  let at = 0
  for (let line = 0; line < headerLines && at < text.length; line++) {
    const next = text.indexOf('\n', at)
    const end = next < 0 ? text.length : next
    const content = text.slice(at, Math.min(end, at + 1_000))
    at = end + 1
    if (content.trimEnd() === '') break
    if (content.startsWith(' ') || content.startsWith('\t') || content.startsWith('>')) continue
    const name = fieldLine.exec(content)?.[1]?.toLowerCase()
    if (name === undefined) break
    if (common.has(name) && content.includes('@')) hasAddress = true
    names.add(name)
  }
  const technicals = [...names].filter((name) => technical.has(name)).length
  const commons = [...names].filter((name) => common.has(name)).length
  // The parts of a mail bear these two, and so do mails that some program stored without the rest.
  if (names.has('content-type') && names.has('content-transfer-encoding')) return true
  if (technicals >= 1) return technicals + commons >= 2 && (commons >= 1 || technicals >= 3)
  return commons >= 3 && hasAddress
}
