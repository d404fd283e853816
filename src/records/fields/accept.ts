import { amountsIn } from '../values/amounts.ts'
import { type DateOrder, datesIn } from '../values/dates.ts'
import { plainDigits } from '../values/digits.ts'
import type { Accept } from './reader.ts'

/** Words between a label and its date: «le», «the», a weekday, a town. */
const beforeDate = /^[\p{L}.,'’ ]{0,16}$/u

/** A date at the beginning of a stretch, or after a word or two. */
export function dateFor(order: DateOrder): Accept {
  return (stretch, offset) => {
    const [date] = datesIn(stretch.slice(0, 64), order, 1)
    if (!date || !beforeDate.test(stretch.slice(0, date.start))) return undefined
    return { value: date.value, start: offset + date.start, end: offset + date.end }
  }
}

const numberWord =
  /^(?:#|n[°ºo]?|no|nr|num|number|numero|número|nummer|numéro|id|ref|réf|رقم)(?![\p{L}\p{N}])[\s.:°º#]{0,4}/iu
const numberToken =
  /^(?:\p{Lu}{1,5}[ -]{1,2}(?=[\p{Lu}\d-]{0,6}\d))?(?=[^\s,;()]{0,30}\d)[\p{L}\d][\p{L}\d_./\\-]{0,39}/u

/** The number of a document: the first word with a digit in it, with the letters written before it. */
export const documentNumber: Accept = (stretch, offset) => {
  const plain = plainDigits(stretch)
  const prefix = numberWord.exec(plain)?.[0].length ?? 0
  const rest = plain.slice(prefix)
  const match = numberToken.exec(rest)
  if (!match) return undefined
  const value = match[0].replace(/[./\\-]+$/, '')
  const behind = rest.slice(value.length)
  if (isDate(rest) || isMoney(rest) || isQuantity(value, behind) || isPostcode(value, behind)) return undefined
  return { value, start: offset + prefix, end: offset + prefix + value.length }
}

/** «30 days», «20 %»: a short figure with a word behind it that does not lead on to a date. */
function isQuantity(value: string, behind: string): boolean {
  if (!/^\d{1,3}$/.test(value) || !/^ ?(?:%|\p{Ll}{3})/u.test(behind)) return false
  return !/^ (?:del|dal|dated|vom|van|from)(?!\p{L})/u.test(behind)
}

/** «80333 München»: a postal code before its town. */
function isPostcode(value: string, behind: string): boolean {
  return /^(?:\p{Lu}{1,2}-)?\d{4,5}$/u.test(value) && /^ \p{Lu}\p{L}{2}/u.test(behind)
}

const numberWithin = /(?<![\p{L}\p{N}_])(?:n[°ºo.]|nr|no|num|number|#|رقم)(?![\p{L}_])[\s.:°º]{0,4}(?=\S{0,20}\d)/iu

/** The number of a title, behind a word for «number» that may follow at some distance: «Invoice of sale (380) No. 42». */
export const numberOfTitle: Accept = (stretch, offset) => {
  const match = numberWithin.exec(stretch.slice(0, 48))
  if (!match) return undefined
  const at = match.index + match[0].length
  return documentNumber(stretch.slice(at), offset + at)
}

function isDate(text: string): boolean {
  return datesIn(text.slice(0, 24), 'dmy', 1)[0]?.start === 0 && !/^\d{8}(?!\d)/.test(text)
}

function isMoney(text: string): boolean {
  return /^\d{1,3}(?:[ .,]\d{3}){0,3}[.,]\d{2}(?![\d/-])|^[€$£]/.test(text)
}

/** An amount without decimals or currency, as a label of a total may have it. */
export const wholeAmount: Accept = (stretch, offset) => {
  const [amount] = amountsIn(stretch.slice(0, 40))
  return amount && { value: amount.value, start: offset + amount.start, end: offset + amount.end }
}

const titles = `m|mr|mrs|ms|miss|mme|mlle|madame|monsieur|herr|herrn|frau|dr|prof|d|dña|dª|don|doña|sr|sra|sr\\.ª|srta|sig|sig\\.ra|sig\\.na|signor|signora|dott|dott\\.ssa|dhr|mw|mevr|mevrouw|de heer|heer|mej|dra|docteur|doctor|exmo|exma`
const honorific = new RegExp(`^(?:(?:${titles})\\.?[ \\u00a0]{1,2}){0,2}`, 'iu')
const nameWord = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.-]{0,24}|\p{Script=Arabic}[\p{Script=Arabic}\p{M}]{1,20}|[\p{Script=Han}\p{Script=Hangul}]{1,6}|(?:de|du|des|d'|la|le|van|von|der|den|di|da|do|dos|das|del|della|e|y|el|al|bin|ibn|ter|ten|zu)(?= ))`
const nameWords = new RegExp(`^${nameWord}(?:,?[ \\u00a0]{1,2}${nameWord}){0,5}`, 'u')

/** The name of a person: up to six capitalised words, with a title before them, up to the next label. */
export const personName: Accept = (stretch, offset) => {
  const head = stretch.slice(0, 80)
  const title = honorific.exec(head)?.[0] ?? ''
  const match = nameWords.exec(head.slice(title.length))
  if (!match) return undefined
  const name = match[0].replace(/[\s,.'’-]+$/, '')
  if (name.length < 3 || /^(?:\p{Lu}\.?){1,3}$/u.test(name)) return undefined
  const value = title + name
  return { value, start: offset, end: offset + value.length }
}

/** The name of a firm or a person, as far as a line goes before an address or a number. */
export const partyName: Accept = (stretch, offset) => {
  const line = stretch.slice(0, 120).split(/ {3,}|\t|\||\n/)[0] ?? ''
  const cut = /[,;(]\s|\s[-–|·]\s|\s\d{2,}|,\s?\d|\s?[({[]{1,2}[\dO]{4}/u.exec(line)
  const value = (cut ? line.slice(0, cut.index) : line).replace(/[\s:,;.-]+$/u, '')
  if (/^[\d("«]/.test(value) && !/^\d{1,2}\p{L}|^\d{1,3} \p{Lu}\p{L}{3}/u.test(value)) return undefined
  if (value.length < 3 || value.length > 80 || !/\p{L}{2}/u.test(value) || /@|https?:|www\./.test(value))
    return undefined
  return { value, start: offset, end: offset + value.length }
}

const registration = /^[A-Z]{0,4}[ :.-]{0,2}[A-Z]?\d(?:[\dA-Z]|[ ./-](?=[\dA-Z])){5,19}/

/** The number under which a firm is registered: five digits or more, as written, without blanks. */
export const registrationNumber: Accept = (stretch, offset) => {
  const match = registration.exec(stretch.replace(/^(?:n[°ºo]|nr|no|number|nummer|num)\b[\s.:°º]{0,3}/i, ''))
  if (!match || isDate(match[0])) return undefined
  const value = match[0].replace(/[ :]/g, '').replace(/[./-]+$/, '')
  if ((value.match(/\d/g)?.length ?? 0) < 5) return undefined
  const start = offset + Math.max(0, stretch.indexOf(match[0]))
  return { value, start, end: start + match[0].length }
}

const iban = /^[A-Z]{2}\d{2}(?: ?[A-Z0-9]{1,4}){3,9}/

/** An IBAN whose check digits hold (ISO 13616), without blanks. */
export const ibanNumber: Accept = (stretch, offset) => {
  const match = iban.exec(stretch)
  if (!match) return undefined
  for (let end = match[0].length; end >= 15; end -= 1) {
    const value = match[0].slice(0, end).replaceAll(' ', '')
    if (value.length <= 34 && holds(value)) return { value, start: offset, end: offset + end }
  }
  return undefined
}

function holds(value: string): boolean {
  let rest = 0
  for (const sign of value.slice(4) + value.slice(0, 4)) {
    const digits = Number.parseInt(sign, 36)
    rest = (rest * (digits > 9 ? 100 : 10) + digits) % 97
  }
  return rest === 1
}
