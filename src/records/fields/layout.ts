/** A stretch of a line between two gaps as between columns. UTF-16 units, end exclusive, without blanks at its ends. */
export interface Cell {
  readonly start: number
  readonly end: number
}

const linesKept = 4_000
const columnGap = 3
/** Blanks that a gap has at the most where its width is not kept. */
const widestShortGap = 11
/** Blanks at a line's beginning that stand for an empty first column. */
const indented = 4

/** A text as lines and cells: what stands beside and below a label. */
export class Layout {
  readonly text: string
  /** Where each line begins; the last entry is the end of the text. */
  readonly #starts: number[]
  readonly #cells = new Map<number, readonly Cell[]>()
  /** Whether gaps are written as wide as they are, so that columns stand under each other. */
  readonly #keepsColumns: boolean

  constructor(text: string) {
    this.text = text
    this.#keepsColumns = text.includes(' '.repeat(widestShortGap + 1))
    this.#starts = [0]
    for (let at = text.indexOf('\n'); at >= 0 && this.#starts.length < linesKept; at = text.indexOf('\n', at + 1)) {
      this.#starts.push(at + 1)
    }
    this.#starts.push(text.length + 1)
  }

  get lineCount(): number {
    return this.#starts.length - 1
  }

  /** The line that holds this place. */
  lineOf(at: number): number {
    let low = 0
    let high = this.lineCount - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] as number) <= at) low = middle
      else high = middle - 1
    }
    return low
  }

  lineStart(line: number): number {
    return this.#starts[line] ?? this.text.length
  }

  /** The end of a line, before its line feed. */
  lineEnd(line: number): number {
    return Math.max(this.lineStart(line), (this.#starts[line + 1] ?? this.text.length + 1) - 1)
  }

  lineText(line: number): string {
    return this.text.slice(this.lineStart(line), this.lineEnd(line))
  }

  /** The cells of a line, from left to right: parted by three blanks or more, a tab or a bar, or by a colon that stands alone. */
  cells(line: number): readonly Cell[] {
    let cells = this.#cells.get(line)
    if (!cells) {
      cells = this.#readCells(line)
      this.#cells.set(line, cells)
    }
    return cells
  }

  #readCells(line: number): readonly Cell[] {
    const cells: Cell[] = []
    const end = this.lineEnd(line)
    let start = -1
    let blanks = 0
    for (let at = this.lineStart(line); at <= end; at += 1) {
      const code = at < end ? this.text.charCodeAt(at) : 0x09
      const isGap = code === 0x09 || code === 0x7c || code === 0x0d
      const isBlank = code === 0x20 || code === 0xa0
      blanks = isBlank ? blanks + 1 : 0
      if (start >= 0 && (isGap || blanks === columnGap)) {
        const cellEnd = at - Math.max(0, blanks - 1)
        if (!isDivider(this.text, start, cellEnd)) cells.push({ start, end: this.#trimmedEnd(start, cellEnd) })
        start = -1
      } else if (start < 0 && !isGap && !isBlank) start = at
    }
    return cells
  }

  /** The next line below with something on it, at most `reach` lines on; undefined where there is none. */
  filledBelow(line: number, reach: number): number | undefined {
    for (let below = line + 1; below < this.lineCount && below <= line + reach; below += 1) {
      if (/\S/.test(this.lineText(below))) return below
    }
    return undefined
  }

  /**
   * The cells of a line that stand under a cell of another line. Where both lines have as many cells, by their order;
   * else by their columns, which hold only where gaps are as wide as on paper.
   */
  cellsUnder(line: number, cell: Cell, from: number): readonly Cell[] {
    const above = this.cells(from)
    const below = this.cells(line)
    const index = above.findIndex(({ start }) => start === cell.start)
    const same = below[index]
    if (above.length > 1 && below.length === above.length && same) return [same]
    const column = (one: Cell, of: number): number => one.start - this.lineStart(of)
    const [first] = below
    if (!this.#keepsColumns && first) {
      const isFirstEmpty = column(first, line) >= Math.max(indented, column(above[0] ?? cell, from) + 1)
      const under = below[isFirstEmpty && above.length > 1 ? index - 1 : index]
      return under ? [under] : []
    }
    const [left, right] = [column(cell, from), column(cell, from) + cell.end - cell.start]
    return below.filter((one) => column(one, line) < right + 2 && column(one, line) + one.end - one.start > left - 2)
  }

  /** All cells of a line below one that is alone on its own: where gaps are shorter than on paper, any may stand under it. */
  cellsUnderAlone(line: number, from: number): readonly Cell[] {
    return this.#keepsColumns || this.cells(from).length > 1 ? [] : this.cells(line)
  }

  #trimmedEnd(start: number, end: number): number {
    let at = end
    while (at > start && /\s/.test(this.text.charAt(at - 1))) at -= 1
    return at
  }
}

/** A colon of a column of colons, or what OCR made of it. */
function isDivider(text: string, start: number, end: number): boolean {
  return end - start < 4 && /^[:：.;,'’*·]{1,2}$/u.test(text.slice(start, end).trim())
}
