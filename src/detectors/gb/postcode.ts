import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

/** Areas of Royal Mail's postcode address file. */
const areas = new Set(
  (
    'AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA ' +
    'HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG ' +
    'RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE GIR'
  ).split(' '),
)
const outward = ['A9', 'A99', 'AA9', 'AA99', 'A9A', 'AA9A']

export const ukPostcode = numberDetector({
  id: 'uk-postcode',
  version: 1,
  entityType: 'UK_POSTCODE',
  title: 'Postcode of the United Kingdom',
  country: 'gb',
  sensitivity: { category: 'simple', identifier: 'phone_or_address' },
  reference: 'https://www.bsigroup.com/ (BS 7666-2; Royal Mail, programmers guide to the postcode address file)',
  writings: {
    ...Object.fromEntries(outward.map((code) => [`${code} 9AA`, 0.5])),
    ...Object.fromEntries(outward.map((code) => [`${code}9AA`, 0.03])),
    'AAA 9AA': 0.3,
    AAA9AA: 0.03,
  },
  context: listed('postcode, post code, postal code, address, zip, postcodes'),
  isPossible: (value, raw) =>
    areas.has(/^[A-Z]+/.exec(value)?.[0] ?? '') && shape.test(value) && (raw === value || / \d/.test(raw)),
  ratioOf: (value) => (/^[A-Z]\d/.test(value) ? 0.5 : 1),
  examples: {
    hits: ['postcode EC2A 1NT', 'London SW1A 1AA', 'Postcode: M1 1AE'],
    misses: ['QA1 1AA', 'postcode M1 1AI', 'SW1A1AA', 'sw1a1aa'],
  },
})

const shape =
  /^(?:GIR0AA|(?:[A-Z]\d{1,2}|[A-Z]{2}\d{1,2}|[A-Z]\d[ABCDEFGHJKPSTUW]|[A-Z]{2}\d[ABEHMNPRVWXY])\d[ABD-HJLNP-UW-Z]{2})$/
