import type { Match, RecordKind, Sample } from '../core/record.ts'
import { byModel } from './by-model.ts'
import { reportFields } from './fields/care-fields.ts'
import { fromHealthRecord } from './health-record.ts'

/** Reports and letters about a patient: consultation, operation, discharge, laboratory, imaging, referral. */
export const medicalReport: RecordKind = Object.freeze({
  id: 'medical_report',
  title: 'Medical report, letter or result',
  sensitivity: { category: 'sensitive' },
  examples: {
    hits: [
      'COMPTE RENDU OPÉRATOIRE\nPatient : Paul Noir, né le 02/02/1970\nIndication : appendicite aiguë\nAnesthésie générale\nSuites opératoires simples',
      'Discharge summary\nPatient: Ann Roe\nDiagnosis: community-acquired pneumonia\nHospital course: intravenous antibiotics, afebrile on day 3\nFollow-up: GP in two weeks',
      'Laborbefund\nPatient: Erika Muster geb. 04.02.1961\nHämoglobin 13,2 g/dl 12,0-16,0\nLeukozyten 6,1 G/l 4,0-10,0\nKreatinin 0,9 mg/dl 0,5-1,1',
    ],
    misses: [
      'Rhinoplasty: what to expect\nMany people ask about surgery of the nose. Swelling lasts for weeks. Read more in our blog.',
      'Compte rendu de réunion du 3 mai\nPrésents : Mme Petit, M. Grand\nOrdre du jour : budget de la clinique',
      'The patient gardener waited for the rain.',
    ],
  },
  match: (sample) =>
    byFormat(sample) ?? fromHealthRecord(sample, 'medical_report', (text) => byModel(text, 'medical_report')),
  fields: reportFields,
} satisfies RecordKind)

/** DICOM's own reports, and documents that it wraps. */
function byFormat({ mediaType, flags }: Sample): Match | undefined {
  if (mediaType !== 'application/dicom') return undefined
  const isReport = flags.some(({ name }) => name === 'structured_report' || name === 'encapsulated_document')
  return isReport ? { confidence: 0.99, because: ['format of a medical report'] } : undefined
}
