import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plain } from '../../../src/detectors/engine/signs.ts'
import { builtInModel, calibrated, decodeModel, encodeModel } from '../../../src/detectors/names/model.ts'
import { tagText } from '../../../src/detectors/names/tag.ts'

const model = builtInModel()
const tagged = (text: string) =>
  tagText(plain(text).codes, model)
    .filter(({ type, raw }) => calibrated(model.calibrations[type], raw) >= 0.5)
    .map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)

describe('the tagger', () => {
  it.each([
    ['Yesterday Ngozi Adeyemi called about her order.', 'PERSON Ngozi Adeyemi'],
    ['J’ai examiné Mme Huguette BELLEFONTAINE ce matin.', 'PERSON Huguette BELLEFONTAINE'],
    ['Herr Jürgen Wittkowski hat den Brief unterschrieben.', 'PERSON Jürgen Wittkowski'],
    ['Me llamo Begoña Urrutia y llamo por la factura.', 'PERSON Begoña Urrutia'],
    ['La signora Ilaria Bonaventura abita al secondo piano.', 'PERSON Ilaria Bonaventura'],
    ['O senhor Heitor Vasconcelos ligou ontem.', 'PERSON Heitor Vasconcelos'],
    ['Mevrouw Annelies van der Kamp belde vanmorgen.', 'PERSON Annelies van der Kamp'],
    ['اسم المريض: محمد الشريف', 'PERSON محمد الشريف'],
    ['She lives at 48 Juniper Crescent, Ashford AB 20931', 'ADDRESS 48 Juniper Crescent, Ashford AB 20931'],
  ])('sees what %j holds', (text, expected) => {
    expect(tagged(text)).toContain(expected)
  })

  it.each([
    'The blood pressure was normal and the patient went home.',
    'Terms And Conditions Apply',
    'const total = await fetchInvoice(id)',
    '4111 1111 1111 1111',
    'TSH 2.4, ALAT 31, CRP 5 mg/l',
    '',
  ])('sees nobody in %j', (text) => {
    expect(tagged(text)).toEqual([])
  })

  it('gives spans in order, inside the text, none on another', () => {
    const piece = fc.constantFrom(
      'Marie ',
      'DUPONT',
      'rue de ',
      '12',
      '\n',
      ', ',
      'Dr. ',
      '٣',
      'محمد ',
      '😀',
      '-',
      "'",
      'the ',
      '\ud83d',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { start, end, raw } of tagText(plain(text).codes, model)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(raw).toBeGreaterThan(0)
          expect(raw).toBeLessThanOrEqual(1.000001)
          last = end
        }
      }),
    )
  })
})

describe('the file of the model', () => {
  it('comes back as it was written', () => {
    const again = decodeModel(encodeModel(model))
    expect(again.unit).toBe(model.unit)
    expect(again.weights).toEqual(model.weights)
    expect([...again.transitions]).toEqual([...model.transitions])
    expect(again.list.dictionary).toEqual(model.list.dictionary)
    expect(again.calibrations).toEqual(model.calibrations)
  })

  it('takes no more than three megabytes', () => {
    expect(encodeModel(model).length).toBeLessThan(3_000_000)
  })

  it('is refused where it is cut short', () => {
    const bytes = encodeModel(model)
    expect(() => decodeModel(bytes.subarray(0, bytes.length - 1))).toThrow('not of this version')
  })
})

describe('a calibration', () => {
  it('goes in straight lines between its steps and ends at the last', () => {
    const steps = [
      [0, 0],
      [0.5, 0.2],
      [0.9, 0.8],
    ] as const
    expect(calibrated(steps, 0.25)).toBeCloseTo(0.1)
    expect(calibrated(steps, 0.7)).toBeCloseTo(0.5)
    expect(calibrated(steps, 1)).toBe(0.8)
  })
})
