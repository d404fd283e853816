import { firstCueAfter, lastCueBefore } from '../engine/near.ts'
import type { Scan } from '../engine/scan.ts'
import { patientIdWords } from '../record/patient-words.ts'

/** Words that tell that a text is about a patient: without one a medical word is no one's. */
export const patientWord = Object.freeze({ 'patient-word': patientIdWords['patient-word'] ?? [] })

/** UTF-16 units around a value in which such a word counts. */
const surroundings = 600

/** Whether a word for patients or those who treat them stands around `at`. */
export function isNearPatient(scan: Scan, at: number): boolean {
  const [before, after] = [lastCueBefore(scan, 'patient-word', at), firstCueAfter(scan, 'patient-word', at)]
  return (
    (before >= 0 && at - (scan.cueEnd[before] ?? 0) <= surroundings) ||
    (after >= 0 && (scan.cueStart[after] ?? 0) - at <= surroundings)
  )
}
