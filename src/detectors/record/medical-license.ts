import { labelDetector } from '../engine/label-detector.ts'
import { practitionerIdWords } from './patient-words.ts'

export const medicalLicense = labelDetector({
  id: 'medical-license',
  version: 1,
  entityType: 'MEDICAL_LICENSE',
  title: 'Registration number of a health professional, by its label',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.boe.es/buscar/act.php?id=BOE-A-2003-21340',
  words: practitionerIdWords,
  labels: { 'practitioner-id': { confidence: 0.85, digits: 4 } },
  value: /(?:[A-Za-z]{1,3}[-/ ]?)?\d{1,4}(?:[ ./-]?\d{1,6}){1,3}[A-Za-z]?(?![\p{L}\d])/u,
  examples: {
    hits: ['NºCol: 28 28 74125', 'GMC number 7012345', 'n° ADELI : 751234567', 'LANR 123456789'],
    misses: ['NºCol:', 'colegiado', 'CRM 12', 'license number unknown'],
  },
})
