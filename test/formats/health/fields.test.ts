import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Format } from '../../../src/core/content.ts'
import { documentFields } from '../../../src/formats/health/documents.ts'
import { fhirFields } from '../../../src/formats/health/fhir.ts'
import { messageFields } from '../../../src/formats/health/messages.ts'
import { dayOf, Told } from '../../../src/formats/health/told.ts'
import { hl7 } from '../../../src/formats/hl7.ts'
import { json } from '../../../src/formats/json.ts'
import { xml } from '../../../src/formats/xml.ts'
import { read } from '../reading.ts'

const pairs = (fields: readonly { readonly name: string; readonly value: string }[]) =>
  fields.map(({ name, value }) => `${name} = ${value}`)
const readBy = async (format: Format, content: string) => {
  const { extracts, mediaType } = await read(format, content)
  return { mediaType, fields: extracts.flatMap((one) => (one.what === 'field' ? [one] : [])) }
}
const fhir = (value: unknown) => pairs(fhirFields(JSON.stringify(value)))
const message = (text: string) => {
  const fields = messageFields()
  fields.add(text)
  return pairs(fields.fields())
}

describe('what a record tells', () => {
  test.each([
    ['20240304121500', '2024-03-04'],
    ['202403', '2024-03'],
    ['2024-03-04T10:00:00Z', '2024-03-04'],
    ['2024', '2024'],
    ['March 2024', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('the day of %s', (written, day) => {
    expect(dayOf(written)).toBe(day)
  })

  test('has one patient, and as many diagnoses as are different, of bounded length', () => {
    const told = new Told()
    for (const name of ['Jane Roe', 'John Roe']) told.add('patient.name', name)
    for (const value of ['Rhinitis', 'Rhinitis', ' ', 'x'.repeat(301), 'Acne']) told.add('report.diagnosis', value)
    expect(pairs(told.fields())).toEqual([
      'patient.name = Jane Roe',
      'report.diagnosis = Rhinitis',
      'report.diagnosis = Acne',
    ])
  })
})

describe('FHIR', () => {
  const patient = {
    resourceType: 'Patient',
    identifier: [
      { type: { coding: [{ code: 'SS' }] }, value: '111-22-3333' },
      { type: { coding: [{ code: 'MR' }] }, value: 'P-77' },
    ],
    name: [
      { use: 'nickname', given: ['Janie'] },
      { use: 'official', family: 'Roe', given: ['Jane', 'Ann'] },
    ],
    telecom: [
      { system: 'phone', value: '020 7946 0000' },
      { system: 'email', value: 'jane@roe.test' },
    ],
    birthDate: '1984-02-03',
    address: [{ line: ['12 High Street'], postalCode: 'N1 9GU', city: 'London' }],
  }

  test('a patient', () => {
    expect(fhir(patient)).toEqual([
      'patient.name = Jane Ann Roe',
      'patient.birth_date = 1984-02-03',
      'patient.number = P-77',
      'patient.insurance_number = 111-22-3333',
      'patient.phone = 020 7946 0000',
      'patient.email = jane@roe.test',
      'patient.address = 12 High Street, N1 9GU London',
    ])
  })

  test('a bundle of a report with its patient, author, problems and medicines', () => {
    const entry = [
      {
        resourceType: 'DiagnosticReport',
        effectiveDateTime: '2024-03-04T08:00:00Z',
        performer: [{ display: 'Dr Kent' }],
      },
      patient,
      { resourceType: 'Condition', code: { text: 'Rhinitis' }, recordedDate: '2019-01-01' },
      {
        resourceType: 'MedicationRequest',
        authoredOn: '2023-01-01',
        medicationCodeableConcept: { coding: [{ display: 'Cetirizine 10 mg' }] },
      },
    ].map((resource) => ({ resource }))
    const told = fhir({ resourceType: 'Bundle', entry })
    expect(told).toEqual(
      expect.arrayContaining([
        'report.date = 2024-03-04',
        'report.author = Dr Kent',
        'patient.name = Jane Ann Roe',
        'report.diagnosis = Rhinitis',
        'report.medications = Cetirizine 10 mg',
      ]),
    )
    expect(told.filter((one) => one.startsWith('report.date'))).toHaveLength(1)
  })

  test('a prescription and a plan have fields of their own', () => {
    const subject = { display: 'Jane Roe' }
    expect(
      fhir({
        resourceType: 'MedicationRequest',
        subject,
        authoredOn: '2024-03-04',
        requester: { display: 'Dr Kent' },
        medicationReference: { display: 'Cetirizine' },
      }),
    ).toEqual([
      'prescription.date = 2024-03-04',
      'patient.name = Jane Roe',
      'prescription.practitioner = Dr Kent',
      'prescription.medications = Cetirizine',
    ])
    expect(
      fhir({
        resourceType: 'CarePlan',
        subject,
        period: { start: '2024-05-01' },
        activity: [{ detail: { code: { text: 'Septoplasty' } } }],
      }),
    ).toEqual(['treatment.date = 2024-05-01', 'patient.name = Jane Roe', 'treatment.procedures = Septoplasty'])
    expect(
      fhir({
        resourceType: 'Invoice',
        identifier: [{ value: 'I-9' }],
        date: '2024-05-01',
        totalGross: { value: 48, currency: 'EUR' },
      }),
    ).toEqual(['invoice.date = 2024-05-01', 'invoice.number = I-9', 'invoice.total = 48.00', 'invoice.currency = EUR'])
  })

  test('what is no resource, or has members of other forms, gives nothing and harms nothing', () => {
    expect(fhirFields('{"resourceType": "Patient"')).toEqual([])
    expect(fhir([1, 2])).toEqual([])
    expect(fhir({ resourceType: 'Patient', name: 'Jane', identifier: 7, telecom: [null, 'x'], address: [[]] })).toEqual(
      [],
    )
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fhir({ resourceType: 'Patient', name: value, identifier: value, telecom: value, address: value })
        fhir({ resourceType: 'Bundle', entry: value, subject: value, code: value, activity: value, period: value })
      }),
    )
  })

  test('is read by the format', async () => {
    const { fields } = await readBy(json, JSON.stringify(patient))
    expect(pairs(fields)).toContain('patient.name = Jane Ann Roe')
  })
})

const lines = [
  'MSH|^~\\&|LAB|CLINIC|||20240304||ORU^R01|1|P|2.5',
  'PID|1||P-77^^^CLINIC^MR~111-22-3333^^^US^SS||Roe^Jane^Ann||19840203|F|||12 High Street^^London^^N1 9GU||020 7946 0000^PRN^PH^jane@roe.test',
  'PV1|1|O|||||42^Kent^Clara^^^Dr',
  'OBR|1|||GLU|||20240302101500',
  'DG1|1||J30.4^Allergic rhinitis\\T\\ more^I10',
  'RXE|1|99^Cetirizine 10 mg',
  'IN1|1|||Insurer',
]

describe('HL7 version 2', () => {
  const told = [
    'patient.name = Jane Ann Roe',
    'patient.birth_date = 1984-02-03',
    'patient.number = P-77',
    'patient.insurance_number = 111-22-3333',
    'patient.address = 12 High Street, N1 9GU London',
    'patient.phone = 020 7946 0000',
    'patient.email = jane@roe.test',
    'report.author = Clara Kent',
    'report.date = 2024-03-02',
    'report.diagnosis = J30.4',
    'report.medications = Cetirizine 10 mg',
  ]

  test('a message', () => {
    const withText = lines.map((line) => line.replace('DG1|1||J30.4^', 'DG1|1|||J30.4 '))
    expect(message(lines.join('\r')).filter((one) => !one.startsWith('report.diagnosis'))).toEqual(
      told.filter((one) => !one.startsWith('report.diagnosis')),
    )
    expect(message(lines.join('\r'))).toContain('report.diagnosis = Allergic rhinitis& more')
    expect(message(withText.join('\r\n'))).toContain('report.diagnosis = J30.4 Allergic rhinitis& more')
  })

  test('the same in pieces of any size', () => {
    const whole = lines.join('\r')
    for (const size of [1, 7, 100]) {
      const fields = messageFields()
      for (let at = 0; at < whole.length; at += size) fields.add(whole.slice(at, at + size))
      expect(pairs(fields.fields())).toEqual(message(whole))
    }
  })

  test('of a batch the first patient, whose data no other completes', () => {
    const other = 'MSH|^~\\&|LAB\rPID|2||P-78||Doe^John||19700101|M|||Elsewhere'
    expect(message(`MSH|^~\\&|LAB\rPID|1||P-77||Roe^Jane\r${other}`)).toEqual([
      'patient.name = Jane Roe',
      'patient.number = P-77',
    ])
  })

  test('other separators, none at all, and anything else', async () => {
    expect(message('MSH$%~!&$LAB\rPID$1$$P-77$$Roe%Jane')).toEqual(['patient.name = Jane Roe', 'patient.number = P-77'])
    expect(message('PID|1||P-77')).toEqual([])
    fc.assert(fc.property(fc.string(), (text) => void message(`MSH|^~\\&|\rPID|${text}\rOBR|${text}`)))
    const { fields } = await readBy(hl7, lines.join('\r'))
    expect(pairs(fields)).toContain('patient.name = Jane Ann Roe')
  })
})

describe('clinical documents', () => {
  const document = `<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><effectiveTime value="20240304120000+0100"/>
    <recordTarget><patientRole><id root="1.2.3" extension="P-77"/><id root="1.2.4" extension="OTHER"/>
    <addr><streetAddressLine>12 High Street</streetAddressLine><city>London</city><postalCode>N1 9GU</postalCode></addr>
    <telecom value="tel:+44-20-7946-0000"/><telecom value="mailto:jane@roe.test"/>
    <patient><name use="L"><given>Jane</given><given>Ann</given><family>Roe</family></name><birthTime value="19840203"/></patient>
    </patientRole></recordTarget>
    <author><assignedAuthor><assignedPerson><name><given>Clara</given><family>Kent</family></name></assignedPerson></assignedAuthor></author>
    <component><structuredBody><component><section><code code="11450-4"/><entry><act><entryRelationship><observation>
    <value code="61582004" displayName="Allergic rhinitis"><translation code="J30.4"/></value></observation></entryRelationship></act></entry></section></component>
    <component><section><code code="30954-2"/><entry><observation><value displayName="Positive"/></observation></entry></section></component>
    <component><section><code code="10160-0"/><entry><substanceAdministration><consumable><manufacturedProduct><manufacturedMaterial>
    <code displayName="Cetirizine 10 MG"/></manufacturedMaterial></manufacturedProduct></consumable></substanceAdministration></entry></section></component>
    </structuredBody></component></ClinicalDocument>`

  test('patient, author, date, problems and medicines', async () => {
    const { fields, mediaType } = await readBy(xml, document)
    expect(mediaType).toBe('application/hl7-cda+xml')
    expect(pairs(fields).sort()).toEqual(
      [
        'patient.name = Jane Ann Roe',
        'patient.birth_date = 1984-02-03',
        'patient.number = P-77',
        'patient.phone = +44-20-7946-0000',
        'patient.email = jane@roe.test',
        'patient.address = 12 High Street, N1 9GU London',
        'report.date = 2024-03-04',
        'report.author = Clara Kent',
        'report.diagnosis = Allergic rhinitis',
        'report.medications = Cetirizine 10 MG',
      ].sort(),
    )
  })

  test('an empty one gives nothing', () => {
    expect(documentFields().fields()).toEqual([])
  })
})
