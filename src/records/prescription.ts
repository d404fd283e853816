import type { RecordKind } from '../core/record.ts'
import { byModel } from './by-model.ts'
import { prescriptionFields } from './fields/care-fields.ts'
import { fromHealthRecord } from './health-record.ts'

/** Prescriptions of medicines, aids and therapies, and medication plans. */
export const prescription: RecordKind = Object.freeze({
  id: 'prescription',
  title: 'Prescription',
  sensitivity: { category: 'sensitive' },
  examples: {
    hits: [
      'Dr Anne Blanc\nORDONNANCE\nM. Paul Noir\nAmoxicilline 1 g : 1 comprimé matin et soir pendant 6 jours\nParacétamol 1 g si douleur',
      'Rx\nAmoxicillin 500 mg\nSig: take 1 capsule three times daily for 7 days\nDispense: 21 capsules  Refills: 0',
      'Rezept\nIbuprofen 600 mg Filmtabletten N2\n1-0-1 nach dem Essen',
    ],
    misses: [
      'Prescription for success: our guide to better meetings',
      'Receta de la abuela: dos tazas de harina, 200 ml de leche y una cucharadita de sal.',
      'Package leaflet: information for the user\nTake 1 tablet once daily. Do not exceed the stated dose.',
    ],
  },
  match: (sample) => fromHealthRecord(sample, 'prescription', (text) => byModel(text, 'prescription')),
  fields: prescriptionFields,
} satisfies RecordKind)
