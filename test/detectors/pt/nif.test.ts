import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { ptNif } from '../../../src/detectors/pt/nif.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { completed, digits, numberProperties, tails } from '../number-properties.ts'

describe('ptNif', () => {
  it.each([
    ['NIF 123456789', '123456789'],
    ['contribuinte n.º 501 964 843', '501 964 843'],
  ])('finds the value of %j', (text, value) => {
    expect(valuesIn(ptNif, text)).toEqual([value])
  })

  it.each(['123456789', 'NIF 123456788', 'NIF 423456789'])('leaves %j alone', (text) => {
    expect(valuesIn(ptNif, text)).toEqual([])
  })

  numberProperties({
    unit: ptNif,
    label: 'NIF',
    guarded: [],
    valid: completed(
      digits(8).filter((body) => /^[1-35689]/.test(body)),
      tails(1),
      (number) => stdnum.PT?.nif?.validate(number).isValid ?? false,
    ),
  })
})
