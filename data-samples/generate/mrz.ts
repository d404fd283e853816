/** What the machine-readable lines of a travel document say (ICAO Doc 9303). Dates as YYYY-MM-DD. */
export interface TravelDocument {
  readonly code: string
  readonly state: string
  readonly nationality: string
  readonly number: string
  readonly family: string
  readonly given: string
  readonly birth: string
  readonly sex: 'f' | 'm'
  readonly expires: string
  readonly optional?: string
}

/** The check digit of Doc 9303-3 § 4.9: weights 7, 3, 1. */
export function mrzDigit(text: string): string {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    const value = sign === '<' ? 0 : /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55
    sum += value * ([7, 3, 1][at % 3] ?? 0)
  }
  return String(sum % 10)
}

/** Passport: two lines of 44 signs. */
export function td3(document: TravelDocument): readonly [string, string] {
  const number = document.number.padEnd(9, '<')
  const birth = shortDate(document.birth)
  const expires = shortDate(document.expires)
  const optional = (document.optional ?? '').padEnd(14, '<')
  const parts = [
    number + mrzDigit(number),
    birth + mrzDigit(birth),
    expires + mrzDigit(expires),
    optional + mrzDigit(optional),
  ]
  const composite = mrzDigit(parts.join(''))
  const sex = document.sex.toUpperCase()
  return [
    `${document.code.padEnd(2, '<')}${document.state.padEnd(3, '<')}${names(document, 39)}`,
    `${parts[0]}${document.nationality.padEnd(3, '<')}${parts[1]}${sex}${parts[2]}${parts[3]}${composite}`,
  ]
}

/** Card of credit-card size: three lines of 30 signs. */
export function td1(document: TravelDocument): readonly [string, string, string] {
  const number = document.number.padEnd(9, '<')
  const first = number + mrzDigit(number) + (document.optional ?? '').padEnd(15, '<')
  const birth = shortDate(document.birth)
  const expires = shortDate(document.expires)
  const second = [birth + mrzDigit(birth), expires + mrzDigit(expires)] as const
  const filler = '<'.repeat(11)
  const composite = mrzDigit(first + second[0] + second[1] + filler)
  return [
    `${document.code.padEnd(2, '<')}${document.state.padEnd(3, '<')}${first}`,
    `${second[0]}${document.sex.toUpperCase()}${second[1]}${document.nationality.padEnd(3, '<')}${filler}${composite}`,
    names(document, 30),
  ]
}

function shortDate(date: string): string {
  return date.slice(2).replaceAll('-', '')
}

/** Doc 9303-3 § 6: letters without marks, ß as SS, umlauts with E, gaps as fillers. */
function names(document: TravelDocument, length: number): string {
  const plain = (name: string) =>
    name
      .toUpperCase()
      .replace(/[ÄÖÜ]/g, (letter) => ({ Ä: 'AE', Ö: 'OE', Ü: 'UE' })[letter] ?? letter)
      .replaceAll('ẞ', 'SS')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/['’]/g, '')
      .replace(/[^A-Z]/g, '<')
  return `${plain(document.family)}<<${plain(document.given)}`.padEnd(length, '<').slice(0, length)
}
