declare const masked: unique symbol

/** A value with its shape kept and its content gone (`j•••@g•••.com`). Only {@link mask} makes one. */
export type Masked = string & { readonly [masked]: true }

const dot = '•'

/**
 * Masks a value: the same for equal values, never longer than 64 code points, and never the value itself.
 * @param entityType decides the shape; any other name gets the general one (first letter of each word)
 */
export function mask(entityType: string, value: string): Masked {
  const shape = shapes[entityType] ?? general
  return clip(shape(value.normalize('NFC').trim())) as Masked
}

const shapes: Readonly<Record<string, (value: string) => string>> = {
  EMAIL_ADDRESS: maskEmail,
  IBAN_CODE: (value) => keepEnds(value, 4, 2),
  CREDIT_CARD: (value) => keepEnds(value, 0, 4),
  PHONE_NUMBER: (value) => keepEnds(value, value.startsWith('+') ? 3 : 0, 2),
  URL: maskUrl,
  GPS_COORDINATES: maskDigits,
  DATE_OF_BIRTH: maskDigits,
  DATE_TIME: maskDigits,
  IP_ADDRESS: maskDigits,
  AGE: maskDigits,
}

/** `jane.roe@gmail.com` → `j•••@g•••.com`. */
function maskEmail(value: string): string {
  const at = value.lastIndexOf('@')
  if (at < 1) return general(value)
  const domain = value.slice(at + 1)
  const top = domain.lastIndexOf('.')
  return `${first(value)}${dot.repeat(3)}@${first(domain)}${dot.repeat(3)}${top > 0 ? domain.slice(top) : ''}`
}

/** Keeps the scheme; the host may name a person as well as the path does. */
function maskUrl(value: string): string {
  const scheme = /^[a-z]{2,10}:\/\//i.exec(value)?.[0] ?? ''
  return `${scheme}${first(value.slice(scheme.length))}${dot.repeat(3)}`
}

function maskDigits(value: string): string {
  return value.replace(/[\p{L}\p{N}]/gu, dot)
}

/** Keeps `head` and `tail` letters or digits and the spacing; short values keep nothing. */
function keepEnds(value: string, head: number, tail: number): string {
  const solid = value.replace(/[^\p{L}\p{N}]/gu, '').length
  if (solid < (head + tail) * 2) return maskDigits(value)
  let seen = 0
  return value.replace(/[\p{L}\p{N}]/gu, (sign) => {
    seen += 1
    return seen <= head || seen > solid - tail ? sign : dot
  })
}

/** The first letter of each word that starts with one, three dots each; digits never. */
function general(value: string): string {
  return value
    .split(/\s+/u)
    .map((word) => `${/^\p{L}\p{L}/u.test(word) ? first(word) : ''}${dot.repeat(3)}`)
    .join(' ')
}

function first(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0x2022)
}

function clip(text: string): string {
  if (text.length <= 64) return text
  const signs = [...text]
  return signs.length <= 64 ? text : `${signs.slice(0, 63).join('')}…`
}

/** A part's name keeps the words that are ours ('slide 3', 'comments') and masks a name from the item ('sheet Smith'). */
export function maskPart(part: string): string {
  if (ours.test(part)) return part
  const blank = part.indexOf(' ')
  return blank > 0 && plainWord.test(part.slice(0, blank))
    ? `${part.slice(0, blank)} ${mask('part', part.slice(blank + 1))}`
    : mask('part', part)
}

/** Lower-case words and a number; what follows 'sheet' is named by whoever made the item. */
const ours = /^(?!sheet [^0-9])[a-z]{1,20}(?: [a-z]{1,20}){0,3}(?: \d{1,9})?$/
const plainWord = /^[a-z]{1,20}$/
