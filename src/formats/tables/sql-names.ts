/** What a CREATE TABLE statement says, as far as rows need it. */
export interface CreatedTable {
  /** With its schema, where that is not the usual one. */
  readonly name: string
  readonly columns: readonly string[]
  /** The column that SQLite keeps as the row's number, if there is one. */
  readonly rowNumber: number | undefined
  /** SQLite: rows lie in the order of the primary key, whose columns stand first. */
  readonly withoutRowNumber: boolean
  /** Columns of the primary key, in its order. */
  readonly primaryKey: readonly string[]
}

/** Columns of one table. */
const columnsAtMost = 4_096

const create =
  /^\s{0,100}create\s{1,20}(?:(?:or\s{1,9}replace|global|local|temporary|temp|unlogged|foreign|external)\s{1,20}){0,3}table\s{1,20}(?:if\s{1,9}not\s{1,9}exists\s{1,20})?/i
const identifier =
  /\s{0,200}(?:"((?:[^"]|""){0,300})"|`((?:[^`]|``){0,300})`|\[([^\]]{0,300})\]|'([^']{0,300})'|([\p{L}_$#@][\p{L}\p{N}_$#@]{0,299}))/uy
/** What begins a part of a table that is no column. */
const constraint =
  /^\s{0,100}(?:constraint|primary\s{1,9}key|unique|foreign\s{1,9}key|check|(?:unique\s{1,9}|fulltext\s{1,9}|spatial\s{1,9})?(?:key|index)|exclude|like|period)\b(?!\s{1,9}(?:int|varchar|text|char|bigint|uuid))/i

/** A name in a statement. */
export interface Name {
  readonly name: string
  /** With the schema it is in, where that is not the usual one. */
  readonly path: string
  readonly end: number
}

/** Schemas that tables are in where nothing else is said. */
const usualSchemas: ReadonlySet<string> = new Set(['public', 'dbo', 'main'])

/** Reads a name, which may be quoted and of several parts, and where it ends. */
export function readName(text: string, from: number): Name | undefined {
  let at = from
  const path: string[] = []
  let name: string | undefined
  for (let parts = 0; parts < 4; parts += 1) {
    identifier.lastIndex = at
    const found = identifier.exec(text)
    if (!found) break
    name = found[1]?.replaceAll('""', '"') ?? found[2]?.replaceAll('``', '`') ?? found[3] ?? found[4] ?? found[5]
    if (name !== undefined) path.push(name)
    at = identifier.lastIndex
    if (text[at] !== '.') break
    at += 1
  }
  if (name === undefined) return undefined
  const isUsual = path.length === 2 && usualSchemas.has((path[0] ?? '').toLowerCase())
  return { name, path: isUsual ? name : path.join('.'), end: at }
}

/** The table that a statement creates; undefined where it creates none, or says nothing of columns. */
export function createdTable(statement: string): CreatedTable | undefined {
  const begun = create.exec(statement)
  const named = begun && readName(statement, begun[0].length)
  if (!named) return undefined
  const open = statement.indexOf('(', named.end)
  if (open < 0 || /\S/.test(statement.slice(named.end, open))) return undefined
  const columns: string[] = []
  let rowNumber: number | undefined
  let primaryKey: readonly string[] = []
  const { parts, end } = partsOf(statement, open + 1)
  for (const part of parts) {
    if (constraint.test(part)) {
      const key = /primary\s{1,9}key\s{0,9}\w{0,20}\s{0,9}\(/i.exec(part)
      if (key) primaryKey = namesIn(part.slice(key.index + key[0].length))
      continue
    }
    const column = readName(part, 0)
    if (!column || columns.length >= columnsAtMost) continue
    if (/\bprimary\s{1,9}key\b/i.test(part)) {
      primaryKey = [column.name]
      if (isInteger(part, column.end)) rowNumber = columns.length
    }
    columns.push(column.name)
  }
  if (columns.length === 0) return undefined
  if (rowNumber === undefined && primaryKey.length === 1) rowNumber = integerColumn(parts, columns, primaryKey[0] ?? '')
  const withoutRowNumber = /^[^;]{0,200}\bwithout\s{1,9}rowid\b/i.test(statement.slice(end, end + 300))
  return { name: named.path, columns, rowNumber, withoutRowNumber, primaryKey }
}

function isInteger(part: string, at: number): boolean {
  return /^\s{1,20}["'`[]?integer\b(?!\s{1,9}primary\s{1,9}key\s{1,9}desc)/i.test(part.slice(at, at + 120))
}

function integerColumn(parts: readonly string[], columns: readonly string[], key: string): number | undefined {
  const at = columns.findIndex((name) => name.toLowerCase() === key.toLowerCase())
  const part = parts.find((one) => !constraint.test(one) && readName(one, 0)?.name === columns[at])
  return part !== undefined && isInteger(part, readName(part, 0)?.end ?? 0) ? at : undefined
}

/** The names in a list that a bracket closes: `"a", b DESC)`. */
export function namesIn(list: string): readonly string[] {
  return partsOf(list, 0).parts.flatMap((part) => readName(part, 0)?.name ?? [])
}

/** Parts between commas up to the bracket that closes them. */
function partsOf(text: string, from: number): { readonly parts: readonly string[]; readonly end: number } {
  const parts: string[] = []
  let [depth, start, at] = [0, from, from]
  for (; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (sign === '"' || sign === "'" || sign === '`') at = skipTo(text, at + 1, sign)
    else if (sign === '[') at = skipTo(text, at + 1, ']')
    else if (sign === '-' && text[at + 1] === '-') at = skipTo(text, at, '\n')
    else if (sign === '/' && text[at + 1] === '*') at = skipTo(text, at + 2, '*/') + 1
    else if (sign === '(') depth += 1
    else if (sign === ')' && depth === 0) break
    else if (sign === ')') depth -= 1
    else if (sign === ',' && depth === 0) {
      parts.push(withoutComments(text.slice(start, at)))
      start = at + 1
    }
  }
  parts.push(withoutComments(text.slice(start, at)))
  return { parts, end: at + 1 }
}

function skipTo(text: string, from: number, sign: string): number {
  const at = text.indexOf(sign, from)
  return at < 0 ? text.length : at
}

function withoutComments(part: string): string {
  return part.slice(behindComments(part, 0))
}

const white = /\s*/y

/** Where white space and comments end; MySQL's `/*!` begins a statement. */
export function behindComments(text: string, from: number): number {
  for (let at = from; ; ) {
    white.lastIndex = at
    white.test(text)
    at = white.lastIndex
    if (text.startsWith('--', at)) at = skipTo(text, at, '\n')
    else if (text.startsWith('/*', at) && text[at + 2] !== '!') at = skipTo(text, at + 2, '*/') + 2
    else return Math.min(at, text.length)
    if (at >= text.length) return text.length
  }
}
