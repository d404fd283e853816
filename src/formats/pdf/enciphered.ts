/** Letters and signs from which on a text can be judged. */
const leastLetters = 80
const leastSigns = 60
/** Share of vowels in the Latin letters of a language: 0.35 to 0.5, 0.19 where letters are drawn by lot. */
const leastVowels = 0.2
/** Share of signs that are neither letters, figures nor marks of plain writing, from which on a text means nothing. */
const mostSigns = 0.5

/** Characters that are read: a page in a font without a meaning shows it from its first lines on. */
const charactersRead = 4_000

/**
 * Whether the signs of a page mean other letters than they say, as where a font's characters are numbered anew and
 * nothing says how: hardly any vowels, or mostly signs that no language writes with.
 */
export function looksEnciphered(text: string): boolean {
  const counts = { letters: 0, vowels: 0, signs: 0, all: 0 }
  const end = Math.min(text.length, charactersRead)
  for (let at = 0; at < end; at += 1) count(text.charCodeAt(at), counts)
  const { letters, vowels, signs, all } = counts
  if (letters >= leastLetters && letters > all / 2 && vowels < leastVowels * letters) return true
  return all >= leastSigns && signs > mostSigns * all
}

function count(code: number, counts: { letters: number; vowels: number; signs: number; all: number }): void {
  if (code <= 0x20 || code === 0xa0) return
  counts.all += 1
  if (code < 0x80) {
    const kind = kinds[code] ?? 0
    if (kind >= 2) counts.letters += 1
    if (kind === 3) counts.vowels += 1
    if (kind === 0) counts.signs += 1
  } else if (code < 0x250 && code !== 0xd7 && code !== 0xf7 && code >= 0xc0) {
    counts.letters += 1
    // Letters with accents and two-in-one are mostly vowels.
    counts.vowels += 1
  } else if (code < 0xc0) counts.signs += 1
}

/** Of each ASCII code: 0 a rare sign, 1 a figure or a mark of plain writing, 2 a consonant, 3 a vowel. */
const kinds = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const sign = String.fromCharCode(code)
  if (/[aeiouy]/i.test(sign)) return 3
  if (/[a-z]/i.test(sign)) return 2
  return /[\d.,:;()_/|*=+<>'"!?%@#-]/.test(sign) ? 1 : 0
})
