import { createRequire } from 'node:module'
import type { Extract, Format, Head, ReadContext } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import { readableName } from '../../core/readable-name.ts'
import { type Reader, readAll } from '../../core/reader.ts'
import { bufferOf } from '../decoder.ts'
import { oleType } from '../ole-type.ts'
import { checkCompoundFile } from './compound-check.ts'
import { isoTime } from './iso-time.ts'
import { type Attachment, type Correspondent, type Message, tellMessage } from './message.ts'
import { rtfBody } from './rtf-body.ts'

const require = createRequire(import.meta.url)
const mediaType = 'application/vnd.ms-outlook'

/** Messages, appointments, contacts and tasks that Outlook keeps as single files ([MS-OXMSG]). */
export const msg: Format = Object.freeze({
  id: 'msg',
  title: 'Outlook items',
  medium: 'message',
  mediaTypes: Object.freeze({ [mediaType]: ['msg', 'oft'] }),
  async recognizes(head: Head) {
    return (await oleType(head)) === mediaType ? mediaType : undefined
  },
  read: readMsg,
})

/** What is used of the library: all further properties of an item are strings under names of its own. */
interface Fields {
  readonly [name: string]: unknown
  readonly recipients?: readonly Fields[]
  readonly attachments?: readonly Fields[]
}
interface OutlookItem {
  getFileData(): Fields
  getAttachment(index: number): { readonly fileName: string; readonly content: Uint8Array }
}
interface OutlookLibrary {
  readonly default: new (bytes: ArrayBuffer) => OutlookItem
}

async function* readMsg(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const bytes = Uint8Array.from(await readAll(reader, limits.mailBytes))
  checkCompoundFile(bufferOf(bytes))
  yield* tellMessage(messageIn(bytes.buffer, limits.children), limits)
}

/** The library is loaded when the first such file comes. @throws ItemError `malformed` */
function messageIn(bytes: ArrayBuffer, attachments: number): Message {
  const { default: OutlookFile }: OutlookLibrary = require('@kenjiuno/msgreader')
  try {
    const item = new OutlookFile(bytes)
    const fields = item.getFileData()
    if (typeof fields.error === 'string') throw new ItemError('malformed', 'no message was found in it')
    return messageOf(fields, attachmentsOf(item, fields, attachments))
  } catch (error) {
    // The library throws plain errors for whatever the bytes lack: always a fault of the item.
    if (error instanceof ItemError) throw error
    throw new ItemError('malformed', 'the message in it can not be read')
  }
}

function messageOf(fields: Fields, attachments: readonly Attachment[]): Message {
  const html = fields.bodyHtml ?? fields.html
  return {
    correspondents: correspondentsOf(fields),
    subject: textIn(fields, 'subject'),
    date: isoTime(textIn(fields, 'clientSubmitTime') || textIn(fields, 'creationTime')),
    text: textIn(fields, 'body'),
    html: html instanceof Uint8Array ? bufferOf(html).toString('utf8') : typeof html === 'string' ? html : '',
    header: [textIn(fields, 'headers').replace(/\r?\n[ \t]+/g, ' '), ...furtherFields(fields)].join('\n').trim(),
    properties: [
      ['MessageClass', textIn(fields, 'messageClass')],
      ['MessageID', textIn(fields, 'messageId')],
    ],
    attachments,
  }
}

function textIn(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

const roles: Readonly<Record<string, Correspondent['role']>> = { to: 'To', cc: 'Cc', bcc: 'Bcc' }

function correspondentsOf(fields: Fields): readonly Correspondent[] {
  const from = {
    role: 'From',
    name: textIn(fields, 'senderName'),
    address: addressOf(fields, ['senderSmtpAddress', 'creatorSMTPAddress', 'senderEmail']),
  } as const
  const recipients = (fields.recipients ?? []).map((one): Correspondent => {
    const address = addressOf(one, ['smtpAddress', 'email'])
    return { role: roles[textIn(one, 'recipType')] ?? 'To', name: textIn(one, 'name'), address }
  })
  return [from, ...recipients]
}

/** The first that is a mail address, else the first that is any: inside of Exchange people have others. */
function addressOf(fields: Fields, names: readonly string[]): string {
  const known = names.map((name) => textIn(fields, name)).filter((address) => address !== '')
  return known.find((address) => address.includes('@')) ?? known[0] ?? ''
}

// Told elsewhere, or of use to programs only.
const told =
  /^(?:dataType|subject|body|bodyHtml|html|headers|message(?:Class|Id|Flags|Codepage|LocaleId)|sender\w{1,40}|creatorSMTPAddress|conversationTopic|normalizedSubject|\w{1,60}Time|\w{1,40}AddrType|addressType|rawProps|fileUnder|instMsg|globalAppointmentID|appt(?:TZ|Recur)\w{1,40})$/

/** What contacts, appointments and tasks say in properties of their own, one labelled line each. */
function furtherFields(fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    if (typeof value !== 'string' || value.trim() === '' || told.test(name)) return []
    return [`${readableName(name)}: ${value.trim().replace(/\s*\r?\n\s*/g, ', ')}`]
  })
}

function attachmentsOf(item: OutlookItem, fields: Fields, most: number): readonly Attachment[] {
  // One more than may be told, so that the teller says that there are more.
  const attached = (fields.attachments ?? []).slice(0, most + 1).map((own, index) => {
    const { fileName, content } = item.getAttachment(index)
    const name = fileName || textIn(own, 'fileName') || textIn(own, 'name') || `part ${index + 1}`
    const modifiedAt = isoTime(textIn(own, 'lastModificationTime')) || null
    return { name, bytes: Uint8Array.from(content ?? []), modifiedAt }
  })
  return [...formattedBody(fields), ...attached]
}

/** A body that is there as rich text only, as a document of its own. */
function formattedBody(fields: Fields): readonly Attachment[] {
  const { compressedRtf } = fields
  if (!(compressedRtf instanceof Uint8Array) || textIn(fields, 'body') !== '' || fields.html || fields.bodyHtml)
    return []
  return [rtfBody(compressedRtf)]
}
