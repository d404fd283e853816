import type { Signals } from './signals.ts'

/**
 * How much a text is about the treatment of a patient, 0…3: below 1 it may be any trade's. Labels of patients,
 * practitioners, procedures and tooth or insurance columns count.
 */
export function medicalContext(signals: Signals): number {
  const patient = Math.min(signals.count('patientName'), 2) * 0.45
  const birth = signals.count('birthDate') > 0 ? 0.5 : 0
  const number = signals.count('patientNumber') > 0 ? 0.4 : 0
  const doctor = Math.min(signals.distinct('doctor') * 0.3, 0.9)
  const procedure = Math.min(signals.distinct('procedure') * 0.35, 1.05)
  const coverage = Math.min(signals.distinct('coverage') * 0.15, 0.45)
  const clinical = Math.min(signals.distinct('clinical') * 0.08, 0.4)
  return Math.min(patient + birth + number + doctor + procedure + coverage + clinical, 3)
}

/** Whether a patient is named or numbered, or the place for one is there. */
export function namesPatient(signals: Signals): boolean {
  return signals.count('patientName') + signals.count('birthDate') + signals.count('patientNumber') > 0
}
