import type { Candidate, Detector } from '../../core/finding.ts'
import type { Words } from '../engine/lexicon.ts'
import { defineUnit, type Unit } from '../engine/plan.ts'
import { cuesOf, type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { reweigh, weigh } from '../engine/weigh.ts'
import { isNearPatient, patientWord } from './near-patient.ts'

/** What stands behind a label and a colon up to the end of its line: 'Diagnostic : lombalgie chronique'. */
export interface LineRule extends Omit<Detector, 'find'> {
  readonly labels: readonly string[]
}

const tie = /[ \t]{0,4}(?:\([^()\n]{1,24}\)[ \t]{0,2})?:[ \t]{0,8}(?:\r?\n[ \t]{0,8})?(?:[-•*][ \t]{0,4})?/y
const line = /(?=\p{L}|\d)[^\n\r|;\t]{3,160}/uy

/** Makes a detector of free text behind a label. A word for patients must stand around: a machine has diagnoses too. */
export function lineDetector({ labels, ...described }: LineRule): Unit {
  const words: Words = { ...patientWord, [described.id]: labels }
  const unit: Unit = defineUnit({
    ...described,
    words,
    anchors: [{ by: 'words', topics: [described.id] }],
    find(text, context: ScanContext) {
      const scan = scanFor(unit, text, context)
      const found: Candidate[] = []
      for (const cue of cuesOf(scan, described.id)) {
        const candidate = lineBehind(scan, cue, described.id)
        if (candidate !== undefined) found.push(candidate)
      }
      return found
    },
  })
  return unit
}

function lineBehind(scan: Scan, cue: number, id: string): Candidate | undefined {
  const { text } = scan
  tie.lastIndex = scan.cueEnd[cue] ?? 0
  if (!tie.test(text)) return undefined
  const start = tie.lastIndex
  line.lastIndex = start
  const written = line.exec(text)?.[0].replace(/(?:[.,:]|\s)+$/, '')
  if (written === undefined || !/\p{L}{4}/u.test(written) || isEmptyAnswer.test(written)) return undefined
  const weighed = weigh(`${id} behind its label`, 0.4, 'label')
  const isPatient = isNearPatient(scan, scan.cueStart[cue] ?? 0)
  return {
    start,
    end: start + written.length,
    canonical: written.toLowerCase(),
    ...(isPatient ? reweigh(weighed, 'context', 'a word for patients stands around', 5) : weighed),
  }
}

const isEmptyAnswer =
  /^(?:n\/?a|none|unknown|aucune?|néant|nil|keine?|ninguno|nessuna?|nenhum|geen|unbekannt|inconnu|_+|\.+)$/i
