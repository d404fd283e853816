import { allLocales } from '@faker-js/faker'
import { type People, pickCulture } from './people.ts'
import { arabicCultures, countriesIn, latinCultures, things } from './pools.ts'
import type { Random } from './random.ts'
import { arabicStreets } from './words.ts'

const towns = [...new Set([...things.towns, ...latinCultures.flatMap((culture) => culture.towns)])].filter((town) =>
  /^\p{Lu}/u.test(town),
)
const writtenTowns =
  'Paris, Lyon, Marseille, Toulouse, Lille, Bordeaux, Nantes, Strasbourg, Rennes, Grenoble, Dijon, Angers, Nîmes, Le Havre, Saint-Étienne, Aix-en-Provence, La Rochelle, Villeurbanne, Boulogne-Billancourt, Madrid, Barcelona, Valencia, Sevilla, Zaragoza, Málaga, Bilbao, A Coruña, Vigo, Gijón, Alicante, Córdoba, Valladolid, Granada, San Sebastián, Las Palmas, Santiago de Compostela, Salamanca, Lisboa, Porto, Coimbra, Braga, Faro, Évora, Setúbal, São Paulo, Rio de Janeiro, Belo Horizonte, Curitiba, Recife, Amsterdam, Rotterdam, Den Haag, Utrecht, Eindhoven, Groningen, Antwerpen, Gent, Brugge, Bruxelles, Liège, Namur, Zürich, Genève, Basel, Lausanne, Bern, Wien, Graz, Salzburg, Innsbruck, Berlin, Hamburg, München, Köln, Frankfurt am Main, Stuttgart, Düsseldorf, Leipzig, Dresden, Hannover, Nürnberg, Freiburg im Breisgau, Roma, Milano, Napoli, Torino, Palermo, Genova, Bologna, Firenze, Venezia, Verona, Bari, London, Manchester, Birmingham, Leeds, Glasgow, Edinburgh, Cardiff, Belfast, Dublin, Cork, Galway, New York, Boston, Chicago, Seattle, San Francisco, Los Angeles, Toronto, Montréal, Vancouver, Sydney, Melbourne, Auckland, Casablanca, Rabat, Tunis, Alger, Oran, Dakar, Tanger, Fès, Cairo, Istanbul, Ankara, Mumbai, Delhi, Bangalore, Singapore, Hong Kong, Tokyo, Buenos Aires, Bogotá, Lima, Medellín, Ciudad de México, Guadalajara, Warszawa, Kraków, Praha, Budapest, Bucureşti, København, Aarhus, Stockholm, Göteborg, Oslo, Bergen, Helsinki, Reykjavík'.split(
    ', ',
  )
const prefixes = {
  fr: 'Rue, rue, avenue, Avenue, boulevard, bd, Bd, place, allée, impasse, chemin, quai, cours, route, square, passage, Rue, rue, av., Av.',
  es: 'Calle, C/, C., Avenida, Avda., Av., Paseo, Plaza, Pza., Camino, Ctra., Ronda, Travesía',
  it: 'Via, via, Viale, Piazza, Corso, Vicolo, Largo, Strada',
  pt: 'Rua, Av., Avenida, Travessa, Praça, Largo, Alameda, Estrada',
  pl: 'ul., al., os., ul.',
} as const
const suffixes = {
  de: 'straße, str., weg, gasse, platz, allee, ring',
  nl: 'straat, laan, weg, plein, gracht, kade',
  sv: 'gatan, vägen, gränd',
  da: 'vej, gade, vænget',
  nb: 'veien, gata, vegen',
  fi: 'katu, tie, kuja',
  is: 'stræti, gata, vegur',
} as const
const english =
  'Street, St, St., Road, Rd, Rd., Avenue, Ave, Ave., Lane, Ln, Drive, Dr, Boulevard, Blvd, Court, Ct, Place, Square, Terrace, Way, Close, Crescent, Gardens, Grove, Mews, Hill, Parkway, Circle, Trail, Run, Rapids, Isle, Mall, Estates, Ridge, Fort, Knolls, Plaza, Crossing, Harbor, Mill, Valley, Spring, Station'.split(
    ', ',
  )
const hungarian = ' utca, út, tér, útja'.split(',').map((word) => word.trim())
const [frPrefixes, esPrefixes, itPrefixes, ptPrefixes, plPrefixes] = [
  prefixes.fr,
  prefixes.es,
  prefixes.it,
  prefixes.pt,
  prefixes.pl,
].map((words) => words.split(', ')) as [string[], string[], string[], string[], string[]]
const nouns =
  'Oak, Maple, Church, Station, High, Park, Mill, Lake, Hill, Green, King, Queen, Victoria, Main, Market, Bridge, River, Spring, Garden, Forest, Cedar, Pine, Elm, 5th, 12th, 42nd, Second, Ocean, Sunset'.split(
    ', ',
  )
const frNouns =
  'de la Paix, des Lilas, de la République, du Moulin, de Verdun, Victor Hugo, du Général Leclerc, des Écoles, de l’Église, Jean Jaurès, du Docteur Roux, de la Gare, du 8 Mai 1945, Pasteur, des Fleurs, de Rivoli, du Bac, Saint-Martin, de la Liberté, aux Herbes, Émile Zola, du Château'.split(
    ', ',
  )
const esNouns =
  'Mayor, del Sol, de la Constitución, Real, Gran Vía, San Juan, de los Reyes, del Carmen, Doctor Fleming, de la Castellana, Virgen de África, Colón, de Andalucía, Nueva, Cervantes, Alcalá, de las Flores, del Hospital, Ramón y Cajal'.split(
    ', ',
  )
const itNouns =
  'Roma, Garibaldi, Dante, Mazzini, della Repubblica, XX Settembre, dei Mille, Verdi, San Marco, delle Rose, Cavour, Vittorio Emanuele II'.split(
    ', ',
  )
const ptNouns =
  'das Flores, da Liberdade, Augusta, de Santa Catarina, do Carmo, dos Aliados, da República, 25 de Abril, do Ouro, Dom Pedro V'.split(
    ', ',
  )
const plNouns = 'Długa, Polna, Mickiewicza, Kościuszki, Grunwaldzka, Leśna, Ogrodowa, Warszawska, Słoneczna'.split(', ')
const stems =
  'Haupt, Bahnhof, Garten, Berg, Linden, Schul, Kirch, Mühlen, Rosen, Wald, Schiller, Goethe, Dorf, Kerk, Molen, Prins, Konings, Stations, Nieuwe, Stor, Kungs, Drottning, Skol, Kirke, Skov, Mannerheimin, Koulu, Ranta, Lauga, Austur'.split(
    ', ',
  )
const streetNames = Object.values(allLocales)
  .flatMap((locale) => locale.location?.street_name ?? [])
  .filter((name) => /^[\p{Script=Latin}][\p{Script=Latin}\p{M}\d .'-]{3,30}$/u.test(name))

/** Makes streets, postcodes, towns. The text of each piece, without its place. */
export interface Addresses {
  town(): string
  arabicTown(): string
  country(language: string): string
  postcode(language: string): string
  /** A street without a number. */
  street(language: string): string
  /** A street with a number, as written where it lies. */
  numbered(language: string): string
  /** A whole address; lines joined by `separator` or by what comes. */
  whole(language: string, separator: '\n' | ', '): string
  arabic(): string
}

const countries = new Map<string, readonly string[]>()

export function makeAddresses(random: Random, people: () => People): Addresses {
  const digits = (count: number) =>
    Array.from({ length: count }, (_, at) => (at === 0 ? 1 + random.below(9) : random.below(10))).join('')
  const number = () => {
    const plain = String(1 + random.below(random.chance(0.7) ? 200 : 9_999))
    return random.chance(0.1) ? `${plain}${random.pick([' bis', 'a', ' B', '/3', '-5', ' ter', 'A', 'c'])}` : plain
  }
  const name = () => (random.chance(0.5) ? people().surname() : people().given())
  const addresses: Addresses = {
    town: () =>
      random.chance(0.25) ? madeTown(random) : random.chance(0.4) ? random.pick(writtenTowns) : random.pick(towns),
    arabicTown: () => random.pick(arabicCultures.flatMap((culture) => culture.towns)),
    country: (language) => {
      const known = countries.get(language) ?? countriesIn(language)
      countries.set(language, known)
      return random.pick(known)
    },
    postcode: (language) => {
      if (language === 'nl') return `${digits(4)} ${random.pick(['AB', 'GA', 'XK', 'LC', 'TR'])}`
      if (language === 'pt') return `${digits(4)}-${digits(3)}`
      if (language === 'en' && random.chance(0.3))
        return `${random.pick(['SW', 'M', 'LS', 'EH', 'B', 'NW', 'CF', 'G'])}${1 + random.below(20)} ${1 + random.below(9)}${random.pick(['AB', 'PQ', 'JT', 'XR'])}`
      if (language === 'en' && random.chance(0.2)) return `${digits(5)}-${digits(4)}`
      if (language === 'pl') return `${digits(2)}-${digits(3)}`
      if (language === 'de' && random.chance(0.15)) return `D-${digits(5)}`
      return digits(random.chance(0.85) ? 5 : 4)
    },
    street(language) {
      if (random.chance(0.08)) return random.pick(streetNames)
      switch (language) {
        case 'fr':
          return `${random.pick(frPrefixes)} ${random.chance(0.6) ? random.pick(frNouns) : `${random.chance(0.3) ? random.pick(['du Docteur ', 'de ', 'du ', 'des ', 'Al ']) : ''}${random.chance(0.5) ? `${people().given()} ` : ''}${people().surname()}`}`
        case 'es':
          return `${random.pick(esPrefixes)} ${random.chance(0.6) ? random.pick(esNouns) : `${random.chance(0.4) ? `${people().given()} ` : ''}${people().surname()}`}`
        case 'it':
          return `${random.pick(itPrefixes)} ${random.chance(0.6) ? random.pick(itNouns) : `${people().given()} ${people().surname()}`}`
        case 'pt':
          return `${random.pick(ptPrefixes)} ${random.chance(0.6) ? random.pick(ptNouns) : `${people().given()} ${people().surname()}`}`
        case 'pl':
          return `${random.pick(plPrefixes)} ${random.chance(0.6) ? random.pick(plNouns) : people().surname()}`
        case 'hu':
          return `${name()} ${random.pick(hungarian)}`
        case 'de':
        case 'nl':
        case 'sv':
        case 'da':
        case 'nb':
        case 'fi':
        case 'is': {
          const ending = random.pick(suffixes[language].split(', '))
          const stem = random.chance(0.5) ? random.pick(stems) : name()
          return random.chance(0.85)
            ? `${stem}${ending}`
            : `${stem}-${ending.charAt(0).toUpperCase()}${ending.slice(1)}`
        }
        default:
          return `${random.chance(0.5) ? random.pick(nouns) : name()} ${random.chance(0.1) ? `${name()} ` : ''}${random.pick(english)}`
      }
    },
    numbered(language) {
      const street = addresses.street(language)
      const unit = random.chance(0.14) ? unitOf(random, language) : ''
      const extra = random.chance(0.06) ? `${number()} ` : ''
      if (language === 'fr') return `${extra}${number()}${random.pick([' ', ', '])}${street}${unit}`
      if (language === 'en')
        return random.chance(0.9)
          ? `${extra}${number()} ${street}${unit}`
          : `${random.pick(['Flat', 'Unit', 'Apt', 'Suite'])} ${number()}, ${number()} ${street}`
      if (language === 'es' || language === 'pt' || language === 'it') {
        const gap = random.pick([', ', ' ', ', nº ', ' n.º ', ' n° ', ' Nº '])
        return `${extra}${street}${random.chance(0.1) ? ', s/n' : `${gap}${number()}`}${unit}`
      }
      return `${extra}${street} ${number()}${unit}`
    },
    whole(language, separator) {
      const land = random.chance(0.12) ? random.pick(foreign) : language
      if (random.chance(0.04)) return postBox(random, digits, addresses)
      const town = random.chance(0.08) ? addresses.town().toUpperCase() : addresses.town()
      const code = addresses.postcode(land)
      const state = random.pick(random.chance(0.7) ? things.stateCodes : things.states)
      const place = placeOf(random, land, town, code, state)
      const country = random.chance(0.3) ? addresses.country(language) : ''
      const pieces = [addresses.numbered(land), place, country].filter((piece) => piece !== '')
      if (random.chance(0.1)) pieces.splice(1, 1, town, state, code)
      const join = () =>
        random.chance(0.82) ? separator : random.pick([' ', ' - ', '\n', ', ', '\n ', '\n, ', ' , ', ','])
      return pieces.reduce((before, piece) => `${before}${join()}${piece}`)
    },
    arabic: () => {
      const street = random.pick(arabicStreets)
      const numbered = random.chance(0.7) ? `${street}${random.pick([' ', '، رقم ', ' رقم '])}${number()}` : street
      return random.chance(0.7) ? `${numbered}${random.pick(['، ', '\n', ' '])}${addresses.arabicTown()}` : numbered
    },
  }
  return addresses
}

const foreign = ['en', 'fr', 'es', 'de', 'it', 'pt', 'nl', 'pl', 'hu', 'sv', 'da', 'nb', 'fi', 'is']

function placeOf(random: Random, land: string, town: string, code: string, state: string): string {
  if (land === 'en')
    return random.pick([
      `${town}, ${state} ${code}`,
      `${town} ${code}`,
      `${town}, ${code}`,
      `${town} ${state} ${code}`,
      `${town}\n, ${state}\n ${code}`,
      town,
    ])
  const cedex = land === 'fr' && random.chance(0.12) ? random.pick([' Cedex', ' CEDEX', ' cedex 09', ' Cedex 2']) : ''
  if (land === 'hu') return random.chance(0.5) ? `${town} ${code}` : `${code} ${town}`
  return random.pick([
    `${code} ${town}${cedex}`,
    `${code} ${town}${cedex}`,
    `${code}, ${town}`,
    `${town} ${code}`,
    `${town}, ${code}`,
    town,
  ])
}

function unitOf(random: Random, language: string): string {
  const count = 1 + random.below(999)
  const local: Readonly<Record<string, readonly string[]>> = {
    en: [
      ` Apt. ${count}`,
      `, Suite ${count}`,
      ` Unit ${count}`,
      ` #${count}`,
      `, Floor ${1 + random.below(9)}`,
      ` Suite ${count}`,
      ` Apt. ${count}`,
    ],
    fr: [`, bât. B`, `, appt ${count}`, ` - 2e étage`, ` Apt. ${count}`],
    es: [
      `, ${1 + random.below(9)}º ${random.pick(['A', 'B', 'C', 'izq.', 'dcha.'])}`,
      `, piso ${1 + random.below(9)}`,
      `, bajo`,
    ],
  }
  return random.pick(
    local[language] ?? [
      ` / ${1 + random.below(30)}`,
      ` Apt. ${count}`,
      `, Top ${1 + random.below(9)}`,
      ` Suite ${count}`,
    ],
  )
}

function postBox(random: Random, digits: (count: number) => string, addresses: Addresses): string {
  const box = random.pick([
    'P.O. Box',
    'PO Box',
    'BP',
    'Postfach',
    'Apartado de Correos',
    'Casella postale',
    'Postbus',
    'Unit 12 Box',
    'PSC 8, Box',
  ])
  return `${box} ${digits(4)}${random.pick([', ', '\n', ' '])}${addresses.town()}${random.chance(0.6) ? `${random.pick([' ', ', '])}${digits(5)}` : ''}`
}

function madeTown(random: Random): string {
  const base = `${random.pick('Al Bel Cam Dor El Fal Gor Hal Ker Lan Mon Nor Pen Quer Ros San Tor Val Wes Bra Cha Gre Kir Ple Sto Tre Vil Wal Ash Bir Cre Dun Fro'.split(' '))}${random.pick('ba den dor field ford ham lin mar mont nau ne nich ra rath ren ry sal sen ta ton vale ville wick worth zano burg stadt hausen ingen heim ovo ica ac an as etta'.split(' '))}`
  return random.pick([
    base,
    base,
    base,
    `Saint-${base}`,
    `${base}-sur-Mer`,
    `Bad ${base}`,
    `San ${base}`,
    `New ${base}`,
    `${base} del Campo`,
    `Port ${base}`,
    `North ${base}`,
    `${base} am See`,
    `La ${base}`,
  ])
}

export { pickCulture }
