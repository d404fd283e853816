import { isUtf8 } from 'node:buffer'
import type PostalMime from 'postal-mime'
import type { Address, Email, Attachment as MimePart } from 'postal-mime'
import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import { legacyCharset } from '../charset.ts'
import { bufferOf, createDecoder } from '../decoder.ts'
import type { Attachment, Correspondent, Message, Role } from './message.ts'

let loading: Promise<typeof PostalMime> | undefined

/** Bytes of all header fields of one message. */
const headerBytes = 2 << 20

/**
 * A message in the form in which it travels (RFC 5322, RFC 2045 ff.).
 * @param bytes from the first field of its header to its end
 * @throws ItemError `malformed` where it is beyond what the parser takes: parts too deep, a header without end
 */
export async function parseMessage(bytes: Uint8Array, limits: Limits): Promise<Message> {
  loading ??= import('postal-mime').then(({ default: parser }) => parser)
  const parser = await loading
  let mail: Email
  try {
    mail = await parser.parse(withReadableHeader(bufferOf(bytes)), {
      forceRfc822Attachments: true,
      maxRfc822NestingDepth: 0,
      maxNestingDepth: Math.min(limits.nesting, mostNesting),
      maxHeadersSize: headerBytes,
    })
  } catch {
    // The parser throws plain errors, and only where its limits on depth and header are passed.
    throw new ItemError('malformed', 'a message with parts too deep or a header too long')
  }
  return messageOf(mail)
}

/** Parts within each other: real mail has a handful. */
const mostNesting = 64

/** The parser takes raw bytes in a header for UTF-8; old programs wrote them in the charset of their country. */
function withReadableHeader(bytes: Buffer): Buffer {
  const end = endOfHeader(bytes)
  const header = bytes.subarray(0, end)
  if (isUtf8(header)) return bytes
  return Buffer.concat([Buffer.from(createDecoder(legacyCharset(header)).decode(header, true)), bytes.subarray(end)])
}

function endOfHeader(bytes: Buffer): number {
  const [narrow, wide] = [bytes.indexOf('\n\n'), bytes.indexOf('\r\n\r\n')]
  const end = Math.min(...[narrow, wide].filter((at) => at >= 0), headerBytes)
  return Math.min(end, bytes.length)
}

function messageOf(mail: Email): Message {
  return {
    correspondents: correspondentsOf(mail),
    subject: mail.subject ?? '',
    date: mail.date ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    header: otherFields(mail),
    properties: propertiesOf(mail),
    attachments: mail.attachments.map(attachmentOf),
  }
}

function* mailboxes(addresses: readonly (Address | undefined)[], role: Role): Generator<Correspondent> {
  for (const one of addresses) {
    if (!one) continue
    if (one.group) yield* mailboxes(one.group, role)
    else yield { role, name: one.name ?? '', address: one.address ?? '' }
  }
}

function correspondentsOf(mail: Email): readonly Correspondent[] {
  return [
    ...mailboxes([mail.from], 'From'),
    ...mailboxes([mail.sender], 'Sender'),
    ...mailboxes(mail.replyTo ?? [], 'ReplyTo'),
    ...mailboxes(mail.to ?? [], 'To'),
    ...mailboxes(mail.cc ?? [], 'Cc'),
    ...mailboxes(mail.bcc ?? [], 'Bcc'),
    ...[mail.deliveredTo].flatMap((address = '') =>
      address ? [{ role: 'DeliveredTo', address, name: '' } as const] : [],
    ),
    ...[mail.returnPath].flatMap((address = '') =>
      address ? [{ role: 'ReturnPath', address, name: '' } as const] : [],
    ),
  ]
}

/** Fields that are told apart elsewhere, or whose codes look like addresses and belong to nobody. */
const told =
  /^(?:from|sender|reply-to|to|cc|bcc|subject|date|delivered-to|return-path|message-id|in-reply-to|references|mime-version|content-.*|dkim-signature|domainkey-signature|arc-.*|x-google-dkim-signature|x-gm-message-state|x-google-smtp-source|authentication-results|received-spf|thread-index|x-ms-exchange-.*|x-microsoft-antispam.*|x-forefront-.*|list-unsubscribe.*|x-mailer|user-agent)$/

/** The other fields, one a line: routes, addresses of networks, whatever programs add. */
function otherFields({ headers }: Email): string {
  return headers
    .filter(({ key }) => !told.test(key))
    .map(({ originalKey, value }) => `${originalKey}: ${value.replace(/\s+/g, ' ')}`)
    .join('\n')
}

const kept: ReadonlyMap<string, string> = new Map([
  ['x-mailer', 'Software'],
  ['user-agent', 'Software'],
])

function propertiesOf({ headers, messageId }: Email): Message['properties'] {
  const found = headers.flatMap(({ key, value }) => {
    const name = kept.get(key)
    return name === undefined ? [] : [[name, value] as const]
  })
  return messageId ? [['MessageID', messageId], ...found] : found
}

const extensions: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/vcard': 'vcf',
  'text/html': 'html',
  'text/plain': 'txt',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
}

function attachmentOf({ filename, mimeType, content }: MimePart, index: number): Attachment {
  const bytes =
    typeof content === 'string'
      ? Buffer.from(content)
      : content instanceof ArrayBuffer
        ? new Uint8Array(content)
        : content
  const name = filename?.replace(/[\0-\x1f]+/g, ' ').trim()
  if (name) return { name, bytes }
  const extension = extensions[mimeType]
  return { name: `part ${index + 1}${extension === undefined ? '' : `.${extension}`}`, bytes }
}
