/** Account, tax and registration numbers with right check digits, made from digits that belong to nobody we know. */

/** The Luhn check digit for `digits` (ISO/IEC 7812-1, annex B). */
export function luhnDigit(digits: string): string {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return String((10 - (sum % 10)) % 10)
}

/** A card number from a prefix that issuers keep for tests, 16 digits in groups of four. */
export function cardNumber(testPrefix: string, digits: string): string {
  const body = (testPrefix + digits).slice(0, 15)
  return groups(body + luhnDigit(body), 4)
}

/** `digits` in groups of `size`, with spaces. */
export function groups(digits: string, size: number): string {
  return digits.replace(new RegExp(`(.{${size}})(?=.)`, 'g'), '$1 ')
}

/** An IBAN in groups of four (ISO 13616). */
export function iban(country: string, bban: string): string {
  const check = 98n - (toNumber(`${bban}${country}00`) % 97n)
  return groups(`${country}${String(check).padStart(2, '0')}${bban}`, 4)
}

function toNumber(text: string): bigint {
  return BigInt(text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)))
}

/** A French account: bank and branch (5 digits each), account (11), and the RIB key. */
export function frenchBban(digits: string): string {
  const [bank, branch, account] = [digits.slice(0, 5), digits.slice(5, 10), digits.slice(10, 21)]
  const key = 97n - ((89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(account)) % 97n)
  return `${bank}${branch}${account}${String(key).padStart(2, '0')}`
}

/** A Spanish account: bank and branch (4 digits each), two control digits, account (10). */
export function spanishBban(digits: string): string {
  const weights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]
  const control = (part: string) => {
    const sum = weights.reduce((total, weight, at) => total + weight * Number(part.padStart(10, '0')[at]), 0)
    const digit = 11 - (sum % 11)
    return digit === 11 ? '0' : digit === 10 ? '1' : String(digit)
  }
  const [office, account] = [digits.slice(0, 8), digits.slice(8, 18)]
  return `${office}${control(office)}${control(account)}${account}`
}

const oddValues = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]

/** The control letter of Italian account and tax numbers: odd places by table, even places by value, modulo 26. */
export function italianControl(text: string): string {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    const value = sign < 58 ? sign - 48 : sign - 65
    sum += at % 2 === 0 ? (oddValues[value] ?? 0) : value
  }
  return String.fromCharCode(65 + (sum % 26))
}

/** An Italian account: control letter, bank and branch (5 digits each), account (12). */
export function italianBban(digits: string): string {
  const body = digits.slice(0, 22)
  return italianControl(body) + body
}

/** A French social security number with its key: sex, year, month, department and commune, order. Corsica counts as 19 and 18. */
export function frenchNir(sex: 'f' | 'm', birth: string, place: string, order: string): string {
  const body = `${sex === 'm' ? 1 : 2}${birth.slice(2, 4)}${birth.slice(5, 7)}${place}${order.slice(0, 3)}`
  const key = String(97 - (Number(body.replace('2A', '19').replace('2B', '18')) % 97)).padStart(2, '0')
  return body.replace(/^(.)(..)(..)(..)(...)(...)$/, `$1 $2 $3 $4 $5 $6 ${key}`)
}

/** A French company number and its VAT number. */
export function frenchCompany(digits: string): { siret: string; vat: string } {
  const siren = digits.slice(0, 8) + luhnDigit(digits.slice(0, 8))
  const body = `${siren}0001`
  const vatKey = String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0')
  const siret = body + luhnDigit(body)
  return { siret: siret.replace(/^(...)(...)(...)(.....)$/, '$1 $2 $3 $4'), vat: `FR${vatKey}${siren}` }
}

/** A French practitioner's number (RPPS): 11 digits, the last by Luhn. */
export function frenchRpps(digits: string): string {
  const body = `10${digits.slice(0, 8)}`
  return body + luhnDigit(body)
}

/** A British NHS number from the range 999, which is kept for tests. */
export function nhsNumber(digits: string): string {
  for (let add = 0; ; add += 1) {
    const body = `999${String((Number(digits.slice(0, 6)) + add) % 1_000_000).padStart(6, '0')}`
    const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
    const check = (11 - (sum % 11)) % 11
    if (check < 10) return `${body}${check}`.replace(/^(...)(...)(....)$/, '$1 $2 $3')
  }
}

/** The letter of a Spanish NIF or, with X, Y, Z in front, NIE. */
export function spanishNif(body: string): string {
  const number = body.replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)))
  return body + 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23]
}

/** The CIF of a Spanish limited company: B, seven digits, control digit. */
export function spanishCif(digits: string): string {
  const body = digits.slice(0, 7)
  return `B${body}${luhnDigit(body)}`
}

/** An Italian personal tax code from its parts: consonants of names, birth, sex, commune. */
export function codiceFiscale(names: string, birth: string, sex: 'f' | 'm', commune: string): string {
  const day = Number(birth.slice(8, 10)) + (sex === 'f' ? 40 : 0)
  const body = `${names}${birth.slice(2, 4)}${'ABCDEHLMPRST'[Number(birth.slice(5, 7)) - 1]}${String(day).padStart(2, '0')}${commune}`
  return body + italianControl(body)
}

/** An Italian company's tax number: seven digits, 001 for Torino, Luhn. */
export function partitaIva(digits: string): string {
  const body = `${digits.slice(0, 7)}001`
  return body + luhnDigit(body)
}

/** A German health insurance number: a letter, eight digits, check digit (SGB V § 290). */
export function germanKvnr(letter: string, digits: string): string {
  const body = digits.slice(0, 8)
  const all = String(letter.charCodeAt(0) - 64).padStart(2, '0') + body
  const sum = [...all].reduce((total, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return `${letter}${body}${sum % 10}`
}

/** The check digit of ISO/IEC 7064 MOD 11,10 (German tax numbers). */
export function mod1110(digits: string): string {
  let product = 10
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10
    product = (sum * 2) % 11
  }
  return String((11 - product) % 10)
}

/** An identity number of the United Arab Emirates: 784, birth year, serial, Luhn. */
export function emiratesId(birth: string, digits: string): string {
  const body = `784${birth.slice(0, 4)}${digits.slice(0, 7)}`
  return (body + luhnDigit(body)).replace(/^(...)(....)(.......)(.)$/, '$1-$2-$3-$4')
}

/** A Dutch citizen service number: nine digits that pass the eleven test. */
export function dutchBsn(digits: string): string {
  for (let add = 0; ; add += 1) {
    const body = String((Number(digits.slice(0, 8)) + add) % 100_000_000).padStart(8, '0')
    const check = [...body].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0) % 11
    if (check < 10) return body + check
  }
}

/** A Portuguese tax number of a person. */
export function portugueseNif(digits: string): string {
  const body = `2${digits.slice(0, 7)}`
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0)
  const check = 11 - (sum % 11)
  return body + (check > 9 ? 0 : check)
}

/** A United States social security number, from areas and groups that are not set aside. */
export function usSsn(digits: string): string {
  const area = 100 + (Number(digits.slice(0, 3)) % 500)
  const group = 1 + (Number(digits.slice(3, 5)) % 98)
  const serial = 1_001 + (Number(digits.slice(5, 9)) % 8_000)
  return `${area}-${String(group).padStart(2, '0')}-${serial}`
}

/** A United States provider number: ten digits, Luhn over 80840 and the number. */
export function usNpi(digits: string): string {
  const body = `1${digits.slice(0, 8)}`
  return body + luhnDigit(`80840${body}`)
}
