import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Candidate } from '../../core/finding.ts'
import { commonWords, otherTopic } from '../engine/common-words.ts'
import { hasOtherLabel, support } from '../engine/near.ts'
import { defineUnit } from '../engine/plan.ts'
import { type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { ratios, reweigh, type Weighed, weigh } from '../engine/weigh.ts'
import { withoutChance } from './among-numbers.ts'
import { regionsFor } from './regions.ts'
import { type PhoneSpan, phoneWritings, spansFrom, startsOf } from './spans.ts'
import { phoneWords } from './words.ts'

export const phoneNumber = defineUnit({
  id: 'phone-number',
  version: 1,
  entityType: 'PHONE_NUMBER',
  title: 'Telephone or fax number',
  sensitivity: { category: 'simple', identifier: 'phone_or_address' },
  reference: 'https://www.itu.int/rec/T-REC-E.164',
  words: { ...commonWords, ...phoneWords },
  writings: phoneWritings,
  examples: {
    hits: [
      '+33 1 42 68 53 00',
      'Tel. 030 1234567',
      '(415) 555-0132',
      'tél : 01.42.68.53.00',
      'Fax: +44 (0)20 7123 4567',
      'هاتف: 0501234567',
    ],
    misses: ['12.05.2024', '1234567', '12,50 15,00 37,50', '192.168.10.100', '4111 1111 1111 1111', '0.0142685300'],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(phoneNumber, text, context)
    const found: Candidate[] = []
    let done = 0
    for (const run of startsOf(scan)) {
      if ((scan.runStart[run] ?? 0) < done) continue
      const candidate = bestFrom(scan, run, context)
      if (candidate === undefined) continue
      found.push(candidate)
      done = candidate.end
    }
    return withoutChance(scan, found)
  },
})

/** The first of the spans that begin at this run, likeliest first, that is told at all. */
function bestFrom(scan: Scan, run: number, context: ScanContext): Candidate | undefined {
  let weak: Candidate | undefined
  for (const span of spansFrom(scan, run)) {
    const candidate = judgeSpan(scan, span, context)
    if (candidate !== undefined && candidate.confidence >= told) return candidate
    weak ??= candidate
  }
  return weak
}
const told = 0.5

function judgeSpan(scan: Scan, span: PhoneSpan, { language, asked }: ScanContext): Candidate | undefined {
  const { start, end, digits } = span
  const role = support(scan, 'phone', start, end)
  if (span.isDoubtful && role !== 'label') return undefined
  const near = role ?? support(scan, 'phone-near', start, end)
  // Asking the numbering plans takes longer than all the rest.
  if (near === undefined && !asked && share(span) < told) return undefined
  const international = parsed(span, language)
  if (international === undefined && !span.isWritten && role !== 'label') return undefined
  let weighed = international === undefined ? unknownNumber(span, scan.text.slice(start, end)) : known(span)
  if (role === 'label') weighed = reweigh(weighed, 'label', 'a label for telephones stands beside it', ratios.label)
  else if (near !== undefined)
    weighed = reweigh(weighed, 'context', 'a word for telephones stands near', ratios.context)
  else if (hasOtherLabel(scan, 'phone', otherTopic, start)) {
    weighed = reweigh(weighed, 'label', 'labelled as something else', ratios.otherLabel)
  }
  return { start, end, canonical: international ?? digits, ...weighed }
}

/** Groups that hardly anything else is written in. */
const telling = /^(?:0[1-9]([ .-])\d\d(?:\1\d\d){3}|\(\d{3}\) ?\d{3}-\d{4}|\d{3}-\d{3}-\d{4})$/

/** How often digits that no country of the language has are a telephone number all the same. */
function unknownNumber({ grouped, digits, isInternational, isTied, isDoubtful }: PhoneSpan, raw: string): Weighed {
  if (isTied) return weigh('phone-number', 0.005)
  if (isInternational) return weigh('phone-number', 0.3)
  if (telling.test(raw)) return weigh('phone-number', isDoubtful ? 0.3 : 0.55)
  return weigh('phone-number', grouped && !isDoubtful && digits.length <= 12 ? 0.12 : 0.04)
}

/** How often digits that a numbering plan has are a telephone number, by how they are written. */
function known(span: PhoneSpan): Weighed {
  const weighed = weigh('phone-number', share(span))
  if (span.isTied) return reweigh(weighed, 'pattern', 'part of a longer number', ratios.partOfLonger)
  if (span.isDoubtful) return reweigh(weighed, 'pattern', 'groups that tables have as well', ratios.partOfLonger)
  return reweigh(weighed, 'structure', 'a numbering plan has it', 1)
}

function share({ grouped, digits, isInternational, isBracketed, isThousands }: PhoneSpan): number {
  if (isInternational) return 0.9
  if (isBracketed) return 0.85
  const hasTrunk = digits.startsWith('0')
  if (grouped) return hasTrunk ? 0.75 : isThousands ? 0.25 : 0.4
  return hasTrunk && digits.length === 10 ? 0.55 : 0.06
}

/** The number in E.164, where a plan has it. */
function parsed(span: PhoneSpan, language: string | undefined): string | undefined {
  const { digits, isInternational } = span
  if (isInternational) return valid(`+${digits}`) ?? valid(`+${withoutTrunk(digits)}`)
  for (const { country, whole } of regionsFor(language, digits)) {
    if (whole !== undefined) return `+${whole}${digits.replace(/^0/, '')}`
    const number = parsePhoneNumberFromString(digits, country)
    if (number?.isValid() === true) return number.number
  }
  return span.isBracketed ? valid(`+${digits}`) : undefined
}

/** Country calling codes, and those of services that belong to no country (ITU-T E.164, list of assigned codes). */
const callingCodes: ReadonlySet<string> = new Set([
  ...getCountries().map((country) => getCountryCallingCode(country)),
  ...['800', '808', '870', '878', '881', '882', '883', '888', '979'],
])

/** Whether a number with country code begins with one; the library throws and catches an error where none does. */
function hasCallingCode(written: string): boolean {
  return [2, 3, 4].some((end) => callingCodes.has(written.slice(1, end)))
}

function valid(written: string): string | undefined {
  if (!hasCallingCode(written)) return undefined
  const number = parsePhoneNumberFromString(written)
  return number?.isValid() === true ? number.number : undefined
}

/** '+34 02 …': a trunk prefix that does not belong behind a country code. */
function withoutTrunk(digits: string): string {
  return digits.replace(/^([1-9]\d{1,2}?)0/, '$1')
}
