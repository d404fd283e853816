import type { Extract, Format, Gap, ReadContext } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import { createSegmentWriter, textPieces } from '../text-stream.ts'
import { createSqlReader, type SqlReader } from './sql-reader.ts'
import { createOpenTables } from './sql-tables.ts'

/**
 * Database dumps as SQL statements (mysqldump, pg_dump, sqlite3 .dump, SQL Server scripts and their like): each table
 * is an item within, everything that is no row is read as text.
 */
export const sql: Format = Object.freeze({
  id: 'sql',
  title: 'SQL dump',
  medium: 'table',
  mediaTypes: Object.freeze({ 'application/sql': ['sql', 'dump', 'ddl'] }),
  recognizes(head) {
    const known = head.text()
    return known && beginning.test(known.text) && statement.test(known.text) ? 'application/sql' : undefined
  },
  read: readSql,
} satisfies Format)

const beginning =
  /^\s{0,200}(?:--|\/\*|(?:create|insert|drop|alter|set|begin|start|pragma|use|copy|lock|delete|truncate)\s)/i
const statement =
  /^[ \t]{0,20}(?:create\s{1,9}(?:or\s{1,9}replace\s{1,9})?(?:(?:global|local|temporary|temp|unlogged|virtual)\s{1,9}){0,2}(?:table|database|schema|view|type|sequence)\b|insert\s{1,9}(?:or\s{1,9}\w{1,9}\s{1,9}|ignore\s{1,9})?(?:into\s{1,9}[^\s(]{1,200}|\[[^\]\n]{1,200}\][^\s(]{0,200})\s{0,9}(?:\(|values?\b|select\b|default\b)|copy\s{1,9}\S{1,200}\s[^;\n]{0,2000}from\s{1,9}stdin|alter\s{1,9}table\s{1,9}\S)/im

/** Signs of MySQL and MariaDB, in whose strings a backslash escapes. */
const mysql = /mysqldump|MySQL dump|MariaDB dump|^\/\*!\d{5}|ENGINE\s?=\s?(?:InnoDB|MyISAM|Aria)|`[^`\n]{1,64}`/im

async function* readSql(reader: Reader, context: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const { segmentCharacters, cellCharacters } = context.limits
  const writer = createSegmentWriter(segmentCharacters)
  const tables = createOpenTables()
  const handler = { row: tables.add, created: tables.create, text: writer.add }
  const dialect = { hasBackslashes: mysql.test(context.head.text()?.text ?? '') }
  const statements = createSqlReader(handler, dialect, cellCharacters)
  for await (const piece of textPieces(reader, context)) {
    if (typeof piece !== 'string') {
      yield piece
      continue
    }
    statements.write(piece)
    yield* tables.take(false)
    yield* writer.take(false)
  }
  statements.end()
  yield* tables.take(true)
  yield* writer.take(true)
  yield* faultsOf(statements)
}

function* faultsOf({ faults }: SqlReader): Generator<Gap> {
  if (faults.truncated) yield { what: 'gap', cause: 'truncated', message: 'it ends within a statement' }
  if (faults.cut) yield { what: 'gap', cause: 'too_large', message: 'a statement was too long and was read as text' }
}
