import type { Extract, Format, Gap, Head, Medium, ReadContext } from '../core/content.ts'
import type { Reader } from '../core/reader.ts'
import { embeddedCharacters, embeddedGap } from './embedded.ts'
import { createSegmentWriter, textPieces } from './text-stream.ts'

/** What is particular about a format that is read as the text it is. */
export interface TextFormatSpec {
  readonly id: string
  readonly title: string
  readonly medium: Medium
  readonly mediaTypes: Readonly<Record<string, readonly string[]>>
  /** The media type of a text that begins like this; called for every text, so it asks the cheapest question first. */
  recognizes(text: string, head: Head): string | undefined
  /** Marks of parts that plain reading does not reach, beside those every text may have. Looked for until found. */
  readonly unread?: readonly UnreadMark[]
  /** True where the format's own `recognizes` is to be asked about bytes that are no text throughout. */
  readonly takesBytes?: boolean
}

/** A sign in a text that something in it was not read. */
export interface UnreadMark {
  /** A string that stands in every text with the sign, if there is one: looked for first, being fast. */
  readonly hint?: string
  readonly pattern: RegExp
  readonly gap: Gap
}

/** Characters that a mark may take up: so many are looked at again with the next piece. */
const markCharacters = 2 * embeddedCharacters + 200

const everywhere: readonly UnreadMark[] = [
  { hint: ';base64,', pattern: new RegExp(`;base64,[A-Za-z0-9+/]{${embeddedCharacters}}`), gap: embeddedGap },
  {
    hint: '-----BEGIN PGP MESSAGE-----',
    pattern: /^-----BEGIN PGP MESSAGE-----/m,
    gap: { what: 'gap', cause: 'encrypted', message: 'an encrypted message was not examined' },
  },
  {
    hint: '\nbegin 6',
    pattern: /^begin 6\d\d \S.{0,200}\r?\n[!-`]{2,62}\r?$/m,
    gap: { what: 'gap', cause: 'unsupported_type', message: 'an attachment in uuencoding was not examined' },
  },
]

/** A format that gives the text of an item as it stands, streamed, and names what that leaves unread. */
export function textFormat(spec: TextFormatSpec): Format {
  const { id, title, medium, mediaTypes, takesBytes } = spec
  const marks = Object.freeze([...everywhere, ...(spec.unread ?? [])])
  return Object.freeze({
    id,
    title,
    medium,
    mediaTypes: Object.freeze(mediaTypes),
    recognizes(head: Head) {
      const known = head.text()
      if (known) return spec.recognizes(known.text, head)
      return takesBytes ? spec.recognizes(Buffer.from(head.bytes).toString('latin1'), head) : undefined
    },
    read: (reader: Reader, context: ReadContext) => readText(reader, context, marks),
  })
}

async function* readText(
  reader: Reader,
  context: ReadContext,
  marks: readonly UnreadMark[],
): AsyncGenerator<Extract, void, undefined> {
  const writer = createSegmentWriter(context.limits.segmentCharacters)
  let sought = marks
  let before = ''
  for await (const piece of textPieces(reader, context)) {
    if (typeof piece !== 'string') {
      yield piece
      continue
    }
    const found = marksIn(before + piece, sought)
    before = piece.slice(-markCharacters)
    for (const { gap } of found) yield gap
    if (found.length > 0) sought = sought.filter((mark) => !found.includes(mark))
    writer.add(piece)
    yield* writer.take(false)
  }
  yield* writer.take(true)
}

/** Those marks that a text has. */
export function marksIn(text: string, marks: readonly UnreadMark[]): readonly UnreadMark[] {
  return marks.filter(({ hint, pattern }) => (hint === undefined || text.includes(hint)) && pattern.test(text))
}
