import type { Candidate } from '../../core/finding.ts'
import { lastCueBefore, support } from '../engine/near.ts'
import { defineUnit } from '../engine/plan.ts'
import { type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { ratios, reweigh, type Weighed, weigh } from '../engine/weigh.ts'
import { boxedParts } from './boxes.ts'
import { datesIn, dateWritings, type WrittenDate } from './dates.ts'
import { ageWords, birthWords, dateWords } from './words.ts'

export const dateOfBirth = defineUnit({
  id: 'date-of-birth',
  version: 1,
  entityType: 'DATE_OF_BIRTH',
  title: 'Date of birth',
  sensitivity: { category: 'simple' },
  reference: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#d1e1489-1-1',
  words: { ...birthWords, ...dateWords, 'age-unit': ageWords['age-unit'] ?? [] },
  writings: dateWritings,
  anchors: [
    { by: 'writings', topics: Object.keys(dateWritings) },
    { by: 'words', topics: ['birth'] },
  ],
  examples: {
    hits: [
      'née le 12/03/1952',
      'Date of birth: March 12, 1952',
      'né à Lyon le 3 mai 1971',
      'geb. 01.02.1980',
      '| F | 23/11/1989 |',
    ],
    misses: ['le 12/03/1952', 'consultation du 12/03/2024', 'date de naissance :', 'née en Lyon'],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(dateOfBirth, text, context)
    const found: Candidate[] = []
    for (const date of datesIn(scan)) {
      const weighed = judgeDate(scan, date)
      if (weighed !== undefined) found.push({ start: date.start, end: date.end, canonical: date.canonical, ...weighed })
    }
    return found
  },
})

/** A place may stand between 'born' and the day: 'née à Saint-Denis le 12/03/1952'. */
const placeBetween =
  /^[ \t]*(?:(?:à|a|in|en|em|zu|te|au|aux|dans)[ \t]|[(])[\p{L}\p{M}\d .,'()-]{2,48}?[ \t,)](?:le|on|am|el|il|op|em|,|:)?[ \t]?$/iu
const sexBefore =
  /(?:^|[|;,\t (])(?:[MFHWVmfhwv]|femme|homme|male|female|masculin|féminin|mujer|hombre|varón)[ \t]*[|;,\t][ \t]*$/i
const ageBehind = /^[ \t]*[(|,-][ \t]*\d{1,3} ?(?:ans?|years?|yrs?|y\.?o|años?|jahre|anni|anos|jaar|سنة)\b/i
const longestBetween = 64

function judgeDate(scan: Scan, { start, end, form, confidence }: WrittenDate): Weighed | undefined {
  const before = weigh('date-of-birth', Math.min(confidence, 0.3))
  if (support(scan, 'birth', start, end) === 'label' || isBehindPlace(scan, start)) {
    return reweigh(before, 'label', 'a word for birth stands before it', ratios.label * (form === 'partial' ? 0.1 : 1))
  }
  if (form === 'boxed')
    return isBoxedBehindNumber(scan, start)
      ? reweigh(before, 'structure', 'boxes of a number before it', ratios.context)
      : undefined
  if (form !== 'numeric' && form !== 'named') return undefined
  if (ageBehind.test(scan.text.slice(end, end + 24)))
    return reweigh(before, 'structure', 'an age stands behind it', ratios.context)
  const isRow = sexBefore.test(scan.text.slice(Math.max(0, start - 14), start))
  return isRow ? reweigh(before, 'structure', 'a sex stands before it', ratios.context) : undefined
}

function isBehindPlace(scan: Scan, start: number): boolean {
  const cue = lastCueBefore(scan, 'birth', start)
  const from = cue < 0 ? 0 : (scan.cueEnd[cue] ?? 0)
  return cue >= 0 && start - from <= longestBetween && placeBetween.test(scan.text.slice(from, start))
}

/** On forms the boxes of the birth date follow those of the insured person's number. */
function isBoxedBehindNumber(scan: Scan, start: number): boolean {
  return boxedParts(scan).some((part) => part.start === start && part.isBehindNumber)
}
