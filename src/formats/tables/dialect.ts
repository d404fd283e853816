/** How a delimited text is written. */
export interface Dialect {
  readonly delimiter: string
  readonly quote: '"' | "'"
  /** Characters before the first record: an announcement of the delimiter. */
  readonly start: number
}

/** Records that are compared. */
const sampleRecords = 30
/** Characters that records are taken from. */
const sampleCharacters = 32 * 1_024
/** Share of records that must have as many columns as the first. */
const leastSteady = 0.9
/** Share of commas or semicolons that may be followed by a blank, as they are in prose. */
const mostBlanks = 0.2

const announced = /^sep=([,;|\t])\r?\n/
const delimiters = ['\t', ';', ',', '|', '\x1f', '\x01', '^', '~']

/** How a text is written that begins like this; undefined where it is no table. */
export function dialectOf(text: string): Dialect | undefined {
  const said = announced.exec(text)
  if (said?.[1] !== undefined) return { delimiter: said[1], quote: '"', start: said[0].length }
  const lineEnd = text.indexOf('\n')
  const end = lineEnd < 0 ? text.indexOf('\r') : lineEnd
  if (end < 3 || end > sampleCharacters / 2) return undefined
  const sample = lineEnd < 0 ? text.slice(0, sampleCharacters).replaceAll('\r', '\n') : text
  for (const delimiter of delimiters) {
    if (sample.lastIndexOf(delimiter, end) <= 0) continue
    const isSingle = singleQuoted(sample, delimiter) && isTable(sample, delimiter, singleQuote)
    if (isSingle) return { delimiter, quote: "'", start: 0 }
    if (isTable(sample, delimiter, doubleQuote)) return { delimiter, quote: '"', start: 0 }
  }
  return undefined
}

function singleQuoted(text: string, delimiter: string): boolean {
  const sample = text.slice(0, sampleCharacters)
  return !sample.includes('"') && sample.includes(`'${delimiter}'`)
}

function isTable(text: string, delimiter: string, quote: number): boolean {
  const records = recordsOf(text, delimiter, quote)
  const columns = records[0]?.fields ?? 0
  if (records.length < 2 || columns < 2) return false
  const steady = records.filter(({ fields }) => fields === columns).length
  if (steady < leastSteady * records.length) return false
  // Statements and lists may end in a delimiter, line by line.
  if (columns === 2 && records.every(({ endsOpen }) => endsOpen)) return false
  const count = records.reduce((sum, { fields }) => sum + fields - 1, 0)
  const blanks = records.reduce((sum, record) => sum + record.blanks, 0)
  return delimiter === '\t' || blanks <= mostBlanks * count
}

interface RecordShape {
  readonly fields: number
  /** Delimiters that a blank follows. */
  readonly blanks: number
  readonly endsOpen: boolean
}

const doubleQuote = 0x22
const singleQuote = 0x27
const lineFeed = 0x0a
const carriageReturn = 0x0d
const blank = 0x20

/**
 * The shapes of the first records; quoted fields may hold delimiters and line ends. A record that is cut off is left out.
 * None where so many records differ from the first that the text is no table.
 */
function recordsOf(text: string, delimiter: string, quote: number): readonly RecordShape[] {
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
