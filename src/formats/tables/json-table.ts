import type { Extract, Format, Gap, ReadContext } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import { createSegmentWriter, textPieces } from '../text-stream.ts'
import { createFlattener, type Flattener } from './flatten.ts'
import { createJsonRows, type JsonRows, parsedJson } from './json-rows.ts'
import { createRowWriter } from './rows.ts'

/** Objects of a list from which on it is a table. */
const leastObjects = 5
/** Share of the objects that have at least half of the first one's names. */
const leastAlike = 0.8

/** JSON as a table: a list of objects alike, or one object a line (NDJSON), read object by object. */
export const jsonTable: Format = Object.freeze({
  id: 'json-table',
  title: 'JSON tables (NDJSON, lists of objects)',
  medium: 'table',
  mediaTypes: Object.freeze({ 'application/x-ndjson': ['ndjson', 'jsonl'], 'application/json': ['json'] }),
  recognizes(head) {
    const text = head.text()?.text.trimStart() ?? ''
    if (text[0] === '{') return isNdjson(text) ? 'application/x-ndjson' : undefined
    return text[0] === '[' && isList(text, head.reader.size <= head.bytes.length) ? 'application/json' : undefined
  },
  read: readJsonTable,
} satisfies Format)

const resource = /"resourceType"\s{0,10}:\s{0,10}"[A-Z]/

/** Medical records of FHIR are read as what they are. */
function isNdjson(text: string): boolean {
  const first = text.indexOf('\n')
  if (first < 0) return false
  const lines = text
    .slice(0, 2 * first + 100_000)
    .split('\n', 3)
    .map((line) => line.trim())
  const [one = '', two = ''] = lines
  if (!one.endsWith('}') || !two.startsWith('{') || resource.test(one)) return false
  return isObject(parsedJson(one)) && (lines.length < 3 || !two.endsWith('}') || isObject(parsedJson(two)))
}

function isList(text: string, isWhole: boolean): boolean {
  if (!/^\[\s{0,1000}\{/.test(text)) return false
  const rows = createJsonRows(true)
  rows.write(text)
  const values = rows.take().slice(0, 200)
  if (values.length < leastObjects || (isWhole && rows.takeRest() !== '')) return false
  const objects = values.map(parsedJson)
  const names = isObject(objects[0]) ? Object.keys(objects[0]) : []
  if (names.length === 0 || names.includes('resourceType')) return false
  const alike = objects.filter((one) => isObject(one) && 2 * names.filter((name) => name in one).length >= names.length)
  return alike.length >= leastAlike * objects.length
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

async function* readJsonTable(reader: Reader, context: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const { nesting, cellCharacters, segmentCharacters } = context.limits
  const rows = createJsonRows(context.mediaType === 'application/json')
  const flattener = createFlattener(nesting, cellCharacters)
  const writer = createRowWriter()
  const rest = createSegmentWriter(segmentCharacters)
  let hasStrange = false
  const takeRows = function* (): Generator<Extract> {
    for (const text of rows.take()) {
      const value = parsedJson(text)
      if (value === undefined) {
        hasStrange = true
        rest.add(`${text}\n`)
        continue
      }
      writer.add(flattener.row(value), flattener.columns())
      yield* writer.take(false)
    }
    const strange = rows.takeRest()
    hasStrange ||= strange !== ''
    rest.add(strange)
    yield* rest.take(false)
  }
  for await (const piece of textPieces(reader, context)) {
    if (typeof piece !== 'string') yield piece
    else {
      rows.write(piece)
      yield* takeRows()
    }
  }
  rows.end()
  yield* takeRows()
  yield* writer.take(true)
  yield* rest.take(true)
  yield* faultsOf(rows, flattener, hasStrange)
}

function* faultsOf({ faults }: JsonRows, flattener: Flattener, hasStrange: boolean): Generator<Gap> {
  if (faults.truncated) yield { what: 'gap', cause: 'truncated', message: 'it ends within a value' }
  else if (faults.cut) yield { what: 'gap', cause: 'too_large', message: 'a value was too long and was read as text' }
  else if (hasStrange)
    yield { what: 'gap', cause: 'malformed', message: 'a part of it is no JSON and was read as text' }
  yield* flatteningGaps(flattener)
}

/** What making rows of nested values left out. */
export function* flatteningGaps({ faults }: Flattener): Generator<Gap> {
  if (faults.deep) yield { what: 'gap', cause: 'too_deep', message: 'values too deep within each other were left out' }
  if (faults.many) yield { what: 'gap', cause: 'too_many', message: 'more names of columns than are read' }
}
