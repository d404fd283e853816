import { withCrLf } from '../charset.ts'
import { type Notes, notes, type SampleFile, sample } from '../truth.ts'
import { nameOnly, type World } from '../world.ts'

const folder = 'london/clients/Kanwar Rajesh'

/** What hospital programs say to each other: FHIR, HL7 v2 and C-CDA. */
export function structuredFiles(world: World): SampleFile[] {
  return [fhir(world), hl7(world), ccda(world)]
}

function fhir(world: World): SampleFile {
  const { london } = world.clinics
  const { rajesh } = world.people
  const page = notes()
  page.is('PERSON', rajesh.name)
  const nhs = page.is('UK_NHS', (rajesh.ids.UK_NHS ?? '').replaceAll(' ', ''))
  const observation = (
    id: string,
    code: string,
    text: string,
    value: number,
    unit: string,
    low: number,
    high: number,
  ) => ({
    fullUrl: `urn:uuid:${id}`,
    resource: {
      resourceType: 'Observation',
      status: 'final',
      category: [
        { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
      ],
      code: { coding: [{ system: 'http://loinc.org', code, display: text }], text },
      subject: { reference: `Patient/${rajesh.patientNumber}`, display: rajesh.name },
      effectiveDateTime: page.field('report.date', '2019-03-19', '2019-03-19T08:40:00Z'),
      valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
      referenceRange: [{ low: { value: low, unit }, high: { value: high, unit } }],
    },
  })
  const bundle = {
    resourceType: 'Bundle',
    type: 'document',
    timestamp: '2019-03-19T16:20:00Z',
    entry: [
      {
        fullUrl: `urn:uuid:0b1f6c1e-0000-4000-8000-${world.random.digits('fhir patient', 12)}`,
        resource: {
          resourceType: 'Patient',
          id: page.is('PATIENT_ID', rajesh.patientNumber),
          identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhs }],
          name: [{ use: 'official', family: rajesh.family, given: [rajesh.given], text: rajesh.name }],
          telecom: [
            { system: 'phone', value: page.is('PHONE_NUMBER', rajesh.phone), use: 'mobile' },
            { system: 'email', value: page.is('EMAIL_ADDRESS', rajesh.email) },
          ],
          gender: 'male',
          birthDate: page.field('patient.birth_date', page.is('DATE_OF_BIRTH', rajesh.birth)),
          address: [{ line: [rajesh.street], city: 'London', postalCode: 'SE24 0XT', country: 'GB' }],
          generalPractitioner: [{ display: 'Harriet Osgood-Lyle' }],
        },
      },
      observation('6f7f1a60-0000-4000-8000-000000000001', '718-7', 'Haemoglobin', 131, 'g/L', 130, 180),
      observation('6f7f1a60-0000-4000-8000-000000000002', '2276-4', 'Ferritin', 11, 'ug/L', 30, 400),
      observation('6f7f1a60-0000-4000-8000-000000000003', '4548-4', 'HbA1c', 49, 'mmol/mol', 20, 41),
      {
        resource: {
          resourceType: 'DiagnosticReport',
          status: 'final',
          code: { text: 'Pre-operative bloods' },
          subject: { display: rajesh.name },
          performer: [{ display: nameOnly(london.second) }],
          conclusion: `Iron deficiency; HbA1c in the diabetic range, new finding: ${page.later('DIAGNOSIS', 'type 2 diabetes')} likely. Postpone hair transplant, refer to GP.`,
        },
      },
    ],
  }
  page.field('patient.name', rajesh.name)
  const told = {
    kind: 'medical_report',
    medium: 'document',
    mediaType: 'application/fhir+json',
    mediaTypesOk: ['application/json'],
    language: 'en',
  } as const
  return sample(`${folder}/bloods.fhir.json`, Buffer.from(`${JSON.stringify(bundle, null, 2)}\n`), told, page)
}

function hl7(world: World): SampleFile {
  const { rajesh } = world.people
  const page = notes()
  const nhs = page.is('UK_NHS', (rajesh.ids.UK_NHS ?? '').replaceAll(' ', ''))
  page.later('PERSON', `${rajesh.family}^${rajesh.given}`)
  page.later('DATE_OF_BIRTH', rajesh.birth.replaceAll('-', ''))
  const lines = [
    'MSH|^~\\&|LIMS|CITYPATH|EPR|HARLEYBAY|20190402114500||ORU^R01|884213|P|2.5.1|||AL|NE||UNICODE UTF-8',
    `PID|1||${page.later('PATIENT_ID', rajesh.patientNumber)}^^^HARLEYBAY^MR~${nhs}^^^NHS^NH||${rajesh.family}^${rajesh.given}^^^Mr||${rajesh.birth.replaceAll('-', '')}|M|||${rajesh.street}^^London^^SE24 0XT^GBR||${page.later('PHONE_NUMBER', rajesh.phone)}`,
    'PV1|1|O|DERM^^^HARLEYBAY||||4417782^Okonjo^Tobias^^^Mr',
    'OBR|1|55120|H19-30771|88305^Histopathology, skin biopsy^CPT|||20190329100000|||||||20190329|Skin^scalp|4417782^Okonjo^Tobias^^^Mr||||||20190402113000||SP|F',
    'OBX|1|TX|22634-0^Pathology report^LN||Clinical details: 6 mm pigmented lesion, vertex, noticed at hair transplant planning.||||||F',
    'OBX|2|TX|22634-0^Pathology report^LN||Microscopy: junctional melanocytic naevus with mild atypia, completely excised, nearest margin 2 mm. No evidence of melanoma.||||||F',
    'OBX|3|TX|22634-0^Pathology report^LN||Diagnosis: dysplastic naevus, mild (SNOMED M-87270). Suggest photographic follow-up in six months.||||||F',
    'NTE|1|L|Phoned to Harley Bay reception 02/04/2019 11:50',
    '',
  ]
  page.field('report.date', '2019-04-02')
  const told = {
    kind: 'medical_report',
    medium: 'document',
    mediaType: 'application/hl7-v2',
    mediaTypesOk: ['text/plain', 'x-application/hl7-v2+er7'],
    language: 'en',
    note: 'HL7 v2.5.1, segments ended by CR',
  } as const
  return sample(`${folder}/ORU_884213.hl7`, Buffer.from(lines.join('\r')), told, page)
}

function ccda(world: World): SampleFile {
  const { london } = world.clinics
  const { brandon } = world.people
  const page: Notes = notes()
  const row = (drug: string, dose: string, when: string) =>
    `            <tr><td>${page.later('MEDICATION', drug)}</td><td>${dose}</td><td>${when}</td></tr>`
  page.is('PERSON', brandon.name)
  page.later('PERSON', nameOnly(london.doctor))
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <realmCode code="US"/>
  <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
  <templateId root="2.16.840.1.113883.10.20.22.1.2"/>
  <code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summarization of Episode Note"/>
  <title>Continuity of Care Document – ${brandon.name}</title>
  <effectiveTime value="20190522093000-0500"/>
  <recordTarget>
    <patientRole>
      <id root="2.16.840.1.113883.4.1" extension="${page.is('US_SSN', brandon.ids.US_SSN ?? '')}"/>
      <id root="2.16.840.1.113883.19.5" extension="${page.later('PATIENT_ID', brandon.patientNumber)}"/>
      <addr use="HP"><streetAddressLine>${brandon.street}</streetAddressLine><city>Austin</city><state>TX</state><postalCode>78731</postalCode></addr>
      <telecom value="tel:${page.is('PHONE_NUMBER', brandon.phone)}" use="HP"/>
      <telecom value="mailto:${page.is('EMAIL_ADDRESS', brandon.email)}"/>
      <patient>
        <name><given>${brandon.given}</given><family>${brandon.family}</family></name>
        <administrativeGenderCode code="M"/>
        <birthTime value="${brandon.birth.replaceAll('-', '')}"/>
      </patient>
    </patientRole>
  </recordTarget>
  <author><time value="20190522"/><assignedAuthor><id root="2.16.840.1.113883.4.6" extension="${london.ids.US_NPI}"/><assignedPerson><name>${nameOnly(london.doctor)}</name></assignedPerson></assignedAuthor></author>
  <component><structuredBody>
    <component><section>
      <code code="11450-4" codeSystem="2.16.840.1.113883.6.1"/><title>Problems</title>
      <text><list><item>Obstructive sleep apnea (ICD-10 G47.33), on CPAP since 2016</item><item>Essential hypertension (I10)</item><item>Nasal valve collapse, left</item></list></text>
    </section></component>
    <component><section>
      <code code="10160-0" codeSystem="2.16.840.1.113883.6.1"/><title>Medications</title>
      <text><table><thead><tr><th>Drug</th><th>Dose</th><th>Instructions</th></tr></thead><tbody>
${row('Lisinopril', '20 mg', 'once daily')}
${row('Fluticasone nasal spray', '50 mcg', 'two sprays each nostril daily')}
          </tbody></table></text>
    </section></component>
    <component><section>
      <code code="48765-2" codeSystem="2.16.840.1.113883.6.1"/><title>Allergies</title><text>Codeine: nausea and rash.</text>
    </section></component>
    <component><section>
      <code code="47519-4" codeSystem="2.16.840.1.113883.6.1"/><title>Procedures</title><text>Septoplasty with spreader grafts, planned 2019-06-18, London.</text>
    </section></component>
  </structuredBody></component>
</ClinicalDocument>
`
  page.field('patient.name', brandon.name)
  page.field('patient.birth_date', brandon.birth)
  const told = {
    kind: 'medical_report',
    medium: 'document',
    mediaType: 'application/xml',
    mediaTypesOk: ['text/xml', 'application/hl7-cda+xml'],
    language: 'en',
    note: 'C-CDA, CR LF',
  } as const
  return sample('london/clients/Kessler B (US)/ccd_20190522.xml', Buffer.from(withCrLf(xml)), told, page)
}
