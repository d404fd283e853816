import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detect } from '../../../src/detectors/detect.ts'
import { detectors } from '../../../src/detectors/registry.ts'
import { segmentOf } from '../../contracts/detector-contract.ts'

const found = (text: string) =>
  detect(segmentOf(text), detectors).map(({ entityType, value }) => `${entityType} ${value}`)

describe('letters that stand for digits', () => {
  it.each([
    ['NIR : 2 55 O8 14 l68 025 38', ['FR_NIR 2 55 O8 14 l68 025 38']],
    ['IBAN FR76 3OOO 6OOO Oll2 3456 7890 189', ['IBAN_CODE FR76 3OOO 6OOO Oll2 3456 7890 189']],
    ['SIRET 552 1OO 554 OOO21', ['FR_SIRET 552 1OO 554 OOO21']],
    ['card 4lll llll 1111 1111', ['CREDIT_CARD 4lll llll 1111 1111']],
    ['card 4lll llll 1111 1112', []],
    ['NIR : 2 55 O8 14 l68 025 39', []],
    ['B2B and SOS, 10l of oil, 5OO g', []],
  ])('%j', (text, values) => {
    expect(found(text)).toEqual(values)
  })

  it('says that it was repaired, and is less sure', () => {
    const [clean] = detect(segmentOf('card 4111 1111 1111 1111'), detectors)
    const [mended] = detect(segmentOf('card 4lll 1111 1111 1111'), detectors)
    expect(mended?.evidence.at(-1)).toMatchObject({ step: 'repair' })
    expect(mended?.canonical).toBe(clean?.canonical)
    expect(mended?.confidence).toBeLessThan(clean?.confidence ?? 0)
  })
})

describe('signs of no width', () => {
  it('hide nothing, and places count them', () => {
    const hidden = fc.constantFrom('\u200b', '\u200c', '\u200d', '\u2060', '\u00ad', '\ufeff')
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 18 }),
        hidden,
        fc.constantFrom('', '😀 ', '𝒳\u200b '),
        (place, sign, before) => {
          const card = '4111 1111 1111 1111'
          const written = card.slice(0, place) + sign + card.slice(place)
          const text = `${before}card ${written} end`
          const [finding] = detect(segmentOf(text), detectors)
          expect(finding?.value).toBe(written)
          expect([...text].slice(finding?.offset, (finding?.offset ?? 0) + (finding?.length ?? 0)).join('')).toBe(
            written,
          )
        },
      ),
    )
  })

  it('leave a text of nothing else alone', () => {
    expect(found('\u200b\u200b\ufeff')).toEqual([])
  })
})
