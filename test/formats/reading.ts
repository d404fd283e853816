import type { Extract, Format, Gap, Segment } from '../../src/core/content.ts'
import { defaultLimits, type Limits } from '../../src/core/limits.ts'
import { bytesReader, type Reader } from '../../src/core/reader.ts'
import type { Cell } from '../../src/core/table.ts'
import { openHead } from '../../src/formats/head.ts'

/** What a format says of bytes that it recognises. */
export interface Read {
  readonly mediaType: string | undefined
  readonly extracts: readonly Extract[]
  /** The text of each unit, joined: 'text' for the item's own, else the part's name. */
  readonly text: Readonly<Record<string, string>>
  readonly gaps: readonly Gap['cause'][]
}

/** Recognises and reads. Text is written as UTF-8. */
export async function read(
  format: Format,
  content: string | Uint8Array,
  limits: Partial<Limits> = {},
  passwords: readonly string[] = [],
): Promise<Read> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return readFrom(format, bytesReader(bytes), limits, passwords)
}

/** The same from any reader. */
export async function readFrom(
  format: Format,
  reader: Reader,
  limits: Partial<Limits> = {},
  passwords: readonly string[] = [],
): Promise<Read> {
  const head = await openHead(reader)
  const mediaType = await format.recognizes(head)
  if (mediaType === undefined) return { mediaType, extracts: [], text: {}, gaps: [] }
  const extracts: Extract[] = []
  const context = { limits: { ...defaultLimits, ...limits }, mediaType, head, passwords }
  for await (const extract of format.read(reader, context)) extracts.push(extract)
  const gaps = extracts.flatMap((extract) => (extract.what === 'gap' ? [extract.cause] : []))
  return { mediaType, extracts, text: textByUnit(segmentsOf(extracts)), gaps }
}

/** The segments among extracts. */
export function segmentsOf(extracts: readonly Extract[]): readonly Segment[] {
  return extracts.filter((extract) => extract.what === 'segment')
}

function textByUnit(segments: readonly Segment[]): Readonly<Record<string, string>> {
  const text: Record<string, string> = {}
  for (const segment of segments) {
    const unit = segment.place.unit === 'part' ? segment.place.part : segment.place.unit
    text[unit] = (text[unit] ?? '') + segment.text
  }
  return text
}

/** The rows of all tables, in order. */
export function rowsOf({ extracts }: Read): readonly (readonly Cell[])[] {
  return extracts.flatMap((extract) => (extract.what === 'rows' ? extract.rows : []))
}
