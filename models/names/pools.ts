import { allLocales } from '@faker-js/faker'
import { givenNames } from '../../src/detectors/person/given-names.ts'
import { extraGiven, extraSurnames } from './words.ts'

/** A list below a definition of the faker package, whatever its depth; strings only. */
function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsOf)
  if (typeof value !== 'object' || value === null) return []
  if ('value' in value) return stringsOf(value.value)
  return Object.values(value).flatMap(stringsOf)
}

const latinName = /^\p{Script=Latin}[\p{Script=Latin}\p{M}' .-]{1,24}$/u
const arabicName = /^[\u0621-\u064a][\u0621-\u064a ]{1,20}$/

/** Names of one culture. */
export interface Culture {
  readonly id: string
  readonly given: readonly string[]
  readonly surnames: readonly string[]
  readonly towns: readonly string[]
}

function path(locale: object, ...keys: readonly string[]): readonly string[] {
  let value: unknown = locale
  for (const key of keys) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return [...new Set(stringsOf(value))]
}

function culturesOf(pattern: RegExp): readonly Culture[] {
  const found: Culture[] = []
  for (const [id, locale] of Object.entries(allLocales)) {
    const pick = (...keys: readonly string[]) => path(locale, ...keys).filter((name) => pattern.test(name))
    const given = pick('person', 'first_name')
    const surnames = pick('person', 'last_name')
    if (given.length < 20 || surnames.length < 15) continue
    found.push({ id, given, surnames, towns: pick('location', 'city_name') })
  }
  return found
}

const written: Culture = {
  id: 'written',
  given: [...extraGiven, ...givenNames.filter((name) => latinName.test(name))],
  surnames: extraSurnames,
  towns: [],
}

/** Cultures whose names are written in Latin letters. */
export const latinCultures: readonly Culture[] = [...culturesOf(latinName), written]
export const arabicCultures: readonly Culture[] = culturesOf(arabicName)

/** Countries and languages as eight languages call them. */
export const displayLanguages = ['en', 'fr', 'es', 'de', 'it', 'pt', 'nl', 'ar'] as const

export function countriesIn(language: string): readonly string[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  const found: string[] = []
  for (let one = 65; one <= 90; one += 1)
    for (let two = 65; two <= 90; two += 1) {
      const name = names.of(String.fromCharCode(one, two))
      if (name !== undefined) found.push(name)
    }
  return found
}

export function languagesIn(language: string): readonly string[] {
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' })
  return 'en fr es de it pt nl ar pl ru zh ja ko tr sv da fi no cs hu el he hi vi th ro uk'
    .split(' ')
    .map((code) => names.of(code) ?? code)
}

export function calendarIn(language: string): {
  readonly months: readonly string[]
  readonly weekdays: readonly string[]
} {
  const name = (options: Intl.DateTimeFormatOptions, day: number, month: number) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
    return format.format(new Date(Date.UTC(2023, month, day)))
  }
  return {
    months: Array.from({ length: 12 }, (_, month) => name({ month: 'long' }, 1, month)),
    weekdays: Array.from({ length: 7 }, (_, day) => name({ weekday: 'long' }, day + 1, 0)),
  }
}

const english = allLocales.en

/** English things with capitals that are no persons. */
export const things = {
  books: [
    ...path(english, 'book', 'title'),
    ...path(english, 'music', 'song_name'),
    ...path(english, 'music', 'album'),
  ],
  products: path(english, 'commerce', 'product_name', 'product'),
  productAdjectives: path(english, 'commerce', 'product_name', 'adjective'),
  materials: path(english, 'commerce', 'product_name', 'material'),
  vehicles: [...path(english, 'vehicle', 'manufacturer'), ...path(english, 'vehicle', 'model')],
  animals: path(english, 'animal'),
  foods: [...path(english, 'food', 'dish'), ...path(english, 'food', 'fruit'), ...path(english, 'food', 'ingredient')],
  elements: path(english, 'science', 'chemical_element'),
  authors: path(english, 'book', 'author'),
  artists: path(english, 'music', 'artist'),
  companies: path(english, 'company'),
  departments: path(english, 'commerce', 'department'),
  genres: path(english, 'music', 'genre'),
  airports: path(english, 'airline', 'airport', 'name'),
  states: path(english, 'location', 'state'),
  stateCodes: path(english, 'location', 'state_abbr'),
  towns: path(english, 'location', 'city_name'),
}

/** Words of languages for which the package has none. */
const ownWords: Readonly<Record<string, readonly [nouns: string, adjectives: string, verbs: string]>> = {
  es: [
    'casa,mesa,puerta,calle,ciudad,reunión,factura,pregunta,respuesta,semana,mano,cabeza,lesión,dosis,sangre,libro,trabajo,problema,coche,perro,agua,historia,cuenta,ley,empresa',
    'grande,pequeño,nuevo,viejo,normal,blanco,rojo,difícil,fácil,importante,público,privado,abierto,cerrado,libre,claro,seguro,posible,leve,grave',
    'comer,vivir,pagar,abrir,cerrar,leer,escribir,tomar,hacer,ir',
  ],
  it: [
    'casa,tavolo,porta,strada,città,riunione,fattura,domanda,risposta,settimana,mano,testa,lesione,dose,sangue,libro,lavoro,problema,macchina,cane,acqua,storia,conto,legge,azienda',
    'grande,piccolo,nuovo,vecchio,normale,bianco,rosso,difficile,facile,importante,pubblico,privato,aperto,chiuso,libero,chiaro,sicuro,possibile,lieve,grave',
    'mangiare,vivere,pagare,aprire,chiudere,leggere,scrivere,prendere,fare,andare',
  ],
  nl: [
    'huis,tafel,deur,straat,stad,vergadering,factuur,vraag,antwoord,week,hand,hoofd,dosis,bloed,boek,werk,probleem,auto,hond,water,verhaal,rekening,wet,bedrijf,school',
    'groot,klein,nieuw,oud,normaal,wit,rood,moeilijk,makkelijk,belangrijk,open,gesloten,vrij,duidelijk,zeker,mogelijk,licht,ernstig',
    'eten,leven,betalen,openen,sluiten,lezen,schrijven,nemen,doen,gaan',
  ],
  ar: ['بيت,باب,كتاب,مدينة,عمل,سؤال,جواب', 'كبير,صغير,جديد,قديم', 'يكتب,يقرأ,يذهب'],
  de: ['Haus', 'groß', 'gehen'],
  fr: [
    'maison,table,porte,rue,ville,réunion,facture,question,réponse,semaine,main,tête,lésion,dose,livre,travail,problème,voiture,chien,eau,histoire,compte,loi,entreprise',
    'grand,petit,nouveau,vieux,normal,blanc,rouge,difficile,facile,important,public,privé,ouvert,fermé,libre',
    'manger,vivre,payer',
  ],
}

/** Words of everyday language, by language of the templates. */
export interface Vocabulary {
  readonly nouns: readonly string[]
  readonly adjectives: readonly string[]
  readonly verbs: readonly string[]
  readonly all: readonly string[]
}

export function wordsIn(language: string): Vocabulary {
  const locale = Object.entries(allLocales).find(([id]) => id === language || id === `${language}_PT`)?.[1] ?? {}
  const written = (ownWords[language] ?? ['', '', '']).map((words) => words.split(',').filter((word) => word !== ''))
  const own = (kind: string) => path(locale, 'word', kind).map((word) => word.toLowerCase())
  const nouns = [...own('noun'), ...(written[0] ?? [])]
  const adjectives = [...own('adjective'), ...(written[1] ?? [])]
  const verbs = [...own('verb'), ...(written[2] ?? [])]
  const all = ['adverb', 'conjunction', 'interjection', 'preposition'].flatMap(own)
  return { nouns, adjectives, verbs, all: [...nouns, ...adjectives, ...verbs, ...all] }
}
