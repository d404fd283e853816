import type { Words } from '../engine/lexicon.ts'
import { foldPhrase, listed } from '../engine/lexicon.ts'

/** Names and short names of months, January first, in fr, en, de, es, it, pt, nl and ar. */
const months: readonly (readonly string[])[] = [
  [
    'janvier',
    'janv',
    'jan',
    'january',
    'januar',
    'jänner',
    'enero',
    'ene',
    'gennaio',
    'gen',
    'janeiro',
    'januari',
    'يناير',
  ],
  [
    'février',
    'févr',
    'fév',
    'feb',
    'february',
    'februar',
    'febrero',
    'febbraio',
    'fevereiro',
    'fev',
    'februari',
    'فبراير',
  ],
  ['mars', 'march', 'mar', 'märz', 'maerz', 'mrz', 'marzo', 'março', 'maart', 'mrt', 'مارس'],
  ['avril', 'avr', 'april', 'apr', 'abril', 'abr', 'aprile', 'ابريل', 'أبريل'],
  ['mai', 'may', 'mayo', 'maggio', 'mag', 'maio', 'mei', 'مايو'],
  ['juin', 'june', 'jun', 'juni', 'junio', 'giugno', 'giu', 'junho', 'يونيو'],
  ['juillet', 'juil', 'july', 'jul', 'juli', 'julio', 'luglio', 'lug', 'julho', 'يوليو'],
  ['août', 'aout', 'august', 'aug', 'agosto', 'ago', 'augustus', 'أغسطس'],
  ['septembre', 'sept', 'september', 'sep', 'septiembre', 'setiembre', 'settembre', 'set', 'setembro', 'سبتمبر'],
  ['octobre', 'oct', 'october', 'oktober', 'okt', 'octubre', 'ottobre', 'ott', 'outubro', 'out', 'أكتوبر'],
  ['novembre', 'nov', 'november', 'noviembre', 'novembro', 'نوفمبر'],
  ['décembre', 'déc', 'dec', 'december', 'dezember', 'dez', 'diciembre', 'dic', 'dicembre', 'dezembro', 'ديسمبر'],
]

/** Month by folded name, 1…12. */
export const monthByName: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, index) => names.map((name) => [foldPhrase(name), index + 1] as const)),
)

/** Months whose name is an everyday word too: they need a year beside them. */
export const everydayMonths: ReadonlySet<string> = new Set(
  [
    'may',
    'mars',
    'mar',
    'march',
    'set',
    'out',
    'sept',
    'jan',
    'gen',
    'mag',
    'ago',
    'ene',
    'mei',
    'dec',
    'mai',
    'june',
  ].map(foldPhrase),
)

export const dateWords: Words = Object.freeze({
  month: months.flat(),
})

/** Labels and verbs that a date of birth stands behind. */
export const birthWords: Words = Object.freeze({
  birth: listed(`
    né, née, né le, née le, né(e) le, né en, née en, nés le, ddn, date de naissance, date naissance, date de nais,
    date nais, naissance, nais, mise au monde, mise au monde le, mis au monde le, dnais, date de mise au monde, d
    naissance, né(e), born, born on, dob, d.o.b, date of birth, birth date, birthdate, birth, birthday, geboren,
    geboren am, geb, geb am, geb.-datum, geburtsdatum, geb datum, geburtstag, gebdatum, nacido, nacida, nacido el,
    nacida el, fecha de nacimiento, fecha nacimiento, f. nacimiento, f nac, fecha nac, nacimiento, f.n, fdn, nato,
    nata, nato il, nata il, data di nascita, nascita, nascido, nascida, nascido em, nascida em, data de nascimento,
    data nascimento, nascimento, d.n, dn, geboren op, geboortedatum, geb. datum, gebdat, geboorte, تاريخ الميلاد,
    تاريخ الولادة, مولود, مولود في, مولودة في, الميلاد
  `),
})

/** Words for an age: labels before the number, units behind it, and nouns for a person that has one. */
export const ageWords: Words = Object.freeze({
  'age-label': listed(`
    âge, age, âgé de, âgée de, agé de, agée de, âgé, âgée, aged, alter, im alter von, edad, edad de, con edad de,
    età, all'età di, dell'età di, idade, com idade de, leeftijd, العمر, عمره, عمرها, just turned, i'll turn, will
    turn, turned, turning, at the age of, at age, cumplió
  `),
  'age-verb': listed(`
    when he was, when she was, when i was, he is, she is, i'm, i am, he was, she was
  `),
  'age-unit': listed(`
    ans, an, mois, years, year, yrs, yr, años, año, meses, jahre, jahren, monate, anni, mesi, anos, jaar, maanden,
    months, سنة, عاما, سنوات, عام
  `),
  'age-tail': listed(`
    old, of age, d'âge, de edad, di età, de idade, alt, alte, alter, oud, oude, vieja, viejo
  `),
  'age-whole': listed(`
    y o, yo, years old, year old, yr old, yrs old, jährig, jähriger, jährige, jährigen, jarige
  `),
  'aged-person': listed(`
    homme, femme, patient, patiente, enfant, garçon, fille, fillette, nourrisson, monsieur, madame, man, woman,
    male, female, boy, girl, child, infant, mann, frau, kind, patientin, junge, mädchen, hombre, mujer, varón,
    paciente, niño, niña, lactante, masculino, femenino, uomo, donna, paziente, bambino, bambina, ragazzo, ragazza,
    homem, mulher, menino, menina, criança, vrouw, jongen, meisje, patiënt, patiënte, رجل, امراة, مريض, مريضة, طفل,
    طفلة
  `),
})
