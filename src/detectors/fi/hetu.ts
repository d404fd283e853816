import { isDay } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const fiHetu = numberDetector({
  id: 'fi-hetu',
  version: 1,
  entityType: 'FI_PERSONAL_IDENTITY_CODE',
  title: 'Finnish personal identity code (henkilötunnus)',
  country: 'fi',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://dvv.fi/en/personal-identity-code',
  writings: {
    '9{6}-9{3}A': 0.6,
    '9{6}-9{4}': 0.1,
    '9{6}+9{3}A': 0.7,
    '9{6}+9{4}': 0.3,
    '9{6}A9{3}A': 0.6,
    '9{6}A9{4}': 0.5,
  },
  context: listed(`
    henkilötunnus, hetu, henkilötunnuksen, personbeteckning, personal identity code, finnish id, id code, sosiaaliturvatunnus, finnish id code
  `),
  normalize: (raw) => raw.toUpperCase(),
  isPossible,
  check: { isValid: hasRightSign, falseRate: 1 / 31 },
  examples: {
    hits: ['hetu 131052-308T', '010594Y9032', 'henkilötunnus: 131052+308T'],
    misses: ['131052-308U', '111111-111A', '311390-1119'],
  },
})

/** The sign between day and number tells the century: '+' 1800, '-' and U…Y 1900, A…F 2000. */
function isPossible(value: string): boolean {
  const sign = value.charAt(6)
  const century = sign === '+' ? 1800 : 'ABCDEF'.includes(sign) ? 2000 : '-UVWXY'.includes(sign) ? 1900 : 0
  const [day, month, year] = [0, 2, 4].map((at) => Number(value.slice(at, at + 2)))
  return century > 0 && isDay(century + (year ?? 0), month ?? 0, day ?? 0) && Number(value.slice(7, 10)) >= 2
}

function hasRightSign(value: string): boolean {
  return (
    '0123456789ABCDEFHJKLMNPRSTUVWXY'.charAt(Number(value.slice(0, 6) + value.slice(7, 10)) % 31) === value.charAt(10)
  )
}
