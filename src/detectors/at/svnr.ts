import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const atSvnr = numberDetector({
  id: 'at-svnr',
  version: 1,
  entityType: 'AT_SVNR',
  title: 'Austrian social insurance number (SVNR)',
  country: 'at',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.ris.bka.gv.at/GeltendeFassung.wxe?Abfrage=Bundesnormen&Gesetzesnummer=10008147 (ASVG, § 31)',
  writings: {
    '9{4} 9{6}': 0.1,
    '9{10}': 0.01,
    '9{4}/9{6}': 0.1,
    '9{4}-9{6}': 0.1,
    '9{4} 99 99 99': 0.2,
    '9{4} 99.99.99': 0.2,
    '999 9 9{6}': 0.1,
  },
  context: listed(`
    svnr, sv nr, sv nummer, vsnr, sozialversicherungsnummer, sozialversicherungs nr, versicherungsnummer, e-card, vers nr, versicherungs nr
  `),
  isPossible: (value) => /^[1-9]\d{3}(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-5])\d{2}$/.test(value),
  check: { isValid: hasRightDigit, falseRate: 1 / 11 },
  examples: {
    hits: ['SVNR 1237 010180', 'Sozialversicherungsnummer: 1237010180'],
    misses: ['SVNR 1238 010180', '1237010180', 'SVNR 1237 320180'],
  },
})

const weights = [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]

/** The fourth digit checks the others; a remainder of 10 is never issued. */
function hasRightDigit(value: string): boolean {
  let sum = 0
  for (let at = 0; at < 10; at += 1) sum += Number(value.charAt(at)) * (weights[at] ?? 0)
  return sum % 11 === Number(value.charAt(3))
}
