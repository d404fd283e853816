import type { Extract, Format, Head, ReadContext } from '../../core/content.ts'
import { type Reader, readAll } from '../../core/reader.ts'
import { bufferOf, createDecoder } from '../decoder.ts'
import { type Attachment, tellMessage } from './message.ts'
import { rtfBody } from './rtf-body.ts'

const mediaType = 'application/vnd.ms-tnef'
const signature = 0x223e9f78

/** What Outlook wraps attachments and formatted bodies in for others of its kind: winmail.dat ([MS-OXTNEF]). */
export const tnef: Format = Object.freeze({
  id: 'tnef',
  title: 'Outlook attachments in TNEF',
  medium: 'message',
  mediaTypes: Object.freeze({ [mediaType]: ['tnef', 'dat'] }),
  recognizes: ({ bytes }: Head) =>
    bytes.length >= 6 && bufferOf(bytes).readUInt32LE(0) === signature ? mediaType : undefined,
  read: readTnef,
})

// Attributes ([MS-OXTNEF] 2.1.3.3), without their types.
const subject = 0x8004
const body = 0x800c
const newAttachment = 0x9002
const attachmentData = 0x800f
const attachmentTitle = 0x8010
const attachmentProperties = 0x9005
const messageProperties = 0x9003
/** Attributes of one file. */
const mostAttributes = 100_000
/** Of MAPI properties ([MS-OXPROPS]): a long file name in UTF-16 and in one byte a character, an RTF body that is packed. */
const longNames = [0x3707001f, 0x3707001e] as const
const packedBody = 0x10090102

async function* readTnef(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const bytes = bufferOf(await readAll(reader, limits.mailBytes))
  const attachments: Attachment[] = []
  const found = { subject: '', text: '' }
  let isWhole = true
  let at = 6
  for (let count = 0; at < bytes.length && count < mostAttributes; count++) {
    const attribute = attributeAt(bytes, at)
    isWhole = attribute !== undefined
    if (!attribute) break
    at = attribute.end
    take(attribute, found, attachments)
  }
  const message = { correspondents: [], date: '', html: '', header: '', properties: [] }
  yield* tellMessage({ ...message, ...found, attachments: attachments.filter(hasContent) }, limits)
  if (!isWhole) yield { what: 'gap', cause: 'truncated', message: 'its last attribute is cut off' }
}

interface Attribute {
  readonly id: number
  readonly data: Buffer
  readonly end: number
}

/** Level, id with type, length, data, checksum. */
function attributeAt(bytes: Buffer, at: number): Attribute | undefined {
  if (at + 9 > bytes.length) return undefined
  const id = bytes.readUInt16LE(at + 1)
  const end = at + 9 + bytes.readUInt32LE(at + 5) + 2
  return end > bytes.length ? undefined : { id, data: bytes.subarray(at + 9, end - 2), end }
}

function take({ id, data }: Attribute, found: { subject: string; text: string }, attachments: Attachment[]): void {
  const current = attachments.at(-1)
  const replace = (attachment: Attachment) => attachments.splice(-1, 1, attachment)
  if (id === subject) found.subject ||= text(data)
  else if (id === body) found.text ||= text(data)
  else if (id === newAttachment) attachments.push({ name: 'attachment', bytes: new Uint8Array() })
  else if (id === attachmentData && current) replace({ ...current, bytes: Uint8Array.from(data) })
  else if (id === attachmentTitle && current) replace({ ...current, name: text(data) || current.name })
  else if (id === attachmentProperties && current) replace({ ...current, name: longName(data) || current.name })
  else if (id === messageProperties) attachments.push(...richBody(data))
}

function hasContent({ bytes }: Attachment): boolean {
  return bytes.length > 0
}

/** Text of one byte a character, in the charset of the country: up to its zero. */
function text(data: Buffer): string {
  const end = data.indexOf(0)
  return createDecoder('utf-8')
    .decode(end < 0 ? data : data.subarray(0, end), true)
    .trim()
}

/** The value behind a property's tag, where it is of one value: a count, its length, its bytes. */
function property(data: Buffer, tag: number): Buffer | undefined {
  const mark = Buffer.alloc(8)
  mark.writeUInt32LE(tag, 0)
  mark.writeUInt32LE(1, 4)
  const at = data.indexOf(mark)
  if (at < 0 || at + 12 > data.length) return undefined
  return data.subarray(at + 12, at + 12 + data.readUInt32LE(at + 8))
}

function longName(data: Buffer): string {
  const [wide, narrow] = longNames.map((tag) => property(data, tag))
  if (wide)
    return wide
      .toString('utf16le')
      .replace(/\0[\s\S]*$/, '')
      .trim()
  return narrow ? text(narrow) : ''
}

/** A body that is rich text, as a document of its own. */
function richBody(data: Buffer): Attachment[] {
  const packed = property(data, packedBody)
  return packed ? [rtfBody(packed)] : []
}
