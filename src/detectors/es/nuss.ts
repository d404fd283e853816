import { remainder } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const esNuss = numberDetector({
  id: 'es-nuss',
  version: 1,
  entityType: 'ES_NUSS',
  title: 'Spanish social security number (NUSS, NASS)',
  country: 'es',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.seg-social.es/wps/portal/wss/internet/Trabajadores/Afiliacion/10548',
  writings: {
    '99 9{8} 99': 0.4,
    '99/9{8}/99': 0.5,
    '99-9{8}-99': 0.5,
    '99 9999 9999 99': 0.2,
    '99 9{7} 99': 0.15,
    '9{12}': 0.005,
    '9{11}': 0.003,
    '99 9{10}': 0.1,
    '99/9{10}': 0.2,
    '9{7,10}': 0.03,
  },
  context: listed(`
    nuss, nass, naf, número de la seguridad social, número de seguridad social, seguridad social, nº seguridad
    social, nº ss, afiliación, número de afiliación
  `),
  isPossible: (value) => value.length < 11 || /^(?:0[1-9]|[1-9]\d)/.test(value),
  check: { isValid: hasRightKey, falseRate: 1 / 97 },
  keepsDamaged: true,
  examples: {
    hits: ['NASS: 28 12345678 40', 'nuss 281234567840'],
    misses: ['28 12345678 41', 'NASS 28 12345678 401'],
  },
})

/** Province, number, key: the key is province and number modulo 97; numbers below ten million are added to the province. */
function hasRightKey(value: string): boolean | undefined {
  if (value.length < 11) return undefined
  const [province, number, key] = [value.slice(0, 2), value.slice(2, -2), Number(value.slice(-2))]
  const base = Number(number) < 1e7 ? String(Number(province) * 1e7 + Number(number)) : province + number
  return remainder(base, 97) === key
}
