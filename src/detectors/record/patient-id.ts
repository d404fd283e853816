import { labelDetector } from '../engine/label-detector.ts'
import { patientIdWords } from './patient-words.ts'

export const patientId = labelDetector({
  id: 'patient-id',
  version: 1,
  entityType: 'PATIENT_ID',
  title: 'Number of a patient, a stay or a medical file, by its label',
  sensitivity: { category: 'sensitive', identifier: 'code' },
  reference: 'https://hl7.org/fhir/R4/v2/0203/index.html',
  words: patientIdWords,
  labels: {
    'patient-id': { confidence: 0.9, digits: 3 },
    'patient-id-weak': { confidence: 0.6, digits: 6, near: 'patient-word' },
  },
  // Not 'bzuSPc4dEm', as text in Base64 has after any short label.
  value:
    /(?![A-Z\d]{0,24}[a-z][a-z\d]{0,24}[A-Z][A-Z\d]{0,24}[a-z])[A-Za-z]{0,6}[-_]?\d[A-Za-z0-9]{1,23}(?:[/_-][A-Za-z0-9]{1,12}){0,5}(?![\p{L}\d@])/u,
  examples: {
    hits: [
      'IPP : 8001234567',
      'NHC: 786159',
      'MRN 00123456',
      'Patienten-Nr.: P-20431',
      'n° de dossier 2024-00871',
      'رقم الملف: 45821',
    ],
    misses: ['IPP :', 'NHC 12', 'dossier du 12/05/2024', 'patient 45 ans', 'MRN unknown', 'IPP/bzu4PcdEmqnGUXEf'],
  },
})
