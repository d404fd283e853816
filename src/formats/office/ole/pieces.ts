import { ItemError } from '../../../core/problem.ts'

const magic = 0xa5ec
/** Versions from Word 97 on write a piece table. */
const word97 = 0xc1
const [encrypted, secondTable] = [0x0100, 0x0200]

/** Where the parts of a document's text follow each other ([MS-DOC] 2.4.1): the place of each count of characters in the header. */
const parts: readonly (readonly [part: string, place: number])[] = [
  ['body', 76],
  ['footnotes', 80],
  ['header', 84],
  ['comments', 92],
  ['endnotes', 96],
  ['text boxes', 100],
  ['header text boxes', 104],
]

/** The text of one part, with the marks that stand for its structure. */
export interface PartText {
  readonly part: string
  readonly text: string
}

/**
 * The text of a Word document by its parts ([MS-DOC] 2.4.1, 2.8.35). What was deleted while changes were tracked stands in
 * it, too.
 * @param tableOf the table stream of this number
 * @throws ItemError `encrypted`, `malformed`
 */
export function textOfParts(main: Buffer, tableOf: (number: 0 | 1) => Buffer | undefined): readonly PartText[] {
  try {
    if (main.readUInt16LE(0) !== magic) throw new ItemError('malformed', 'the main stream is none of a document')
    const flags = main.readUInt16LE(10)
    if (flags & encrypted) throw new ItemError('encrypted', 'the document is under a password')
    if (main.readUInt16LE(2) < word97) return [{ part: 'body', text: plainText(main) }]
    const table = tableOf(flags & secondTable ? 1 : 0)
    if (!table) throw new ItemError('malformed', 'the table of the text is missing')
    const start = main.readUInt32LE(0x1a2)
    return splitText(main, piecesOf(main, table.subarray(start, start + main.readUInt32LE(0x1a6))))
  } catch (error) {
    // What Node says of a place behind the end.
    if (error instanceof RangeError) throw new ItemError('malformed', 'the table of the text is damaged')
    throw error
  }
}

/** Word 6 and 95: one stretch of bytes, unless it was saved in haste. */
function plainText(main: Buffer): string {
  const isComplex = (main.readUInt16LE(10) & 4) !== 0
  if (isComplex) throw new ItemError('unsupported_type', 'a document of Word 6 or 95 that was saved in pieces')
  return narrow(main.subarray(main.readUInt32LE(24), main.readUInt32LE(28)))
}

/** The pieces of text in their order; each stands once in the file, so that they are not more than it. */
function piecesOf(main: Buffer, table: Buffer): string {
  let at = 0
  while (table.readUInt8(at) === 1) at += 3 + table.readUInt16LE(at + 1)
  if (table.readUInt8(at) !== 2) throw new ItemError('malformed', 'the table of the text is damaged')
  const count = Math.floor((table.readUInt32LE(at + 1) - 4) / 12)
  const places = at + 5
  const texts: string[] = []
  let room = main.length
  for (let piece = 0; piece < count; piece += 1) {
    const characters = table.readUInt32LE(places + 4 * piece + 4) - table.readUInt32LE(places + 4 * piece)
    const place = table.readUInt32LE(places + 4 * (count + 1) + 8 * piece + 2)
    const isNarrow = (place & 0x40000000) !== 0
    const start = isNarrow ? (place & 0x3fffffff) / 2 : place
    const bytes = isNarrow ? characters : 2 * characters
    room -= bytes
    if (characters < 0 || room < 0) throw new ItemError('malformed', 'the pieces of the text overlap')
    const run = main.subarray(start, start + bytes)
    texts.push(isNarrow ? narrow(run) : run.toString('utf16le'))
  }
  return texts.join('')
}

const windows1252 = new TextDecoder('windows-1252')

function narrow(bytes: Buffer): string {
  return windows1252.decode(bytes)
}

function splitText(main: Buffer, text: string): readonly PartText[] {
  let at = 0
  return parts.map(([part, place]) => {
    const start = at
    at += main.readUInt32LE(place)
    return { part, text: text.slice(start, at) }
  })
}
