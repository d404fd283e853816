import type { Candidate } from '../../core/finding.ts'
import { type BoxedPart, boxedParts, boxedWritings } from '../date/boxes.ts'
import { remainder } from '../engine/check-digits.ts'
import { support } from '../engine/near.ts'
import { defineUnit } from '../engine/plan.ts'
import { type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { ratios, reweigh, type Weighed, weigh } from '../engine/weigh.ts'
import { frNir } from './nir.ts'
import { isSiret } from './siret.ts'

/** Boxes that text recognition leaves of a number of 13 or 15 digits, where it loses or doubles some. */
const boxes = { from: 11, to: 16 }

export const frNirBoxed = defineUnit({
  id: 'fr-nir-boxed',
  version: 1,
  entityType: 'FR_NIR',
  title: 'French social security number read from the boxes of a form',
  country: 'fr',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000006062982',
  words: { 'fr-nir': frNir.words?.['fr-nir'] ?? [] },
  writings: boxedWritings,
  anchors: [{ by: 'writings', topics: ['boxed'] }],
  examples: {
    hits: ['2 5 5 0 8 1 4 1 6 8 0 2 5 3 8', 'n° sécu 1 5 9 4 4 4 0 2 3 5 6 7 9 8 8'],
    misses: ['1 2 3 4 5 6 7', '1 2 0 5 2 0 2 4', '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0'],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(frNirBoxed, text, context)
    const found: Candidate[] = []
    for (const part of boxedParts(scan)) {
      const weighed = part.kind === 'number' ? judgeBoxes(scan, part, context.language) : undefined
      if (weighed !== undefined) found.push({ start: part.start, end: part.end, canonical: part.digits, ...weighed })
    }
    return found
  },
})

function judgeBoxes(scan: Scan, { start, end, digits }: BoxedPart, language: string | undefined): Weighed | undefined {
  if (digits.length < boxes.from || digits.length > boxes.to || /^(\d)\1*$/.test(digits)) return undefined
  if (digits.length === 15 && 97 - remainder(digits.slice(0, 13), 97) === Number(digits.slice(13))) {
    return reweigh(weigh('fr-nir-boxed', 0.5), 'checksum', 'check digits hold', 97)
  }
  if (digits.length === 14 && isSiret(digits)) return undefined
  // On French forms no other number of this length has a box for each digit.
  const isWhole = digits.length === 15 || digits.length === 13
  const weighed = weigh('fr-nir-boxed', language === 'fr' ? (isWhole ? 0.6 : 0.52) : 0.1)
  const role = support(scan, 'fr-nir', start, end)
  return role === undefined ? weighed : reweigh(weighed, role, 'a word of its kind stands near', ratios[role])
}
