import { runAtOrAfter } from '../engine/near.ts'
import { cuesOf, type Scan } from '../engine/scan.ts'

/** A line of a street in a text; `confidence` is that of the line alone, before postcode and town are looked for. */
export interface StreetLine {
  readonly start: number
  readonly end: number
  readonly confidence: number
}

const houseNumber = String.raw`\d{1,5}(?: ?[-/] ?\d{1,4})?(?: ?(?:bis|ter|quater|[A-Ha-h])(?![\p{L}\p{M}]))?`
const numberBefore = new RegExp(
  String.raw`(?:^|[^\d\p{L}/.,€$-]|[\p{Ll}][:,]?|[^\d][-,.:] ?)(?:n°|nº|no\.?)? ?(${houseNumber}|(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)),? {0,2}$`,
  'iu',
)
const numberBehind = new RegExp(
  String.raw`^[,.]?[ \t]*(?:n[º°o]?\.? ?)?(?:${houseNumber}(?![\d\p{L}]|[.,:]\d)|s/?n\b)`,
  'iu',
)
/** Floor, stair, door: ', 1 A', ', 5º-B', ', 3ª planta', ' Apt. 12'. */
const behindNumber =
  /^(?:,? {0,2}(?:\d{1,3} ?[ºª°]?(?:[ -]?(?:izda?|dcha?|der|[A-Z])\b\.?)?|[A-Z]\b|bajo(?: [A-Z])?|(?:piso|planta|puerta|esc|escalera|int|interno|scala|apt|apto|apartment|suite|ste|unit|flat|floor|fl|room|rm|étage|bât|bâtiment|appt|lot|bus|top|wohnung|andar|esq|dto|box)\b\.? ?#?[\p{L}\d-]{1,6}))(?![\p{L}\d@]|[.,]\d)/iu
const longestBefore = 72
const longestBehind = 90

/** Lines of streets by their words and numbers, in the order in which their words stand. */
export function* streetLines(scan: Scan): Iterable<StreetLine> {
  yield* typeFirst(scan)
  yield* typeLast(scan)
  yield* typeAtEnd(scan)
  yield* postBoxes(scan)
}

/** '12 rue de la Paix', 'Calle Génova, 23, 1 A'. */
function* typeFirst(scan: Scan): Iterable<StreetLine> {
  const { text } = scan
  for (const cue of cuesOf(scan, 'street-first')) {
    const [from, to] = [scan.cueStart[cue] ?? 0, scan.cueEnd[cue] ?? 0]
    if (isPartOfWord(text, from, to)) continue
    const isCapital = /[\p{Lu}\u0600-\u06ff]/u.test(text.charAt(from))
    const before = numberBefore.exec(text.slice(Math.max(0, from - 16), from))
    if (!isCapital && before === null) continue
    const name = readStreetName(text, to)
    if (name === undefined) continue
    if (before !== null && (to - from > 2 || isShortType(text, from, to))) {
      const start = from - (before[0].length - before[0].lastIndexOf(before[1] ?? ''))
      yield { start, end: withUnit(text, name.end), confidence: name.isCapital ? 0.88 : to - from > 2 ? 0.65 : 0.4 }
      continue
    }
    if (!isCapital || !name.isCapital || (to - from < 3 && !isShortType(text, from, to))) continue
    const behind = numberBehind.exec(text.slice(name.end, name.end + 16))
    if (behind === null) {
      if (to - from > 2) yield { start: from, end: name.end, confidence: 0.3 }
    } else yield { start: from, end: withUnit(text, name.end + behind[0].length), confidence: 0.85 }
  }
}

/** 'C/', 'Av.', 'av': short types need their sign, and a letter alone needs a stroke. */
function isShortType(text: string, from: number, to: number): boolean {
  const sign = text.charAt(to)
  return to - from === 1 ? sign === '/' : sign === '.' || sign === '/' || sign === ' '
}

/** '5 Oak Street', 'Villacher Strasse 89'. */
function* typeLast(scan: Scan): Iterable<StreetLine> {
  const { text } = scan
  for (const cue of cuesOf(scan, 'street-last')) {
    const [from, to] = [scan.cueStart[cue] ?? 0, scan.cueEnd[cue] ?? 0]
    if (isPartOfWord(text, from, to)) continue
    const isCapital = /\p{Lu}/u.test(text.charAt(from))
    if ((!isCapital && to - from < 4) || text.charAt(from - 1) !== ' ' || !isNumberNear(scan, from, to)) continue
    const before = text.slice(Math.max(0, from - longestBefore), from)
    const end = text.charAt(to) === '.' ? to + 1 : to
    const numbered = numberAndName.exec(before)?.[1]
    if (numbered !== undefined) {
      yield { start: from - numbered.length, end: withUnit(text, end), confidence: isCapital ? 0.85 : 0.55 }
      continue
    }
    const behind = isCapital ? numberBehind.exec(text.slice(end, end + 12)) : null
    const named = behind === null ? undefined : nameBefore.exec(before)?.[1]
    if (behind === null || named === undefined) continue
    yield { start: from - named.length, end: withUnit(text, end + behind[0].length), confidence: 0.6 }
  }
}

/** Most words that streets end with are everyday words: without a number near they are not looked at. */
function isNumberNear(scan: Scan, from: number, to: number): boolean {
  const behind = runAtOrAfter(scan, to)
  const distance = (scan.runStart[behind] ?? Number.POSITIVE_INFINITY) - to
  return distance <= 8 || from - (scan.runEnd[behind - 1] ?? Number.NEGATIVE_INFINITY) <= longestBefore
}

const nameWord = String.raw`(?:\p{Lu}[\p{L}\p{M}'.-]{0,24} |\d{1,3}(?:st|nd|rd|th) )`
const numberAndName = new RegExp(
  String.raw`(?:^|[^\p{L}\d.,/€$-]|[^\d][.,:-] ?)(\d{1,6}[A-Za-z]?(?:-\d{1,5})?(?: \d{1,4})?,? ${nameWord}(?:${nameWord}|(?:of|the|de|la|del|du|and|&) ){0,4})$`,
  'u',
)
const nameBefore = /(?:^|[^\p{L}\d'-])((?:\p{Lu}[\p{L}\p{M}'.-]{1,24} ){1,3})$/u

/** 'Hauptstraße 12a', 'Kerkstraat 5'. */
function* typeAtEnd(scan: Scan): Iterable<StreetLine> {
  const { text } = scan
  for (const cue of cuesOf(scan, 'street-end')) {
    const [from, to] = [scan.cueStart[cue] ?? 0, scan.cueEnd[cue] ?? 0]
    if (!/\p{Lu}/u.test(text.charAt(from)) || /[@./_]/.test(text.charAt(from - 1))) continue
    const dot = text.charAt(to) === '.' ? 1 : 0
    const behind = numberBehind.exec(text.slice(to + dot, to + dot + 14))
    if (behind === null) continue
    const words =
      /(?:^|[^\p{L}\d-])((?:\p{Lu}[\p{L}\p{M}.-]{1,20}-?[ -]){1,2})$/u.exec(
        text.slice(Math.max(0, from - 40), from),
      )?.[1] ?? ''
    const start = text.charAt(from - 1) === '-' ? from - words.length : from
    yield { start, end: withUnit(text, to + dot + behind[0].length), confidence: 0.82 }
  }
}

const boxNumber = /^[:.]? ?\d{2,6}(?![\d.,]\d)/
const unitBefore = /(?:PSC|Unit|CMR) \d{1,5},? $/

/** 'P.O. Box 123', 'PSC 9009, Box 9725'. */
function* postBoxes(scan: Scan): Iterable<StreetLine> {
  const { text } = scan
  for (const cue of cuesOf(scan, 'post-box')) {
    const [from, to] = [scan.cueStart[cue] ?? 0, scan.cueEnd[cue] ?? 0]
    const number = boxNumber.exec(text.slice(to, to + 10))
    if (number === null || !/\p{Lu}/u.test(text.charAt(from))) continue
    const unit = unitBefore.exec(text.slice(Math.max(0, from - 16), from))
    const isTelling = unit !== null || to - from > 4
    yield { start: from - (unit?.[0].length ?? 0), end: to + number[0].length, confidence: isTelling ? 0.7 : 0.4 }
  }
}

const streetWord =
  /(?:\p{Lu}[\p{L}\p{M}]*|\d{1,2}\.?(?=(?:er)? \p{L})|(?:19|20)\d\d)(?:['.-]\p{L}[\p{L}\p{M}]*){0,3}\.?/uy
const smallWord =
  /(?:de|du|des|d|del|dell|della|delle|degli|dei|di|do|da|dos|das|la|le|les|l|las|los|el|y|e|et|à|aux|au|en|sur|sous|lès|van|von|der|den|am|an|im|zu|zum|zur|of|the|i|san|saint|sainte|ال)(?=[ '-])/iuy
const lowerWord = /\p{Ll}[\p{L}\p{M}'-]{2,20}/uy
const arabicWord = /[\u0621-\u064a]{2,16}/uy
const mostWords = 8

/** The name behind a street word: capitalised words with small ones between, or up to three in lower case. */
function readStreetName(text: string, to: number): { end: number; isCapital: boolean } | undefined {
  let at = /^[./]{0,2}[ \t]{0,2}\n?(?=\S)/.exec(text.slice(to, to + 5))?.[0].length ?? 0
  if (at === 0) return undefined
  at += to
  let [end, capitals, lowers] = [0, 0, 0]
  for (let count = 0; count < mostWords; count += 1) {
    const small = endOf(smallWord, text, at)
    const word = Math.max(endOf(streetWord, text, at), endOf(arabicWord, text, at))
    const lower = capitals === 0 && lowers < 3 ? endOf(lowerWord, text, at) : at
    const next = word > at ? word : small > at ? small : lower
    if (next === at) break
    if (word > at) capitals += 1
    else if (next === lower && small === at) lowers += 1
    if (word > at || (next === lower && small === at)) end = next
    const gap =
      /^(?:['-]|[ ]{1,2}|\n(?=(?:d'|\p{Lu}[\p{L}'-]{2,20}\n)))/u.exec(text.slice(next, next + 24))?.[0].length ?? 0
    if (gap === 0 || next - to > longestBehind) break
    at = next + gap
  }
  if (end === 0) return undefined
  return { end: text.charAt(end - 1) === '.' ? end - 1 : end, isCapital: capitals > 0 }
}

function withUnit(text: string, end: number): number {
  let at = end
  for (let count = 0; count < 3; count += 1) {
    const unit = behindNumber.exec(text.slice(at, at + 24))
    if (unit === null) break
    at += unit[0].length
  }
  return at
}

/** Part of a path, a file name or an address on the net. */
function isPartOfWord(text: string, from: number, to: number): boolean {
  return /[\p{L}\d@_/\\-]/u.test(text.charAt(from - 1)) || /[\p{L}\d@_=(]/u.test(text.charAt(to))
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
