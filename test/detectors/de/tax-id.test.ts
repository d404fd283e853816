import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { deTaxId } from '../../../src/detectors/de/tax-id.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { completed, numberProperties, places, tails } from '../number-properties.ts'

describe('deTaxId', () => {
  it.each([
    ['Steuer-ID: 36 574 261 809', '36 574 261 809'],
    ['IdNr. 36574261809', '36574261809'],
    ['Steueridentifikationsnummer 65929970489', '65929970489'],
  ])('finds the value of %j', (text, value) => {
    expect(valuesIn(deTaxId, text)).toEqual([value])
  })

  it.each(['36574261809', 'Steuer-ID 36574261808', 'Steuer-ID 06574261809', 'Steuer-ID 12345678903'])(
    'leaves %j alone',
    (text) => {
      expect(valuesIn(deTaxId, text)).toEqual([])
    },
  )

  numberProperties({
    unit: deTaxId,
    label: 'Steuer-ID',
    guarded: places(11),
    valid: completed(
      fc
        .shuffledSubarray([...'0123456789'], { minLength: 9, maxLength: 9 })
        .chain((distinct) =>
          fc
            .tuple(fc.constantFrom(...distinct), fc.integer({ min: 0, max: 9 }))
            .map(([twice, at]) => [...distinct.slice(0, at), twice, ...distinct.slice(at)].join('')),
        ),
      tails(1),
      (number) => stdnum.DE?.idnr?.validate(number).isValid ?? false,
    ),
  })
})
