import { isDay } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const mxCurp = numberDetector({
  id: 'mx-curp',
  version: 1,
  entityType: 'MX_CURP',
  title: 'Mexican population register code (CURP)',
  country: 'mx',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.dof.gob.mx/nota_detalle.php?codigo=5526717&fecha=18/06/2018',
  writings: { 'AAAA9{6}AAAAAA99': 0.9, 'AAAA9{6}AAAAAAA9': 0.8 },
  context: listed('curp, clave única, registro de población, clave única de registro de población'),
  isPossible: (value) =>
    /^[A-Z]{4}\d{6}[HMX](?:AS|BC|BS|CC|CL|CM|CS|CH|DF|DG|GT|GR|HG|JC|MC|MN|MS|NT|NL|OC|PL|QT|QR|SP|SL|SR|TC|TS|TL|VZ|YN|ZS|NE)[B-DF-HJ-NP-TV-Z]{3}[A-Z\d]\d$/.test(
      value,
    ) &&
    isDay(
      (/[A-Z]/.test(value.charAt(16)) ? 2000 : 1900) + Number(value.slice(4, 6)),
      Number(value.slice(6, 8)),
      Number(value.slice(8, 10)),
    ),
  check: { isValid: hasRightDigit, falseRate: 1 / 10 },
  examples: {
    hits: ['CURP BOXW310820HNERXN09', 'BOXW310820HNERXN09'],
    misses: ['BOXW310820HNERXN08', 'BOXW311320HNERXN09'],
  },
})

const alphabet = '0123456789ABCDEFGHIJKLMN\u00d1OPQRSTUVWXYZ'

function hasRightDigit(value: string): boolean {
  let sum = 0
  for (let at = 0; at < 17; at += 1) sum += alphabet.indexOf(value.charAt(at)) * (18 - at)
  return (10 - (sum % 10)) % 10 === Number(value.charAt(17))
}
