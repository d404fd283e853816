import { isDay, weightedSum } from '../engine/check-digits.ts'

/** Year, month and day, with the century in the seventh digit: 1, 2, 5, 6 for 1900, 3, 4, 7, 8 for 2000. */
export function isKoreanBirthDay(value: string): boolean {
  const century = '1256'.includes(value.charAt(6)) ? 1900 : 2000
  return isDay(century + Number(value.slice(0, 2)), Number(value.slice(2, 4)), Number(value.slice(4, 6)))
}

const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]

/**
 * The check digit of numbers issued until October 2020; later ones end in random digits, so that a failing check proves
 * nothing. `from`: 11 for residents, 13 for foreigners.
 */
export function koreanCheck(value: string, from: 11 | 13): boolean {
  return (from - (weightedSum(value, weights) % 11)) % 10 === Number(value.charAt(12))
}
