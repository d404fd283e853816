import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../src/records/text/fold.ts'

describe('fold', () => {
  it.each([
    ['ÉÀçñ', 'eacn'],
    ['Straße', 'strase'],
    ['ŁÓDŹ', 'lodz'],
    ['أحمد', 'احمد'],
    ['A-1, b', 'a-1, b'],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('keeps every place, and is the same when done again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toHaveLength(text.length)
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})
