import type { RecordKind } from '../core/record.ts'
import { matchPerson } from './person-picture.ts'

/** A picture whose subject is a face: the head or the upper part of a person. */
export const faceImage: RecordKind = Object.freeze({
  id: 'face_image',
  title: 'Picture of a face',
  sensitivity: { category: 'simple', identifier: 'picture' },
  examples: { hits: [], misses: ['Her face in the picture of the portrait.'] },
  match: (sample) => matchPerson(sample, 'face'),
} satisfies RecordKind)
