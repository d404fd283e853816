import { allFakers, type Faker } from '@faker-js/faker'
import { type Random, seedOf } from './random.ts'

/** How a language writes dates, amounts and telephone numbers. */
interface Manner {
  readonly locales: readonly (keyof typeof allFakers)[]
  readonly months: string
  readonly dates: readonly string[]
  readonly thousands: readonly string[]
  readonly decimal: string
  /** An amount stands for `#`. */
  readonly money: readonly string[]
  readonly phones: readonly string[]
  readonly zips: readonly string[]
}

const manners: Readonly<Record<string, Manner>> = {
  fr: {
    locales: ['fr', 'fr_BE', 'fr_CH', 'fr_CA'],
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    dates: ['DD/MM/YYYY', 'DD/MM/YYYY', 'DD/MM/YY', 'D month YYYY', 'DD.MM.YYYY', 'DD-MM-YYYY', 'YYYY-MM-DD'],
    thousands: [' ', ' ', '', '.'],
    decimal: ',',
    money: ['# €', '# €', '# €', '# EUR', '€ #', '#', '# CHF', '# euros', '# DH', '# FCFA'],
    phones: [
      '0# ## ## ## ##',
      '+33 # ## ## ## ##',
      '0#.##.##.##.##',
      '0#########',
      '+32 2 ### ## ##',
      '+41 22 ### ## ##',
      '514 ###-####',
    ],
    zips: ['#####', '#####', '####', 'H2X 1Y4'],
  },
  en: {
    locales: ['en', 'en_GB', 'en_AU', 'en_IN', 'en_CA', 'en_IE', 'en_NG', 'en_ZA'],
    months: 'January February March April May June July August September October November December',
    dates: [
      'MM/DD/YYYY',
      'DD/MM/YYYY',
      'D month YYYY',
      'month D, YYYY',
      'DD Mon YYYY',
      'YYYY-MM-DD',
      'M/D/YY',
      'DD-Mon-YY',
    ],
    thousands: [',', ',', ''],
    decimal: '.',
    money: ['$#', '£#', '$#', '€#', '#', 'USD #', 'AED #', '# GBP', 'Rs. #', 'RM #', 'S$#'],
    phones: [
      '(###) ###-####',
      '###-###-####',
      '+1 ### ### ####',
      '020 #### ####',
      '0#### ######',
      '+44 20 #### ####',
      '+91 ##### #####',
      '+971 4 ### ####',
    ],
    zips: ['#####', '#####-####', 'SW1A 2AA', 'M4 5JD', 'LS2 7EW', '######'],
  },
  es: {
    locales: ['es', 'es_MX'],
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    dates: ['DD/MM/YYYY', 'DD/MM/YYYY', 'D de month de YYYY', 'DD-MM-YYYY', 'DD/MM/YY', 'YYYY-MM-DD', 'DD.MM.YYYY'],
    thousands: ['.', '.', '', ','],
    decimal: ',',
    money: ['# €', '# €', '#€', '# EUR', '$ #', '$#', '#', '# MXN', 'S/ #', '# euros'],
    phones: ['9## ## ## ##', '6## ### ###', '+34 9## ### ###', '(55) #### ####', '+52 55 #### ####', '+57 1 ### ####'],
    zips: ['#####', '#####', 'C.P. #####'],
  },
  de: {
    locales: ['de', 'de_AT', 'de_CH'],
    months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    dates: ['DD.MM.YYYY', 'DD.MM.YYYY', 'DD.MM.YY', 'D. month YYYY', 'YYYY-MM-DD', 'D.M.YYYY'],
    thousands: ['.', '.', '', "'", ' '],
    decimal: ',',
    money: ['# €', '# EUR', 'EUR #', '€ #', '#', '# €', 'CHF #', '# Euro'],
    phones: ['0## / ######', '0###-######', '+49 ## ########', '+43 1 ### ## ##', '+41 44 ### ## ##', '(0###) #####'],
    zips: ['#####', '#####', 'D-#####', '####', 'CH-####', 'A-####'],
  },
  it: {
    locales: ['it'],
    months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    dates: ['DD/MM/YYYY', 'DD/MM/YYYY', 'D month YYYY', 'DD-MM-YYYY', 'DD/MM/YY', 'DD.MM.YYYY'],
    thousands: ['.', '.', ''],
    decimal: ',',
    money: ['€ #', '# €', '# EUR', 'Euro #', '#', '€ #'],
    phones: ['0# ########', '3## #######', '+39 0# #######', '0### ######', '+39 3## ### ####'],
    zips: ['#####'],
  },
  pt: {
    locales: ['pt_PT', 'pt_BR'],
    months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    dates: ['DD/MM/YYYY', 'DD/MM/YYYY', 'DD-MM-YYYY', 'D de month de YYYY', 'DD/MM/YY', 'YYYY-MM-DD'],
    thousands: ['.', '.', ' ', ''],
    decimal: ',',
    money: ['# €', 'R$ #', 'R$ #', '€ #', '# EUR', '#'],
    phones: [
      '2## ### ###',
      '9## ### ###',
      '+351 2## ### ###',
      '(11) ####-####',
      '(21) 9####-####',
      '+55 11 #####-####',
    ],
    zips: ['####-###', '#####-###'],
  },
  nl: {
    locales: ['nl', 'nl_BE'],
    months: 'januari februari maart april mei juni juli augustus september oktober november december',
    dates: ['DD-MM-YYYY', 'DD-MM-YYYY', 'D month YYYY', 'DD/MM/YYYY', 'DD-MM-YY', 'DD.MM.YYYY'],
    thousands: ['.', '.', ''],
    decimal: ',',
    money: ['€ #', '€ #', '# €', 'EUR #', '#', '€ #'],
    phones: ['0##-#######', '06-########', '+31 ## ### ####', '0###-######', '+32 3 ### ## ##'],
    zips: ['#### AB', '#### CK', '####', '#### ZX'],
  },
  ar: {
    locales: ['ar'],
    months: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
    dates: ['DD/MM/YYYY', 'DD/MM/YYYY', 'D month YYYY', 'YYYY-MM-DD', 'DD-MM-YYYY', 'YYYY/MM/DD'],
    thousands: [',', '', ','],
    decimal: '.',
    money: ['# ريال', '# درهم', '# ر.س', '# د.إ', '# جنيه', '# د.م.', '#', '# SAR', '# AED', '# د.ج', '# دينار'],
    phones: [
      '05########',
      '+966 1# ### ####',
      '+971 4 ### ####',
      '+20 2 #### ####',
      '+212 5## ## ## ##',
      '0# ### ####',
    ],
    zips: ['#####', 'ص.ب. ####'],
  },
}

const arabicTitles = 'السيد السيدة الآنسة'.split(' ')
const listed = 240

/** Made-up persons, places and firms of a language, and how it writes numbers. */
export class Slots {
  readonly #manner: Manner
  readonly #names: { readonly first: readonly string[]; readonly last: readonly string[] }
  readonly #streets: readonly string[]
  readonly #cities: readonly string[]
  readonly #firms: readonly string[]

  /** @param language one without a manner of its own writes as English does */
  constructor(language: string) {
    this.#manner = manners[language] ?? (manners.en as Manner)
    const fakers = this.#manner.locales.map((locale) => allFakers[locale] as Faker)
    for (const [index, faker] of fakers.entries()) faker.seed(seedOf(`${language} ${index}`))
    const list = (make: (faker: Faker) => string) =>
      fakers.flatMap((faker) => Array.from({ length: Math.ceil(listed / fakers.length) }, () => make(faker)))
    this.#names = { first: list((faker) => faker.person.firstName()), last: list((faker) => faker.person.lastName()) }
    this.#streets = list((faker) => faker.location.streetAddress())
    this.#cities = list((faker) => faker.location.city())
    this.#firms = list((faker) => faker.company.name())
  }

  /** What a gap of this name is filled with; undefined where there is none of the name. */
  fill(name: string, random: Random): string | undefined {
    const digits = /^d(\d{1,2})$/.exec(name)?.[1]
    if (digits !== undefined) return this.#digits('#'.repeat(Number(digits)), random)
    switch (name) {
      case 'first':
        return random.pick(this.#names.first)
      case 'last':
        return random.pick(this.#names.last)
      case 'LAST':
        return random.pick(this.#names.last).toUpperCase()
      case 'person':
        return this.#person(random)
      case 'mr':
        return random.pick(arabicTitles)
      case 'date':
        return this.#date(random.whole(2012, 2026), random)
      case 'bdate':
        return this.#date(random.whole(1930, 2016), random)
      case 'year':
        return String(random.whole(2012, 2026))
      case 'age':
        return String(random.whole(2, 92))
      case 'time':
        return `${String(random.whole(7, 20)).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}`
      case 'num':
        return this.#number(random)
      case 'amount':
        return random.pick(this.#manner.money).replace('#', this.#number(random))
      case 'n':
        return String(random.whole(1, 9))
      case 'nn':
        return String(random.whole(10, 99))
      case 'dec':
        return `${random.whole(0, 24)}${this.#manner.decimal}${random.whole(0, 99)}`
      case 'phone':
        return this.#digits(random.pick(this.#manner.phones), random)
      case 'zip':
        return this.#digits(random.pick(this.#manner.zips), random)
      case 'street':
        return random.pick(this.#streets)
      case 'city':
        return random.pick(this.#cities)
      case 'firm':
        return random.pick(this.#firms)
      case 'ref':
        return this.#digits(
          random.pick([
            '#####',
            '####',
            'F-20##-####',
            '20##/###',
            'A##-###',
            '##-#####',
            'R#######',
            'INV-####',
            '20##-##-###',
            'RE20####',
          ]),
          random,
        )
      case 'email':
        return `${asciiOf(random.pick(this.#names.first))}.${asciiOf(random.pick(this.#names.last))}@example.${random.pick(['com', 'org', 'net'])}`
      case 'web':
        return `www.${asciiOf(random.pick(this.#names.last))}-${random.pick(['clinic', 'med', 'dental', 'group', 'shop', 'online'])}.example`
      case 'iban':
        return this.#digits(
          random.pick([
            'FR76 #### #### #### #### #### ###',
            'DE## #### #### #### #### ##',
            'ES## #### #### #### #### ####',
            'IT##X##########0000###########',
            'NL##ABNA##########',
          ]),
          random,
        )
      case 'vat':
        return this.#digits(
          random.pick([
            'FR#########',
            'DE#########',
            'B########',
            '###########',
            '######## #',
            'NL#########B01',
            'GB ### #### ##',
          ]),
          random,
        )
      case 'mrz':
        return this.#machineReadable(random)
      default:
        return undefined
    }
  }

  #person(random: Random): string {
    const first = random.pick(this.#names.first)
    const last = random.pick(this.#names.last)
    const manner = random.next()
    if (manner < 0.6) return `${first} ${last}`
    if (manner < 0.75) return `${last.toUpperCase()} ${first}`
    if (manner < 0.85) return `${first} ${last.toUpperCase()}`
    return manner < 0.93 ? `${first.charAt(0)}. ${last}` : `${last}, ${first}`
  }

  #date(year: number, random: Random): string {
    const month = random.whole(1, 12)
    const day = random.whole(1, 28)
    const named = this.#manner.months.split(' ')[month - 1] ?? ''
    const parts: Readonly<Record<string, string>> = {
      YYYY: String(year),
      YY: String(year).slice(2),
      MM: String(month).padStart(2, '0'),
      M: String(month),
      DD: String(day).padStart(2, '0'),
      D: String(day),
      month: named,
      Mon: named.slice(0, 3),
    }
    return random.pick(this.#manner.dates).replace(/YYYY|YY|Mon|month|MM|M|DD|D/g, (part) => parts[part] ?? part)
  }

  #number(random: Random): string {
    const size = random.pick([10, 100, 100, 1_000, 1_000, 10_000])
    const whole = random.whole(Math.max(1, size / 10), size)
    const cents = random.chance(0.5) ? '00' : String(random.whole(0, 99)).padStart(2, '0')
    const grouped =
      whole < 1_000
        ? String(whole)
        : `${Math.floor(whole / 1_000)}${random.pick(this.#manner.thousands)}${String(whole % 1_000).padStart(3, '0')}`
    return random.chance(0.08) ? grouped : `${grouped}${this.#manner.decimal}${cents}`
  }

  #digits(pattern: string, random: Random): string {
    return pattern.replace(/#/g, () => String(random.whole(0, 9)))
  }

  #machineReadable(random: Random): string {
    const last = asciiOf(random.pick(this.#names.last)).toUpperCase() || 'MUSTER'
    const first = asciiOf(random.pick(this.#names.first)).toUpperCase() || 'ANNA'
    const state = random.pick(['FRA', 'D<<', 'ESP', 'ITA', 'GBR', 'NLD', 'PRT', 'MAR', 'USA', 'CHE', 'BEL', 'ARE'])
    const line = (text: string, length: number) => text.padEnd(length, '<').slice(0, length)
    const numbers = `${this.#digits('######', random)}${random.whole(0, 9)}${random.pick(['M', 'F', '<'])}${this.#digits('######', random)}${random.whole(0, 9)}`
    if (random.chance(0.5)) {
      const number = this.#digits('##########', random)
      return `${line(`P<${state}${last}<<${first}`, 44)}\n${line(`${number}${state}${numbers}`, 43)}${random.whole(0, 9)}`
    }
    return `${line(`I${random.pick(['D', 'R', '<', 'A'])}${state}${this.#digits('#########', random)}`, 30)}\n${line(`${numbers}${state}`, 29)}${random.whole(0, 9)}\n${line(`${last}<<${first}`, 30)}`
  }
}

function asciiOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
}
