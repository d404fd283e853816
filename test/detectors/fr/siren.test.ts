import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { frSiren } from '../../../src/detectors/fr/siren.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { completed, digits, numberProperties, places, tails } from '../number-properties.ts'

describe('frSiren', () => {
  it.each([
    ['SIREN 732 829 320', '732 829 320'],
    ['RCS Paris 552 100 554', '552 100 554'],
    ['n° SIREN : 732829320', '732829320'],
  ])('finds the value of %j', (text, value) => {
    expect(valuesIn(frSiren, text)).toEqual([value])
  })

  it.each(['732 829 320', 'montant 732 829 320'])('leaves %j alone', (text) => {
    expect(valuesIn(frSiren, text)).toEqual([])
  })

  numberProperties({
    unit: frSiren,
    label: 'SIREN',
    guarded: places(9),
    valid: completed(digits(8), tails(1), (siren) => stdnum.FR?.siren?.validate(siren).isValid ?? false),
  })
})
