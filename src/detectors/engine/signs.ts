const arabicSpelling = new Map([...'أإآٱىةؤئ'].map((sign, index) => [sign, 'اااايهوي'.charAt(index)]))
/** Letters that NFD does not take apart: each to the one letter that people write in its place. */
const latinSpelling = new Map([...'ßẞøØłŁđĐıæÆœŒ'].map((sign, index) => [sign, 'ssoollddiaaoo'.charAt(index)]))
const letter = /^\p{L}$/u
const mark = /^\p{M}$/u

export const isDigit = 1
export const isMark = 2
/** Values from here on are letters. */
export const firstLetter = 32

/**
 * What each UTF-16 unit is to the scan: 0 nothing of interest, 1 a digit, 2 a mark inside a word (combining sign,
 * tatweel), else a letter, as its own folded code: lower case, without diacritics, Arabic letters in one spelling.
 */
export const signs: Uint16Array = Uint16Array.from({ length: 0x10000 }, (_, code) => signOf(code))

function signOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return isDigit
  if (code < 0x41 || (code >= 0x3040 && code < 0xfb50) || code === 0xaa || code === 0xba) return 0
  const sign = String.fromCharCode(code)
  if (code === 0x640 || mark.test(sign)) return isMark
  if (!letter.test(sign)) return 0
  const spelling = arabicSpelling.get(sign) ?? latinSpelling.get(sign) ?? sign.normalize('NFD').charAt(0).toLowerCase()
  return spelling.charCodeAt(0)
}

/** Lower case without diacritics, for words of a list and words of a text alike. Length may change. */
export function foldWord(word: string): string {
  let folded = ''
  for (let at = 0; at < word.length; at += 1) {
    const code = signs[word.charCodeAt(at)] ?? 0
    if (code >= firstLetter) folded += String.fromCharCode(code)
  }
  return folded
}

const lookAlike =
  /[\u00a0\u02bc\u0660-\u0669\u066b\u066c\u06f0-\u06f9\u2000-\u200a\u200e-\u2015\u2018\u2019\u2028-\u202f\u2060\u2066-\u2069\u2212\u3000\ufeff\uff01-\uff5e]/
const lookAlikes = new RegExp(lookAlike.source, 'g')
/** First and last code of a range, and the sign that the first stands for; the others go on from there if `counts`. */
const spellings: readonly (readonly [from: number, to: number, sign: string, counts?: 'counts'])[] = [
  [0x660, 0x669, '0', 'counts'],
  [0x6f0, 0x6f9, '0', 'counts'],
  [0xff01, 0xff5e, '!', 'counts'],
  [0x66b, 0x66b, '.'],
  [0x66c, 0x66c, ','],
  [0x2010, 0x2015, '-'],
  [0x2212, 0x2212, '-'],
  [0x2bc, 0x2bc, "'"],
  [0x2018, 0x2019, "'"],
  [0x2028, 0x2029, '\n'],
]
const plainSigns: ReadonlyMap<string, string> = new Map(
  spellings.flatMap(([from, to, sign, counts]) =>
    Array.from({ length: to - from + 1 }, (_, index) => [
      String.fromCharCode(from + index),
      counts ? String.fromCharCode(sign.charCodeAt(0) + index) : sign,
    ]),
  ),
)

/**
 * The text with look-alikes in one spelling and every offset unchanged: spaces of all widths and marks of direction as
 * spaces, typographic hyphens and apostrophes, digits of other scripts, full-width forms. The same string where there is
 * nothing to change.
 */
export function plain(text: string): string {
  return lookAlike.test(text) ? text.replace(lookAlikes, (sign) => plainSigns.get(sign) ?? ' ') : text
}
