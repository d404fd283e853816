import type { Candidate } from '../../core/finding.ts'
import { datesIn, dateWritings } from '../date/dates.ts'
import { dateWords } from '../date/words.ts'
import { defineUnit } from '../engine/plan.ts'
import { type ScanContext, scanFor } from '../engine/scan.ts'
import { weigh } from '../engine/weigh.ts'

/** 'Roe Jane | F | 12/05/1973 | 5976349378 | 87954386': cells with numbers behind one with a date. */
const cellsBehind =
  /^(?: \([^()\n]{2,12}\))?[ \t]*\|[ \t]*(?:[\p{L} ]{0,16})(\d{6,12})(?![\d\p{L}])(?:[ \t]*\|[ \t]*[\p{L} ]{0,16}(\d{6,12})(?![\d\p{L}]))?/u
const longestCells = 80

export const patientRow = defineUnit({
  id: 'patient-row',
  version: 1,
  entityType: 'PATIENT_ID',
  title: 'Number of a patient or a stay in a row of a list of patients',
  sensitivity: { category: 'sensitive', identifier: 'code' },
  reference: 'https://hl7.org/fhir/R4/v2/0203/index.html',
  words: dateWords,
  writings: dateWritings,
  anchors: [{ by: 'literals', literals: ['|'] }],
  examples: {
    hits: ['Roe Jane | F | 12/05/1973 | 5976349378 | 87954386', 'M | 15/12/1973 (52 ans) | 8475619240'],
    misses: ['12/05/1973 5976349378', '| 12/05/1973 | 12 |', '| 12/05/1973 | paid |'],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(patientRow, text, context)
    const found: Candidate[] = []
    for (const { end, form } of datesIn(scan)) {
      const cells = form === 'numeric' ? cellsBehind.exec(scan.text.slice(end, end + longestCells)) : null
      for (const written of cells?.slice(1) ?? []) {
        if (written === undefined) continue
        const start = end + (cells?.[0].lastIndexOf(written) ?? 0)
        found.push({
          start,
          end: start + written.length,
          canonical: written,
          ...weigh('patient-row', 0.55, 'structure'),
        })
      }
    }
    return found
  },
})
