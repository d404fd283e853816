import type { Extract, Format, Gap, ReadContext } from '../core/content.ts'
import type { Reader } from '../core/reader.ts'
import { embeddedGap } from './embedded.ts'
import { embeddedFiles } from './embedded-files.ts'
import { fhirFields } from './health/fhir.ts'
import { htmlToText } from './html-text.ts'
import { createJsonLines, type JsonLines } from './json-lines.ts'
import { createSegmentWriter, textPieces } from './text-stream.ts'

/** JSON (RFC 8259), one value a line (NDJSON), GeoJSON (RFC 7946) and FHIR resources: one line a value, streamed. A resource gives its fields. */
export const json: Format = Object.freeze({
  id: 'json',
  title: 'JSON',
  medium: 'document',
  mediaTypes: Object.freeze({
    'application/json': ['json', 'har', 'webmanifest', 'ipynb', 'map'],
    'application/x-ndjson': ['ndjson', 'jsonl'],
    'application/geo+json': ['geojson'],
    'application/fhir+json': [],
    'application/fhir+ndjson': [],
  }),
  recognizes(head) {
    const known = head.text()
    return known && jsonType(known.text)
  },
  read: readJson,
} satisfies Format)

// An object with its first key; or arrays with an object, a value that a comma follows, a last value, or nothing in them.
const object = /^\{\s{0,1000}(?:"(?:[^"\\\n]|\\.){0,200}"\s{0,100}:|\}|$)/
const array =
  /^(?:\[\s{0,100}){1,8}(?:\{\s{0,1000}["}]|(?:"(?:[^"\\\n]|\\.){0,2000}"|-?\d[\d.eE+-]{0,40}|true|false|null)\s{0,100}(?:,|\]\s{0,100}(?:[,[\]]|$))|\]\s{0,100}(?:[,[\]]|$))/
const resource = /"resourceType"\s{0,10}:\s{0,10}"[A-Z][A-Za-z]{2,40}"/
const geographic = /^\s{0,100}\{[^{}[\]]{0,300}"type"\s{0,10}:\s{0,10}"(?:FeatureCollection|Feature)"/
const oneALine = /^\s{0,10}\{[^\n]{0,60000}\}[ \t]{0,10}\r?\n\s{0,10}\{/

function jsonType(text: string): string | undefined {
  // Most texts end here: nothing else than white space stands before the first bracket.
  const first = text[0] ?? ''
  if (first !== '{' && first !== '[' && first.trim() !== '') return undefined
  const start = text.trimStart()
  if ((start[0] !== '{' && start[0] !== '[') || !(object.test(start) || array.test(start))) return undefined
  if (start[0] === '{' && oneALine.test(start))
    return resource.test(firstLine(start)) ? 'application/fhir+ndjson' : 'application/x-ndjson'
  if (start[0] === '{' && resource.test(start.slice(0, 4_096))) return 'application/fhir+json'
  return geographic.test(start) ? 'application/geo+json' : 'application/json'
}

function firstLine(text: string): string {
  return text.slice(0, text.indexOf('\n'))
}

/** Characters of a FHIR resource whose members are read as fields: larger ones are exports of many patients. */
const resourceCharacters = 2 ** 22

async function* readJson(reader: Reader, context: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const { segmentCharacters, nesting } = context.limits
  const writer = createSegmentWriter(segmentCharacters)
  const files = embeddedFiles(context.limits)
  const lines = createJsonLines(nesting, (html) => htmlToText(html, nesting), files)
  const isResource = context.mediaType === 'application/fhir+json' && reader.size <= resourceCharacters
  let whole = ''
  for await (const piece of textPieces(reader, context)) {
    if (typeof piece !== 'string') {
      yield piece
      continue
    }
    if (isResource) whole += piece
    lines.write(piece)
    writer.add(lines.take())
    yield* writer.take(false)
    yield* files.take(false)
  }
  lines.end()
  writer.add(lines.take())
  yield* writer.take(true)
  files.end()
  yield* files.take(true)
  if (isResource) yield* fhirFields(whole)
  yield* jsonGaps(lines)
}

/** What reading JSON left out or had to guess. */
export function* jsonGaps({ faults, hasEmbedded }: JsonLines): Generator<Gap, void, undefined> {
  if (faults.has('malformed'))
    yield { what: 'gap', cause: 'malformed', message: 'a part of it is no JSON and was read as text' }
  if (faults.has('too_deep'))
    yield { what: 'gap', cause: 'too_deep', message: 'values too deep within each other were read as text' }
  if (faults.has('truncated')) yield { what: 'gap', cause: 'truncated', message: 'it ends within a value' }
  if (hasEmbedded()) yield embeddedGap
}
