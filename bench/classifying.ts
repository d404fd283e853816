import { makeDocuments } from '../models/documents/dataset.ts'
import { classify } from '../src/records/classify.ts'
import { languageOf } from '../src/records/language.ts'
import { kinds } from '../src/records/registry.ts'
import { makeSample } from '../src/records/sample.ts'

const seed = 9
const each = 2

/** How long made-up pages in eight languages take to get their kinds, and their kinds and fields. */
export function classifying(): {
  readonly pages: number
  readonly megabytes: number
  readonly kindSeconds: number
  readonly fieldSeconds: number
} {
  const texts = [...makeDocuments(seed, each, ({ language }) => language !== 'xx')].map(({ text }) => text)
  const bare = kinds.map(({ fields: _fields, ...kind }) => kind)
  const seconds = (asked: typeof kinds): number => {
    const started = performance.now()
    for (const text of texts) classify(sampleOf(text), asked)
    return (performance.now() - started) / 1_000
  }
  seconds(kinds)
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
  return { pages: texts.length, megabytes, kindSeconds: seconds(bare), fieldSeconds: seconds(kinds) }
}

function sampleOf(text: string) {
  return makeSample({
    uri: 'page.txt',
    mediaType: 'text/plain',
    medium: 'document',
    language: languageOf(text),
    segments: [{ what: 'segment', text, place: { unit: 'text', offset: 0 }, origin: 'text' }],
    metadata: [],
    flags: [],
    pictures: [],
    fields: [],
    findings: [],
  })
}
