import type { Match, RecordKind, Sample } from '../core/record.ts'
import { byModel } from './by-model.ts'
import { signalsOf } from './sample.ts'

/** Passports, identity cards, driving licences, residence permits, insurance, social security and payment cards. */
export const identityDocument: RecordKind = Object.freeze({
  id: 'identity_document',
  title: 'Identity document',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  examples: {
    hits: [
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
      'CARTE NATIONALE D’IDENTITÉ N° : 880692310285\nNom : MARTIN\nPrénom(s) : PAUL\nSexe : M   Né le : 13.07.1990\nNationalité française',
      'DRIVING LICENCE\n1. ROE\n2. ANN\n3. 02.03.80 UNITED KINGDOM\n4a. 01.01.20 4b. 31.12.29\n5. ROEXX803020A99XX',
    ],
    misses: [
      'Please bring your passport and your insurance card to the appointment.',
      'Application form\nSurname: ____ Given names: ____ Passport number: ____',
    ],
  },
  match: (sample) => byModel(sample, 'identity_document') ?? byCardNumber(sample),
} satisfies RecordKind)

/** A payment card holds a number, its months and a name: too few words for the model. */
function byCardNumber(sample: Sample): Match | undefined {
  const signals = signalsOf(sample)
  if (!signals.structure.isPaymentCard || signals.count('total') + signals.count('weakTotal') > 0) return undefined
  return { confidence: 0.62, because: ['number and months of a payment card'] }
}
