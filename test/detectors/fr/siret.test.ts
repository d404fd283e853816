import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { frSiret } from '../../../src/detectors/fr/siret.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { completed, digits, numberProperties, places, tails } from '../number-properties.ts'

describe('frSiret', () => {
  it.each([
    ['SIRET 552 100 554 00021', '552 100 554 00021'],
    ['siret : 73282932000074', '73282932000074'],
    ['La Poste, SIRET 35600000000048', '35600000000048'],
    ['SIRET 356 000 000 00001', '356 000 000 00001'],
  ])('finds the value of %j', (text, value) => {
    expect(valuesIn(frSiret, text)).toEqual([value])
  })

  it.each(['55210055400022', 'réf. 12345678901234', 'SIRET 552 100 554'])('leaves %j alone', (text) => {
    expect(valuesIn(frSiret, text)).toEqual([])
  })

  numberProperties({
    unit: frSiret,
    label: 'SIRET',
    guarded: places(14),
    valid: completed(
      completed(digits(8), tails(1), (siren) => stdnum.FR?.siren?.validate(siren).isValid ?? false).chain((siren) =>
        digits(4).map((nic) => siren + nic),
      ),
      tails(1),
      (siret) => stdnum.FR?.siret?.validate(siret).isValid ?? false,
    ).filter((siret) => !siret.startsWith('356000000')),
  })
})
