import type { IPSTAttachment, IPSTFile, IPSTFolder, IPSTMessage } from '@hiraokahypertools/pst-extractor'
import type { Extract, Format, Head, ReadContext } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import { readableName } from '../../core/readable-name.ts'
import { bytesReader, type Reader } from '../../core/reader.ts'
import { type Composed, composed } from './compose.ts'
import { isoTime } from './iso-time.ts'

const mediaType = 'application/vnd.ms-outlook-pst'

/**
 * Outlook's data files, PST and OST ([MS-PST]). Each message, contact and appointment is an item within, named by its
 * folder and number, as it would travel by mail.
 */
export const pst: Format = Object.freeze({
  id: 'pst',
  title: 'Outlook data files',
  medium: 'message',
  mediaTypes: Object.freeze({ [mediaType]: ['pst', 'ost'] }),
  recognizes: ({ bytes }: Head) => (isDataFile(bytes) ? mediaType : undefined),
  read: readPst,
})

/** The file's mark, and that of its clients 'SM' or 'SO' ([MS-PST] 2.2.2.6). */
function isDataFile(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 10)).toString('latin1')
  return head.startsWith('!BDN') && /^S[MO]$/.test(head.slice(8))
}

/** A file is read as often as this, and this many bytes more: whatever goes in circles ends there. */
const timesRead = 8
const bytesMore = 64 << 20
/** Folders and messages within each other. */
const mostNesting = 32
/** Recipients and attachments of one message. */
const mostOfOne = 2_000

/** What is left of the budgets of one file. */
interface Allowance {
  readonly limits: Limits
  bytes: number
  messages: number
  folders: number
}

async function* readPst(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const allowance: Allowance = {
    limits,
    bytes: reader.size * timesRead + bytesMore,
    messages: limits.children,
    folders: limits.pictureBlocks,
  }
  const file = await guarded(() => openFile(reader, allowance))
  const root = await guarded(() => file.getRootFolder())
  yield* folderItems(root, [], allowance)
}

async function openFile(reader: Reader, allowance: Allowance): Promise<IPSTFile> {
  const { openPst } = await import('@hiraokahypertools/pst-extractor')
  return openPst({
    async readFile(buffer, offset, length, position) {
      allowance.bytes -= Math.max(length, leastRead)
      if (allowance.bytes < 0) throw new ItemError('malformed', 'a data file that leads back into itself')
      const bytes = await reader.read(position, length)
      new Uint8Array(buffer).set(bytes, offset)
      return bytes.length
    },
    close: async () => {},
  })
}

/** What one read counts at least. */
const leastRead = 64

/** The library throws plain errors for whatever the bytes lack: always a fault of the item. @throws ItemError */
async function guarded<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof ItemError) throw error
    throw new ItemError('malformed', 'a part of the data file can not be read')
  }
}

async function* folderItems(
  folder: IPSTFolder,
  path: readonly string[],
  allowance: Allowance,
): AsyncGenerator<Extract, void, undefined> {
  allowance.folders -= 1
  if (path.length > mostNesting || allowance.folders < 0)
    throw new ItemError('too_deep', 'too many folders within each other')
  const count = await guarded(() => folder.getEmailCount())
  for (let index = 0; index < count; index++) {
    if (allowance.messages <= 0) {
      yield {
        what: 'gap',
        cause: 'too_many',
        message: `more than ${allowance.limits.children} messages in one data file`,
      }
      return
    }
    allowance.messages -= 1
    yield await messageItem(folder, index, [...path, String(index + 1)].join('/'), allowance)
  }
  for (const inner of await guarded(() => folder.getSubFolders())) {
    const name = inner.displayName.replace(/[/\0-\x1f]+/g, '_').trim() || '_'
    yield* folderItems(inner, [...path, name], allowance)
  }
}

/** One message as an item; one that can't be read is named all the same. */
async function messageItem(folder: IPSTFolder, index: number, name: string, allowance: Allowance): Promise<Extract> {
  try {
    const message = await guarded(() => folder.getEmail(index))
    const bytes = await guarded(() => bytesOf(message, allowance, 0))
    const modifiedAt = isoTime(message.modificationTime) || null
    return { what: 'child', name: name.toWellFormed(), modifiedAt, reader: bytesReader(bytes) }
  } catch (error) {
    // A fault of one message is told of it; the reader's faults and ours go on, and so does a spent budget.
    if (!(error instanceof ItemError) || error.code !== 'malformed' || allowance.bytes < 0) throw error
    const problem = { cause: error.code, message: error.message }
    return { what: 'unread', name: name.toWellFormed(), modifiedAt: null, size: 0, type: 'file', problem }
  }
}

async function bytesOf(message: IPSTMessage, allowance: Allowance, depth: number): Promise<Uint8Array> {
  const attachments: Composed['attachments'][number][] = []
  let left = allowance.limits.mailBytes
  for (const attachment of (await message.getAttachments()).slice(0, mostOfOne)) {
    const one = await attachmentOf(attachment, allowance, depth)
    left -= one.bytes.length
    if (left < 0) throw new ItemError('malformed', 'a message with more in it than is held')
    attachments.push(one)
  }
  if (attachments.length === 0 && message.body === '' && message.bodyHTML === '' && message.bodyRTF !== '')
    attachments.push({ name: 'body.rtf', mediaType: 'application/rtf', bytes: Buffer.from(message.bodyRTF, 'latin1') })
  return composed({
    from: { name: message.senderName, address: message.senderEmailAddress },
    recipients: await recipientsOf(message),
    subject: message.subject,
    date: message.clientSubmitTime ?? message.creationTime,
    messageId: message.internetMessageId,
    header: `X-Message-Class: ${message.messageClass}\n${message.transportMessageHeaders}`,
    text: [...ownProperties(message), message.body].join('\n').trim(),
    html: message.bodyHTML,
    attachments,
  })
}

async function recipientsOf(message: IPSTMessage): Promise<Composed['recipients']> {
  const recipients = await message.getRecipients()
  return recipients.slice(0, mostOfOne).map((one) => ({
    role: one.recipientType === 2 ? 'Cc' : one.recipientType === 3 ? 'Bcc' : 'To',
    name: one.displayName,
    address: one.smtpAddress || one.emailAddress,
  }))
}

/** How an attachment is kept that is a message itself ([MS-OXCMSG] 2.2.2.9). */
const embeddedMessage = 5

async function attachmentOf(
  attachment: IPSTAttachment,
  allowance: Allowance,
  depth: number,
): Promise<Composed['attachments'][number]> {
  const name = attachment.longFilename || attachment.filename || attachment.displayName || 'attachment'
  if (attachment.attachMethod === embeddedMessage && depth < allowance.limits.depth) {
    const inner = await attachment.getEmbeddedPSTMessage()
    if (inner)
      return {
        name: `${name}.eml`,
        mediaType: 'application/octet-stream',
        bytes: await bytesOf(inner, allowance, depth + 1),
      }
  }
  return {
    name,
    mediaType: 'application/octet-stream',
    bytes: new Uint8Array(attachment.fileData ?? new ArrayBuffer(0)),
  }
}

// What the message itself is made of is written as such.
const ofMessage =
  /^(?:body|bodyHTML|bodyRTF|bodyPrefix|subject|originalSubject|messageClass|conversationTopic|transportMessageHeaders|internetMessageId|inReplyToId|returnPath|urlCompName|sender\w{1,40}|sentRepresenting\w{1,40}|display(?:To|CC|BCC|Name)|original\w{1,40}|\w{0,40}(?:Time|Date|AddressType|Addrtype|Id))$/

/** What contacts, appointments and tasks say in properties of their own, one labelled line each. */
function ownProperties(message: IPSTMessage): readonly string[] {
  if (!/^IPM\.(?:Contact|Appointment|Task|Activity|StickyNote|DistList)/i.test(message.messageClass)) return []
  const properties: Readonly<Record<string, unknown>> = message.toJSON()
  return Object.entries(properties).flatMap(([name, value]) => {
    if (typeof value !== 'string' || value.trim() === '' || ofMessage.test(name)) return []
    return [`${readableName(name)}: ${value.trim().replace(/\s*\r?\n\s*/g, ', ')}`]
  })
}
