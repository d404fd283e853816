import { languageWords } from './language-words.ts'
import { vocabulary } from './terms/features.ts'
import { termsOf } from './terms/vocabulary.ts'
import { codesOf } from './text/codes.ts'
import { foldCode, foldTable, foldTableEnd, separator, silent } from './text/fold.ts'
import { hashStart, hashWith, WordTable } from './text/word-table.ts'

const charactersRead = 1_500
const knownWordsRead = 120

/** Points that the first language must have at the least, and by how much it must lead. */
const enough = 3
const lead = 1.25
/** Where the first has this many points and twice the second's, reading on would not change it. */
const certain = 14

const commonWord = 2
const documentWord = 1

/** Letters that belong to one language among those told apart by words. */
const tellingLetters: Readonly<Record<string, string>> = {
  ß: 'de',
  ñ: 'es',
  ã: 'pt',
  õ: 'pt',
  ł: 'pl',
  ő: 'hu',
  ğ: 'tr',
  ї: 'uk',
  پ: 'fa',
}

const { words, votes, languages } = learn()
const letterVotes = new Map(
  Object.entries(tellingLetters).map(([letter, id]) => [letter.charCodeAt(0), languages.indexOf(id)]),
)
const points = new Float32Array(languages.length)

/**
 * The language a text is written in, ISO 639-1, from the commonest words and the words of documents in its first
 * {@link charactersRead} characters; by script alone for Greek, Hebrew, Thai, Devanagari, Korean, Japanese and Chinese.
 * @returns undefined where too few words are known or two languages are equally likely
 */
export function languageOf(text: string): string | undefined {
  const codes = codesOf(text.length > charactersRead ? text.slice(0, charactersRead) : text)
  const length = Math.min(text.length, charactersRead)
  points.fill(0)
  const scripts = { hangul: 0, kana: 0, han: 0, greek: 0, hebrew: 0, thai: 0, devanagari: 0, others: 0 }
  let known = 0
  for (let at = 0; at < length && known < knownWordsRead; at += 1) {
    let code = codes[at] as number
    let folded = code < foldTableEnd ? (foldTable[code] as number) : foldCode(code)
    if (folded <= silent) continue
    const start = at
    let hash = hashStart
    for (; folded !== separator; folded = code < foldTableEnd ? (foldTable[code] as number) : foldCode(code)) {
      if (folded !== silent) hash = code < 0xfb00 ? Math.imul(hash ^ folded, 0x01000193) : hashWith(hash, folded, code)
      if (code > 0xde) countLetter(code)
      if (code >= firstUnspaced) countScript(code, 1, scripts)
      at += 1
      if (at === length) break
      code = codes[at] as number
    }
    if ((codes[start] as number) < firstUnspaced) countScript(codes[start] as number, at - start, scripts)
    const id = words.find(hash, codes, start, at)
    if (id === 0) continue
    known += 1
    for (const [language, vote] of votes[id] as readonly Vote[]) points[language] = (points[language] as number) + vote
    if (known % 16 === 0 && isCertain()) break
  }
  return byScript(scripts) ?? byPoints()
}

/** From here on scripts are written without blanks, and mixed within what looks like one word. */
const firstUnspaced = 0x3041

type Vote = readonly [language: number, points: number]

/** The words of all languages, each with its votes. */
function learn() {
  const table = new WordTable()
  const heard: Map<number, number>[] = [new Map()]
  const ids = Object.keys(languageWords)
  const hear = (word: string, language: string, worth: number): void => {
    const id = table.add(folded(word))
    const own = heard[id] ?? new Map<number, number>()
    heard[id] = own
    const index = ids.indexOf(language)
    own.set(index, Math.max(own.get(index) ?? 0, worth))
  }
  for (const [language, list] of Object.entries(languageWords)) {
    for (const word of list.split(/[\s']+/)) hear(word, language, commonWord)
  }
  for (const [language, word] of documentWords()) hear(word, language, documentWord)
  const shares = heard.map((own) => [...own].map(([language, worth]): Vote => [language, worth / own.size ** 1.3]))
  return { words: table, votes: shares, languages: ids }
}

/** Single words of the terms that documents are known by, in their languages. */
function* documentWords(): Generator<readonly [language: string, word: string]> {
  for (const lists of Object.values(vocabulary)) {
    for (const [language, list] of Object.entries(lists)) {
      if (language === 'more') continue
      for (const term of termsOf(list))
        for (const word of term.split(/[\s'’-]+/)) if (word.length > 3) yield [language, word]
    }
  }
}

function folded(word: string): string {
  let out = ''
  for (let at = 0; at < word.length; at += 1) {
    const letter = foldCode(word.charCodeAt(at))
    if (letter > silent) out += String.fromCharCode(letter)
  }
  return out
}

function countLetter(code: number): void {
  const language = letterVotes.get(code)
  if (language !== undefined) points[language] = (points[language] as number) + 0.5
}

type Scripts = Record<'hangul' | 'kana' | 'han' | 'greek' | 'hebrew' | 'thai' | 'devanagari' | 'others', number>

function countScript(code: number, letters: number, scripts: Scripts): void {
  if (code < 0x370) scripts.others += letters
  else if (code < 0x400) scripts.greek += letters
  else if (code >= 0x590 && code < 0x600) scripts.hebrew += letters
  else if (code >= 0x900 && code < 0x980) scripts.devanagari += letters
  else if (code >= 0xe00 && code < 0xe80) scripts.thai += letters
  else if (code >= 0x3041 && code < 0x3100) scripts.kana += letters
  else if (code >= 0x3400 && code < 0xa000) scripts.han += letters
  else if (code >= 0xac00 && code < 0xd7a4) scripts.hangul += letters
  else scripts.others += letters
}

/** Languages that a script gives away, where it is at least a third of the letters: names and units stand in Latin. */
function byScript(scripts: Scripts): string | undefined {
  const { hangul, kana, han, greek, hebrew, thai, devanagari, others } = scripts
  const needed = Math.max(4, others / 2)
  if (hangul >= needed) return 'ko'
  if (kana + han >= needed) return kana * 10 > han ? 'ja' : 'zh'
  if (greek >= needed) return 'el'
  if (hebrew >= needed) return 'he'
  if (thai >= needed) return 'th'
  return devanagari >= needed ? 'hi' : undefined
}

function isCertain(): boolean {
  const { first, second } = leaders()
  return first >= certain && first >= second * 2
}

function byPoints(): string | undefined {
  const { first, second, best } = leaders()
  return first >= enough && first >= second * lead ? languages[best] : undefined
}

function leaders(): { readonly first: number; readonly second: number; readonly best: number } {
  let first = 0
  let second = 0
  let best = -1
  for (let index = 0; index < points.length; index += 1) {
    const value = points[index] as number
    if (value > first) {
      second = first
      first = value
      best = index
    } else if (value > second) second = value
  }
  return { first, second, best }
}
