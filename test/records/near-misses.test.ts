import { describe, expect, it } from 'vitest'
import { classify } from '../../src/records/classify.ts'
import { kinds } from '../../src/records/registry.ts'
import { textSample } from './samples.ts'

/** What looks like a record of a patient or a firm and is none. */
const nearMisses: readonly (readonly [what: string, text: string])[] = [
  [
    'a price list without a patient',
    'NOS TARIFS 2024\nRhinoplastie   à partir de 4 500 €\nBlépharoplastie   2 300 €\nInjection de botox, trois zones   390 €\nConsultation   60 €',
  ],
  [
    'a price list in English',
    'FEES\nNew patient examination   £65\nCrown from £550\nRoot canal treatment £480\nTeeth whitening £299\nPrices subject to change',
  ],
  [
    'a blank invoice template',
    'INVOICE\nInvoice no: [number]\nDate: [date]\nBill to: [client name]\nDescription   Qty   Price\n____   ____   ____\nTotal: ____',
  ],
  [
    'a blank French invoice',
    'FACTURE\nN° de facture : ________   Date : __/__/____\nClient : ______________\nDésignation   Qté   Prix\nTotal HT ______   TVA ______   Total TTC ______',
  ],
  [
    'a quote for air conditioning',
    'DEVIS N° 2024-55\nClient : M. Paul Noir\nFourniture et pose d’une climatisation réversible\nUnité extérieure   1   1 850,00 €\nUnités intérieures   3   2 100,00 €\nMain d’œuvre   2 jours   900,00 €\nTotal TTC 5 820,00 €\nDevis valable 1 mois. Bon pour accord',
  ],
  [
    'a German offer for air conditioning',
    'ANGEBOT Nr. 4411\nLieferung und Montage Klimaanlage\nInnengerät   2   780,00\nMontage   8 Std   560,00\nAngebotssumme 2.380,00 EUR\nWir halten uns 4 Wochen an das Angebot gebunden.',
  ],
  [
    'an article about rhinoplasty',
    'Rhinoplasty: everything you need to know\nRhinoplasty is surgery of the nose. Many patients ask how long recovery takes: swelling lasts for weeks. Risks include bleeding and infection. Your surgeon will discuss your medical history. The cost varies from clinic to clinic. Read more on our blog and share this article.',
  ],
  [
    'a Spanish article',
    'Todo lo que debes saber sobre la rinoplastia\n¿Qué es? La rinoplastia es una cirugía de la nariz muy demandada. ¿Duele? ¿Cuánto dura la recuperación? Los pacientes vuelven al trabajo en dos semanas. Pide tu cita gratuita en nuestra web.',
  ],
  [
    'a purchase order',
    'BON DE COMMANDE n° 883\nFournisseur : Medilab SARL\nGants nitrile   10   4,90   49,00\nCompresses   20   2,10   42,00\nTotal HT 91,00 €\nLivraison souhaitée : 12/05/2024',
  ],
  [
    'a payslip',
    'BULLETIN DE PAIE mars 2024\nEmployeur : Clinique du Parc\nSalariée : Anne Blanc, infirmière\nSalaire de base 151,67 h 2 150,00\nCSG déductible 142,00\nNet à payer avant impôt 1 692,30',
  ],
]

describe('near misses', () => {
  it.each(nearMisses)('%s is other', (_what, text) => {
    const { kind, because } = classify(textSample(text), kinds)
    expect(kind, because.join('; ')).toBe('other')
  })
})
