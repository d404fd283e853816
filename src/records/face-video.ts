import type { RecordKind } from '../core/record.ts'
import { matchPersonInClip } from './person-clip.ts'

/** A clip whose subject is a face: the head or the upper part of a person in most frames that show anybody. */
export const faceVideo: RecordKind = Object.freeze({
  id: 'face_video',
  title: 'Video of a face',
  sensitivity: { category: 'simple', identifier: 'picture' },
  examples: { hits: [], misses: ['Her face in the video of the interview.'] },
  match: (sample) => matchPersonInClip(sample, 'face'),
} satisfies RecordKind)
