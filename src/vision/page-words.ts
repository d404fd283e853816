/** A word as the engine read it, where it stands in the picture. */
export interface Word {
  readonly text: string
  /** 0…1. */
  readonly confidence: number
  /** The engine's number of the block that holds it. */
  readonly block: number
  /** Words of one line of one block share it. */
  readonly line: string
  /** Pixels. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A stretch of text that was read, and how sure its letters are. UTF-16 units, end exclusive. */
export interface Legible {
  readonly start: number
  readonly end: number
  readonly confidence: number
}

/** The text of a page, with how legible each word is. */
export interface PageText {
  readonly text: string
  readonly words: readonly Legible[]
}

/** Words that the engine put on one line. */
interface Line {
  readonly words: Word[]
  readonly block: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly height: number
}

/** Lines that stand beside each other. */
interface Row {
  readonly lines: Line[]
  middle: number
  height: number
}

// Shares of the height of a line.
const wideGap = 1.1
const paragraph = 1.9
/** The most spaces that stand for a gap. */
const widest = 8
/** Words less sure than this are marks and patterns taken for letters. */
const leastConfidence = 0.2

/**
 * The text of a page as it stands there: lines beside each other, as a table's cells, make one, with three to eight
 * spaces for a gap; columns of running text are read one after the other. The same picture as PDF text gives.
 */
export function pageOf(words: readonly Word[]): PageText {
  const lines = linesOf(words.filter(isKept))
  const parts: Row[][] = columnsOf(lines).map(rowsOf)
  const made = { text: '', words: [] as Legible[] }
  for (const rows of parts) {
    let last: Row | undefined
    const margin = Math.min(...rows.flatMap((row) => row.lines.map(({ left }) => left)))
    for (const row of rows) {
      if (made.text !== '') made.text += !last || isApart(last, row) ? '\n\n' : '\n'
      write(row, margin, made)
      last = row
    }
  }
  return made
}

/** Blocks of another reading are numbered from here. */
const blocksOfOther = 10_000
/** A word that another reading adds must be this sure. */
const leastAdded = 0.5

/** The words of one reading, and those of another that stand where it has none. */
export function combined(words: readonly Word[], others: readonly Word[]): readonly Word[] {
  const kept = words.filter(isKept)
  const added = others
    .filter((other) => other.confidence >= leastAdded && !kept.some((word) => isOver(word, other)))
    .map((word) => ({ ...word, block: word.block + blocksOfOther, line: `other ${word.line}` }))
  return [...kept, ...added]
}

function isOver(one: Word, other: Word): boolean {
  const across = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left)
  const down = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top)
  return across > 0 && down > 0.3 * Math.min(one.height, other.height)
}

/** Fillers of a machine-readable line look like no letters to the engine: their check digits will prove them. */
export function isKept({ text, confidence }: Word): boolean {
  return confidence >= leastConfidence || text.includes('<<')
}

/** How sure a text is that was read: the mean of its letters. */
export function meanConfidence(words: readonly Word[]): number {
  let letters = 0
  let sum = 0
  for (const { text, confidence } of words) {
    letters += text.length
    sum += text.length * confidence
  }
  return letters === 0 ? 0 : sum / letters
}

function linesOf(words: readonly Word[]): Line[] {
  const byLine = new Map<string, Word[]>()
  for (const word of words) {
    const line = byLine.get(word.line)
    if (line) line.push(word)
    else byLine.set(word.line, [word])
  }
  return [...byLine.values()].map(lineOf)
}

function lineOf(words: Word[]): Line {
  const [first] = words
  const heights = words.map(({ height }) => height).sort((a, b) => a - b)
  return {
    words,
    block: first?.block ?? 0,
    left: Math.min(...words.map(({ left }) => left)),
    right: Math.max(...words.map(({ left, width }) => left + width)),
    top: Math.min(...words.map(({ top }) => top)),
    bottom: Math.max(...words.map(({ top, height }) => top + height)),
    height: heights[heights.length >> 1] ?? 1,
  }
}

/** Lines of running text in a block, from which on it is a column to be read by itself. */
const linesOfProse = 4
const wordsOfProse = 5

/** Blocks of running text that stand beside each other are columns; all else is one page. */
function columnsOf(lines: readonly Line[]): Line[][] {
  const blocks = Map.groupBy(lines, ({ block }) => block)
  const prose = [...blocks.values()].filter(isProse)
  const isColumn = (block: readonly Line[]): boolean => prose.some((other) => other !== block && isBeside(block, other))
  const columns = prose.filter(isColumn)
  if (columns.length < 2) return lines.length > 0 ? [[...lines]] : []
  const top = Math.min(...columns.flat().map((line) => line.top))
  const rest = lines.filter((line) => !columns.some((column) => column.includes(line)))
  const above = rest.filter(({ bottom }) => bottom <= top)
  const below = rest.filter((line) => !above.includes(line))
  return [above, ...columns, below].filter(({ length }) => length > 0)
}

function isProse(block: readonly Line[]): boolean {
  const words = block.reduce((sum, line) => sum + line.words.length, 0)
  return block.length >= linesOfProse && words >= wordsOfProse * block.length
}

function isBeside(one: readonly Line[], other: readonly Line[]): boolean {
  const [a, b] = [boundsOf(one), boundsOf(other)]
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return (a.right <= b.left || b.right <= a.left) && shared > 0.3 * Math.min(a.bottom - a.top, b.bottom - b.top)
}

function boundsOf(lines: readonly Line[]) {
  return {
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
    top: Math.min(...lines.map(({ top }) => top)),
    bottom: Math.max(...lines.map(({ bottom }) => bottom)),
  }
}

function rowsOf(lines: readonly Line[]): Row[] {
  const rows: Row[] = []
  for (const line of lines.toSorted((a, b) => a.top + a.bottom - b.top - b.bottom)) {
    const middle = (line.top + line.bottom) / 2
    const row = rows.findLast((one) => fits(one, line, middle))
    if (row) {
      row.lines.push(line)
      row.middle = (row.middle * (row.lines.length - 1) + middle) / row.lines.length
      row.height = Math.max(row.height, line.height)
    } else rows.push({ lines: [line], middle, height: line.height })
  }
  return rows.sort((a, b) => a.middle - b.middle)
}

/** Whether a line stands beside those of a row: at their height, and over none of them. */
function fits({ lines, middle: of, height }: Row, line: Line, middle: number): boolean {
  if (Math.abs(of - middle) > 0.45 * Math.min(height, line.height)) return false
  return lines.every(({ left, right }) => line.left >= right - height || line.right <= left + height)
}

function isApart(above: Row, below: Row): boolean {
  return below.middle - above.middle > paragraph * Math.max(above.height, below.height)
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** Writes a row: its lines from left to right, or from right to left in such a script. */
function write({ lines }: Row, margin: number, made: { text: string; readonly words: Legible[] }): void {
  const words = lines.flatMap((line) => line.words)
  const turned = words.filter(({ text }) => rightToLeft.test(text)).length
  const isTurned = turned > 0 && turned >= words.filter(({ text }) => /\p{Script=Latin}/u.test(text)).length
  const sorted = lines.toSorted((a, b) => (isTurned ? b.right - a.right : a.left - b.left))
  let last: Word | undefined
  for (const { words: own, height } of sorted) {
    for (const word of own) {
      const gap = last ? gapBetween(last, word) : isTurned ? 0 : word.left - margin
      if (last || gap > wideGap * height) made.text += ' '.repeat(spacesFor(gap / Math.max(1, height)))
      made.words.push({
        start: made.text.length,
        end: made.text.length + word.text.length,
        confidence: word.confidence,
      })
      made.text += word.text
      last = word
    }
  }
}

function gapBetween(one: Word, other: Word): number {
  return Math.max(other.left - one.left - one.width, one.left - other.left - other.width)
}

function spacesFor(gap: number): number {
  return gap > wideGap ? Math.min(widest, Math.max(3, Math.round(gap / 0.45))) : 1
}
