import type { RecordKind } from '../core/record.ts'
import { byModel } from './by-model.ts'
import { treatmentFields } from './fields/care-fields.ts'
import { fromHealthRecord } from './health-record.ts'

/** Proposals and quotes for care, schedules of sessions, care plans. A quote of another trade is none. */
export const treatmentPlan: RecordKind = Object.freeze({
  id: 'treatment_plan',
  title: 'Treatment plan, quote for care or care plan',
  sensitivity: { category: 'sensitive' },
  examples: {
    hits: [
      'Cabinet dentaire\nDEVIS\nPatient : Léa Morel\nCouronne céramique dent 16   1   650,00 €\nReste à charge 420,00 €\nDevis valable 3 mois',
      'Heil- und Kostenplan\nPatientin: Erika Muster, geb. 04.02.1961\nVollkeramikkrone Zahn 24\nEigenanteil 512,30 EUR',
      'TREATMENT PLAN\nPatient: Ann Roe   DOB: 02/03/1980\nPhase 1: root canal, tooth 14\nPhase 2: crown\nEstimated cost $1,450.00',
    ],
    misses: [
      'DEVIS\nInstallation d’une climatisation réversible\nUnité extérieure   1   1 850,00 €\nTotal TTC 2 240,00 €\nDevis valable 1 mois',
      'NOS TARIFS\nDétartrage 43,38 €\nCouronne céramique à partir de 550 €\nBlanchiment 390 €',
      'The treatment plan for the garden was discussed at the meeting.',
    ],
  },
  match: (sample) => fromHealthRecord(sample, 'treatment_plan', (text) => byModel(text, 'treatment_plan')),
  fields: treatmentFields,
} satisfies RecordKind)
