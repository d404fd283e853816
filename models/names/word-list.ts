import { hashPart, hashWord } from '../../src/detectors/names/hash.ts'
import {
  endingSalt,
  makeDictionary,
  makeWordList,
  type WordList,
  wordBits,
} from '../../src/detectors/names/word-bits.ts'
import { ordinaryWords } from './dictionary.ts'
import { clinicalWords, functionWords } from './function-words.ts'
import { isHeldOut } from './people.ts'
import {
  arabicCultures,
  calendarIn,
  countriesIn,
  displayLanguages,
  languagesIn,
  latinCultures,
  things,
  wordsIn,
} from './pools.ts'
import { sentences } from './sentences.ts'
import { ar } from './templates/ar.ts'
import { de } from './templates/de.ts'
import { en } from './templates/en.ts'
import { es } from './templates/es.ts'
import { fr } from './templates/fr.ts'
import { it } from './templates/it.ts'
import { nl } from './templates/nl.ts'
import { pt } from './templates/pt.ts'
import * as words from './words.ts'

const templateText = [en, fr, es, de, it, pt, nl, ar, ...Object.values(sentences)].join('\n')

/** The word list of the tagger. Names that are held out are left out of it while the tagger is judged. */
export function buildWordList(names: 'all' | 'training'): WordList {
  const bits = new Map<number, number>()
  const add = (bit: number, phrases: readonly string[], longest = 99) => {
    for (const phrase of phrases)
      for (const word of (phrase.match(/[\p{L}\p{M}]+/gu) ?? []).slice(0, longest)) {
        const hash = hashWord(word)
        bits.set(hash, (bits.get(hash) ?? 0) | bit)
      }
  }
  const known = (list: readonly string[]) => list.filter((name) => names === 'all' || !isHeldOut(name))
  const isLong = (name: string) => name.length > 2
  for (const culture of [...latinCultures, ...arabicCultures]) {
    add(wordBits.given, known(culture.given).filter(isLong))
    add(wordBits.surname, known(culture.surnames).filter(isLong))
    add(
      wordBits.town,
      culture.towns.filter((town) => isLong(town) && !town.includes(' ')),
    )
  }
  add(
    wordBits.town,
    things.towns.filter((town) => !town.includes(' ')),
  )
  add(wordBits.region, [
    ...displayLanguages.flatMap(countriesIn),
    ...things.states,
    ...displayLanguages.flatMap(languagesIn),
  ])
  add(
    wordBits.calendar,
    displayLanguages.flatMap((language) => [...calendarIn(language).months, ...calendarIn(language).weekdays]),
  )
  add(wordBits.street, words.streetWords)
  add(wordBits.honorific, words.honorifics)
  add(wordBits.kin, words.kin)
  add(wordBits.role, words.roles)
  add(wordBits.organization, words.organizationWords)
  add(wordBits.label, words.labels)
  add(wordBits.particle, words.particles)
  add(wordBits.product, [
    ...things.products,
    ...things.vehicles,
    ...words.products.map((name) => name.replace('{n}', '')),
    ...words.drugs,
    ...things.materials,
  ])
  const isOrdinary = (word: string) => /^\p{Ll}/u.test(word)
  add(
    wordBits.common,
    templateText
      .replace(/\{[^}]*\}|\\n/g, ' ')
      .split(/[^\p{L}\p{M}']+/u)
      .filter((word) => isOrdinary(word) || word.length < 4),
  )
  for (const language of displayLanguages) add(wordBits.common, wordsIn(language).all)
  add(wordBits.common, [
    ...words.headings,
    ...words.departments,
    ...words.jobs,
    ...things.departments,
    ...things.genres,
    ...things.foods,
    ...things.elements,
  ])
  add(wordBits.common, [...Object.values(functionWords).flat(), ...clinicalWords])
  const endings = new Map(
    words.streetEndings.map((ending) => {
      const codes = Uint16Array.from(ending, (sign) => sign.charCodeAt(0))
      return [hashPart(codes, 0, codes.length, endingSalt), wordBits.streetEnding] as const
    }),
  )
  for (const [hash, bit] of endings) bits.set(hash, (bits.get(hash) ?? 0) | bit)
  return makeWordList(bits, makeDictionary(dictionaryHashes()))
}

function dictionaryHashes(): ReadonlySet<number> {
  const hashes = new Set<number>()
  for (const language of displayLanguages) for (const word of ordinaryWords(language)) hashes.add(hashWord(word))
  return hashes
}
