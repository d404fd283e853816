import type { Candidate } from '../../core/finding.ts'
import { cueStartingAt, isLabelGap, lastCueBefore } from '../engine/near.ts'
import { defineUnit } from '../engine/plan.ts'
import { cuesOf, isCueOf, type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { type Weighed, weigh } from '../engine/weigh.ts'
import { ageWords } from './words.ts'

export const age = defineUnit({
  id: 'age',
  version: 1,
  entityType: 'AGE',
  title: 'Age of a person',
  sensitivity: { category: 'simple' },
  reference: 'https://www.hhs.gov/hipaa/for-professionals/special-topics/de-identification/index.html',
  words: ageWords,
  anchors: [{ by: 'words', topics: Object.keys(ageWords) }],
  examples: {
    hits: [
      'patient de 45 ans',
      'a 67-year-old man',
      'Edad: 42 años',
      'Alter: 51',
      'donna di 33 anni',
      'âgée de 8 mois',
      '(27 ans)',
    ],
    misses: ['depuis 5 ans', 'for 10 years', 'hace 3 años', 'page 45', 'âge : inconnu', '500 ans'],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(age, text, context)
    const found = new Map<number, Candidate>()
    for (const candidate of [...withUnit(scan), ...labelled(scan)]) {
      if (!found.has(candidate.start)) found.set(candidate.start, candidate)
    }
    return found.values()
  },
})

const numberBefore = /(?<![\p{L}\d.,/+=_-])(\d{1,3})[ \t-]{0,2}$/u
const oldest = 120

/** A number and a unit of age, with something beside them that tells an age from a length of time. */
function* withUnit(scan: Scan): Iterable<Candidate> {
  for (const topic of ['age-unit', 'age-whole']) {
    for (const cue of cuesOf(scan, topic)) {
      const from = scan.cueStart[cue] ?? 0
      const number = numberBefore.exec(scan.text.slice(Math.max(0, from - 6), from))
      if (number === null || Number(number[1]) > oldest) continue
      if (/[\p{L}\d+/=_]/u.test(scan.text.charAt(scan.cueEnd[cue] ?? 0))) continue
      const start = from - number[0].length
      const weighed = topic === 'age-whole' ? weigh('age', 0.92, 'label') : judgeAge(scan, start, cue)
      if (weighed !== undefined) yield { start, end: scan.cueEnd[cue] ?? 0, canonical: number[1] ?? '', ...weighed }
    }
  }
}

function judgeAge(scan: Scan, start: number, unit: number): Weighed | undefined {
  if (isBehind(scan, 'age-label', start)) return weigh('age', 0.92, 'label')
  if (isBehind(scan, 'aged-person', start)) return weigh('age', 0.85, 'context')
  const end = scan.cueEnd[unit] ?? 0
  const next = cueStartingAt(scan, end)
  if ((scan.cueStart[next] ?? Number.POSITIVE_INFINITY) <= end + 2 && isCueOf(scan, next, 'age-tail'))
    return weigh('age', 0.92, 'label')
  const isBracketed = /[(,] ?$/.test(scan.text.slice(Math.max(0, start - 2), start)) && scan.text.charAt(end) === ')'
  return isBracketed ? weigh('age', 0.75, 'context') : undefined
}

/** Whether the last cue of this topic stands so close before `start` that only small words are between. */
function isBehind(scan: Scan, topic: string, start: number): boolean {
  const cue = lastCueBefore(scan, topic, start)
  if (cue < 0) return false
  const gap = scan.text.slice(scan.cueEnd[cue] ?? 0, start)
  return gap.length <= 16 && /^[ \t:,(]*(?:(?:de|of|di|von|van|aged|âgée?|edad|è|é|,)[ \t]+)?(?:de[ \t]+)?$/i.test(gap)
}

/** 'Edad: 85', 'I just turned 47': a number behind a word for age, with no unit. */
function* labelled(scan: Scan): Iterable<Candidate> {
  for (const topic of ['age-label', 'age-verb']) {
    for (const cue of cuesOf(scan, topic)) {
      const from = scan.cueEnd[cue] ?? 0
      const number = /\d{1,3}(?![\d%]|[.,/-]\d|[ \t]?(?:\p{L}|%|°))/u.exec(scan.text.slice(from, from + 16))
      if (number === null || Number(number[0]) > oldest || Number(number[0]) === 0) continue
      const start = from + number.index
      if (!isLabelGap(scan.text, from, start)) continue
      const confidence = topic === 'age-label' ? 0.8 : 0.55
      yield { start, end: start + number[0].length, canonical: number[0], ...weigh('age', confidence, 'label') }
    }
  }
}
