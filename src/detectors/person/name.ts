import { cueStartingAt } from '../engine/near.ts'
import { isCueOf, type Scan } from '../engine/scan.ts'

/** A name as it stands in the text. */
export interface ReadName {
  readonly start: number
  readonly end: number
  /** Words beside initials and particles. */
  readonly words: number
  readonly initials: number
}

const mostWords = 6
const smallWords = new Set(
  'la le les the and et und y e en de pour for with avec chez dans in from to par by is was has had a est es se el der die das true false'.split(
    ' ',
  ),
)
/** Letters of a name; 'º' and 'ª' are letters to Unicode, and abbreviate numbers. */
const inName = '(?:(?![ºª])[\\p{L}\\p{M}])'
const capital = new RegExp(`\\p{Lu}${inName}*(?:['-]${inName}+){0,3}(?![ºª])`, 'uy')
const stoppedInitial = /\p{Lu}(?:\.(?:[ -]?\p{Lu}\.){0,3}|-\p{Lu}\.)/uy
const bareInitial = /\p{Lu}(?![\p{L}\p{M}'ºª°])/uy
const particle =
  /(?:de la|de las|de los|van der|van den|van de|von der|zu|zum|zur|de|du|des|del|della|delle|degli|di|da|das|dos|do|la|le|van|von|der|den|ter|ten|af|av|el|al|bin|ben|bint|ibn|abu|y|e|i|d|l)(?=[ '-])[ '-]/iuy
const article = /^(?:la|le|les|el|y|e|i)[ ]$/
const arabic = /[\u0621-\u064a\u0671-\u06d3][\u0621-\u065f\u0670-\u06d3]{1,20}/uy

/** Reads a name that begins at `at`; undefined where none does. Digits and words that belong to other things end it. */
export function readName(scan: Scan, at: number, mayHaveComma: boolean): ReadName | undefined {
  const { text } = scan
  if (startsArabic(text, at)) return readArabic(scan, at)
  let [end, words, initials] = [at, 0, 0]
  for (let next = at; words + initials < mostWords; ) {
    const from = skipParticles(text, next, words > 0)
    const stopped = endOf(stoppedInitial, text, from)
    const wordEnd = stopped > from ? from : endOfWord(scan, from)
    if (wordEnd > from) words += 1
    const initialEnd = wordEnd > from ? from : Math.max(stopped, endOf(bareInitial, text, from))
    if (initialEnd > from) initials += 1
    const partEnd = Math.max(wordEnd, initialEnd)
    if (partEnd === from) break
    end = partEnd
    next = gapAfter(text, end, mayHaveComma && words === 1)
    if (next === end && text.charAt(end - 1) !== '.') break
  }
  if (words === 0) return undefined
  return { start: at, end, words, initials }
}

/** A capitalised word of at least two letters that no list of other things has; its end, or `from`. */
function endOfWord(scan: Scan, from: number): number {
  const end = endOf(capital, scan.text, from)
  if (end - from < 2 || isDigitOrMail(scan.text, end)) return from
  return isStop(scan, from, end) ? from : end
}

/** A word that other things begin with; as the last part of a double name ('Le Martelleur') it is part of the name. */
export function isStop(scan: Scan, from: number, end: number): boolean {
  if (end - from <= 5 && smallWords.has(scan.text.slice(from, end).toLowerCase())) return true
  const cue = cueStartingAt(scan, from)
  if (scan.cueStart[cue] !== from || (scan.cueEnd[cue] ?? 0) < end) return false
  return (
    (isCueOf(scan, cue, 'name-stop') || isCueOf(scan, cue, 'honorific') || isCueOf(scan, cue, 'name-label')) &&
    !isCueOf(scan, cue, 'given-name')
  )
}

function isDigitOrMail(text: string, at: number): boolean {
  return /[\d@_]/.test(text.charAt(at))
}

function skipParticles(text: string, from: number, isInside: boolean): number {
  let at = from
  for (let count = 0; count < 2; count += 1) {
    const end = endOf(particle, text, at)
    if (end === at || !/\p{Lu}|\p{Ll}{1,3} /u.test(text.slice(end, end + 4))) break
    // An article at the head begins something else: 'Monsieur le Président'.
    if (!isInside && article.test(text.slice(at, end))) break
    at = end
  }
  return at === from || /\p{Lu}/u.test(text.charAt(at)) ? at : from
}

/** Behind the space to the next part: one or two spaces, or a comma where 'SURNAME, Firstname' may be. */
function gapAfter(text: string, end: number, mayHaveComma: boolean): number {
  if (text.charAt(end - 1) === '.' && /\p{Lu}/u.test(text.charAt(end))) return end
  const gap = /^(?:, ?| {1,2}|\t)/.exec(text.slice(end, end + 2))?.[0] ?? ''
  if (
    gap.startsWith(',') &&
    !(mayHaveComma && /^\p{Lu}[\p{L}\p{M}'-]+(?=[\s,.;)]|$)/u.test(text.slice(end + gap.length, end + gap.length + 24)))
  )
    return end
  return end + gap.length
}

function startsArabic(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x0621 && code <= 0x06d3
}

/** Arabic script has no capitals: up to four words, as long as none begins something else. */
function readArabic(scan: Scan, at: number): ReadName | undefined {
  let [end, words] = [at, 0]
  for (let from = at; words < 4; from = end + 1) {
    const wordEnd = endOf(arabic, scan.text, from)
    if (wordEnd === from || isStop(scan, from, wordEnd)) break
    end = wordEnd
    words += 1
    if (scan.text.charAt(end) !== ' ') break
  }
  return words === 0 ? undefined : { start: at, end, words, initials: 0 }
}

/** Where a sticky pattern's match at `at` ends; `at` where there is none. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
