import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Extract } from '../../../src/core/content.ts'
import { defaultLimits } from '../../../src/core/limits.ts'
import { textFlow } from '../../../src/formats/office/text-flow.ts'

function flowing(segmentCharacters: number, left = 1_000_000) {
  const out: Extract[] = []
  const budget = { left, isSpent: false }
  const flow = textFlow('body', 'text', { ...defaultLimits, segmentCharacters }, budget, out)
  const segments = () => out.flatMap((extract) => (extract.what === 'segment' ? [extract] : []))
  return { flow, budget, segments }
}

describe('text flow', () => {
  it('puts what was set aside where it is wanted', () => {
    const { flow, segments } = flowing(100)
    flow.text('one')
    flow.beginAside()
    flow.text('aside')
    flow.breakLine()
    flow.text('more')
    const aside = flow.endAside()
    flow.text(' two')
    flow.line(aside)
    flow.finish()
    expect(segments().map(({ text }) => text)).toEqual(['one two\naside\nmore'])
  })

  it('keeps all text in segments of bounded size whose offsets count code points', () => {
    const piece = fc.oneof(fc.string(), fc.constant('\n'), fc.constant('word '), fc.constant('𐌲𐌿𐍄'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (pieces, size) => {
        const { flow, segments } = flowing(size)
        for (const text of pieces) flow.text(text)
        flow.finish()
        const whole = [...pieces.join('')]
        for (const { text, place } of segments()) {
          expect(text.length).toBeLessThanOrEqual(size)
          const offset = place.unit === 'part' ? place.offset : -1
          expect(whole.slice(offset, offset + [...text].length).join('')).toBe(text)
        }
        const told = segments()
          .map(({ text }) => text)
          .join('')
        expect(told.replace(/\s/g, '')).toBe(whole.join('').replace(/\s/g, ''))
      }),
    )
  })

  it('cuts at the limit of text, not before', () => {
    for (const [left, isSpent] of [
      [10, false],
      [9, true],
    ] as const) {
      const { flow, budget, segments } = flowing(4, left)
      flow.text('0123456789')
      flow.finish()
      expect(
        segments()
          .map(({ text }) => text)
          .join(''),
      ).toBe('0123456789'.slice(0, left))
      expect(budget.isSpent).toBe(isSpent)
    }
  })
})
