import { listed } from '../engine/lexicon.ts'
import { patternDetector } from '../engine/pattern-detector.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

export const cnSocialCredit = patternDetector({
  id: 'cn-social-credit',
  version: 1,
  entityType: 'CN_SOCIAL_CREDIT_CODE',
  title: 'Chinese unified social credit code of an organisation',
  country: 'cn',
  sensitivity: { category: 'simple' },
  reference: 'https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=24691C25985C1073D3A7C85629378AC0 (GB 32100-2015)',
  pattern: /[1-9AY][1-59]\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![A-Z0-9])/i,
  tried: { at: 'runs', from: 18, to: 18 },
  confidence: 0.015,
  context: listed('social credit code, unified social credit code, uscc, credit code'),
  check: { isValid: hasRightSign, falseRate: 1 / 31 },
  examples: {
    hits: ['Unified social credit code 91350100M000100Y43', 'USCC: 91110000600037341L'],
    misses: ['USCC 91350100M000100Y44'],
  },
})

/** Weights are powers of 3 modulo 31 (GB 32100, annex A). */
function hasRightSign(value: string): boolean {
  let sum = 0
  let weight = 1
  for (let at = 0; at < 17; at += 1) {
    sum += alphabet.indexOf(value.charAt(at)) * weight
    weight = (weight * 3) % 31
  }
  return alphabet.charAt((31 - (sum % 31)) % 31) === value.charAt(17)
}
