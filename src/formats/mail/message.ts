import type { Child, Extract, MetadataEntry } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'
import { bytesReader } from '../../core/reader.ts'
import { createHtmlText } from '../html-text.ts'
import { looksLikePersonName } from '../person-name.ts'
import { createSegmentWriter } from '../text-stream.ts'

/** What somebody has to do with a message: the header field that names them. */
export type Role = 'From' | 'Sender' | 'ReplyTo' | 'To' | 'Cc' | 'Bcc' | 'DeliveredTo' | 'ReturnPath'

/** One person or list that a message names in its header. */
export interface Correspondent {
  readonly role: Role
  /** As the sender's program shows them; '' where it does not. */
  readonly name: string
  /** Mail address, or one of another kind; '' where there is none. */
  readonly address: string
}

/** A file that came with a message. */
export interface Attachment {
  readonly name: string
  readonly bytes: Uint8Array
  readonly modifiedAt?: string | null
}

/** A message, whatever it is kept in. */
export interface Message {
  readonly correspondents: readonly Correspondent[]
  readonly subject: string
  /** ISO 8601, or as written where that can't be told; '' where unknown. */
  readonly date: string
  readonly text: string
  readonly html: string
  /** Further fields of the header, one a line. */
  readonly header: string
  /** What else it says of itself: name and value, none of it personal. */
  readonly properties: readonly (readonly [name: string, value: string])[]
  readonly attachments: readonly Attachment[]
}

/** A message as extracts: its header as metadata, its bodies as text, its attachments as items within it. */
export function* tellMessage(message: Message, limits: Limits): Generator<Extract> {
  yield* headerOf(message, limits)
  const { text, html } = message
  const shown = htmlBody(html, limits)
  let left = limits.textCharacters
  for (const [part, content] of [
    // The body first: the words of a header are English, whatever language people write in.
    ['body', text],
    ['html body', addsTo(text, shown) ? shown : ''],
    ['header', message.header],
  ] as const) {
    const cut = content.slice(0, left)
    left -= cut.length
    if (cut.trim() === '') continue
    const writer = createSegmentWriter(limits.segmentCharacters, part)
    writer.add(cut.toWellFormed())
    yield* writer.take(true)
    if (cut.length < content.length)
      yield { what: 'gap', cause: 'too_large', message: `more than ${limits.textCharacters} characters of text` }
  }
  yield* attachmentsOf(message.attachments, limits)
}

function* headerOf(
  { subject, date, properties, correspondents }: Message,
  { metadata, metadataCharacters }: Limits,
): Generator<Extract> {
  const entries: MetadataEntry[] = []
  const add = (name: string, value: string, nature: Omit<MetadataEntry, 'what' | 'name' | 'value'>) => {
    if (value !== '')
      entries.push({ what: 'metadata', name, value: value.slice(0, metadataCharacters).toWellFormed(), ...nature })
  }
  add('Subject', subject, { personal: true })
  add('Date', date, { personal: false })
  for (const [name, value] of properties) add(name, value, { personal: false })
  const seen = new Set<string>()
  for (const one of correspondents) {
    for (const [name, value, nature] of entriesOf(one)) {
      const key = `${name} ${value}`
      if (!seen.has(key)) add(name, value, nature)
      seen.add(key)
    }
  }
  yield* entries.slice(0, metadata)
  if (entries.length > metadata)
    yield { what: 'gap', cause: 'too_many', message: `more than ${metadata} senders, recipients and other fields` }
}

const mailAddress = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,255}$/

function entriesOf({ role, name, address }: Correspondent) {
  const entries: (readonly [name: string, value: string, nature: Omit<MetadataEntry, 'what' | 'name' | 'value'>])[] = []
  const bare = name.replace(/^['"\s]+|['"\s]+$/g, '')
  if (bare !== '' && bare.toLowerCase() !== address.toLowerCase()) {
    const person = { personal: true, entityType: 'PERSON', canonical: sortedWords(bare) }
    entries.push([role, bare, looksLikePersonName(bare) ? person : { personal: true }])
  }
  if (mailAddress.test(address))
    entries.push([role, address, { personal: true, entityType: 'EMAIL_ADDRESS', canonical: address.toLowerCase() }])
  else entries.push([role, address, { personal: true }])
  return entries
}

/** One spelling for a name however its parts are ordered: lower case, without diacritics, sorted. */
function sortedWords(name: string): string {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return (bare.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ')
}

/** What a reader sees of an HTML body, and the addresses that its links lead to. */
function htmlBody(html: string, { nesting }: Limits): string {
  if (html === '') return ''
  const reading = createHtmlText(nesting)
  reading.write(html)
  reading.end()
  const { body, attributes } = reading.take()
  return attributes.trim() === '' ? body : `${body}\n${attributes}`
}

/** Whether the HTML body says anything that the plain one does not: most programs write the same into both. */
function addsTo(text: string, shown: string): boolean {
  const known = new Set(wordsOf(text))
  return wordsOf(shown).some((word) => !known.has(word))
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

function* attachmentsOf(attachments: readonly Attachment[], { children }: Limits): Generator<Extract> {
  for (const { name, bytes, modifiedAt = null } of attachments.slice(0, children))
    yield { what: 'child', name: name.toWellFormed(), modifiedAt, reader: bytesReader(bytes) } satisfies Child
  if (attachments.length > children)
    yield { what: 'gap', cause: 'too_many', message: `more than ${children} attachments` }
}
