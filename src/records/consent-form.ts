import type { Match, RecordKind, Sample } from '../core/record.ts'
import { patientFieldsOf } from './fields/care-fields.ts'
import { fromHealthRecord } from './health-record.ts'
import { medicalContext } from './medical-context.ts'
import { signalsOf } from './sample.ts'
import { Weighing, weighTitles } from './weighing.ts'

/** Consents, blank or signed: to treatment, to pictures, to the use of data. */
export const consentForm: RecordKind = Object.freeze({
  id: 'consent_form',
  title: 'Consent form',
  sensitivity: { category: 'sensitive' },
  examples: {
    hits: [
      'CONSENTEMENT ÉCLAIRÉ\nJe soussignée Léa Morel reconnais avoir été informée des risques et complications de l’intervention.\nFait à Lyon, le 3 mai 2024\nSignature du patient :',
      'Informed consent\nI have been informed of the risks and alternatives and I consent to the procedure.\nPatient signature: ____________  Date: ______',
      'Einwilligungserklärung\nIch wurde über Risiken und Komplikationen aufgeklärt und willige ein.\nUnterschrift des Patienten',
    ],
    misses: [
      'Contract of employment\nThe parties agree as follows. Signature of employer: ______',
      'By general consent the meeting was closed.',
    ],
  },
  match: (sample) => fromHealthRecord(sample, 'consent_form', byText),
  fields: patientFieldsOf,
} satisfies RecordKind)

/** Characters of a text that is no form any more, unless it says so. */
const longest = 15_000

function byText(sample: Sample): Match | undefined {
  const signals = signalsOf(sample)
  const clauses = signals.distinct('consentClause')
  if (signals.count('consentTitle') === 0 && clauses < 2) return undefined
  const weighing = new Weighing(-2.9)
  const { own, other } = weighTitles(
    weighing,
    signals,
    ['consentTitle'],
    ['prescriptionTitle', 'reportTitle', 'brochure'],
  )
  weighing.each(signals.count('consentTitle'), 0.4, 1.2, 'names a consent')
  weighing.each(clauses, 0.5, 2.5, 'clauses of a consent')
  weighing.each(signals.distinct('risk'), 0.4, 1.2, 'risks and alternatives')
  weighing.each(signals.distinct('signature'), 0.5, 1, 'places for signatures')
  weighing.each(signals.distinct('marketing'), 0.3, 0.6, 'use of pictures or data')
  weighing.each(medicalContext(signals), 0.5, 1, 'medical context')
  if (weighing.sum < -2.5) return undefined
  weighing.each(signals.structure.blanks, 0.1, 0.5, 'gaps to fill in')
  if (own < 0.5 && signals.text.length > longest) weighing.add(-2, 'longer than a form')
  if (own === 0 && other > 0.5 && clauses < 3) weighing.add(-1, 'no title of a consent')
  return weighing.match()
}
