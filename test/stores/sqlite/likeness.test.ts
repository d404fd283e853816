import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countDifferent } from '../../../src/stores/sqlite/likeness.ts'

const hex = (bits: bigint) => BigInt.asUintN(64, bits).toString(16).padStart(16, '0')
const flipped = (hash: string, places: readonly number[]) =>
  hex(places.reduce((bits, place) => bits ^ (1n << BigInt(place)), BigInt(`0x${hash}`)))

const picture = '93c1a5f07e2b4d68'

describe('different pictures', () => {
  it.each<[string, readonly (string | null)[], number]>([
    ['none', [], 0],
    ['one', [picture], 1],
    ['equal ones', [picture, picture, picture], 1],
    ['six bits in one quarter', [picture, flipped(picture, [0, 1, 2, 3, 4, 5])], 1],
    ['six bits spread over all quarters', [picture, flipped(picture, [0, 9, 17, 30, 40, 60])], 1],
    ['seven bits', [picture, flipped(picture, [0, 9, 17, 30, 40, 60, 63])], 2],
    [
      'two that a third links',
      [picture, flipped(picture, [1, 2, 3, 4, 5]), flipped(picture, [1, 2, 3, 4, 5, 20, 40, 41, 60])],
      1,
    ],
    ['those without a hash', [null, null, picture], 3],
  ])('%s', (_, hashes, different) => {
    expect(countDifferent(hashes)).toBe(different)
  })

  const hashes = fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(hex), { maxLength: 30 })

  it('are as many in any order, and a copy adds none', () => {
    fc.assert(
      fc.property(hashes, fc.subarray([...Array(64).keys()], { maxLength: 6 }), (all, places) => {
        const copies = all.map((hash) => flipped(hash, places))
        expect(countDifferent([...all].reverse())).toBe(countDifferent(all))
        expect(countDifferent([...copies, ...all])).toBeLessThanOrEqual(countDifferent(all))
      }),
    )
  })
})
