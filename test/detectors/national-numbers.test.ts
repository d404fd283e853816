import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe } from 'vitest'
import type { Unit } from '../../src/detectors/engine/plan.ts'
import { detectors } from '../../src/detectors/registry.ts'
import { completed, numberProperties, places, tails } from './number-properties.ts'

/** Whether another library takes a number: an oracle that knows nothing of our arithmetic. */
function library(country: string, name: string): (number: string) => boolean {
  const validators: Readonly<Record<string, { validate(number: string): { isValid: boolean } } | undefined>> =
    stdnum[country] ?? {}
  const validator = validators[name]
  if (validator === undefined) throw new Error(`no ${country} ${name} in the library`)
  return (number) => validator.validate(number).isValid
}

/** Weights times digits from the left, as the law's own tables write it, is a multiple of `modulus`. */
function weighed(modulus: number, weights: readonly number[]): (number: string) => boolean {
  return (number) => weights.reduce((sum, weight, at) => sum + weight * Number(number.charAt(at)), 0) % modulus === 0
}

/** Luhn's formula by its table of doubled digits. */
function luhn(number: string): boolean {
  const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]
  const worth = [...number].reverse().map((digit, at) => (at % 2 === 0 ? Number(digit) : (doubled[Number(digit)] ?? 0)))
  return worth.reduce((sum, each) => sum + each, 0) % 10 === 0
}

/** A check digit that is 11 less the remainder, 11 itself written as 0. */
function minus11(weights: readonly number[], from = 0): (number: string) => boolean {
  return weighed(11, [...Array.from({ length: from }, () => 0), ...weights, 1])
}

/** Verhoeff's check by the group it is made of: the symmetries of a pentagon. */
function verhoeff(number: string): boolean {
  const product = (one: number, other: number) =>
    one < 5
      ? other < 5
        ? (one + other) % 5
        : 5 + ((one + other - 5) % 5)
      : other < 5
        ? 5 + ((one - 5 - other + 5) % 5)
        : (one - other + 5) % 5
  const turn = (digit: number, times: number): number =>
    times === 0 ? digit : turn([1, 5, 7, 6, 2, 8, 3, 0, 9, 4][digit] ?? 0, times - 1)
  return [...number].reverse().reduce((check, digit, at) => product(check, turn(Number(digit), at % 8)), 0) === 0
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const one = tails(1)
const two = tails(2)

/** Weights 7, 3, 1 over digits and letters from the left; letters count from 10. */
function worth(sign: string): number {
  return /\d/.test(sign) ? Number(sign) : letters.indexOf(sign) + 10
}

function weighedSigns(number: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * worth(number.charAt(at)), 0) % 10
}

function text(pattern: string): fc.Arbitrary<string> {
  return fc.stringMatching(new RegExp(`^${pattern}$`))
}

/** Numbers whose check sign stands inside: the first of `middles` that makes them valid. */
function around(before: string, middles: readonly string[], after: string, isValid: (number: string) => boolean) {
  return fc
    .tuple(text(before), text(after))
    .map(([head, tail]) => middles.map((middle) => head + middle + tail).find(isValid) ?? '')
    .filter((number) => number !== '')
}

interface Row {
  readonly id: string
  readonly label: string
  readonly valid: fc.Arbitrary<string>
  /** Places whose change the check always shows. */
  readonly guarded: readonly number[]
}

function row(id: string, label: string, valid: fc.Arbitrary<string>, guarded: readonly number[]): Row {
  return { id, label, valid, guarded }
}

/** A row whose check digits stand at the end, after a body of this pattern. */
function ending(
  id: string,
  label: string,
  body: string,
  endings: readonly string[],
  isValid: (number: string) => boolean,
  guarded: readonly number[],
): Row {
  return row(id, label, completed(text(body), endings, isValid), guarded)
}

const month = '(?:0[1-9]|1[0-2])'
const day = '(?:0[1-9]|1\\d|2[0-8])'
const birth = `\\d{2}${month}${day}`
const sumOf = (number: string, weights: readonly number[], from = 0) =>
  weights.reduce((sum, weight, at) => sum + weight * Number(number.charAt(at + from)), 0)
const all = places

const rows: readonly Row[] = [
  ending('us-aba', 'routing number', '0[1-9]\\d{6}', one, weighed(10, [3, 7, 1, 3, 7, 1, 3, 7, 1]), all(9)),
  ending('us-npi', 'NPI', '1[2-9]\\d{7}', one, (number) => luhn(`80840${number}`), all(10)),
  ending('ca-sin', 'SIN', '[1-79]\\d{7}', one, library('CA', 'sin'), all(9)),
  ending('ca-health-number', 'OHIP', '[1-8]\\d{8}', one, luhn, all(10).slice(1)),
  ending('au-abn', 'ABN', '[1-9]\\d{8}', two, library('AU', 'abn'), all(11)),
  ending('au-acn', 'ACN', '\\d{8}', one, library('AU', 'acn'), [1, 5, 7, 8]),
  ending('au-tfn', 'TFN', '[1-9]\\d{7}', one, library('AU', 'tfn'), all(9)),
  ending(
    'au-medicare',
    'Medicare',
    '[2-6]\\d{7}',
    two,
    (number) => sumOf(number, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(number.charAt(8)),
    all(9),
  ),
  row('uk-utr', 'UTR', around('', one, '\\d{9}', library('GB', 'utr')), []),
  ending('uk-chi', 'CHI', `${day}${month}\\d{5}`, one, minus11([10, 9, 8, 7, 6, 5, 4, 3, 2]), all(10)),
  ending('ie-pps', 'PPS', '\\d{7}', letters, library('IE', 'pps'), all(7)),
  ending(
    'de-lanr',
    'LANR',
    '\\d{6}',
    one.map((digit) => `${digit}01`),
    weighed(10, [4, 9, 4, 9, 4, 9, 1]),
    [1, 3, 5, 6],
  ),
  ending(
    'de-health-insurance',
    'KVNR',
    '[A-Z]\\d{8}',
    one,
    (number) => {
      const digits = String(letters.indexOf(number.charAt(0)) + 1).padStart(2, '0') + number.slice(1, 9)
      const products = [...digits].map((digit, at) => Number(digit) * (1 + (at % 2)))
      return (
        products.reduce((sum, product) => sum + Math.floor(product / 10) + (product % 10), 0) % 10 ===
        Number(number.charAt(9))
      )
    },
    all(10).slice(1),
  ),
  ending(
    'de-social-security',
    'RVNR',
    `(?:1\\d|4\\d|65)${day}${month}\\d{2}[A-Z]\\d{2}`,
    one,
    library('DE', 'svnr'),
    [11],
  ),
  ending(
    'de-vat',
    'USt-IdNr.',
    'DE[1-9]\\d{7}',
    one,
    (number) => library('DE', 'vat')(number.slice(2)),
    all(11).slice(2),
  ),
  row(
    'de-id-card',
    'Personalausweis',
    around(
      'L\\d[XRTF]\\d{2}[CFGHJK]\\d{3}',
      one,
      '',
      (number) => weighedSigns(number, [7, 3, 1, 7, 3, 1, 7, 3, 1]) === Number(number.slice(-1)),
    ),
    [1, 3, 4, 9],
  ),
  row(
    'de-passport',
    'Reisepass',
    around(
      'C\\d[XRTF]\\d{2}[CFGHJK]\\d{3}',
      one,
      '',
      (number) => weighedSigns(number, [7, 3, 1, 7, 3, 1, 7, 3, 1]) === Number(number.slice(-1)),
    ),
    [1, 3, 4, 9],
  ),
  ending('es-cif', 'CIF', '[ABEH]\\d{7}', one, library('ES', 'cif'), all(9).slice(1)),
  ending('fi-business-id', 'Y-tunnus', '\\d{7}', one, library('FI', 'ytunnus'), all(8)),
  row(
    'fi-hetu',
    'hetu',
    around(`${day}${month}\\d{2}[A-FU-Y]\\d{2}[3-8]`, [...one, ...letters], '', library('FI', 'hetu')),
    [7, 8, 9],
  ),
  ending('it-vat', 'P.IVA', '0[1-9]\\d{5}(?:00[1-9]|0[1-9]\\d)', one, library('IT', 'iva'), all(11)),
  row(
    'fr-tax-number',
    'numéro fiscal',
    text('[0-3]\\d{9}')
      .map((head) => head + String(BigInt(head) % 511n).padStart(3, '0'))
      .filter(library('FR', 'nif')),
    all(13),
  ),
  row(
    'fr-vat',
    'TVA',
    completed(text('[1-9]\\d{7}'), one, luhn)
      .map((siren) => `FR${String((12n + 3n * (BigInt(siren) % 97n)) % 97n).padStart(2, '0')}${siren}`)
      .filter(library('FR', 'tva')),
    all(13).slice(2),
  ),
  row(
    'fr-rib',
    'RIB',
    text('\\d{21}').map((account) => account + String(97n - ((BigInt(account) * 100n) % 97n)).padStart(2, '0')),
    all(23),
  ),
  ending('fr-finess', 'FINESS', '\\d{8}', one, luhn, all(9)),
  ending('ch-ahv', 'AHV', '756\\d{9}', one, library('CH', 'ssn'), all(13)),
  ending('ch-uid', 'UID', 'CHE\\d{8}', one, library('CH', 'uid'), all(12).slice(3)),
  row(
    'at-svnr',
    'SVNR',
    around('[1-9]\\d{2}', one, `${day}${month}\\d{2}`, library('AT', 'vnr')),
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  ),
  ending('pl-nip', 'NIP', '[1-9]\\d{8}', one, library('PL', 'nip'), all(10)),
  ending('pl-regon', 'REGON', '\\d{8}', one, library('PL', 'regon'), []),
  row(
    'pl-id-card',
    'dowód osobisty',
    around('[A-Z]{3}', one, '\\d{5}', (number) => weighedSigns(number, [7, 3, 1, 9, 7, 3, 1, 7, 3]) === 0),
    [3, 4, 5, 6, 7, 8],
  ),
  row(
    'pl-passport',
    'paszport',
    around('[A-Z]{2}', one, '\\d{6}', (number) => weighedSigns(number, [7, 3, 9, 1, 7, 3, 1, 7, 3]) === 0),
    [2, 3, 4, 5, 6, 7, 8],
  ),
  ending(
    'pt-niss',
    'NISS',
    '[12]\\d{9}',
    one,
    (number) => 9 - (sumOf(number, [29, 23, 19, 17, 13, 11, 7, 5, 3, 2]) % 10) === Number(number.charAt(10)),
    [0, 1, 2, 3, 4, 5, 6, 8, 10],
  ),
  ending('pt-citizen-card', 'cartão de cidadão', '\\d{9}[A-Z]{2}', one, library('PT', 'cc'), [0, 2, 4, 6, 8, 11]),
  ending('se-personnummer', 'personnummer', `${birth}\\d{3}`, one, luhn, all(10)),
  ending('se-orgnr', 'org.nr', '[1-35-9]\\d[2-9]\\d{6}', one, luhn, all(10)),
  ending('no-fodselsnummer', 'fødselsnummer', `${day}${month}\\d{5}`, two, library('NO', 'fodselsnummer'), all(11)),
  ending('no-orgnr', 'Org.nr', '[89]\\d{7}', one, library('NO', 'orgnr'), all(9)),
  ending(
    'is-kennitala',
    'kennitala',
    `${day}${month}\\d{4}`,
    two.filter((tail) => /[09]$/.test(tail)),
    library('IS', 'kennitala'),
    all(9),
  ),
  ending('be-enterprise-number', 'ondernemingsnummer', '0[1-9]\\d{6}', two, library('BE', 'vat'), all(10)),
  ending('tr-national-id', 'TCKN', '[1-9]\\d{8}', two, library('TR', 'tckimlik'), all(11)),
  ending('th-tnin', 'Thai ID', '[1-8](?:1\\d|4\\d)\\d{9}', one, library('TH', 'idnr'), []),
  ending('il-id', 'Israeli ID', '[1-9]\\d{7}', one, library('IL', 'idnr'), all(9)),
  ending('za-id', 'SA ID', `${birth}\\d{4}[01]8`, one, library('ZA', 'idnr'), all(13)),
  ending('ae-emirates-id', 'Emirates ID', '78419[2-9]\\d{8}', one, luhn, all(15)),
  ending('sa-national-id', 'Iqama', '[12]\\d{8}', one, luhn, all(10)),
  ending(
    'kw-civil-id',
    'Civil ID',
    `2${birth}\\d{4}`,
    one,
    (number) => 11 - (sumOf(number, [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11) === Number(number.charAt(11)),
    all(12),
  ),
  ending('in-aadhaar', 'Aadhaar', '[2-9]\\d{10}', one, library('IN', 'aadhaar'), all(12)),
  ending(
    'in-gstin',
    'GSTIN',
    '27[A-Z]{3}[CFP][A-Z][1-9]\\d{3}[A-Z]1Z',
    [...one, ...letters],
    library('IN', 'gstin'),
    [0, 1, 7, 8, 9, 10],
  ),
  ending('ng-nin', 'NIN', '[1-9]\\d{9}', one, verhoeff, all(11)),
  ending('sg-uen', 'UEN', '[1-9]\\d{7}', letters, library('SG', 'uen'), all(8)),
  ending(
    'sg-nric',
    'NRIC',
    '[ST]\\d{7}',
    letters,
    (number) =>
      'JZIHGFEDCBA'.charAt((sumOf(number, [2, 7, 6, 5, 4, 3, 2], 1) + (number.startsWith('T') ? 4 : 0)) % 11) ===
      number.charAt(8),
    all(8).slice(1),
  ),
  ending(
    'jp-my-number',
    'My Number',
    '\\d{11}',
    one,
    (number) => {
      const rest = sumOf(number, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
      return (rest < 2 ? 0 : 11 - rest) === Number(number.charAt(11))
    },
    [11],
  ),
  ending(
    'cn-resident-id',
    'Chinese ID',
    `11010[1-5]19[4-9]\\d${month}${day}\\d{3}`,
    [...one, 'X'],
    library('CN', 'ric'),
    all(17),
  ),
  row(
    'cn-social-credit',
    'social credit code',
    completed(text('91350100M\\d{8}'), [...one, ...letters], library('CN', 'uscc')),
    all(17).slice(9),
  ),
  ending('br-cpf', 'CPF', '[1-9]\\d{8}', two, library('BR', 'cpf'), [9, 10]),
  ending('br-cnpj', 'CNPJ', '[1-9]\\d{7}000\\d', two, library('BR', 'cnpj'), [12, 13]),
  ending(
    'br-cns',
    'CNS',
    '[789]\\d{13}',
    one,
    weighed(11, [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]),
    all(15).filter((place) => place !== 4),
  ),
  ending('at-tax-number', 'Steuernummer', '(?:0[3-9]|[1-9]\\d)\\d{6}', one, library('AT', 'tin'), all(9)),
  ending('au-ihi', 'IHI', '800360\\d{9}', one, luhn, all(16).slice(6)),
  ending('tr-tax-number', 'Vergi No', '\\d{9}', one, library('TR', 'vkn'), [9]),
  ending('za-tax-number', 'tax reference', '[01239]\\d{8}', one, library('ZA', 'tin'), all(10).slice(1)),
  ending('ma-ice', 'ICE', '00\\d{11}', two, library('MA', 'ice'), all(15)),
  row(
    'pl-pwz',
    'PWZ',
    around(
      '',
      one.slice(1),
      '\\d{6}',
      (number) => (sumOf(number, [1, 2, 3, 4, 5, 6], 1) - Number(number[0])) % 11 === 0,
    ),
    [0],
  ),
  row(
    'be-inami',
    'INAMI',
    around('[1-9]\\d{5}', two, '\\d{3}', (number) => {
      const check = Number(number.slice(6, 8))
      return check > 0 && (Number(number.slice(0, 6)) + check) % 97 === 0
    }),
    all(8),
  ),
  ending(
    'br-cnh',
    'CNH',
    '\\d{9}',
    two,
    (number) => {
      const [first, second] = [
        sumOf(number, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11,
        sumOf(number, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11,
      ]
      // Where both are below 10 the two sums are the digits; the rest of the rule is for the others.
      return first < 10 && second < 10 && number.slice(9) === `${first}${second}`
    },
    [9, 10],
  ),
  ending(
    'br-titulo-eleitor',
    'título de eleitor',
    '\\d{8}(?:0[3-9]|1\\d|2[0-8])',
    two,
    (number) => {
      const first = (sumOf(number, [2, 3, 4, 5, 6, 7, 8, 9]) % 11) % 10
      return number.slice(10) === `${first}${((sumOf(number, [7, 8], 8) + 9 * first) % 11) % 10}`
    },
    [10, 11],
  ),
  ending('br-pis', 'PIS', '\\d{10}', one, minus11([3, 2, 9, 8, 7, 6, 5, 4, 3, 2]), []),
  ending('mx-nss', 'NSS', '\\d{10}', one, luhn, all(11)),
  ending(
    'mx-curp',
    'CURP',
    `[A-Z][AEIOU][A-Z]{2}${birth}[HM](?:DF|NL|JC)[BCDFG]{3}0`,
    one,
    library('MX', 'curp'),
    [17],
  ),
  ending('mx-rfc', 'RFC', `GADE${birth}[A-M]\\d`, [...one, ...letters], library('MX', 'rfc'), all(10).slice(4)),
  ending('ph-tin', 'TIN', '[1-9]\\d{7}', one, weighed(11, [9, 8, 7, 6, 5, 4, 3, 2, 10]), all(9)),
  row(
    'vin',
    'VIN',
    around('1[HJKM][A-HJ-NPR-Z][A-HJ-NPR-Z0-9]{5}', [...one, 'X'], '[A-HJ-NPR-Z][A-HJ-NPR-Z]\\d{6}', (number) => {
      const values = [...'0123456789', ...'ABCDEFGH', ...'JKLMNPR', ...'STUVWXYZ']
      const numbers = [...'0123456789', ...'12345678', ...'1234579', ...'23456789'].map(Number)
      const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
      const sum = weights.reduce(
        (total, weight, at) => total + weight * (numbers[values.indexOf(number.charAt(at))] ?? 0),
        0,
      )
      return '0123456789X'.charAt(sum % 11) === number.charAt(8)
    }),
    [11, 12, 13, 14, 15, 16],
  ),
]

/** Numbers without check digits, or whose check proves nothing: found in each accepted writing behind their label. */
const unchecked: readonly (readonly [id: string, label: string, pattern: string])[] = [
  ['us-itin', 'ITIN', '9\\d\\d(?:7\\d|8[0-8])\\d{4}'],
  ['us-mbi', 'Medicare number', '[1-9][AC-H][AC-H]\\d[JKMN][0-9]\\d[TUVWXY]{2}\\d{2}'],
  ['us-passport', 'US passport', '[A-Z]\\d{8}'],
  ['us-ein', 'EIN', '1[0-6]\\d{7}'],
  ['us-bank-number', 'checking account', '\\d{8,17}'],
  ['uk-nino', 'NINO', '[ABCEHJ][ABCE]\\d{6}[A-D]'],
  ['uk-passport', 'UK passport', '[A-Z]{2}\\d{7}'],
  ['de-bsnr', 'BSNR', '[1-9]\\d{8}'],
  ['de-plz', 'PLZ', '[1-8]\\d{4}'],
  ['de-tax-number', 'Steuernummer', '\\d{10,11}'],
  ['es-passport', 'pasaporte', '[A-Z]{3}\\d{6}'],
  ['it-passport', 'passaporto', '[A-Z]{2}\\d{7}'],
  ['it-identity-card', 'carta d’identità', '[A-Z]{2}\\d{7}'],
  ['fr-passport', 'passeport', '\\d{2}[A-Z]{2}\\d{5}'],
  ['fr-cni', 'CNI', '\\d{12}'],
  ['fr-ine', 'INE', '\\d{9}[A-Z]{2}'],
  ['fr-license-plate', 'immatriculation', '[A-H]{2}[1-9]\\d{2}[A-H]{2}'],
  ['nl-vehicle-registration', 'kenteken', '[A-Z]{2}\\d{3}[A-Z]'],
  ['dk-cpr', 'CPR', `${day}${month}\\d{6}`],
  ['kr-rrn', 'RRN', `${birth}[1-4]\\d{6}`],
  ['kr-frn', 'FRN', `${birth}[5-8]\\d{6}`],
  ['kr-passport', 'Korean passport', 'M\\d{3}[A-Z]\\d{4}'],
  ['in-pan', 'PAN', '[A-Z]{3}P[A-Z]\\d{4}[A-Z]'],
  ['in-voter', 'EPIC', '[A-Z]{3}\\d{7}'],
  ['ma-cin', 'CIN', '[A-Z]{2}\\d{5,6}'],
  ['tn-cin', 'CIN', '[01]\\d{7}'],
  ['dz-nin', 'NIN', '1[0-4]\\d{16}'],
  ['eg-national-id', 'الرقم القومي', `2\\d{2}${month}${day}(?:0[1-4]|2[1-9])\\d{5}`],
  ['dz-nif', 'NIF', '\\d{15}'],
  ['tn-cnss', 'CNSS', '\\d{10}'],
  ['jp-residence-card', 'residence card', '[A-Z]{2}\\d{8}[A-Z]{2}'],
  ['jp-pension-number', 'basic pension number', '\\d{10}'],
  ['in-abha', 'ABHA', '\\d{14}'],
  ['mx-clave-elector', 'clave de elector', `[A-Z]{6}${birth}(?:0[1-9]|[12]\\d|3[0-2])[HM]\\d{3}`],
  ['es-cip', 'CIP', '[A-Z]{4}\\d{10}'],
  ['ehic', 'EHIC', '80(?:040|250|276|380|620|756)\\d{15}'],
  ['qa-qid', 'QID', '2\\d{2}4\\d{7}'],
]

function unitOf(id: string): Unit {
  const unit: Unit | undefined = detectors.find((each) => each.id === id)
  if (unit === undefined) throw new Error(`no detector ${id}`)
  return unit
}

for (const { id, label, valid, guarded } of rows) {
  describe(id, () => numberProperties({ unit: unitOf(id), valid, label, guarded }))
}

for (const [id, label, pattern] of unchecked) {
  describe(id, () => numberProperties({ unit: unitOf(id), valid: text(pattern), label, guarded: [] }))
}
