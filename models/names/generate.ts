import { type Addresses, makeAddresses } from './addresses.ts'
import { ordinaryWords } from './dictionary.ts'
import { clinicalWords, eponymHeads, eponymLabels, eponyms, functionWords } from './function-words.ts'
import { fullName, initialsName, madeWord, makePeople, type People, type Side } from './people.ts'
import { calendarIn, countriesIn, languagesIn, things, wordsIn } from './pools.ts'
import type { Random } from './random.ts'
import { phrases, sentences } from './sentences.ts'
import { expand, type Filled, type MadeText } from './template.ts'
import { ar } from './templates/ar.ts'
import { common } from './templates/common.ts'
import { de } from './templates/de.ts'
import { en } from './templates/en.ts'
import { es } from './templates/es.ts'
import { fr } from './templates/fr.ts'
import { it } from './templates/it.ts'
import { nl } from './templates/nl.ts'
import { pt } from './templates/pt.ts'
import { software } from './templates/software.ts'
import * as words from './words.ts'

const sets: Readonly<Record<string, string>> = { en, fr, es, de, it, pt, nl, ar }
/** How often each language comes. */
const shares: readonly (readonly [string, number])[] = [
  ['en', 0.36],
  ['fr', 0.18],
  ['es', 0.13],
  ['de', 0.11],
  ['it', 0.07],
  ['pt', 0.06],
  ['nl', 0.06],
  ['ar', 0.03],
]

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
const templates = new Map(Object.entries(sets).map(([language, text]) => [language, linesOf(text)]))
const sentencesBy = new Map(Object.entries(sentences).map(([language, text]) => [language, linesOf(text)]))
const phrasesBy = new Map(Object.entries(phrases).map(([language, text]) => [language, linesOf(text)]))
const wordsBy = new Map(Object.keys(sets).map((language) => [language, wordsIn(language)]))
const calendars = new Map(Object.keys(sets).map((language) => [language, calendarIn(language)]))
const countriesBy = new Map(Object.keys(sets).map((language) => [language, countriesIn(language)]))
const titles: Readonly<Record<string, readonly string[]>> = {
  en: ['Mr.', 'Mrs.', 'Ms.', 'Dr.', 'Mr', 'Mrs', 'Dr', 'Prof.', 'Miss'],
  fr: [
    'M.',
    'Mme',
    'Dr',
    'Dr.',
    'Pr',
    'Monsieur',
    'Madame',
    'Docteur',
    'Mlle',
    'Pr.',
    'Mr',
    'Mademoiselle',
    'Professeur',
  ],
  es: ['Sr.', 'Sra.', 'Dr.', 'Dra.', 'D.', 'Dña.', 'Don', 'Doña'],
  de: ['Herr', 'Frau', 'Dr.', 'Prof. Dr.'],
  it: ['Sig.', 'Sig.ra', 'Dott.', 'Dott.ssa', 'Dr.', 'Avv.'],
  pt: ['Sr.', 'Sra.', 'Dr.', 'Dra.'],
  nl: ['dhr.', 'mevr.', 'dr.'],
  ar: ['السيد'],
}

/** One of the languages, as often as each comes. */
export function pickLanguage(random: Random): string {
  let left = random.next()
  for (const [language, share] of shares) {
    left -= share
    if (left < 0) return language
  }
  return 'en'
}

const commonTemplates = linesOf(common)
const softwareTemplates = linesOf(software)
/** How often a text is of no language. */
const shareCommon = 0.3
/** How often one of those is about software. */
const shareSoftware = 0.3

/** Whether a template is kept from training. */
function isKeptBack(at: number): boolean {
  return at % 7 === 3
}

/** Makes a text: one to three templates of a language, with names of one side. */
export function makeText(random: Random, language: string, side: Side): MadeText {
  const isCommon = random.chance(shareCommon) && language !== 'ar'
  const ofNoLanguage = random.chance(shareSoftware) ? softwareTemplates : commonTemplates
  const all = isCommon ? ofNoLanguage : (templates.get(language) ?? [])
  const usable = all.filter((_, at) => isKeptBack(at) === (side === 'held-out'))
  const count = random.chance(0.7) ? 1 : 2 + random.below(2)
  let text = ''
  const spans: { type: MadeText['spans'][number]['type']; start: number; end: number }[] = []
  for (let part = 0; part < count; part += 1) {
    if (part > 0) text += random.pick(['\n', '\n\n', ' ', '\n', ' - '])
    const made = expand(random.pick(usable), random, makeFill(random, language, side))
    for (const span of made.spans)
      spans.push({ type: span.type, start: span.start + text.length, end: span.end + text.length })
    text += made.text
  }
  if (random.chance(0.04)) text = sameLength(text, text.toUpperCase())
  if (random.chance(0.03))
    text = text.replace(/[àâäáãéèêëíìîïóòôöõúùûüñç]/gi, (sign) => sign.normalize('NFD').charAt(0))
  return { text, spans }
}

function sameLength(text: string, changed: string): string {
  return changed.length === text.length ? changed : text
}

const base64Signs = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/']
const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function makeFill(random: Random, language: string, side: Side): (slot: string) => Filled {
  let people: People = makePeople(random, language, side)
  const addresses: Addresses = makeAddresses(random, () => people)
  const vocabulary = wordsBy.get(language) ?? wordsIn('en')
  const calendar = calendars.get(language) ?? calendarIn('en')
  const noun = () => random.pick(vocabulary.nouns)
  const adjective = () => random.pick(vocabulary.adjectives)
  const digits = (count: number) => Array.from({ length: count }, () => random.below(10)).join('')
  const nested = (list: readonly string[] | undefined): MadeText => expand(random.pick(list ?? ['']), random, fill)
  const someone = () => {
    if (random.chance(0.5)) people = makePeople(random, language, side)
    return people
  }
  const person = (text: string): Filled => ({ text, type: 'PERSON' })
  const any = () => {
    const kind = random.next()
    if (kind < 0.68) return fullName(random, someone())
    if (kind < 0.78) return someone().given()
    if (kind < 0.84) return someone().surname()
    if (kind < 0.91) return initialsName(random, someone())
    if (kind < 0.97) return `${someone().surname().toUpperCase()} ${people.given()}`
    return `${someone().given()} ${people.surname()}`.toUpperCase()
  }
  const company = () => {
    const plain = random.pick([
      () =>
        `${people.surname()} ${random.pick(['Inc', 'Ltd', 'LLC', 'GmbH', 'AG', 'SA', 'SARL', 'S.L.', 'SpA', 'Srl', 'Lda', 'B.V.', 'Group', '& Co', '& Sons', 'Holdings', 'Partners', 'Corporation'])}`,
      () => `${people.surname()} & ${people.surname()}`,
      () =>
        `${capitalised(random.pick(wordsBy.get('en')?.adjectives ?? ['new']))} ${random.pick(['Solutions', 'Systems', 'Care', 'Global', 'Energy', 'Media', 'Insurance', 'Bank', 'Foods', 'Analytics', 'Airlines', 'Labs', 'Service', 'Corporation', 'Insight', 'Software'])}`,
      () =>
        `${capitalised(random.pick(wordsBy.get('en')?.nouns ?? ['sun']))}${random.pick(['ify', 'ly', 'soft', 'tech', 'corp', 'works', 'hub', 'base', ' Group', ' Industries', ' Bank', ' Insurance', ' and Risks'])}`,
      () =>
        `${random.pick(['Banque', 'Assurances', 'Société', 'Établissements', 'Pharmacie', 'Cabinet', 'Banco', 'Farmacia', 'Autohaus', 'Bäckerei', 'Sparkasse', 'Studio', 'Padaria', 'Bakkerij'])} ${people.surname()}`,
      () => random.pick(things.vehicles),
    ])()
    return plain
  }
  const hospital = () => {
    if (random.chance(0.3))
      return `${random.chance(0.6) ? addresses.town() : people.surname()} ${random.pick(words.hospitalsLast)}`
    return `${random.pick(words.hospitalsFirst)} ${hospitalName()}`
  }
  const hospitalName = () =>
    random.pick([
      () => random.pick(words.hospitalNames),
      () => addresses.town(),
      () => `${people.given()} ${people.surname()}`,
      () => `${people.given()}-${people.surname()}`,
      () => people.surname(),
    ])()
  const date = () => {
    const [day, month, year] = [1 + random.below(28), random.below(12), 1930 + random.below(100)]
    const two = (value: number) => String(value).padStart(2, '0')
    const name = calendar.months[month] ?? ''
    return random.pick([
      `${two(day)}/${two(month + 1)}/${year}`,
      `${day}.${month + 1}.${year}`,
      `${year}-${two(month + 1)}-${two(day)}`,
      `${day} ${name} ${year}`,
      language === 'en' ? `${name} ${day}, ${year}` : `${day} ${name} ${year}`,
      `${two(day)}-${two(month + 1)}-${year}`,
    ])
  }
  const product = () =>
    random.pick([
      () => random.pick(words.products).replace('{n}', String(1 + random.below(60))),
      () => `${random.pick(things.productAdjectives)} ${random.pick(things.materials)} ${random.pick(things.products)}`,
      () => random.pick(things.foods),
      () => `${random.pick(things.vehicles)} ${random.pick(things.vehicles)}`,
      () => `${capitalised(noun())} ${random.pick(['Pro', 'Max', 'Plus', 'XL', 'Mini', '3000', 'Deluxe'])}`,
    ])()
  const nounOfMachines = () => random.pick(wordsBy.get('en')?.nouns ?? ['item'])
  const tool = () =>
    random.pick([
      () => madeWord(random),
      () => `${madeWord(random)} ${random.pick(words.toolTails)}`,
      () => capitalised(nounOfMachines()),
      () => `${capitalised(nounOfMachines())}${capitalised(nounOfMachines())}`,
      () => `${random.pick(words.toolHeads)}${capitalised(nounOfMachines())}`,
      () => random.pick(words.tools),
      () => random.pick(words.tools),
      () => random.pick(words.systems),
    ])()
  const phone = () =>
    random.pick([
      `0${digits(1)} ${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`,
      `+${digits(2)} ${digits(3)} ${digits(6)}`,
      `(${digits(3)}) ${digits(3)}-${digits(4)}`,
      `0${digits(9)}`,
      `${digits(3)} ${digits(3)} ${digits(3)}`,
    ])
  const email = () =>
    `${noun().replace(/[^a-z]/g, 'x')}.${random.pick(['info', 'me', 'office'])}@${random.pick(['example.com', 'mail.org', 'web.de'])}`
  const ordinary = ordinaryWords(language).length > 0 ? ordinaryWords(language) : vocabulary.all
  const small = functionWords[language] ?? []
  const word = () => {
    const kind = random.next()
    if (kind < 0.4) return random.pick(small)
    if (kind < 0.75) return random.pick(ordinary)
    return random.pick(vocabulary.all)
  }
  const salad = (isLine: boolean) => {
    const said = Array.from({ length: 2 + random.below(isLine ? 4 : 9) }, (_, at) => {
      const own = at === 0 && random.chance(0.6) ? random.pick(small) : word()
      return language === 'de' && random.chance(0.25) ? capitalised(own) : own
    }).join(' ')
    const begun = isLine || random.chance(0.55) ? capitalised(said) : said
    return isLine ? begun : `${begun}${random.pick(['', '', '.', ',', ';', '.'])}`
  }
  const heading = () =>
    random.pick([
      () => random.pick(words.headings),
      () => random.pick(words.headings),
      () => `${capitalised(adjective())} ${capitalised(noun())}`,
      () => `${capitalised(noun())} ${noun()}`,
      () => capitalised(noun()),
      () => capitalised(random.pick(ordinary)),
      () =>
        Array.from({ length: 2 + random.below(3) }, () =>
          capitalised(random.chance(0.3) ? random.pick(small) : random.pick(ordinary)),
        ).join(' '),
      () => `${capitalised(random.pick(ordinary))} ${random.pick(ordinary)}`,
    ])()
  const acronym = () =>
    Array.from({ length: 2 + random.below(4) }, () => String.fromCharCode(65 + random.below(26))).join('') +
    (random.chance(0.2) ? digits(1) : '')
  const initials = () =>
    Array.from({ length: 1 + random.below(2) }, () => people.given().charAt(0).toUpperCase()).join('')
  const simple: Readonly<Record<string, () => Filled>> = {
    P: () => person(any()),
    PF: () => person(fullName(random, someone())),
    PG: () => person(someone().given()),
    PGU: () => person(someone().given().toUpperCase()),
    PS: () => person(someone().surname()),
    PSU: () => person(someone().surname().toUpperCase()),
    PU: () => person(fullName(random, someone()).toUpperCase()),
    PI: () => person(initialsName(random, someone())),
    PC: () =>
      person(
        random.chance(0.8)
          ? `${someone().surname().toUpperCase()} ${people.given()}`
          : `${someone().surname()} ${people.given()}`,
      ),
    PK: () =>
      person(`${random.chance(0.4) ? someone().surname().toUpperCase() : someone().surname()}, ${people.given()}`),
    Par: () => person(people.arabic()),
    Gar: () => person(people.arabicGiven()),
    T: () => random.pick(titles[language] ?? ['Dr.']),
    A: () => ({ text: addresses.whole(language, ', '), type: 'ADDRESS' }),
    AM: () => ({ text: addresses.whole(language, '\n'), type: 'ADDRESS' }),
    Aar: () => ({ text: addresses.arabic(), type: 'ADDRESS' }),
    S: () => ({
      text: addresses.numbered(
        random.chance(0.85)
          ? language
          : random.pick(['en', 'fr', 'es', 'de', 'it', 'pt', 'nl', 'pl', 'hu', 'sv', 'fi', 'is']),
      ),
      type: 'ADDRESS',
    }),
    SX: () => ({ text: addresses.numbered('es'), type: 'ADDRESS' }),
    SN: () => ({
      text: random.chance(0.5)
        ? addresses.street(
            random.chance(0.6)
              ? language
              : random.pick(['en', 'fr', 'es', 'de', 'it', 'nl', 'pl', 'hu', 'sv', 'fi', 'is']),
          )
        : addresses.numbered(random.pick(['en', 'fr', 'de', 'nl', 'pl', 'hu', 'sv', 'fi', 'is', language])),
      type: 'ADDRESS',
    }),
    SNL: () => ({
      text: addresses
        .street('fr')
        .toLowerCase()
        .replace(/(^\S+ )(.*)/, (_, type: string, rest: string) => `${type}${capitalised(rest)}`),
      type: 'ADDRESS',
    }),
    Z: () => ({ text: addresses.postcode(language), type: 'ADDRESS' }),
    ZX: () => ({ text: digits(5), type: 'ADDRESS' }),
    ZC: () => ({ text: `${addresses.postcode(language)} ${addresses.town()}`, type: 'ADDRESS' }),
    L: () => ({ text: addresses.town(), type: 'LOCATION' }),
    Lar: () => ({ text: addresses.arabicTown(), type: 'LOCATION' }),
    C: () => random.pick(countriesBy.get(language) ?? []),
    O: () => ({ text: company(), type: 'ORGANIZATION' }),
    H: () => ({ text: hospital(), type: 'ORGANIZATION' }),
    HU: () => ({ text: hospital().toUpperCase(), type: 'ORGANIZATION' }),
    HB: () => ({
      text: random.chance(0.5) ? random.pick(words.hospitalNames) : `${people.given()} ${people.surname()}`,
      type: 'ORGANIZATION',
    }),
    salad: () => salad(false),
    Salad: () => salad(true),
    acronym,
    letter: () => String.fromCharCode(65 + random.below(26)),
    base64: () => Array.from({ length: 20 + random.below(56) }, () => random.pick(base64Signs)).join(''),
    clinical: () => (random.chance(0.25) ? acronym() : random.pick(clinicalWords)),
    eponym: () =>
      random.chance(0.5)
        ? `${random.pick(eponymLabels)} ${random.pick(eponyms)}`
        : `${random.pick(eponyms)} ${random.pick(eponymHeads)}`,
    ref: () => person(`${people.surname()} ${initials()}`),
    title: () =>
      random.pick([
        'Princess Royal',
        'Prince of Wales',
        'Queen',
        'King',
        'President',
        'Prime Minister',
        'Secretary General',
        'Pope',
        'Grand Duke',
        'First Lady',
        'Duke of Kent',
        'Minister of Finance',
      ]),
    PSP: () => ({ text: `${people.surname()}-${people.surname()}`, type: 'ORGANIZATION' }),
    military: () => ({
      text: `${random.pick(['USNS', 'USS', 'USCGC', 'PSC', 'Unit'])} ${random.pick([people.surname(), digits(4)])}${random.pick(['', ` Box ${digits(4)}`])}${random.pick(['\n', ', ', ' '])}${random.pick(['FPO', 'APO', 'DPO'])} ${random.pick(['AP', 'AE', 'AA'])} ${digits(5)}`,
      type: 'ADDRESS',
    }),
    date,
    time: () => `${random.below(24)}:${digits(2)}`,
    year: () => String(1950 + random.below(80)),
    n: () => String(1 + random.below(90)),
    num: () => digits(5 + random.below(3)),
    id: () =>
      random.pick([
        digits(8),
        digits(16),
        `${random.pick(['FR', 'AB', 'X'])}${digits(7)}`,
        `${digits(3)}-${digits(4)}`,
      ]),
    money: () => `${random.chance(0.4) ? '$' : ''}${digits(2)}.${digits(2)}${random.chance(0.4) ? ' €' : ''}`,
    phone,
    email,
    url: () => `https://www.${noun().replace(/[^a-z]/g, '')}.com/`,
    month: () => random.pick(calendar.months),
    weekday: () => random.pick(calendar.weekdays),
    heading,
    HEADING: () => heading().toUpperCase(),
    product,
    tool,
    SHOUT: () => random.pick(ordinary).toUpperCase(),
    verbs: () => `${random.pick(vocabulary.verbs)}s`,
    Verbs: () => random.pick(words.programVerbs),
    Verbed: () => random.pick(words.changeVerbs),
    book: () => random.pick(things.books),
    job: () => random.pick(words.jobs),
    dept: () => random.pick(words.departments),
    disease: () => random.pick(words.diseases),
    language: () => capitalised(random.pick(languagesIn(language))),
    nat: () =>
      random.pick([
        'French',
        'german',
        'Czech',
        'Canadian',
        'Brazilian',
        'paraguayan',
        'Moroccan',
        'Swiss',
        'Korean',
        'Danish',
        'Irish',
        'Turkish',
        'Scottish',
      ]),
    animal: () => capitalised(random.pick(things.animals)),
    noun: () => noun().toLowerCase(),
    Noun: () => capitalised(random.chance(0.6) ? random.pick(ordinary) : noun()),
    adj: adjective,
    verb: () => random.pick(vocabulary.verbs),
    Camel: () =>
      `${capitalised(random.pick(wordsBy.get('en')?.nouns ?? ['item']))}${random.pick(['Error', 'Handler', 'List', 'Factory', 'Service', 'Map', 'Request', ''])}`.replace(
        /[^A-Za-z]/g,
        '',
      ),
    sentence: () => nested(sentencesBy.get(language)),
    phrase: () => nested(phrasesBy.get(language)),
  }
  const fill = (slot: string): Filled => {
    const make = simple[slot]
    if (!make) throw new Error(`no slot {${slot}}`)
    return make()
  }
  return fill
}
