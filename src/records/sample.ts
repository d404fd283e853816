import type { Segment } from '../core/content.ts'
import { defaultLimits, type Limits } from '../core/limits.ts'
import type { Sample, Words } from '../core/record.ts'
import { fold } from './text/fold.ts'

/** What is known of an item: a {@link Sample} without what is worked out from it. */
export type SampleParts = Omit<Sample, 'words'>

/**
 * What the record kinds are shown of an item.
 * @param limits `sampleCharacters` bounds the text: segments beyond it are left out, one that crosses it is cut
 */
export function makeSample(parts: SampleParts, limits: Pick<Limits, 'sampleCharacters'> = defaultLimits): Sample {
  const segments = bounded(parts.segments, limits.sampleCharacters)
  let known: Words | undefined
  return {
    ...parts,
    segments,
    words() {
      known ??= wordsOf(segments)
      return known
    },
  }
}

function bounded(segments: readonly Segment[], characters: number): readonly Segment[] {
  let room = characters
  for (const { text } of segments) room -= text.length
  if (room >= 0) return segments
  room = characters
  const kept: Segment[] = []
  for (const segment of segments) {
    if (room <= 0) break
    kept.push(segment.text.length <= room ? segment : { ...segment, text: segment.text.slice(0, room) })
    room -= segment.text.length
  }
  return kept
}

function wordsOf(segments: readonly Segment[]): Words {
  const folded = fold(segments.length === 1 ? (segments[0]?.text ?? '') : segments.map(({ text }) => text).join('\n'))
  const list = folded.match(/[\p{L}\p{N}]+/gu) ?? []
  const counts = new Map<string, number>()
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { list, counts, folded }
}
