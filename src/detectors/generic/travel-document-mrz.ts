import { isDay } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { patternDetector } from '../engine/pattern-detector.ts'

const sign = '[A-Z0-9<]'

export const travelDocumentMrz = patternDetector({
  id: 'travel-document-mrz',
  version: 1,
  entityType: 'TRAVEL_DOCUMENT_MRZ',
  title: 'Machine-readable zone of a passport, visa or identity card',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.icao.int/publications/pages/publication.aspx?docnum=9303',
  pattern: new RegExp(
    `(?:${sign}{30}(?:[ \\t]*\\r?\\n[ \\t]*${sign}{30}){2}|${sign}{44}[ \\t]*\\r?\\n[ \\t]*${sign}{44}|${sign}{36}[ \\t]*\\r?\\n[ \\t]*${sign}{36})(?![A-Z0-9<])`,
  ),
  tried: { at: 'stretches', around: '<<', of: /[A-Z0-9<]/, from: 30, to: 44 },
  confidence: 0.6,
  context: listed(`
    passport, passeport, reisepass, pasaporte, passaporto, passaporte, paspoort, mrz, جواز
  `),
  normalize: (raw) => raw.replace(/[ \t\r\n]/g, ''),
  isPossible: (value) => /^[PIACV]/.test(value) && value.includes('<<'),
  check: { isValid: hasRightCheckDigits, falseRate: 1 / 1000 },
  keepsDamaged: true,
  examples: {
    hits: [
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
      'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<',
    ],
    misses: [
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C37UTO7408122F1204159ZE184226B<<<<<10',
      'a << b << c',
    ],
  },
})

/** Where, by total length: document number, birth date, expiry; each with its check digit behind it. */
const layouts: Readonly<Record<number, { number: number; birth: number; expiry: number }>> = {
  88: { number: 44, birth: 57, expiry: 65 },
  72: { number: 36, birth: 49, expiry: 57 },
  90: { number: 5, birth: 30, expiry: 38 },
}

/** ICAO 9303 part 3: weights 7, 3, 1; digits count as they are, A…Z as 10…35, '<' as 0. */
function hasRightCheckDigits(value: string): boolean {
  const layout = layouts[value.length]
  if (layout === undefined) return false
  const { number, birth, expiry } = layout
  const isBirth = isDay(2000, Number(value.slice(birth + 2, birth + 4)), Number(value.slice(birth + 4, birth + 6)))
  const checked = [value.slice(number, number + 10), value.slice(birth, birth + 7), value.slice(expiry, expiry + 7)]
  return (isBirth || value.slice(birth, birth + 6).includes('<')) && checked.every(isChecked)
}

function isChecked(field: string): boolean {
  let sum = 0
  for (let at = 0; at < field.length - 1; at += 1) sum += worth(field.charCodeAt(at)) * ([7, 3, 1][at % 3] ?? 0)
  const check = field.charAt(field.length - 1)
  return sum % 10 === (check === '<' ? 0 : Number(check))
}

function worth(code: number): number {
  return code === 0x3c ? 0 : code >= 0x41 ? code - 0x37 : code - 0x30
}
