import { isDay, isLuhn } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const sePersonnummer = numberDetector({
  id: 'se-personnummer',
  version: 1,
  entityType: 'SE_PERSONNUMMER',
  title: 'Swedish personal identity number (personnummer, samordningsnummer)',
  country: 'se',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference:
    'https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/folkbokforingslag-1991481_sfs-1991-481/ (18 §)',
  writings: { '9{6}-9{4}': 0.12, '9{8}-9{4}': 0.3, '9{6}+9{4}': 0.3, '9{10}': 0.01, '9{12}': 0.04, '9{8} 9{4}': 0.05 },
  context: listed(`
    personnummer, personnr, person nr, pnr, samordningsnummer, personal identity code, personal identity number, swedish id, personal number
  `),
  isPossible,
  check: { isValid: (value) => isLuhn(value.slice(-10)), falseRate: 1 / 10 },
  examples: {
    hits: ['personnummer 19910924-2397', 'pnr: 920123-2387'],
    misses: ['personnummer 19910924-2398', '9201232387', 'personnummer 19911324-2397'],
  },
})

/** A day of birth; coordination numbers add 60 to it. */
function isPossible(value: string): boolean {
  const [month, day] = [Number(value.slice(-8, -6)), Number(value.slice(-6, -4)) % 60]
  const year = Number(value.slice(-10, -8))
  if (value.length === 12) return /^(?:18|19|20)/.test(value) && isDay(Number(value.slice(0, 4)), month, day)
  return isDay(1900 + year, month, day) || isDay(2000 + year, month, day)
}
