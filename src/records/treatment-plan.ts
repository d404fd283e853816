import type { Match, RecordKind, Sample } from '../core/record.ts'
import { treatmentFields } from './fields/care-fields.ts'
import { fromHealthRecord } from './health-record.ts'
import { medicalContext, namesPatient } from './medical-context.ts'
import { signalsOf } from './sample.ts'
import { Weighing, weighTitles } from './weighing.ts'

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
  match: (sample) => fromHealthRecord(sample, 'treatment_plan', byText),
  fields: treatmentFields,
} satisfies RecordKind)

/** Medical context from which a quote counts as one for care. */
const enoughContext = 1

function byText(sample: Sample): Match | undefined {
  const signals = signalsOf(sample)
  const plans = signals.count('planTitle')
  const quotes = signals.count('quoteTitle')
  if (plans + quotes + signals.count('planWording') + signals.count('sessions') === 0) return undefined
  const context = medicalContext(signals)
  const weighing = new Weighing(-3.3)
  const titles = context >= enoughContext ? (['planTitle', 'quoteTitle'] as const) : (['planTitle'] as const)
  const { own } = weighTitles(weighing, signals, titles)
  weighing.each(plans, 0.5, 0.5, 'names a treatment plan')
  weighing.each(signals.distinct('planWording'), 0.6, 1.8, 'wording of a proposal')
  weighing.each(signals.distinct('sessions'), 0.4, 0.8, 'sessions')
  weighing.each(signals.distinct('careGoals'), 0.4, 1.6, 'goals and interventions')
  weighing.each(signals.distinct('procedure'), 0.45, 1.8, 'procedures')
  weighing.each(signals.distinct('coverage'), 0.3, 0.9, 'teeth or insurance shares')
  weighing.each(Math.min(signals.distinct('doctor'), 3), 0.2, 0.6, 'practitioner or clinic')
  weighing.each(signals.distinct('clinical'), 0.06, 0.6, 'clinical words')
  if (namesPatient(signals)) weighing.add(0.9, 'label of a patient')
  if (weighing.sum < -2) return undefined
  weighing.each(signals.structure.numbers.itemLines, 0.15, 0.6, 'lines that end in an amount')
  if (context < 0.6) weighing.add(plans > 0 && own > 0.5 ? -0.5 : -2.5, 'no medical context')
  weighing.each(signals.count('invoiceNumber'), -1, 1, 'label of an invoice number')
  return weighing.match()
}
