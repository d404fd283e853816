import type { Cell } from '../../core/table.ts'
import { behindComments, createdTable, namesIn, readName } from './sql-names.ts'
import { copiedCells, readTuple, type SqlDialect, stringEnd } from './sql-values.ts'

/** What a dump is made of, as it is met. */
export interface SqlHandler {
  /** @param columns undefined where the statement names none */
  row(table: string, columns: readonly string[] | undefined, cells: readonly Cell[]): void
  created(table: string, columns: readonly string[]): void
  /** Everything that is no row: statements, comments. */
  text(text: string): void
}

/** Reads a dump that comes in pieces. */
export interface SqlReader {
  write(piece: string): void
  end(): void
  /** Whether it ended within a row or a statement; whether one was longer than is read. */
  readonly faults: { truncated: boolean; cut: boolean }
}

/** Characters of one statement, or one row, that are held; a longer one is read as text. */
const statementCharacters = 2 ** 22

const insert =
  /\s{0,200}(?:insert|replace)\s{1,20}(?:(?:low_priority|delayed|high_priority|ignore|or\s{1,9}\w{1,9})\s{1,20}){0,3}(?:into\s{1,20})?(?:table\s{1,9})?/iy
const values = /\s{0,200}(?:overriding\s{1,9}\w{1,9}\s{1,9}value\s{1,9})?values?\s{0,200}(?=\()/iy
const copy = /\s{0,200}copy\s{1,20}/iy
const fromStdin = /\s{0,200}from\s{1,9}stdin\b[^\n;]{0,500};?[ \t]{0,20}\r?\n/iy
const between = /(?:\s|--[^\n]{0,4000}(?:\n|$))*/y

/** Where reading stands. */
type Mode =
  | { readonly in: 'statement' }
  | { readonly in: 'values'; readonly table: string; readonly columns: readonly string[] | undefined }
  | { readonly in: 'copy'; readonly table: string; readonly columns: readonly string[] | undefined }

const statement: Mode = Object.freeze({ in: 'statement' })

/** A reader of one dump of MySQL, PostgreSQL, SQLite, SQL Server, Oracle or their like. */
export function createSqlReader(handler: SqlHandler, dialect: SqlDialect, cellCharacters: number): SqlReader {
  const faults = { truncated: false, cut: false }
  let held = ''
  let mode: Mode = statement

  /** Reads as far as the text goes; returns where it must begin with more. */
  function read(text: string, isLast: boolean): number {
    let at = 0
    while (at < text.length) {
      const next = step(text, at, isLast)
      if (next === undefined) return at
      at = next
    }
    return at
  }

  function step(text: string, at: number, isLast: boolean): number | undefined {
    if (mode.in === 'copy') return readCopied(text, at, isLast, mode.table, mode.columns)
    if (mode.in === 'values') return readValues(text, at, isLast, mode.table, mode.columns)
    return readStatement(text, at, isLast)
  }

  function readCopied(
    text: string,
    at: number,
    isLast: boolean,
    table: string,
    columns: readonly string[] | undefined,
  ): number | undefined {
    const end = text.indexOf('\n', at)
    if (end < 0 && !isLast) return undefined
    const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, '')
    if (line === '\\.') mode = statement
    else {
      handler.row(table, columns, copiedCells(line, cellCharacters))
      if (end < 0) faults.truncated = true
    }
    return end < 0 ? text.length : end + 1
  }

  function readValues(
    text: string,
    from: number,
    isLast: boolean,
    table: string,
    columns: readonly string[] | undefined,
  ): number | undefined {
    const at = behindComma(text, from)
    if (at >= text.length && !isLast) return undefined
    if (text[at] !== '(') {
      mode = statement
      return text[at] === ';' ? at + 1 : at
    }
    const tuple = readTuple(text, at + 1, dialect, cellCharacters)
    if (!tuple) return isLast ? giveUp(text, at) : undefined
    handler.row(table, columns, tuple.cells)
    return tuple.end
  }

  function giveUp(text: string, at: number): number {
    faults.truncated = true
    mode = statement
    handler.text(text.slice(at))
    return text.length
  }

  function readStatement(text: string, at: number, isLast: boolean): number | undefined {
    const begun = beginRows(text, at)
    if (begun !== undefined) return begun
    const end = statementEnd(text, at, dialect)
    if (end < 0 && !isLast) return undefined
    // The line of a COPY ends behind its semicolon.
    if (end === text.length && !isLast && /^copy\s/i.test(text.slice(behindComments(text, at), end))) return undefined
    const own = text.slice(at, end < 0 ? text.length : end)
    if (end < 0 && /^\s{0,200}(?:insert|copy)\s/i.test(own)) faults.truncated = true
    const created = createdTable(own.slice(behindComments(own, 0)))
    if (created) handler.created(created.name, created.columns)
    handler.text(own)
    return end < 0 ? text.length : end
  }

  /** Where the rows of a statement begin; undefined where it is another one. */
  function beginRows(text: string, from: number): number | undefined {
    const at = behindComments(text, from)
    for (const [verb, before, how] of [
      [insert, values, 'values'],
      [copy, fromStdin, 'copy'],
    ] as const) {
      verb.lastIndex = at
      const name = verb.test(text) ? readName(text, verb.lastIndex) : undefined
      if (!name) continue
      const list = listBehind(text, name.end)
      before.lastIndex = list?.end ?? name.end
      if (!before.test(text)) continue
      handler.text(text.slice(from, at))
      mode = { in: how, table: name.path, columns: list?.names }
      return before.lastIndex
    }
    return undefined
  }

  return {
    write(piece) {
      held = held === '' ? piece : held + piece
      held = held.slice(read(held, false))
      if (held.length <= statementCharacters) return
      faults.cut = true
      mode = statement
      handler.text(held)
      held = ''
    },
    end() {
      read(held, true)
      held = ''
      if (mode.in === 'copy') faults.truncated = true
    },
    faults,
  }
}

/** Behind white space, comments and a comma between two rows. */
function behindComma(text: string, from: number): number {
  between.lastIndex = from
  between.test(text)
  if (text[between.lastIndex] !== ',') return between.lastIndex
  between.lastIndex += 1
  between.test(text)
  return between.lastIndex
}

/** `(a, "b")` behind a table's name. */
function listBehind(
  text: string,
  from: number,
): { readonly names: readonly string[]; readonly end: number } | undefined {
  const open = /\s{0,20}\(/y
  open.lastIndex = from
  if (!open.test(text)) return undefined
  const close = text.indexOf(')', open.lastIndex)
  if (close < 0 || close - from > 100_000) return undefined
  const list = text.slice(open.lastIndex, close + 1)
  return { names: namesIn(list), end: close + 1 }
}

const dollarQuote = /\$[A-Za-z_]{0,60}\$/y
const batchEnd = /\r?\n[ \t]{0,20}go[ \t]{0,20}(?:\r?\n|$)/iy

/** Behind the semicolon, or SQL Server's GO, that ends the statement; -1 where the text ends before. */
function statementEnd(text: string, from: number, { hasBackslashes }: SqlDialect): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === ';') return at + 1
    if (sign === "'" || sign === '"' || sign === '`') {
      const end = stringEnd(text, at, hasBackslashes && sign !== '`')
      if (end < 0) return -1
      at = end
    } else if (sign === '-' && text[at + 1] === '-') at = skip(text, at, '\n', 0)
    else if (sign === '/' && text[at + 1] === '*') at = skip(text, at + 2, '*/', 1)
    else if (sign === '$') {
      dollarQuote.lastIndex = at
      const tag = dollarQuote.exec(text)?.[0]
      if (tag !== undefined) at = skip(text, at + tag.length, tag, tag.length - 1)
    } else if (sign === '\n' || sign === '\r') {
      batchEnd.lastIndex = at
      if (batchEnd.test(text)) return batchEnd.lastIndex
    }
  }
  return -1
}

function skip(text: string, from: number, to: string, further: number): number {
  const at = text.indexOf(to, from)
  return at < 0 ? text.length : at + further
}
