import { arabicCultures, type Culture, latinCultures } from './pools.ts'
import type { Random } from './random.ts'

/** Cultures whose names are common where a language is spoken; the others come in as well. */
const near: Readonly<Record<string, readonly string[]>> = {
  en: ['en', 'en_AU', 'en_IN', 'en_ZA', 'en_NG', 'en_GH'],
  fr: ['fr', 'fr_CH', 'fr_BE', 'fr_SN'],
  es: ['es', 'es_MX'],
  de: ['de', 'de_CH'],
  it: ['it'],
  pt: ['pt_BR', 'pt_PT'],
  nl: ['nl', 'nl_BE'],
}
const shareNear = 0.5
const shareMade = 0.14

/** Whose names are kept from the word list and from training, to see how the tagger does on names it never met. */
export function isHeldOut(name: string): boolean {
  let hash = 7
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash, 31) + name.charCodeAt(at)
  return (hash >>> 0) % 10 < 2
}

/** Which names may be used. */
export type Side = 'training' | 'held-out'

/** Makes names. One a text: people in one text come from the same or another culture. */
export interface People {
  given(): string
  surname(): string
  arabic(): string
  arabicGiven(): string
  culture: Culture
}

export function makePeople(random: Random, language: string, side: Side): People {
  const people: People = {
    culture: pickCulture(random, language),
    given: () => changed(random, pickName(random, people.culture.given, side)),
    surname: () => surnameOf(random, people.culture, side),
    arabic: () => {
      const culture = random.pick(arabicCultures)
      const count = 1 + random.below(2)
      const given = Array.from({ length: count }, () => pickName(random, culture.given, side))
      return [...given, pickName(random, culture.surnames, side)].join(' ')
    },
    arabicGiven: () => pickName(random, random.pick(arabicCultures).given, side),
  }
  return people
}

export function pickCulture(random: Random, language: string): Culture {
  const ids = near[language]
  const close = ids && random.chance(shareNear) ? latinCultures.filter(({ id }) => ids.includes(id)) : latinCultures
  return random.pick(close.length > 0 ? close : latinCultures)
}

function pickName(random: Random, names: readonly string[], side: Side): string {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const name = random.pick(names)
    if (isHeldOut(name) === (side === 'held-out') || attempt === 39) return name
  }
  throw new Error('unreachable')
}

const syllables =
  'ba be bo bri ca che chi da de del do du el en fa fe fi ga gi gra ha he ho is ja jo ka ke ki kra la le li lo lu ma me mi mo mu na ne ni no nu o pa pe pi po pra ra re ri ro ru sa se si sho so sta su ta te ti to tra tu u va ve vi vo wa we wi ya ye yo za ze zi zu'.split(
    ' ',
  )
const endings = [
  'n',
  's',
  'r',
  'l',
  'm',
  'ck',
  'tz',
  'rd',
  'nd',
  'sen',
  'ski',
  'ić',
  'ez',
  'ard',
  'eau',
  'ier',
  'ini',
  'escu',
  'ov',
  'ova',
  'ian',
  'oğlu',
  'son',
  'mann',
  'er',
  'ot',
  'in',
  'au',
  'ez',
  'ius',
  '',
  '',
  '',
]

/** A name that no list has: names of the next dump are not in ours. */
function madeName(random: Random): string {
  return madeWord(random, endings)
}

const productEndings = ['', '', 'x', 'o', 'a', 'ix', 'ly', 'io', 'us', 'on', 'is', 'er', 'um', 'ia']

/** A word with a capital that means nothing: as a name, or as what products and tools are called. */
export function madeWord(random: Random, tails: readonly string[] = productEndings): string {
  let word = ''
  for (let count = 2 + random.below(2); count > 0; count -= 1) word += random.pick(syllables)
  word += random.pick(tails)
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function changed(random: Random, name: string): string {
  return random.chance(shareMade / 2) ? madeName(random) : name
}

const particles = [
  'de',
  'de la',
  'van',
  'van der',
  'van den',
  'von',
  'di',
  'da',
  'dos',
  'du',
  'El',
  'Al',
  'Ben',
  'bin',
  'Le',
  'La',
  'Mac',
  "O'",
  "D'",
  "d'",
  'Saint-',
  'St.',
  'Ó',
  'ter',
  'del',
  'al-',
  'Al-',
]

function surnameOf(random: Random, culture: Culture, side: Side): string {
  const plain = () => (random.chance(shareMade) ? madeName(random) : pickName(random, culture.surnames, side))
  const name = plain()
  if (random.chance(0.05)) return `${name}-${plain()}`
  if ((culture.id.startsWith('es') || culture.id.startsWith('pt')) && random.chance(0.45)) return `${name} ${plain()}`
  if (random.chance(0.05) && !name.includes(' ')) {
    const particle = random.pick(particles)
    return /['-]$/.test(particle) ? `${particle}${name}` : `${particle} ${name}`
  }
  return name
}

/** How a name is written. */
export function fullName(random: Random, people: People): string {
  const given = () => {
    const first = people.given()
    if (random.chance(0.06)) return `${first}-${people.given()}`
    return random.chance(0.08) ? `${first} ${people.given()}` : first
  }
  const kind = random.next()
  if (kind < 0.78) return `${given()} ${people.surname()}`
  if (kind < 0.86) return `${given()} ${initial(people)}${random.chance(0.7) ? '.' : ''} ${people.surname()}`
  if (kind < 0.92) return `${given()} ${people.surname().toUpperCase()}`
  return `${given()} ${people.surname()} ${people.surname()}`
}

function initial(people: People): string {
  return people.given().charAt(0).toUpperCase()
}

export function initialsName(random: Random, people: People): string {
  const surname = random.chance(0.3) ? people.surname().toUpperCase() : people.surname()
  const one = `${initial(people)}.`
  const two = random.chance(0.25) ? `${random.chance(0.5) ? ' ' : ''}${initial(people)}.` : ''
  const hyphen = random.chance(0.08) ? `-${initial(people)}.` : two
  return random.chance(0.85) ? `${one}${hyphen} ${surname}` : `${surname} ${one}${two}`
}
