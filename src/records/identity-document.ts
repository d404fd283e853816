import type { RecordKind } from '../core/record.ts'
import { signalsOf } from './sample.ts'
import { Weighing, weighTitles } from './weighing.ts'

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
  match(sample) {
    const signals = signalsOf(sample)
    const { structure, text } = signals
    const machineReadable = structure.machineReadableLines
    const isPaymentCard = structure.isPaymentCard && signals.count('total') + signals.count('weakTotal') === 0
    if (machineReadable === 0 && signals.count('identityTitle') === 0 && !isPaymentCard) return undefined
    const weighing = new Weighing(-3.2)
    weighing.each(machineReadable, 3.2, 5, 'machine-readable lines (ICAO 9303)')
    weighTitles(weighing, signals, ['identityTitle'])
    if (isPaymentCard) weighing.add(3.7, 'number and months of a payment card')
    weighing.each(signals.distinct('identityTitle') - 1, 0.5, 0.5, 'names a card in two ways')
    weighing.each(signals.distinct('identityField'), 0.5, 2.5, 'fields of an identity document')
    weighing.each(structure.licenceFields, 0.5, 2, 'numbered fields of a driving licence')
    weighing.each(signals.count('birthDate'), 0.6, 0.6, 'label of a birth date')
    weighing.each(signals.distinct('personName'), 0.3, 0.6, 'labels of names')
    if (text.length > 2_000) weighing.add(text.length > 6_000 ? -3.5 : -1.5, 'longer than a card')
    if (structure.blanks > 2) weighing.add(-2, 'gaps to fill in')
    weighing.each(signals.count('total') + signals.count('subtotal'), -0.8, 1.6, 'totals')
    return weighing.match()
  },
} satisfies RecordKind)
