import type { Gap } from '../core/content.ts'

/** Characters from which data embedded in a text counts as a part of its own. */
export const embeddedCharacters = 1_000

/** Data inside text that no format was asked about. */
export const embeddedGap: Gap = Object.freeze({
  what: 'gap',
  cause: 'unsupported_type',
  message: 'embedded data was not examined',
})

/** A long run of base64 or hexadecimal digits anywhere in a text; tried only where a run begins, so that time stays linear. */
export const embeddedRun = new RegExp(`(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{${embeddedCharacters}}`)

const run = new RegExp(`^[A-Za-z0-9+/_\\s-]{${embeddedCharacters}}`)
// Words are shorter than lines of base64.
const line = /^\s{0,100}[A-Za-z0-9+/_-]{60}/
const uri = /^\s{0,100}data:[^,]{0,200},/i

/** Whether a value is data of another kind: a data: URI or a long run of base64 or hexadecimal digits. */
export function looksEmbedded(value: string): boolean {
  return value.length >= embeddedCharacters && (uri.test(value) || (line.test(value) && run.test(value)))
}
