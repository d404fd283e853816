import type { Extract, Format, ReadContext } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import { type Reader, readAll } from '../../core/reader.ts'
import { makeSink } from '../office/sink.ts'
import { bplistTexts, startsLikeBplist } from './bplist.ts'

/** Binary property lists of Apple's programs: settings, caches, backups of telephones. */
export const plist: Format = Object.freeze({
  id: 'bplist',
  title: 'Binary property list (Apple)',
  medium: 'other',
  mediaTypes: Object.freeze({ 'application/x-bplist': ['plist', 'strings', 'webarchive'] }),
  recognizes: ({ bytes }) => (startsLikeBplist(bytes) ? 'application/x-bplist' : undefined),
  read,
} satisfies Format)

async function* read(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const texts = bplistTexts(await readAll(reader, limits.expandedBytes))
  if (!texts) throw new ItemError('malformed', 'the table of objects of the property list is damaged')
  const sink = makeSink(limits)
  const flow = sink.flow('texts')
  for (const text of texts) {
    flow.line(text)
    yield* sink.drain()
  }
  flow.finish()
  yield* sink.finish()
}
