import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldWord, plain } from '../../../src/detectors/engine/signs.ts'

describe('plain', () => {
  it.each([
    ['a\u00a0b\u202f1', 'a b 1'],
    ['٠١٢٣٤٥٦٧٨٩ ۰۱۹', '0123456789 019'],
    ['１２３ＡＢ＠', '123AB@'],
    ['a‐b‑c–d—e−f', 'a-b-c-d-e-f'],
    ['l’eau ‘x’', "l'eau 'x'"],
    ['\u200e123\u202c', ' 123 '],
  ])('writes %j as %j', (text, expected) => {
    expect(plain(text).text).toBe(expected)
  })

  it('keeps every offset, and texts without look-alikes as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plain(text).text.length).toBe(text.length)
        expect(plain(plain(text).text).text).toBe(plain(text).text)
      }),
    )
    expect(plain('Zoë, 12 € 😀').text).toBe('Zoë, 12 € 😀')
  })
})

describe('foldWord', () => {
  it.each([
    ['Élodie', 'elodie'],
    ['E\u0301lodie', 'elodie'],
    ['STRAẞE', 'strase'],
    ['Łukasz', 'lukasz'],
    ['أحمد', 'احمد'],
    ['أحـــمَد', 'احمد'],
  ])('folds %s to %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded)
  })
})
