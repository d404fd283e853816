import { readdirSync, readFileSync } from 'node:fs'
import type { RecordKindId, Sample } from '../../src/core/record.ts'
import { languageOf } from '../../src/records/language.ts'
import { makeSample, type SampleParts } from '../../src/records/sample.ts'

/** A sample of one text, as a text file would give it. */
export function textSample(text: string, parts: Partial<SampleParts> = {}): Sample {
  return makeSample({
    uri: 'a.txt',
    mediaType: 'text/plain',
    medium: 'document',
    language: languageOf(text),
    segments: text === '' ? [] : [{ what: 'segment', text, place: { unit: 'text', offset: 0 }, origin: 'text' }],
    metadata: [],
    flags: [],
    pictures: [],
    fields: [],
    findings: [],
    ...parts,
  })
}

/** A made-up document with what it is and which fields stand in it. */
export interface MadeUpDocument {
  readonly language: string
  readonly kind: RecordKindId
  readonly title: string
  readonly text: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

const folder = new URL('./documents/', import.meta.url)

/** The documents in `documents/`: one file a language, each document under `=== kind | title`, fields as `@ name=value`. */
export function madeUpDocuments(): readonly MadeUpDocument[] {
  return readdirSync(folder).flatMap((file) => {
    const chunks = readFileSync(new URL(file, folder), 'utf8').split(/^=== /m).slice(1)
    return chunks.map((chunk) => readDocument(file.slice(0, 2), chunk))
  })
}

function readDocument(language: string, chunk: string): MadeUpDocument {
  const [head = '', ...lines] = chunk.split('\n')
  const [kind = '', title = ''] = head.split(' | ')
  const fields = lines.filter((line) => line.startsWith('@ ')).map((line) => line.slice(2).split('='))
  return {
    language,
    kind: kind as RecordKindId,
    title,
    text: lines.filter((line) => !line.startsWith('@ ')).join('\n'),
    fields: fields.map(([name = '', value = '']) => [name, value] as const),
  }
}
