import { base36, isOneSign } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { patternDetector } from '../engine/pattern-detector.ts'

export const vin = patternDetector({
  id: 'vin',
  version: 1,
  entityType: 'VIN',
  title: 'Vehicle identification number (VIN)',
  sensitivity: { category: 'simple', identifier: 'code' },
  reference: 'https://www.iso.org/standard/52200.html (ISO 3779; check digit: 49 CFR 565.15)',
  // Letters that look like digits are left out; the last four signs are digits.
  pattern: /[A-HJ-NPR-Z0-9]{13}\d{4}(?![A-Z0-9])/i,
  tried: { at: 'runs', from: 17, to: 17 },
  confidence: 0.06,
  context: listed(`
    vin, vehicle identification number, vin number, vin no, chassis, chassis number, fahrgestellnummer, fahrzeug identifizierungsnummer, fin,
    numéro de châssis, n° de châssis, numéro de série du véhicule, bastidor, número de bastidor, telaio, numero di telaio, chassi,
    número do chassi, chassisnummer, vehicle, رقم الهيكل, رقم الشاسيه
  `),
  isPossible: (value) =>
    /[A-Z]/.test(value.slice(0, 9)) &&
    /\d/.test(value.slice(0, 13)) &&
    !isOneSign(value.slice(0, 11)) &&
    !/^[0-9A-F]+$/.test(value.slice(0, 12)),
  check: { isValid: hasRightDigit, falseRate: 1 / 11 },
  examples: {
    hits: ['VIN 1M8GDM9AXKP042788', 'VIN: WVWZZZ1JZ3W386752', 'chassis number 5GZCZ43D13S812715'],
    misses: ['VIN 1M8GDM9AXKP04278', 'WVWZZZ1JZ3W386752', 'VIN 1M8GDM9AXKO042788'],
  },
})

const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
/** A…Z as digits; I, O and Q stand in no number. */
const letterValues = '12345678012345070923456789'

/** The ninth sign checks the others in North America; elsewhere it is free, so that a failing check proves nothing. */
function hasRightDigit(value: string): boolean | undefined {
  let sum = 0
  for (let at = 0; at < 17; at += 1) {
    const worth = base36(value, at)
    sum += (worth < 10 ? worth : Number(letterValues.charAt(worth - 10))) * (weights[at] ?? 0)
  }
  const isRight = '0123456789X'.charAt(sum % 11) === value.charAt(8)
  return isRight || /^[1-5]/.test(value) ? isRight : undefined
}
