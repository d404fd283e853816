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

/** The words from `start` to `end`, each folded. */
export function foldWords(text: string, start: number, end: number): string[] {
  const words: string[] = []
  let word = ''
  for (let at = start; at < end; at += 1) {
    const code = signs[text.charCodeAt(at)] ?? 0
    if (code >= firstLetter) word += String.fromCharCode(code)
    else if (code !== isMark && word !== '') {
      words.push(word)
      word = ''
    }
  }
  if (word !== '') words.push(word)
  return words
}

const lookAlike =
  /[\u00a0\u02bc\u0660-\u0669\u066b\u066c\u06f0-\u06f9\u2000-\u200a\u200e-\u2015\u2018\u2019\u2028-\u202f\u2060\u2066-\u2069\u2212\u3000\ufeff\uff01-\uff5e]/
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
/** What a look-alike is read as; 0 for all other units. */
const plainCodes: Uint16Array = buildPlainCodes()

function buildPlainCodes(): Uint16Array {
  const codes = new Uint16Array(0x10000)
  for (let code = 0xa0; code < 0x10000; code += 1) if (lookAlike.test(String.fromCharCode(code))) codes[code] = 0x20
  for (const [from, to, sign, counts] of spellings) {
    for (let code = from; code <= to; code += 1) codes[code] = sign.charCodeAt(0) + (counts ? code - from : 0)
  }
  return codes
}

/** A text as it is read: the string, and its UTF-16 units with a 0 behind them so that no reader has to ask for its end. */
export interface PlainText {
  readonly text: string
  readonly codes: Uint16Array
}

/**
 * The text with look-alikes in one spelling and every offset unchanged: spaces of all widths and marks of direction as
 * spaces, typographic hyphens and apostrophes, digits of other scripts, full-width forms. The same string where there is
 * nothing to change. Reading units from the array is some times faster than asking the string for each.
 */
export function plain(text: string): PlainText {
  const bytes = Buffer.allocUnsafe(text.length * 2 + 2)
  bytes.write(text, 0, 'utf16le')
  bytes.writeUInt16LE(0, text.length * 2)
  const codes = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length + 1)
  if (!lookAlike.test(text)) return { text, codes }
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0
    if (code < 0xa0) continue
    const spelled = plainCodes[code] ?? 0
    if (spelled !== 0) codes[at] = spelled
  }
  return { text: bytes.toString('utf16le', 0, text.length * 2), codes }
}
