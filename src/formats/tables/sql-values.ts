import type { Cell } from '../../core/table.ts'
import { binaryCell } from './binary-cell.ts'

/** How strings are written in one dump. */
export interface SqlDialect {
  /** Whether a backslash escapes the next sign in every string (MySQL), not only in those that say so (E'…'). */
  readonly hasBackslashes: boolean
}

/** One list of values, and where it ends. */
export interface Tuple {
  readonly cells: Cell[]
  readonly end: number
}

const [quote, backslash, open, close, comma] = [0x27, 0x5c, 0x28, 0x29, 0x2c]

/** Values of one list. */
const cellsAtMost = 4_096

/**
 * Reads `1, 'a', NULL)` behind its opening bracket.
 * @returns undefined where the text ends within it
 */
export function readTuple(text: string, from: number, dialect: SqlDialect, cellCharacters: number): Tuple | undefined {
  const cells: Cell[] = []
  let at = from
  for (;;) {
    const value = readValue(text, at, dialect)
    if (!value) return undefined
    if (cells.length < cellsAtMost) cells.push(value.cell === null ? null : value.cell.slice(0, cellCharacters))
    at = value.end + 1
    if (text.charCodeAt(value.end) === close) return { cells, end: at }
  }
}

/** One value or expression up to the comma or bracket behind it: of an expression, the first string in it. */
function readValue(
  text: string,
  from: number,
  dialect: SqlDialect,
): { readonly cell: Cell; readonly end: number } | undefined {
  let literal: string | undefined
  let prefix = ''
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === quote || unit === 0x22) {
      // What a string is of stands right before it, and hardly ever is anything.
      const isPlain = at === from || text.charCodeAt(at - 1) <= open
      const before = isPlain && at - from < 3 ? '' : text.slice(Math.max(from, at - 12), at)
      const end = stringEnd(text, at, dialect.hasBackslashes || isEscapeString(before))
      if (end < 0) return undefined
      if (literal === undefined) {
        prefix = before === '' ? '' : (/[A-Za-z0-9_]{0,11}(?=\s?$)/.exec(before)?.[0] ?? '')
        literal = unescaped(text.slice(at + 1, end), text[at] ?? "'", dialect.hasBackslashes || /^e$/i.test(prefix))
      }
      at = end
    } else if (unit === open) depth += 1
    else if (unit === close || unit === comma) {
      if (depth === 0) return { cell: cellOf(literal, prefix, text, from, at), end: at }
      if (unit === close) depth -= 1
    }
  }
  return undefined
}

function isEscapeString(before: string): boolean {
  return before !== '' && /(?:^|[\s(,])e$/i.test(before)
}

function cellOf(literal: string | undefined, prefix: string, text: string, from: number, end: number): Cell {
  if (literal !== undefined) {
    if (/^x$/i.test(prefix)) return ofHex(literal)
    return /^_binary/i.test(prefix) ? ofBytes(literal) : literal
  }
  const raw = text.slice(from, end).trim()
  const first = raw.charCodeAt(0)
  // Most are numbers: digits or a minus, but for those that begin with 0x.
  if ((first > 0x30 && first <= 0x39) || first === 0x2d) return raw
  if (raw === 'NULL' || /^(?:null|default)$/i.test(raw)) return null
  return /^0x[\da-f]+$/i.test(raw) ? ofHex(raw.slice(2)) : raw
}

function ofHex(digits: string): Cell {
  return /^[\da-f]*$/i.test(digits) ? binaryCell(Buffer.from(digits, 'hex')) : digits
}

/** mysqldump writes bytes as they are; whoever decoded the dump may have lost some. */
function ofBytes(literal: string): Cell {
  return /[\0-\x08\x0e-\x1f\uFFFD]/.test(literal) ? `<${literal.length} bytes>` : literal
}

/** Where the string that begins at `from` has its closing quote; -1 where the text ends before. */
export function stringEnd(text: string, from: number, hasBackslashes: boolean): number {
  const sign = text[from] ?? "'"
  const unit = text.charCodeAt(from)
  for (let at = text.indexOf(sign, from + 1); at >= 0; at = text.indexOf(sign, at + 1)) {
    if (hasBackslashes && isEscaped(text, at, from)) continue
    if (at + 1 >= text.length) return -1
    if (text.charCodeAt(at + 1) !== unit) return at
    at += 1
  }
  return -1
}

function isEscaped(text: string, at: number, from: number): boolean {
  let slashes = 0
  while (at - slashes - 1 > from && text.charCodeAt(at - slashes - 1) === backslash) slashes += 1
  return slashes % 2 === 1
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', 0: '', Z: '\x1a' }

function unescaped(content: string, sign: string, hasBackslashes: boolean): string {
  const single = content.includes(sign) ? content.replaceAll(sign + sign, sign) : content
  if (!hasBackslashes || !single.includes('\\')) return single
  return single.replace(/\\([\s\S])/g, (_all, next: string) => escapes[next] ?? next)
}

/** The cells of a line of PostgreSQL's COPY. */
export function copiedCells(line: string, cellCharacters: number): Cell[] {
  const cells = line.split('\t', cellsAtMost)
  if (!line.includes('\\') && line.length <= cellCharacters) return cells
  return cells.map((cell) => (cell === '\\N' ? null : copied(cell.slice(0, cellCharacters))))
}

function copied(cell: string): Cell {
  if (!cell.includes('\\')) return cell
  if (/^\\\\x[\da-f]*$/i.test(cell)) return ofHex(cell.slice(3))
  return cell.replace(/\\([\s\S])/g, (_all, next: string) => escapes[next] ?? next)
}
