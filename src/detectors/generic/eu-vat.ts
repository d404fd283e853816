import { listed } from '../engine/lexicon.ts'
import { patternDetector } from '../engine/pattern-detector.ts'

export const euVat = patternDetector({
  id: 'eu-vat',
  version: 1,
  entityType: 'EU_VAT_ID',
  title: 'Value added tax number of a state of the European Union, Norway, Switzerland or the United Kingdom',
  sensitivity: { category: 'simple' },
  reference: 'https://ec.europa.eu/taxation_customs/vies/#/faq',
  pattern: new RegExp(
    `(?:${[
      'ATU\\d{8}',
      'BG\\d{9,10}',
      'CY\\d{8}[A-Z]',
      'CZ\\d{8,10}',
      'DK(?:\\d{8}|\\d{2} \\d{2} \\d{2} \\d{2})',
      'EE\\d{9}',
      '(?:EL|GR)\\d{9}',
      'ES[A-Z0-9]\\d{7}[A-Z0-9]',
      'FI\\d{8}',
      'GB ?(?:\\d{9}|\\d{3} \\d{4} \\d{2})',
      'HR\\d{11}',
      'HU\\d{8}',
      'IE\\d{7}[A-W][A-I]?',
      'LT(?:\\d{9}|\\d{12})',
      'LU\\d{8}',
      'LV\\d{11}',
      'MT\\d{8}',
      'NL\\d{9}B\\d{2}',
      'PT\\d{9}',
      'RO\\d{2,10}',
      'SE\\d{12}',
      'SI\\d{8}',
      'SK\\d{10}',
    ].join('|')})(?![A-Z0-9])`,
    'i',
  ),
  tried: { at: 'label' },
  confidence: 0.5,
  context: listed(`
    vat, vat id, vat no, vat number, vat reg no, vat registration, vat registration no, tva, n° tva, numéro de tva, ust idnr, uid, uid nummer,
    iva, nif iva, btw, btw nr, btw nummer, moms, momsnr, vat nr, cvr, alv, dph, dič, áfa, mva
  `),
  examples: {
    hits: ['VAT No: ATU13585627', 'btw-nummer NL004495445B01', 'VAT GB 980 7806 84'],
    misses: ['ATU13585627', 'VAT 20%', 'VAT: XX123456789'],
  },
})
