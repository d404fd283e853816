import type { RecordKind } from '../core/record.ts'
import { byModel } from './by-model.ts'
import { patientFieldsOf } from './fields/care-fields.ts'
import { fromHealthRecord } from './health-record.ts'

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
  match: (sample) => fromHealthRecord(sample, 'consent_form', (text) => byModel(text, 'consent_form')),
  fields: patientFieldsOf,
} satisfies RecordKind)
