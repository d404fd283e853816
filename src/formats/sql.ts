import { embeddedGap, embeddedRun } from './embedded.ts'
import { textFormat } from './text-format.ts'

/** Database dumps as SQL statements, read as text. */
export const sql = textFormat({
  id: 'sql',
  title: 'SQL dump',
  medium: 'table',
  mediaTypes: { 'application/sql': ['sql', 'dump', 'ddl'] },
  recognizes: (text) => (beginning.test(text) && statement.test(text) ? 'application/sql' : undefined),
  unread: [{ pattern: embeddedRun, gap: embeddedGap }],
})

const beginning =
  /^\s{0,200}(?:--|\/\*|(?:create|insert|drop|alter|set|begin|start|pragma|use|copy|lock|delete|truncate)\s)/i
const statement =
  /^[ \t]{0,20}(?:create\s{1,9}(?:or\s{1,9}replace\s{1,9})?(?:(?:global|local|temporary|temp|unlogged|virtual)\s{1,9}){0,2}(?:table|database|schema|view|type|sequence)\b|insert\s{1,9}(?:or\s{1,9}\w{1,9}\s{1,9}|ignore\s{1,9})?into\s{1,9}[^\s(]{1,200}\s{0,9}(?:\(|values?\b|select\b|default\b)|copy\s{1,9}\S{1,200}\s[^;\n]{0,2000}from\s{1,9}stdin|alter\s{1,9}table\s{1,9}\S)/im
