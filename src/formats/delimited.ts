import { embeddedGap, embeddedRun } from './embedded.ts'
import { textFormat } from './text-format.ts'

/** Records that are compared. */
const sampleRecords = 30
/** Characters that records are taken from. */
const sampleCharacters = 32 * 1_024
/** Share of records that must have as many columns as the first. */
const leastSteady = 0.9
/** Share of commas or semicolons that may be followed by a blank, as they are in prose. */
const mostBlanks = 0.2

/** Tables as delimited text (RFC 4180 and its relatives), read as text: one line a row. */
export const delimited = textFormat({
  id: 'delimited',
  title: 'Delimited tables (CSV, TSV)',
  medium: 'table',
  mediaTypes: { 'text/csv': ['csv'], 'text/tab-separated-values': ['tsv', 'tab'] },
  recognizes(text) {
    const delimiter = delimiterOf(text)
    if (delimiter === undefined) return undefined
    return delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv'
  },
  unread: [{ pattern: embeddedRun, gap: embeddedGap }],
})

const announced = /^sep=([,;|\t])\r?\n/

function delimiterOf(text: string): string | undefined {
  const said = announced.exec(text)
  if (said?.[1] !== undefined) return said[1]
  const end = text.indexOf('\n')
  if (end < 3 || end > sampleCharacters / 2) return undefined
  return ['\t', ';', ',', '|'].find((delimiter) => text.lastIndexOf(delimiter, end) > 0 && isTable(text, delimiter))
}

function isTable(text: string, delimiter: string): boolean {
  const records = recordsOf(text, delimiter)
  const columns = records[0]?.fields ?? 0
  if (records.length < 2 || columns < 2) return false
  const steady = records.filter(({ fields }) => fields === columns).length
  if (steady < leastSteady * records.length) return false
  // Statements and lists may end in a delimiter, line by line.
  if (columns === 2 && records.every(({ endsOpen }) => endsOpen)) return false
  const delimiters = records.reduce((sum, { fields }) => sum + fields - 1, 0)
  const blanks = records.reduce((sum, record) => sum + record.blanks, 0)
  return delimiter === '\t' || blanks <= mostBlanks * delimiters
}

interface RecordShape {
  readonly fields: number
  /** Delimiters that a blank follows. */
  readonly blanks: number
  readonly endsOpen: boolean
}

const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d
const blank = 0x20

/**
 * The shapes of the first records; quoted fields may hold delimiters and line ends. A record that is cut off is left out.
 * None where so many records differ from the first that the text is no table.
 */
function recordsOf(text: string, delimiter: string): readonly RecordShape[] {
  const separator = delimiter.charCodeAt(0)
  const records: RecordShape[] = []
  const end = Math.min(text.length, sampleCharacters)
  let [fields, blanks, strange] = [1, 0, 0]
  let isQuoted = false
  let before = lineFeed
  for (let at = 0; at < end && records.length < sampleRecords; at++) {
    const unit = text.charCodeAt(at)
    if (unit === quote && (isQuoted || before === separator || before === lineFeed)) isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (unit === separator) {
      fields++
      if (text.charCodeAt(at + 1) === blank) blanks++
    } else if (unit === lineFeed) {
      if (before === lineFeed && records.length === 1) return []
      if (before !== lineFeed) {
        records.push({ fields, blanks, endsOpen: before === separator })
        if (fields !== records[0]?.fields && ++strange > (1 - leastSteady) * sampleRecords) return []
      }
      fields = 1
      blanks = 0
    }
    if (unit !== carriageReturn) before = unit
  }
  if (end === text.length && before !== lineFeed && !isQuoted) {
    records.push({ fields, blanks, endsOpen: before === separator })
  }
  return records
}
