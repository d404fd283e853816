import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reweigh, reweighSample, weigh } from '../../../src/detectors/engine/weigh.ts'

describe('weighing', () => {
  it('multiplies the odds and keeps each step', () => {
    const weighed = reweigh(weigh('pattern of a card', 0.5), 'context', 'a word', 8)
    expect(weighed.confidence).toBeCloseTo(8 / 9, 3)
    expect(weighed.evidence).toEqual([
      { step: 'pattern', note: 'pattern of a card', confidence: 0.5 },
      { step: 'context', note: 'a word', confidence: weighed.confidence },
    ])
  })

  it('stays a probability, and never certain', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (share, ratio) => {
          const { confidence } = reweigh(weigh('x', share), 'context', 'y', ratio)
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(0.99)
        },
      ),
    )
  })

  it('a word like "test" never brings a checked number below the threshold', () => {
    const checked = reweigh(weigh('x', 0.1), 'checksum', 'check digits hold', 10)
    expect(checked.confidence).toBeGreaterThanOrEqual(0.5)
    expect(reweighSample(checked).confidence).toBeGreaterThanOrEqual(0.5)
    expect(reweighSample(weigh('x', 0.6)).confidence).toBeLessThan(0.6)
  })
})
