import type { RecordKind } from '../core/record.ts'
import { matchPersonInClip } from './person-clip.ts'

/** A clip of persons, or of part of one, with their faces small or not to be seen. */
export const bodyVideo: RecordKind = Object.freeze({
  id: 'body_video',
  title: 'Video of a body',
  sensitivity: { category: 'simple', identifier: 'picture' },
  examples: { hits: [], misses: ['The body of the letter, and a hand in the video.'] },
  match: (sample) => matchPersonInClip(sample, 'body'),
} satisfies RecordKind)
