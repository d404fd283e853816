import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { esNif } from '../../../src/detectors/es/nif.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { digits, numberProperties, places } from '../number-properties.ts'

describe('esNif', () => {
  it.each([
    ['DNI: 12345678Z', '12345678Z'],
    ['nif 12.345.678-z', '12.345.678-z'],
    ['12345678-Z', '12345678-Z'],
    ['NIF 12345678 Z', '12345678 Z'],
    ['DNI 12345678A', '12345678A'],
  ])('finds the value of %j', (text, value) => {
    expect(valuesIn(esNif, text)).toEqual([value])
  })

  it.each(['12345678A', '12345678ZZ', '123456789Z'])('leaves %j alone', (text) => {
    expect(valuesIn(esNif, text)).toEqual([])
  })

  numberProperties({
    unit: esNif,
    label: 'DNI',
    guarded: places(8),
    valid: digits(8)
      .map((number) => number + 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(Number(number) % 23))
      .filter((nif) => stdnum.ES?.dni?.validate(nif).isValid ?? false),
  })
})
