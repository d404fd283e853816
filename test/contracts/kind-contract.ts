import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RecordKind, recordKinds } from '../../src/core/record.ts'
import { classify } from '../../src/records/classify.ts'
import { kinds } from '../../src/records/registry.ts'
import { textSample } from '../records/samples.ts'

const pieces = [
  'facture n° ',
  '1.234,56 € ',
  'Patient: ',
  '<<<<<<<',
  '12/03/2024 ',
  'mg ',
  '1-0-1 ',
  '____',
  '   |   ',
  'a:\n',
  'المريض ',
  '(((',
  'A B C D ',
] as const
const hostileCharacters = 100_000

/** What every record kind promises, whatever it is. Called for each kind of the registry. */
export function kindContract(kind: RecordKind): void {
  describe(`${kind.id}: contract`, () => {
    it('is a frozen object with a known id, a title and a sensitivity', () => {
      expect(Object.isFrozen(kind)).toBe(true)
      expect(recordKinds).toContain(kind.id)
      expect(kind.title).toMatch(/^\p{Lu}.{3,80}$/u)
      expect(['simple', 'behavioural', 'financial', 'sensitive']).toContain(kind.sensitivity.category)
    })

    it('has examples', () => {
      expect(kind.examples.hits.length + kind.examples.misses.length).toBeGreaterThan(0)
    })

    it.each(kind.examples.hits.map((text) => [text]))('takes %j', (text) => {
      const sample = textSample(text)
      expect(kind.match(sample)?.confidence).toBeGreaterThanOrEqual(0.5)
      expect(classify(sample, kinds).kind).toBe(kind.id)
    })

    it.each(kind.examples.misses.map((text) => [text]))('does not take %j', (text) => {
      const sample = textSample(text)
      expect(kind.match(sample)?.confidence ?? 0).toBeLessThan(0.5)
      expect(classify(sample, kinds).kind).not.toBe(kind.id)
    })

    it('is sure by 0…1, gives reasons, and keeps values out of them', () => {
      for (const text of kind.examples.hits) {
        const match = kind.match(textSample(text))
        expect(match?.confidence).toBeGreaterThan(0)
        expect(match?.confidence).toBeLessThanOrEqual(1)
        expect(match?.because).not.toEqual([])
        const values = text.match(/\S{0,20}\d{3}\S{0,20}|\S{1,20}@\S{1,20}/g) ?? []
        for (const value of values) expect(match?.because.join('\n')).not.toContain(value)
      }
    })

    it('says the same of the same text, and nothing of an empty one', () => {
      for (const text of [...kind.examples.hits, ...kind.examples.misses]) {
        expect(kind.match(textSample(text))).toEqual(kind.match(textSample(text)))
      }
      if (kind.id !== 'other') expect(kind.match(textSample(''))).toBeUndefined()
    })

    it('reads any text without a fault, its fields too', () => {
      const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), { maxLength: 60 })
      fc.assert(
        fc.property(text, (parts) => {
          const sample = textSample(parts.join(''))
          const confidence = kind.match(sample)?.confidence ?? 0
          expect(confidence).toBeGreaterThanOrEqual(0)
          for (const field of kind.fields?.(sample) ?? []) expect(field.value).not.toBe('')
        }),
        { numRuns: 60 },
      )
    })

    it.each(pieces.map((piece) => [piece]))('reads %j repeated to 100,000 characters in linear time', (piece) => {
      const sample = textSample(piece.repeat(Math.ceil(hostileCharacters / piece.length)))
      kind.match(sample)
      expect(Array.isArray(kind.fields?.(sample) ?? [])).toBe(true)
    })
  })
}
