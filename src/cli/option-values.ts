import { InvalidArgumentError } from 'commander'
import { type Circumstance, circumstances } from '../core/severity.ts'
import { didYouMean } from './similar.ts'

/** From words of the command line to values; each throws what the user must change. */

/** A whole number within bounds, both included. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (!(value >= least && value <= most))
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`)
    return value
  }
}

/** A number within bounds, both included. */
export function numberWithin(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{0,9}(?:\.\d{0,9})?$/.test(text) && /\d/.test(text) ? Number(text) : Number.NaN
    if (!(value >= least && value <= most))
      throw new InvalidArgumentError(`It must be a number from ${least} to ${most}.`)
    return value
  }
}

/** Bytes: `300k`, `500M`, `1.5G`, in powers of 1,024. */
export function byteSize(text: string): number {
  const parts = /^(\d{1,9}(?:\.\d{1,3})?)([kMGT]?)B?$/i.exec(text)
  const factor = 1_024 ** ['', 'k', 'm', 'g', 't'].indexOf((parts?.[2] ?? '').toLowerCase())
  const bytes = Math.round(Number(parts?.[1] ?? Number.NaN) * factor)
  if (!(bytes >= 1 && Number.isSafeInteger(bytes)))
    throw new InvalidArgumentError('It must be a size such as 300k, 500M or 2G.')
  return bytes
}

/** Words between commas. */
export function list(text: string): string[] {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  if (words.length === 0) throw new InvalidArgumentError('It must name at least one.')
  return words
}

/** One language code. */
export function language(text: string): string {
  if (!/^[a-z]{2}$/i.test(text))
    throw new InvalidArgumentError('It must be an ISO 639-1 code of two letters, such as fr.')
  return text.toLowerCase()
}

/** Language codes between commas. */
export function languages(text: string): string[] {
  return list(text).map(language)
}

/** Circumstances between commas; `none` says that none of them holds. */
export function circumstanceList(text: string): Circumstance[] {
  const words = list(text)
  if (words.length === 1 && words[0] === 'none') return []
  for (const word of words) {
    if (!isCircumstance(word)) throw new InvalidArgumentError(`It holds an unknown one${didYouMean(word, known)}`)
  }
  return words.filter(isCircumstance)
}

const known = Object.keys(circumstances)

function isCircumstance(word: string): word is Circumstance {
  return known.includes(word)
}

/** A pattern among others; an option that may be repeated. */
export function collect(text: string, before: readonly string[] = []): string[] {
  if (text === '') throw new InvalidArgumentError('It must not be empty.')
  return [...before, text]
}

/** A name of a file that is not empty: an unset variable of a script must not become the current folder. */
export function fileName(text: string): string {
  if (text === '') throw new InvalidArgumentError('It must not be empty.')
  return text
}
