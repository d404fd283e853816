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

/** ISO/IEC 7064 MOD 11-2: the remainder that makes the last sign, 0…10 (10 is written X). */
export function mod112(digits: string): number {
  let rest = 0
  for (let at = 0; at < digits.length; at += 1) rest = ((rest + digits.charCodeAt(at) - 0x30) * 2) % 11
  return (12 - rest) % 11
}

const verhoeffProduct = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
].map((row) => [...row].map(Number))
const verhoeffTurn = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
].map((row) => [...row].map(Number))

/** Verhoeff's check over digits whose last one is the check digit (J. Verhoeff, Error detecting decimal codes, 1969). */
export function isVerhoeff(digits: string): boolean {
  let check = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 0x30
    check = verhoeffProduct[check]?.[verhoeffTurn[at % 8]?.[digit] ?? 0] ?? 0
  }
  return check === 0
}

/** The value of a digit or capital letter in base 36: 0…9, A…Z as 10…35. */
export function base36(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0x41 ? code - 0x37 : code - 0x30
}

/** ICAO 9303 part 3: weights 7, 3, 1 over digits and letters (A as 10), '<' as 0; the last digit of the sum. */
export function icaoCheck(field: string): number {
  let sum = 0
  for (let at = 0; at < field.length; at += 1)
    sum += (field.charAt(at) === '<' ? 0 : base36(field, at)) * ([7, 3, 1][at % 3] ?? 0)
  return sum % 10
}

/** Whether all signs are the same: what a keyboard gives when nothing is to be told. */
export function isOneSign(text: string): boolean {
  return text === text.charAt(0).repeat(text.length)
}

/** Whether day, month and year are a day of the Gregorian calendar. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}

/** Whether six digits are year, month and day of some century. */
export function isShortDay(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4, 6))]
  return isDay(2000 + year, month, day) || isDay(1900 + year, month, day)
}
