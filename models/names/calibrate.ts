import { plain } from '../../src/detectors/engine/signs.ts'
import {
  type Calibration,
  calibrated,
  type TaggedType,
  type TaggerModel,
  taggedTypes,
} from '../../src/detectors/names/model.ts'
import { type TaggedSpan, tagText } from '../../src/detectors/names/tag.ts'
import type { MadeText } from './template.ts'

/** A span that the tagger told, and whether a made span of its type is there. */
interface Judged {
  readonly raw: number
  readonly isRight: boolean
}

const stepsMost = 12
/** Made text is easier than what people write: no step claims more. */
const most = 0.92

/** Isotonic steps (pool adjacent violators) of each type, from texts that the tagger never met. */
export function calibrate(model: TaggerModel, texts: readonly MadeText[]): Readonly<Record<TaggedType, Calibration>> {
  const by: Record<TaggedType, Judged[]> = { PERSON: [], ADDRESS: [], LOCATION: [], ORGANIZATION: [] }
  for (const text of texts)
    for (const span of tagText(plain(text.text).codes, model))
      by[span.type].push({ raw: span.raw, isRight: isMade(text, span) })
  return {
    PERSON: isotonic(by.PERSON),
    ADDRESS: isotonic(by.ADDRESS),
    LOCATION: isotonic(by.LOCATION),
    ORGANIZATION: isotonic(by.ORGANIZATION),
  }
}

function isMade({ spans }: MadeText, found: TaggedSpan): boolean {
  return spans.some(({ type, start, end }) => type === found.type && start < found.end && end > found.start)
}

function isotonic(judged: readonly Judged[]): Calibration {
  const sorted = [...judged].sort((one, other) => one.raw - other.raw)
  const size = Math.max(1, Math.ceil(sorted.length / stepsMost))
  const pools: { raw: number; right: number; count: number }[] = []
  for (let at = 0; at < sorted.length; at += size) {
    const part = sorted.slice(at, at + size)
    pools.push({
      raw: part.reduce((sum, { raw }) => sum + raw, 0) / part.length,
      right: part.filter(({ isRight }) => isRight).length,
      count: part.length,
    })
    for (let last = pools.length - 1; last > 0; last -= 1) {
      const [one, two] = [pools[last - 1], pools[last]]
      if (!one || !two || one.right / one.count <= two.right / two.count) break
      const count = one.count + two.count
      pools.splice(last - 1, 2, {
        raw: (one.raw * one.count + two.raw * two.count) / count,
        right: one.right + two.right,
        count,
      })
    }
  }
  const rounded = (value: number) => Math.round(value * 1_000) / 1_000
  return [
    [0, 0],
    ...pools.map(({ raw, right, count }) => [rounded(raw), rounded(Math.min(most, right / count))] as const),
  ]
}

/** How well made texts are read: a line a type. */
export function judge(model: TaggerModel, texts: readonly MadeText[]): readonly string[] {
  const tally = new Map(taggedTypes.map((type) => [type, { right: 0, wrong: 0, missed: 0 }]))
  for (const text of texts) {
    const found = tagText(plain(text.text).codes, model).filter(
      ({ type, raw }) => calibrated(model.calibrations[type], raw) >= 0.5,
    )
    for (const span of found) {
      const own = tally.get(span.type)
      if (own) own[isMade(text, span) ? 'right' : 'wrong'] += 1
    }
    for (const { type, start, end } of text.spans) {
      const own = tally.get(type)
      if (own && !found.some((span) => span.type === type && span.start < end && span.end > start)) own.missed += 1
    }
  }
  return [...tally].map(
    ([type, { right, wrong, missed }]) =>
      `${type}: precision ${(right / (right + wrong)).toFixed(3)}, recall ${(right / (right + missed)).toFixed(3)}`,
  )
}
