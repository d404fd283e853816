import type { Match, RecordKind, Sample } from '../core/record.ts'
import { prescriptionFields } from './fields/care-fields.ts'
import { fromHealthRecord } from './health-record.ts'
import { signalsOf } from './sample.ts'
import { Weighing, weighTitles } from './weighing.ts'

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
  match: (sample) => fromHealthRecord(sample, 'prescription', byText),
  fields: prescriptionFields,
} satisfies RecordKind)

/** Characters of a slip that needs no title: who prescribes, for whom, what. */
const slipCharacters = 1_500
const longest = 8_000

function byText(sample: Sample): Match | undefined {
  const signals = signalsOf(sample)
  const forms = signals.distinct('doseForm')
  const frequencies = signals.distinct('frequency')
  const words = forms + frequencies + signals.distinct('dispense')
  const named = signals.count('doctor') + signals.count('patientName') > 0
  if (signals.count('prescriptionTitle') === 0 && words < (named ? 1 : 3)) return undefined
  const weighing = new Weighing(-2.9)
  const { own } = weighTitles(weighing, signals, ['prescriptionTitle'])
  weighing.each(forms, 0.4, 1.3, 'forms of medicines')
  weighing.each(frequencies, 0.4, 1.6, 'times of intake')
  weighing.each(signals.distinct('dispense'), 0.35, 1.2, 'words of dispensing')
  weighing.each(signals.count('patientName') + signals.count('birthDate'), 0.35, 0.35, 'patient')
  weighing.each(signals.distinct('doctor'), 0.25, 0.5, 'practitioner or clinic')
  if (weighing.sum < -3.5) return undefined
  const doses = signals.structure.numbers.doses
  weighing.each(doses, 0.55, 2.2, 'strengths and schedules of medicines')
  const { medicines } = signals.structure.medicalWords
  weighing.each(medicines, 0.6, 1.8, 'names of medicines')
  const isSlip = named && signals.text.length < slipCharacters
  if (own === 0) weighing.add(isSlip ? 0.4 : -0.5, isSlip ? 'who prescribes, for whom' : 'no title of a prescription')
  if (signals.text.length > longest) weighing.add(-2.5, 'longer than a prescription')
  const taken = doses + medicines + forms + frequencies + signals.distinct('dispense') + signals.count('sessions')
  if (taken === 0) weighing.add(-2, 'nothing to be taken')
  weighing.each(signals.distinct('reportSection') - 5, -0.1, 0.8, 'sections of a report')
  weighing.each(signals.distinct('consentClause') - 2, -0.4, 1.6, 'clauses of a consent')
  return weighing.match()
}
