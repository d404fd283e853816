/** Sum of digits, each times its weight. `digits` and `weights` are read from the left. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < weights.length; at += 1) sum += (digits.charCodeAt(at) - 0x30) * (weights[at] ?? 0)
  return sum
}

/**
 * Luhn's formula over digits whose last one is the check digit.
 * ISO/IEC 7812-1, annex B.
 */
export function isLuhn(digits: string): boolean {
  let sum = 0
  for (let at = digits.length - 1, twice = false; at >= 0; at -= 1, twice = !twice) {
    const digit = digits.charCodeAt(at) - 0x30
    sum += twice ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit
  }
  return digits.length > 1 && sum % 10 === 0
}

/** Remainder of a decimal number of any length. */
export function remainder(digits: string, modulus: number): number {
  let rest = 0
  for (let at = 0; at < digits.length; at += 1) rest = (rest * 10 + digits.charCodeAt(at) - 0x30) % modulus
  return rest
}

/** ISO/IEC 7064 MOD 97-10 over letters and digits, the form an IBAN is checked in (ISO 13616-1): 1 for a valid one. */
export function mod97(text: string): number {
  let rest = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    rest = code >= 0x41 ? (rest * 100 + code - 0x37) % 97 : (rest * 10 + code - 0x30) % 97
  }
  return rest
}

/** ISO/IEC 7064 MOD 11,10 over digits whose last one is the check digit. */
export function isMod1110(digits: string): boolean {
  let product = 10
  for (let at = 0; at < digits.length - 1; at += 1) {
    const sum = (product + digits.charCodeAt(at) - 0x30) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (11 - product) % 10 === digits.charCodeAt(digits.length - 1) - 0x30
}

/** Whether day, month and year are a day of the Gregorian calendar. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}
