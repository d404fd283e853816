import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const icd10 = numberDetector({
  id: 'icd10',
  version: 1,
  entityType: 'DIAGNOSIS',
  title: 'Diagnosis as a code of the International Classification of Diseases (ICD-10)',
  sensitivity: { category: 'sensitive' },
  reference: 'https://icd.who.int/browse10/2019/en',
  writings: {
    A99: 0.08,
    'A99.9{1,2}': 0.1,
    'A99.9A': 0.1,
    'A99.9{3}': 0.06,
    'A99.9{3}A': 0.1,
    'A99.A9{2}A': 0.1,
    'A99.A9{1,3}': 0.05,
    'A9A.9{1,3}': 0.06,
  },
  context: listed(`
    icd, icd code, cim, cie, cid, diagnosis code, diagnosis, diagnostic, diagnose, diagnóstico, diagnosi, dp, das, hauptdiagnose,
    code diagnostic, التشخيص
  `),
  signs: ['ICD-10', 'ICD10', 'ICD 10', 'CIM-10', 'CIM10', 'CIM 10', 'CIE-10', 'CIE10', 'CIE 10', 'CID-10', 'CID10'],
  needsWords: true,
  isPossible: (value) => /^[A-TV-Z]\d[0-9AB]/.test(value),
  examples: {
    hits: ['ICD-10: J45.0', 'diagnostic CIM-10 : E11', 'Diagnose I10'],
    misses: ['J45.0', 'ICD-10', 'figure A12.5', 'CIM 10'],
  },
})
