import type { Dialect } from './dialect.ts'

/** Reads the records of a delimited text (RFC 4180 and its relatives), which comes in pieces. */
export interface DelimitedRecords {
  write(piece: string): void
  end(): void
  /** The records that were completed since the last call; empty lines are none. */
  take(): readonly string[][]
  /** Whether a quoted field was not closed, or a field was longer than it may be. */
  readonly faults: { unclosed: boolean; cut: boolean }
}

/** Characters of one record; behind them the next one begins, wherever that is. */
const recordCharacters = 2 ** 22
const blank = 0x20
const backslash = 0x5c

/** @param cellCharacters the longest field; what goes beyond is left out */
export function createDelimitedRecords(dialect: Dialect, cellCharacters: number): DelimitedRecords {
  const { delimiter, quote } = dialect
  const quoteUnit = quote.charCodeAt(0)
  const separator = delimiter.charCodeAt(0)
  const faults = { unclosed: false, cut: false }
  let records: string[][] = []
  let held = ''
  let skip = dialect.start

  /** Takes in all records that end within the text, and returns where the one begins that does not. */
  function read(text: string, isLast: boolean): number {
    let at = 0
    let nextQuote = text.indexOf(quote)
    while (at < text.length) {
      const lineEnd = text.indexOf('\n', at)
      if (nextQuote >= 0 && nextQuote < at) nextQuote = text.indexOf(quote, at)
      const end = lineEnd < 0 ? text.length : lineEnd
      if (nextQuote >= 0 && nextQuote < end) {
        const next = readQuoted(text, at, isLast)
        if (next < 0) return at
        at = next
        continue
      }
      if (lineEnd < 0 && !isLast) return at
      addLine(text.slice(at, end > at && text.charCodeAt(end - 1) === 0x0d ? end - 1 : end))
      at = end + 1
    }
    return text.length
  }

  function addLine(line: string): void {
    if (line === '') return
    records.push(line.length > cellCharacters ? line.split(delimiter).map(cut) : line.split(delimiter))
  }

  function cut(field: string): string {
    if (field.length <= cellCharacters) return field
    faults.cut = true
    return field.slice(0, cellCharacters)
  }

  /** One record in which something is quoted; -1 where the text ends before it does. */
  function readQuoted(text: string, start: number, isLast: boolean): number {
    const fields: string[] = []
    let at = start
    for (;;) {
      let open = at
      while (text.charCodeAt(open) === blank) open += 1
      const close = text.charCodeAt(open) === quoteUnit ? closing(text, open + 1, isLast) : undefined
      if (close === -1) return -1
      const from = close === undefined ? at : close + 1
      const end = fieldEnd(text, from)
      if (end === text.length && !isLast) return -1
      const tail = text.slice(from, end).replace(/\r$/, '')
      // What stands behind the closing quote belongs to the field: somebody forgot to double a quote.
      fields.push(cut(close === undefined ? tail : unquoted(text.slice(open + 1, close)) + tail.trimEnd()))
      if (text.charCodeAt(end) !== separator || end >= text.length) {
        records.push(fields)
        return end + 1
      }
      at = end + 1
    }
  }

  function fieldEnd(text: string, from: number): number {
    for (let at = from; at < text.length; at += 1) {
      const unit = text.charCodeAt(at)
      if (unit === separator || unit === 0x0a) return at
    }
    return text.length
  }

  /** Where the quoted field ends; undefined where it never does, so that its quote is a sign like others. */
  function closing(text: string, from: number, isLast: boolean): number | undefined {
    for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1)) {
      if (at - from > cellCharacters) break
      if (text.charCodeAt(at + 1) === quoteUnit) at += 1
      else if (!isEscaped(text, at, from)) return at
    }
    if (!isLast && text.length - from <= cellCharacters) return -1
    faults.unclosed = true
    return undefined
  }

  /** A quote behind a backslash goes on, unless the field clearly ends there. */
  function isEscaped(text: string, at: number, from: number): boolean {
    let slashes = 0
    while (at - slashes > from && text.charCodeAt(at - slashes - 1) === backslash) slashes += 1
    if (slashes % 2 === 0) return false
    const next = text.charCodeAt(at + 1)
    return next !== separator && next !== 0x0a && next !== 0x0d && at + 1 < text.length
  }

  function unquoted(field: string): string {
    return field.includes(quote) ? field.replaceAll(quote + quote, quote) : field
  }

  return {
    write(piece) {
      held = held === '' ? piece : held + piece
      if (skip > 0) {
        if (held.length < skip) return
        held = held.slice(skip)
        skip = 0
      }
      held = held.slice(read(held, false))
      if (held.length <= recordCharacters) return
      faults.cut = true
      read(held, true)
      held = ''
    },
    end() {
      read(held, true)
      held = ''
    },
    take() {
      const taken = records
      records = []
      return taken
    },
    faults,
  }
}
