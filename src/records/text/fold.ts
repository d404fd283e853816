/** What {@link foldCode} gives for a sign that parts words. */
export const separator = 0
/** What {@link foldCode} gives for a sign inside a word that counts for nothing: accents written apart, vowel marks. */
export const silent = 1

/** Code units below this are folded by {@link foldTable}. */
export const foldTableEnd = 0x700
/** What {@link foldCode} gives for each code unit below {@link foldTableEnd}: loops over every sign read it themselves. */
export const foldTable = new Uint16Array(foldTableEnd)
const latinStart = 0x1e00
const latinEnd = 0x2000
const latin = new Uint16Array(latinEnd - latinStart)
const formsStart = 0xfb00
const forms = new Uint16Array(0x10000 - formsStart)
/** Ligatures that stand for several letters: the letters after the first. */
const restOf = new Map<number, string>()

/** Letters that Unicode does not take apart, by the letter that a typist without them writes first. */
const others: Readonly<Record<string, string>> = {
  ß: 's',
  æ: 'a',
  œ: 'o',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  þ: 't',
  ى: 'ي',
  ة: 'ه',
  ٱ: 'ا',
  ک: 'ك',
  ی: 'ي',
}

fill(foldTable, 0)
fill(latin, latinStart)
fill(forms, formsStart)

/**
 * One UTF-16 unit as words are compared: lower case, without diacritics, Arabic letters in one spelling (no hamza on
 * alef, no final forms). Digits stay. {@link separator} for anything else, {@link silent} for marks within a word.
 */
export function foldCode(code: number): number {
  if (code < foldTableEnd) return foldTable[code] ?? separator
  if (code >= formsStart) return forms[code - formsStart] ?? separator
  if (code < latinStart) return code
  if (code < latinEnd) return latin[code - latinStart] ?? separator
  return code >= 0x3041 && code < 0xd800 ? code : separator
}

/** The letters that a ligature (ﬁ, lam-alef) stands for, after the first; '' for every other sign. */
export function restOfLigature(code: number): string {
  return code < formsStart ? '' : (restOf.get(code) ?? '')
}

/** Whether a folded sign is a word by itself: Han and kana are written without spaces. */
export function isIdeograph(code: number): boolean {
  return code >= 0x3041 && code < 0xa000
}

/**
 * A text in lower case without diacritics, other signs as they stand: one UTF-16 unit for each of the original's, so
 * that offsets hold. ß, æ and œ become their first letter, accents written apart stay.
 */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase()
  const units = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const folded = foldCode(code)
    units[at] = folded > silent ? folded : code
  }
  return Buffer.from(units.buffer).toString('utf16le')
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

function fill(table: Uint16Array, start: number): void {
  for (let index = 0; index < table.length; index += 1) {
    const code = start + index
    const sign = String.fromCharCode(code)
    if (/[\p{Mn}\u00ad\u0640\u200c-\u200f]/u.test(sign)) table[index] = silent
    else if (/[\p{L}\p{N}]/u.test(sign)) {
      const letters = foldLetters(sign)
      table[index] = letters.charCodeAt(0)
      if (letters.length > 1 && start === formsStart) restOf.set(code, letters.slice(1))
    }
  }
}

function foldLetters(sign: string): string {
  const bare = sign
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
  return [...bare].map((letter) => others[letter] ?? letter).join('')
}
