import { describe, expect, test } from 'vitest'
import { classify } from '../../../src/records/classify.ts'
import { patientFieldsOf, reportFields, treatmentFields } from '../../../src/records/fields/care-fields.ts'
import { controllerFields } from '../../../src/records/fields/controller.ts'
import { invoiceFields } from '../../../src/records/fields/invoice-fields.ts'
import { withLegalForm } from '../../../src/records/fields/legal-form.ts'
import { kinds } from '../../../src/records/registry.ts'
import { textSample } from '../samples.ts'

const valuesOf = (fields: readonly { readonly name: string; readonly value: string }[], name: string) =>
  fields.filter((field) => field.name === name).map(({ value }) => value)
const invoice = (text: string, name: string) => valuesOf(invoiceFields(textSample(text)), `invoice.${name}`)
const plan = (text: string, name: string) => valuesOf(treatmentFields(textSample(text)), `treatment.${name}`)
const report = (text: string, name: string) => valuesOf(reportFields(textSample(text)), `report.${name}`)
const controller = (text: string, name: string) =>
  valuesOf(controllerFields('other', textSample(text), []), `controller.${name}`)

describe('a date that was read from pixels', () => {
  const text = 'CORNER SHOP\nINVOICE 7925\nDate : 5/09/2017\nTea   3.20\nTotal   3.20\n25/09/2017 14:02'
  const read = (pixels: string) =>
    textSample(pixels, {
      segments: [{ what: 'segment', text: pixels, place: { unit: 'text', offset: 0 }, origin: 'ocr' }],
    })

  test('is taken whole where it stands twice, once without its first digit', () => {
    expect(valuesOf(invoiceFields(read(text)), 'invoice.date')[0]).toBe('2017-09-25')
  })

  test('is not the date that another label claims', () => {
    const due = 'CORNER SHOP\nINVOICE 7925\nInvoice date: 5/09/2017\nDue date: 15/09/2017\nTotal   3.20'
    expect(valuesOf(invoiceFields(read(due)), 'invoice.date')[0]).toBe('2017-09-05')
  })

  test('is another one in a text where nothing goes missing', () => {
    expect(invoice(text, 'date')[0]).toBe('2017-09-05')
  })
})

describe('the total of a till receipt', () => {
  test.each<[string, string, string]>([
    [
      'what was given less the change, whatever the labels say',
      'BREW & BEAN\nLatte   8.10\nTotal items: 3\nT0TAL   8.10\nCASH    50.00\nCHANGE  41.90',
      '8.10',
    ],
    [
      'in German',
      'KAFFEE KONTOR\nEspresso   2,40\nKuchen  3,10\nSumme   5,50\nGegeben   10,00\nRückgeld   4,50',
      '5.50',
    ],
    ['net and tax', 'SHOP\nPens   28.11\nTOTAL EXCL. TAX   28.11\nADD: 6%   1.69\n   29.80\nCASH   80,00', '29.80'],
    [
      'rounded to a coin',
      'SHOP\nRice   37.44\nTotal sales (incl. tax)   37.44\nRounding   0.01\nRounding RM   37.45',
      '37.45',
    ],
    [
      'not the count of items',
      'SHOP\nRECEIPT\nRice   3.00\nMilk   4.00\nTotal   7.00\nTotal Item(s) : 10\nTotal Qty 12',
      '7.00',
    ],
    [
      'not what was accepted',
      'PARKING\nTicket   5.00\nAmount incl. tax   5.00\nAccepted total   10.00\nChange   5.00',
      '5.00',
    ],
  ])('%s', (_, text, total) => {
    expect(invoice(text, 'total')).toEqual([total])
  })
})

describe('an invoice', () => {
  const text = [
    'Atelier Blanc SARL',
    '12 rue du Four, 69001 Lyon',
    'SIRET 812 345 678 00021',
    'Facture n° 2024-031',
    'Date : 05/03/2024',
    'Facturé à : Cabinet Roux',
    'Désignation          Qté      Prix',
    'Pose de carrelage    12     600,00',
    'Déplacement           1      40,00',
    'Total TTC                   640,00 €',
  ].join('\n')

  test('has lines, each with its amount', () => {
    expect(invoice(text, 'lines')).toEqual(['Pose de carrelage = 600.00', 'Déplacement = 40.00'])
  })

  test('has the number under which its issuer is registered', () => {
    expect(invoice(text, 'issuer_id')).toEqual(['81234567800021'])
  })

  test('has its date as ISO 8601 and as written', () => {
    expect(invoice(text, 'date')).toEqual(['2024-03-05', '05/03/2024'])
    expect(invoice('Invoice no. 7\nInvoice date: 2024-03-05\nTotal 5.00', 'date')).toEqual(['2024-03-05'])
  })

  test.each([
    ['INVOICE\n# job_4411\nDate: Jan 2, 2022\nTotal: $12.00', 'job_4411'],
    ['PAYMENT RECEIPT\nBooking ID   Mode\nKX2087   Cash\nTotal   Rs 1939', 'KX2087'],
  ])('has a number: %s', (written, number) => {
    expect(invoice(written, 'number')).toEqual([number])
  })

  test.each<[string, string, string, string]>([
    ['in a column of colons', 'RECHNUNG\nBeleg-Nr        :   R-77123\nSumme   9,50', 'number', 'R-77123'],
    ['where OCR took the colon for a stop', 'RECHNUNG\nBeleg-Nr        .   R-77123\nSumme   9,50', 'number', 'R-77123'],
    [
      'below its label, not the postal code beside it',
      'RECHNUNG\nLieferant GmbH\n        Rechnungsnummer\n80333 München        471102\nSumme   9,50',
      'number',
      '471102',
    ],
    [
      'of its title, which a date is no price behind',
      'Handelsrechnung (380) Nr. 471102   vom   05.06.2018\nVerkäufer Nummer   549910\nSumme   9,50',
      'number',
      '471102',
    ],
    [
      'in the cell beside its title',
      'Handelsrechnung (380)   Nr. 471102   vom   05.06.2018\nVerkäufer\nNummer:   549910\nSumme   9,50',
      'number',
      '471102',
    ],
    ['with its year', 'RECHNUNG\nBeleg-Datum        :   06.08.2013\nBestell-Datum : 01.08.2013', 'date', '2013-08-06'],
  ])('is found %s', (_, written, name, value) => {
    expect(invoice(written, name)[0]).toBe(value)
  })

  test('is by whom the domain is called, not by its motto', () => {
    const written =
      'Everything for your home\nAzur Interiors\n12 High Street\nInvoice no 5\nTotal 12.00\nwww.azur-interiors.test'
    expect(invoice(written, 'issuer')).toEqual(['Azur Interiors'])
  })

  test('a telephone number is no date', () => {
    const written = 'SHOP\nTel : 6 03 2026 6366\nRECEIPT no 12\nTea   3.00\nTotal   3.00\n28/05/18 11:41'
    expect(invoice(written, 'date')).toEqual(['2018-05-28', '28/05/18'])
  })
})

describe('legal forms that were misread', () => {
  test.each([
    ['ACME TRADING SON BHD', 'ACME TRADING SDN BHD'],
    ['9 STAR MART 5/B', '9 STAR MART S/B'],
    ['Muster GmbH', 'Muster GmbH'],
    ['Jansen BV', 'Jansen BV'],
    ['Sound', 'Sound'],
  ])('%s', (name, right) => {
    expect(withLegalForm(name)).toBe(right)
  })
})

describe('a treatment plan', () => {
  test.each([
    ['Devis\nValable jusqu’au 12/06/2024', '2024-06-12'],
    ['Devis\nDurée de validité : 3 mois', '3 mois'],
    ['Kostenvoranschlag\nGültig bis 01.07.2024', '2024-07-01'],
    ['Presupuesto\nValidez: 30 días', '30 días'],
    ['Estimate\nThis quote is valid for 60 days', '60 days'],
  ])('%s', (text, value) => {
    expect(plan(text.replace('’', "'"), 'validity')[0]).toBe(value)
  })

  test.each([
    ['Plan de traitement laser\nNombre de séances : 6', '6'],
    ['Behandlungsplan\n10 Sitzungen Lymphdrainage', '10'],
    ['Plan\nSe realizarán 4 sesiones', '4'],
    ['خطة علاج\nعدد الجلسات: 5', '5'],
  ])('%s', (text, value) => {
    expect(plan(text, 'sessions')).toEqual([value])
  })
})

describe('a report', () => {
  test('has diagnoses and medicines, and no laboratory values', () => {
    const text =
      'Discharge summary\nPatient: Ann Roe\nDiagnosis: community-acquired pneumonia\nMedication: Amoxicillin 500 mg three times a day\nGlucose 95 mg/dl\nSodium 140 mmol/l'
    expect(report(text, 'diagnosis')).toEqual(['community-acquired pneumonia'])
    expect(report(text, 'medications')).toEqual(['Amoxicillin 500 mg'])
  })

  test.each([
    ['Patient : Paul Noir\nN° de sécurité sociale : 1 85 05 78 006 084 36', '1 85 05 78 006 084 36'],
    ['Patient: Erika Muster\nVersichertennummer: A123456780', 'A123456780'],
    ['Patient: Ann Roe\nPolicy No: HX-229914', 'HX-229914'],
  ])('%s', (text, value) => {
    expect(valuesOf(patientFieldsOf(textSample(text)), 'patient.insurance_number')).toEqual([value])
  })
})

describe('whose a document is', () => {
  const letter =
    'Clinique du Parc Bleu\n4 avenue Foch, 06000 Nice\ncontact@clinique-parcbleu.test – www.clinique-parcbleu.test\nSIRET 812 345 678 00021\n\nMadame,\nVotre rendez-vous est confirmé.'

  test('name, registration, domain and clinic of a letterhead', () => {
    expect(controller(letter, 'name')).toEqual(['Clinique du Parc Bleu'])
    expect(controller(letter, 'clinic')).toEqual(['Clinique du Parc Bleu'])
    expect(controller(letter, 'registration_number')).toEqual(['81234567800021'])
    expect(controller(letter, 'domain')).toEqual(['clinique-parcbleu.test'])
  })

  test('a mail service is nobody’s domain, a customer’s clinic not the writer’s', () => {
    expect(controller('Cabinet Roux\nroux@gmail.com', 'domain')).toEqual([])
    expect(controller('CoolAir LLC\nBill to: Riverside Dental Clinic', 'clinic')).toEqual([])
  })

  test('every kind of document has it, a passport has not', () => {
    const { fields } = classify(textSample(`${letter}\nFacture n° 12\nTotal TTC 40,00 €`), kinds)
    expect(valuesOf(fields, 'controller.name')).toEqual(['Clinique du Parc Bleu'])
    expect(controllerFields('identity_document', textSample(letter), [])).toEqual([])
  })
})
