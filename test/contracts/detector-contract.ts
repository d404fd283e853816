import { describe, expect, it } from 'vitest'
import type { Segment } from '../../src/core/content.ts'
import type { DetectContext, Detector } from '../../src/core/finding.ts'
import { detect } from '../../src/detectors/detect.ts'

/** A segment of running text. */
export function segmentOf(text: string): Segment {
  return { what: 'segment', text, place: { unit: 'text', offset: 0 }, origin: 'text' }
}

/** What a stored finding of this unit alone would be: the value as it stands in the text, best last. */
export function valuesIn(unit: Detector, text: string, language?: string): readonly string[] {
  const options = unit.onlyAsked === true ? { language, entities: [unit.entityType] } : { language }
  return detect(segmentOf(text), listOf(unit), options).map((finding) => finding.value)
}

const lists = new WeakMap<Detector, readonly Detector[]>()

/** The same list for the same unit, so that what it looks for is worked out once. */
function listOf(unit: Detector): readonly Detector[] {
  const known = lists.get(unit) ?? [unit]
  lists.set(unit, known)
  return known
}

const context: DetectContext = { language: undefined, origin: 'text', asked: false }
const languages = [undefined, 'fr', 'en', 'de', 'es', 'it', 'pt', 'nl', 'ar']

/** What every detector promises. */
export function detectorContract(unit: Detector): void {
  describe(unit.id, () => {
    it('describes itself', () => {
      expect(unit.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(unit.entityType).toMatch(/^[A-Z0-9]+(_[A-Z0-9]+)*$/)
      expect(unit.title.length).toBeGreaterThan(5)
      expect(unit.reference).toMatch(/^https:\/\//)
      expect(unit.version).toBeGreaterThan(0)
      expect(Object.isFrozen(unit)).toBe(true)
      expect(unit.examples.hits.length).toBeGreaterThan(0)
      expect(unit.examples.misses.length).toBeGreaterThan(0)
    })

    it.each(unit.examples.hits)('finds %j', (text) => {
      const found = languages.filter((language) => valuesIn(unit, text, language).length > 0)
      expect(found.length).toBeGreaterThan(0)
    })

    it.each(unit.examples.misses)('leaves %j alone', (text) => {
      for (const language of languages) expect(valuesIn(unit, text, language)).toEqual([])
    })

    it('says where, how sure and why', () => {
      for (const text of unit.examples.hits) {
        for (const candidate of unit.find(text, context)) {
          expect(candidate.start).toBeGreaterThanOrEqual(0)
          expect(candidate.end).toBeGreaterThan(candidate.start)
          expect(candidate.end).toBeLessThanOrEqual(text.length)
          expect(candidate.canonical).not.toBe('')
          expect(candidate.confidence).toBeGreaterThan(0)
          expect(candidate.confidence).toBeLessThanOrEqual(1)
          expect(candidate.evidence.at(-1)?.confidence).toBe(candidate.confidence)
          for (const { note } of candidate.evidence)
            expect(note).not.toContain(text.slice(candidate.start, candidate.end))
        }
      }
    })

    it('finds the same value anywhere, and again', () => {
      for (const text of unit.examples.hits) {
        for (const language of languages) {
          const alone = valuesIn(unit, text, language)
          expect(valuesIn(unit, `𝒳😀.\n\n${text}\n\n.`, language)).toEqual(alone)
          expect(valuesIn(unit, text, language)).toEqual(alone)
        }
      }
    })
  })
}
