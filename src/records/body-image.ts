import type { RecordKind } from '../core/record.ts'
import { matchPerson } from './person-picture.ts'

/** A picture whose subject is a body, most of one or a part of one, with its face small or not to be seen. */
export const bodyImage: RecordKind = Object.freeze({
  id: 'body_image',
  title: 'Picture of a body',
  sensitivity: { category: 'simple', identifier: 'picture' },
  examples: { hits: [], misses: ['The body of the letter, and a hand in it.'] },
  match: (sample) => matchPerson(sample, 'body'),
} satisfies RecordKind)
