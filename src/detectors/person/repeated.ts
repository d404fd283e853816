import type { Candidate } from '../../core/finding.ts'
import { foldWord } from '../engine/signs.ts'
import { weigh } from '../engine/weigh.ts'
import { builtInModel } from '../names/model.ts'
import { bitsOfWord, wordBits } from '../names/word-bits.ts'
import type { Claim } from '../overlap.ts'

/** How sure a name must be that teaches, and how sure its words are where they stand alone. */
const [teaching, again] = [0.85, 0.75]
/**
 * Words that one text teaches; places where one stands alone, beyond which it is a word of code or a brand; and places of one
 * that are looked at.
 */
const [mostWords, mostAlone, mostPlaces] = [64, 16, 2_000]
/** A word of a name that is long enough to be told from an abbreviation. */
const word = /\p{Lu}[\p{L}\p{M}]{3,30}(?:['’-]\p{L}[\p{L}\p{M}]{1,30}){0,2}/gu
/** What a word in a text, and not in an address, code or part of another word, has around it. */
const before = /(?<![\p{L}\p{M}\p{N}@$#/\\_=.<-])$|(?<![\p{L}\p{N}])\p{Lu}\.$/u
const behind = /^(?![\p{L}\p{M}\p{N}@$_/\\({=<-]|\.\p{L}|['’]\p{L}{2})/u
const otherwise = wordBits.dictionary | wordBits.common | wordBits.product | wordBits.town | wordBits.calendar

/**
 * Names that stand alone where a title, a label or the sentence says nothing: their words are part of a sure name elsewhere in
 * the text. Words that may be anything else teach nothing.
 */
export function repeatedNames(text: string, standing: readonly Claim[]): readonly Claim[] {
  const taught = wordsOf(text, standing)
  const found: Claim[] = []
  for (const [written, unit] of taught) {
    const alone = placesOf(text, written).map((at) => ({ unit, candidate: claimed(at, at + written.length, written) }))
    const free = alone.filter(({ candidate }) => !touches(candidate, standing))
    if (free.length <= mostAlone) found.push(...free)
  }
  return found
}

/** Where the word stands by itself. */
function placesOf(text: string, written: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(written); at >= 0 && places.length < mostPlaces; ) {
    const end = at + written.length
    if (before.test(text.slice(Math.max(0, at - 3), at)) && behind.test(text.slice(end, end + 4))) places.push(at)
    at = text.indexOf(written, end)
  }
  return places
}

/** The words of sure names in the ways in which they are written, with the unit that found them. */
function wordsOf(text: string, standing: readonly Claim[]): ReadonlyMap<string, Claim['unit']> {
  const words = new Map<string, Claim['unit']>()
  for (const { unit, candidate } of standing) {
    if (unit.entityType !== 'PERSON' || candidate.confidence < teaching) continue
    for (const [written] of text.slice(candidate.start, candidate.end).matchAll(word)) {
      if (words.size >= mostWords) return words
      if (!isName(written)) continue
      for (const way of new Set([written, written.toUpperCase(), capitalised(written)])) words.set(way, unit)
    }
  }
  return words
}

function isName(written: string): boolean {
  return (bitsOfWord(builtInModel().list, written) & otherwise) === 0
}

function capitalised(written: string): string {
  return written.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
}

function claimed(start: number, end: number, written: string): Candidate {
  return {
    start,
    end,
    canonical: foldWord(written),
    ...weigh('part of a sure name elsewhere in the text', again, 'context'),
  }
}

/** Claims stand in order and apart from each other. */
function touches({ start, end }: Candidate, standing: readonly Claim[]): boolean {
  let [low, high] = [0, standing.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((standing[middle]?.candidate.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  return (standing[low]?.candidate.start ?? Number.POSITIVE_INFINITY) < end
}
