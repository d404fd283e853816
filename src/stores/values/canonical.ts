/**
 * The spelling of which a value's digest is made: equal for what means the same. Persons by their words in alphabetical
 * order, so that "DUPONT Jean" and "Jean Dupont" are equal; everything else as its detector spells it.
 * @param canonical what the detector says, or {@link plainSpelling} where no detector spoke
 */
export function canonicalOf(entityType: string, canonical: string): string {
  return entityType === 'PERSON' ? nameWords(canonical).sort().join(' ') : canonical
}

/** The words of a name: lower case, without diacritics, letters and digits only. */
export function nameWords(text: string): string[] {
  const lower = text.toLowerCase()
  if (ascii.test(lower)) return lower.match(asciiWords) ?? []
  return fold(lower).match(anyWords) ?? []
}

/** Whether the words are a name in full: two of them with two letters or more. */
export function isFullName(words: readonly string[]): boolean {
  let long = 0
  for (const word of words) if (twoLetters.test(word)) long += 1
  return long >= 2
}

/** One spelling of a value that no detector gave one for. */
export function plainSpelling(value: string): string {
  return value.normalize('NFC').trim().toLowerCase()
}

const ascii = /^[\x00-\x7f]*$/
const asciiWords = /[a-z0-9]+/g
const anyWords = /[\p{L}\p{N}]+/gu
const twoLetters = /^\p{L}{2}/u

/** Letters of other shapes become plain ones first; upper case settles that 'ß' and 'SS' are one. */
function fold(text: string): string {
  return text.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD').replace(marks, '')
}

const marks = /\p{M}+/gu
