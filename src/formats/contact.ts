import type { Extract, Format, Head, ReadContext } from '../core/content.ts'
import { readableName } from '../core/readable-name.ts'
import { bytesReader, type Reader } from '../core/reader.ts'
import { type ContentLine, contentLines } from './content-lines.ts'
import { createSegmentWriter, textPieces } from './text-stream.ts'

/** Contact cards (RFC 6350) and calendars (RFC 5545): one labelled line a property; pictures and files in them are items within. */
export const contact: Format = Object.freeze({
  id: 'contact',
  title: 'Contact cards and calendars',
  medium: 'message',
  mediaTypes: Object.freeze({ 'text/vcard': ['vcf', 'vcard'], 'text/calendar': ['ics', 'ical', 'ifb', 'vcs'] }),
  recognizes(head: Head) {
    const match = begin.exec(head.text()?.text ?? '')
    if (!match) return undefined
    return match[1]?.toLowerCase() === 'vcard' ? 'text/vcard' : 'text/calendar'
  },
  read: readContacts,
})

const begin = /^\s{0,100}BEGIN:(VCARD|VCALENDAR)\s/i

async function* readContacts(reader: Reader, context: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const { limits } = context
  const writer = createSegmentWriter(limits.segmentCharacters)
  const lines = contentLines(Math.min(limits.pictureBytes, limits.textCharacters))
  let children = 0
  const tell = function* (properties: readonly ContentLine[]): Generator<Extract> {
    for (const property of properties) {
      const file = fileIn(property)
      if (!file) {
        writer.add(lineOf(property))
        yield* writer.take(false)
      } else if (children < limits.children) {
        children += 1
        yield { what: 'child', name: `${children} ${file.name}`, modifiedAt: null, reader: bytesReader(file.bytes) }
      } else if (children++ === limits.children)
        yield { what: 'gap', cause: 'too_many', message: `more than ${limits.children} files in cards or entries` }
    }
  }
  for await (const piece of textPieces(reader, context)) {
    if (typeof piece !== 'string') {
      yield piece
      continue
    }
    lines.add(piece)
    yield* tell(lines.take(false))
  }
  yield* tell(lines.take(true))
  yield* writer.take(true)
  if (lines.isCut) yield { what: 'gap', cause: 'too_large', message: 'a property with more in it than is held' }
}

const labels: Readonly<Record<string, string>> = {
  FN: 'Name',
  N: 'Name',
  EMAIL: 'E-mail',
  TEL: 'Phone',
  ADR: 'Address',
  BDAY: 'Date of birth',
  ORG: 'Company',
  ORGANIZER: 'Organizer',
  ATTENDEE: 'Attendee',
  GEO: 'Geo',
  URL: 'URL',
}

/** Marks of structure, and codes that belong to nobody. */
const silent: ReadonlySet<string> = new Set(
  'VERSION PRODID CALSCALE METHOD UID REV DTSTAMP SEQUENCE TRANSP STATUS RRULE TZID TZOFFSETFROM TZOFFSETTO'.split(' '),
)

/** One property as a line that reads like a form; an empty one between entries. */
function lineOf({ name, parameters, value, isBase64 }: ContentLine): string {
  if (name === 'BEGIN') return '\n'
  if (name === 'END' || silent.has(name) || isBase64) return ''
  const shown = name === 'ORGANIZER' || name === 'ATTENDEE' ? calendarUser(parameters, value) : readable(name, value)
  return shown === '' ? '' : `${labels[name] ?? readableName(name.toLowerCase())}: ${shown}\n`
}

function calendarUser(parameters: ReadonlyMap<string, string>, value: string): string {
  const address = value.replace(/^mailto:/i, '')
  const name = parameters.get('CN')
  return name === undefined || name === address ? address : `${name} <${address}>`
}

function readable(name: string, value: string): string {
  const parts = value.split(/(?<!\\);/).map(unescaped)
  // Family, given, further names, what stands before and behind.
  const [family = '', given = '', further = '', before = '', behind = ''] = parts
  const ordered = name === 'N' ? [before, given, further, family, behind] : parts
  const joined = ordered.filter((part) => part !== '').join(name === 'N' ? ' ' : ', ')
  return name === 'TEL' ? joined.replace(/^tel:/i, '') : joined
}

function unescaped(value: string): string {
  return value.replace(/\\([nN,;\\:])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? ' ' : sign)).trim()
}

const dataUri = /^data:([a-z]+\/[a-z0-9.+-]{1,60})?[^,]{0,100};base64,/i
/** Base64 characters from which a value is a file and no code. */
const leastFile = 40

function fileIn({
  name,
  parameters,
  value,
  isBase64,
}: ContentLine): { readonly name: string; readonly bytes: Buffer } | undefined {
  const uri = dataUri.exec(value.slice(0, 300))
  const encoded = isBase64 ? value : uri ? value.slice(uri[0].length) : ''
  if (encoded.length < leastFile) return undefined
  const type = (
    uri?.[1] ??
    parameters.get('TYPE') ??
    parameters.get('MEDIATYPE') ??
    parameters.get('FMTTYPE') ??
    ''
  ).toLowerCase()
  const extension = /(?:^|\/)(jpe?g|png|gif|pdf|webp)$/.exec(type)?.[1]
  return {
    name: `${name.toLowerCase()}${extension === undefined ? '' : `.${extension}`}`,
    bytes: Buffer.from(encoded, 'base64'),
  }
}
