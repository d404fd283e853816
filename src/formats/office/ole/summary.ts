import { charsetOfCodePage, runDecoder } from '../rtf-charset.ts'
import type { Sink } from '../sink.ts'
import type { Compound } from './compound.ts'

/** How a property is told: ExifTool's name, and what kind of thing it is. */
type Told = readonly [name: string, is: 'person' | 'personal' | 'plain']

/** [MS-OLEPS] 2.25.1 and 2.25.2: properties by number. */
const sets: readonly (readonly [stream: string, told: Readonly<Record<number, Told>>])[] = [
  [
    '\u0005SummaryInformation',
    {
      2: ['Title', 'personal'],
      3: ['Subject', 'personal'],
      4: ['Creator', 'person'],
      5: ['Keywords', 'personal'],
      6: ['Description', 'personal'],
      7: ['Template', 'personal'],
      8: ['LastModifiedBy', 'person'],
      11: ['LastPrinted', 'plain'],
      12: ['CreateDate', 'plain'],
      13: ['ModifyDate', 'plain'],
      18: ['Application', 'plain'],
    },
  ],
  [
    '\u0005DocumentSummaryInformation',
    { 2: ['Category', 'personal'], 14: ['Manager', 'person'], 15: ['Company', 'personal'] },
  ],
]

const [shortType, codepageText, wideText, fileTime] = [2, 30, 31, 64] as const
const codepageProperty = 1
const propertiesAtMost = 256
/** 100 ns steps from 1601 to 1970, in milliseconds. */
const epochOffset = 11_644_473_600_000

/** What the document says of itself; a set of properties that is damaged is told and left. */
export function readSummary(file: Compound, sink: Sink): void {
  for (const [stream, told] of sets) {
    const bytes = file.stream(stream)
    if (!bytes) continue
    for (const [number, value] of propertiesOf(bytes, sink)) {
      const property = told[number]
      if (!property) continue
      const [name, is] = property
      if (is === 'person') for (const one of value.split(';')) sink.person(name, one)
      else sink.metadata(name, value, is === 'personal')
    }
  }
}

/** Texts and times of the first set of properties in a stream ([MS-OLEPS] 2.21). */
function propertiesOf(bytes: Buffer, sink: Sink): readonly (readonly [number: number, value: string])[] {
  const values: (readonly [number, string])[] = []
  try {
    const start = bytes.readUInt32LE(44)
    const count = Math.min(propertiesAtMost, bytes.readUInt32LE(start + 4))
    const places = Array.from({ length: count }, (_, at) => ({
      number: bytes.readUInt32LE(start + 8 + 8 * at),
      at: start + bytes.readUInt32LE(start + 12 + 8 * at),
    }))
    const codepageAt = places.find(({ number }) => number === codepageProperty)?.at
    const codepage =
      codepageAt !== undefined && bytes.readUInt32LE(codepageAt) === shortType
        ? bytes.readUInt16LE(codepageAt + 4)
        : 1252
    for (const { number, at } of places) {
      const value = valueAt(bytes, at, codepage)
      if (value !== undefined) values.push([number, value])
    }
  } catch (error) {
    // What Node says of a place behind the end.
    if (!(error instanceof RangeError)) throw error
    sink.gap('malformed', 'the properties of the document are damaged')
  }
  return values
}

function valueAt(bytes: Buffer, at: number, codepage: number): string | undefined {
  const type = bytes.readUInt32LE(at)
  const length = bytes.readUInt32LE(at + 4)
  if (type === codepageText) return textOf(bytes.subarray(at + 8, at + 8 + length), codepage)
  if (type === wideText) return textOf(bytes.subarray(at + 8, at + 8 + 2 * length), 1200)
  if (type !== fileTime) return undefined
  const milliseconds = Number(bytes.readBigUInt64LE(at + 4) / 10_000n) - epochOffset
  // The time spent editing is written as a time, too.
  return milliseconds > 0 && milliseconds < 8e15 ? new Date(milliseconds).toISOString() : undefined
}

const decode = runDecoder()

function textOf(bytes: Buffer, codepage: number): string {
  const text = codepage === 1200 ? bytes.toString('utf16le') : decode(charsetOfCodePage(codepage), bytes)
  const end = text.indexOf('\0')
  return end < 0 ? text : text.slice(0, end)
}
