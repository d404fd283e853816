import { describe, expect, it } from 'vitest'
import type { Segment } from '../../src/core/content.ts'
import { classify } from '../../src/records/classify.ts'
import { kinds } from '../../src/records/registry.ts'
import { textSample } from './samples.ts'

const invoice = `Clinique des Lilas
FACTURE N° 2024-118
Date : 12/03/2024
Patient : Léa Morel
Consultation      1      60,00 €
Injection d'acide hyaluronique      1     350,00 €
Total TTC      410,00 €
Échéance : 12/04/2024`
const consent = `CONSENTEMENT ÉCLAIRÉ
Je soussignée Léa Morel reconnais avoir été informée des risques et complications de l’intervention, infection, hématome, asymétrie.
J’ai pu poser toutes mes questions et je donne mon consentement.
Fait à Lyon, le 3 mai 2024
Signature du patient :`
const report = `COMPTE RENDU OPÉRATOIRE
Patient : Léa Morel, née le 02/02/1970
Indication : ptose palpébrale
Anesthésie locale. Incision, hémostase soigneuse, fermeture en deux plans.
Suites opératoires simples. Traitement : paracétamol 1 g.`
const prose = 'Suite de la page précédente.'

function pages(...texts: readonly string[]) {
  const segments = texts.map(
    (text, index): Segment => ({
      what: 'segment',
      text,
      place: { unit: 'page', page: index + 1, offset: 0 },
      origin: 'text',
    }),
  )
  return textSample(texts.join('\n'), { mediaType: 'application/pdf', segments })
}

describe('a record of several documents', () => {
  const got = classify(pages(invoice, consent, report, prose), kinds)
  const listed = got.fields.filter(({ name }) => name.startsWith('document.'))

  it('is of the most sensitive kind among them', () => {
    expect(got.kind).toBe('medical_report')
    expect(got.because[0]).toMatch(/^several documents: .*invoice/)
  })

  it('lists all of them with their pages', () => {
    expect(listed.map(({ name, value }) => `${name} ${value}`)).toEqual([
      'document.invoice 1',
      'document.consent_form 2',
      'document.medical_report 3-4',
    ])
    expect(listed[1]?.place).toEqual({ unit: 'page', page: 2, offset: 0 })
  })

  it('has the fields of each', () => {
    expect(got.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(['invoice.total', 'invoice.number']))
  })

  it('is one document where all pages are of one kind', () => {
    const alone = classify(pages(report, report, prose), kinds)
    expect(alone.kind).toBe('medical_report')
    expect(alone.fields.filter(({ name }) => name.startsWith('document.'))).toEqual([])
  })

  it('is not taken apart where a page only resembles another kind', () => {
    const mixed = classify(
      pages(report, 'Traitement de sortie :\nParacétamol 1 g matin et soir\nOméprazole 20 mg'),
      kinds,
    )
    expect(mixed.kind).toBe('medical_report')
    expect(mixed.fields.filter(({ name }) => name.startsWith('document.'))).toEqual([])
  })
})
