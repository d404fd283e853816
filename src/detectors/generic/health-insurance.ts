import { labelDetector } from '../engine/label-detector.ts'
import { listed } from '../engine/lexicon.ts'

export const healthInsurance = labelDetector({
  id: 'health-insurance',
  version: 1,
  entityType: 'HEALTH_INSURANCE_NUMBER',
  title: 'Number of a member of a health insurance, by its label',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference:
    'https://www.hhs.gov/hipaa/for-professionals/special-topics/de-identification/index.html (health plan beneficiary numbers)',
  words: {
    'insurance-label': listed(`
      health plan id, member id, member number, subscriber id, subscriber number, insurance id, insurance policy number, policy number,
      health insurance number, beneficiary number, group number, n° adhérent, numéro d'adhérent, n° d'adhérent mutuelle, n° mutuelle,
      numéro de mutuelle, n° de mutuelle, contrat mutuelle n°, ehic, european health insurance card, carte européenne d'assurance maladie,
      versichertennummer, krankenversicherungsnummer, nº póliza, número de póliza, nº de póliza, nº de asegurado, número de asegurado,
      nº afiliado, tessera sanitaria, numero tessera sanitaria, polizza n., apólice nº, nº beneficiário, número de beneficiário,
      polisnummer, verzekeringsnummer, verzekerdennummer, رقم التأمين, رقم التأمين الصحي, رقم بطاقة التأمين, رقم الوثيقة
    `),
  },
  labels: { 'insurance-label': { confidence: 0.75, digits: 5 } },
  value: /[A-Z]{0,4}[ -]?\d(?:[A-Z0-9]{4,19}|[A-Z0-9]{1,5}(?:[ -][A-Z0-9]{1,6}){1,4})(?![\p{L}\d])/u,
  examples: {
    hits: ['Member ID: XYZ123456789', 'n° adhérent : 0123456', 'polisnummer 99123456'],
    misses: ['policy number: unknown', '99123456', 'member id 12'],
  },
})
