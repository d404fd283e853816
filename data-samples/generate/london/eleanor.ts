import type { About, Block } from '../blocks.ts'
import { asText } from '../blocks.ts'
import type { Clinic } from '../clinics.ts'
import { makeRtf } from '../office.ts'
import { makePdf, withFormFields } from '../pdf.ts'
import { localDate } from '../people.ts'
import { type Notes, notes, type SampleFile, sample } from '../truth.ts'
import { addressLines, money, nameOnly, plain, reckon, type World } from '../world.ts'

const folder = 'london/clients/Whitcombe, E (P)'

/** Veneers and an eyelid operation: invoice, plan, discharge summary, a consent form with form fields. */
export async function eleanorFiles(world: World): Promise<SampleFile[]> {
  return [await invoice(world), plan(world), discharge(world), await consent(world)]
}

function about(world: World, title: string, created: string): About {
  const { color, name, doctor } = world.clinics.london
  return { title, author: doctor, company: name, created, color, language: 'en' }
}

/** The letterhead of London. */
export function londonHead(page: Notes, clinic: Clinic): Block {
  page.is('ADDRESS', `${clinic.street}, ${clinic.town}`)
  return {
    letterhead: [
      clinic.name,
      `${clinic.street}, ${clinic.town}`,
      `T ${page.is('PHONE_NUMBER', clinic.phone)} · ${page.is('EMAIL_ADDRESS', clinic.email)} · ${page.is('URL', clinic.web)}`,
    ],
  }
}

/** A practitioner with title; the name is noted. */
export function londonDoctor(page: Notes, titled: string): string {
  page.is('PERSON', nameOnly(titled))
  return titled
}

async function invoice(world: World): Promise<SampleFile> {
  const { london } = world.clinics
  const { eleanor } = world.people
  const page = notes()
  const { rows, net, tax, total } = reckon(
    [
      ['Upper blepharoplasty, both eyes – surgeon’s fee', 1, 285_000],
      ['Local anaesthetic with sedation', 1, 45_000],
      ['Theatre and day-case room', 1, 72_500],
      ['Post-operative kit', 1, 3_800],
    ],
    money.en,
    20,
  )
  const blocks: Block[] = [
    londonHead(page, london),
    { to: addressLines(page, eleanor, 'Ms ') },
    { title: 'INVOICE' },
    {
      pairs: [
        ['Invoice number', page.field('invoice.number', 'INV-20193')],
        ['Invoice date', page.field('invoice.date', '2019-07-08', '8 July 2019')],
        ['Due date', page.field('invoice.due_date', '2019-07-22', '22 July 2019')],
        ['Patient', page.field('patient.name', eleanor.name)],
        ['Patient ID', page.field('patient.number', page.is('PATIENT_ID', eleanor.patientNumber))],
        [
          'Date of birth',
          page.field('patient.birth_date', eleanor.birth, page.is('DATE_OF_BIRTH', localDate(eleanor.birth, '/'))),
        ],
        ['Consultant', londonDoctor(page, london.doctor)],
      ],
    },
    { head: ['Description', 'Qty', 'Unit price', 'Amount'], rows, widths: [5, 0.8, 1.5, 1.5] },
    {
      totals: [
        ['Subtotal', money.en(net)],
        ['VAT 20%', page.field('invoice.tax', plain(tax), money.en(tax))],
        ['Total due', page.field('invoice.total', plain(total), money.en(total))],
      ],
    },
    {
      text: `Deposit of £1,000.00 taken on 3 June 2019, card ${page.is('CREDIT_CARD', eleanor.card ?? '')}, expiry 09/22. Balance payable by bank transfer to IBAN ${page.field('invoice.iban', page.is('IBAN_CODE', london.iban))}, BIC ${page.is('BIC', london.bic)}, quoting the invoice number.`,
    },
    { foot: `${london.name} Ltd, registered in England. Regulated by the Care Quality Commission.` },
  ]
  page.field('invoice.currency', 'GBP')
  page.field('invoice.issuer', london.name)
  const set = {
    ...about(world, `Invoice INV-20193 ${eleanor.name}`, '2019-07-08T11:30:00Z'),
    keywords: 'blepharoplasty',
  }
  const told = {
    kind: 'invoice',
    medium: 'document',
    mediaType: 'application/pdf',
    language: 'en',
    note: 'the title in the document information names the patient',
  } as const
  return sample(`${folder}/Invoice INV-20193.pdf`, await makePdf(set, blocks), told, page)
}

function plan(world: World): SampleFile {
  const { london } = world.clinics
  const { eleanor } = world.people
  const page = notes()
  const blocks: Block[] = [
    londonHead(page, london),
    { title: 'PROPOSED TREATMENT PLAN AND ESTIMATE' },
    {
      pairs: [
        ['Patient', page.field('patient.name', page.is('PERSON', eleanor.name))],
        ['Patient ID', page.is('PATIENT_ID', eleanor.patientNumber)],
        [
          'DOB',
          page.field('patient.birth_date', eleanor.birth, page.is('DATE_OF_BIRTH', localDate(eleanor.birth, '/'))),
        ],
        ['Mobile', page.is('PHONE_NUMBER', eleanor.phone)],
        ['Prepared by', page.field('treatment.practitioner', london.second, londonDoctor(page, london.second))],
        ['Date', page.field('treatment.date', '2019-09-16', '16 September 2019')],
      ],
    },
    { heading: 'Chief concern' },
    {
      text: 'Worn, discoloured upper front teeth; would like a brighter, more even smile before her daughter’s wedding in March.',
    },
    { heading: 'Plan' },
    {
      head: ['Visit', 'Procedure', 'Fee'],
      rows: [
        ['1 – late September', 'Scale and polish, whitening trays', '£420.00'],
        ['2 – October', 'Digital smile design, diagnostic wax-up, mock-up', '£380.00'],
        ['3 – November', 'Tooth preparation UR3–UL3, temporary veneers', '£1,800.00'],
        ['4 – December', 'Fit six lithium disilicate veneers', '£3,900.00'],
        ['5 – January', 'Review, occlusal splint', '£350.00'],
      ],
      widths: [2, 5, 1.4],
    },
    { totals: [['Estimated total', page.field('treatment.total', '6850.00', '£6,850.00')]] },
    {
      text: 'Alternatives discussed: composite bonding (£2,100), no treatment. Risks: sensitivity, chipping, need for replacement after 10 to 15 years. This estimate is valid for 90 days. 25% is payable on acceptance.',
    },
    { text: 'I accept the treatment plan above.        Signed ____________________   Date ____________' },
  ]
  page.later('MEDICAL_PROCEDURE', 'veneers')
  const told = { kind: 'treatment_plan', medium: 'document', mediaType: 'text/plain', language: 'en' } as const
  return sample(`${folder}/treatment plan - veneers.txt`, Buffer.from(asText(blocks)), told, page)
}

function discharge(world: World): SampleFile {
  const { london } = world.clinics
  const { eleanor } = world.people
  const page = notes()
  const blocks: Block[] = [
    londonHead(page, london),
    { title: 'Discharge summary' },
    {
      pairs: [
        ['Patient name', page.field('patient.name', page.is('PERSON', eleanor.name))],
        ['NHS number', page.field('patient.insurance_number', page.is('UK_NHS', eleanor.ids.UK_NHS ?? ''))],
        [
          'Date of birth',
          page.field('patient.birth_date', eleanor.birth, page.is('DATE_OF_BIRTH', localDate(eleanor.birth, '/'))),
        ],
        ['Address', page.is('ADDRESS', `${eleanor.street}, ${eleanor.town}`)],
        ['Admitted / discharged', page.field('report.date', '2019-07-05', '05/07/2019')],
        ['Consultant', page.field('report.author', london.doctor, londonDoctor(page, london.doctor))],
        ['GP', page.is('PERSON', 'Harriet Osgood-Lyle')],
      ],
    },
    { heading: 'Diagnosis' },
    { text: `Bilateral upper eyelid ${page.later('DIAGNOSIS', 'dermatochalasis')} (ICD-10 H02.83).` },
    { heading: 'Procedure' },
    {
      text: 'Bilateral upper blepharoplasty under local anaesthetic and sedation. 8 mm skin excised on the right, 9 mm on the left; minimal orbicularis, no fat removed. Closed with 6/0 nylon. No complications.',
    },
    { heading: 'Past history' },
    {
      text: 'Hypothyroidism, on levothyroxine 75 micrograms daily. Glaucoma excluded in May. No known drug allergies. Non-smoker.',
    },
    { heading: 'Plan' },
    {
      list: [
        'Chloramphenicol 1% eye ointment to wounds three times a day for 7 days',
        'Paracetamol 1 g up to four times a day as required',
        'Cool compresses, sleep propped up, no contact lenses for two weeks',
        'Suture removal on 12 July; photographs and review at six weeks',
      ],
    },
    { text: 'Return at once if there is increasing pain, bleeding or any change in vision. Copy to patient.' },
    { sign: [london.doctor, `GMC ${london.ids.GMC}`] },
  ]
  page.later('MEDICATION', 'levothyroxine')
  const told = {
    kind: 'medical_report',
    medium: 'document',
    mediaType: 'application/rtf',
    mediaTypesOk: ['text/rtf'],
    language: 'en',
  } as const
  return sample(
    `${folder}/discharge summary.rtf`,
    makeRtf({ ...about(world, 'Discharge summary', '2019-07-05T17:00:00Z'), lastModifiedBy: 'reception2' }, blocks),
    told,
    page,
  )
}

async function consent(world: World): Promise<SampleFile> {
  const { london } = world.clinics
  const { eleanor } = world.people
  const page = notes()
  const blocks: Block[] = [
    londonHead(page, london),
    { title: 'Consent to examination, treatment and anaesthesia' },
    { text: 'Name of patient: \n\nDate of birth: \n\nName of procedure: \n' },
    { heading: 'Statement of health professional' },
    {
      text: 'I have explained the procedure to the patient. In particular I have explained the intended benefits, and the serious or frequently occurring risks: bruising, infection, asymmetry, dry eye, visible scars, and very rarely bleeding behind the eye with loss of sight. I have discussed any extra procedures which may become necessary.',
    },
    { text: `Signed: ${londonDoctor(page, london.doctor)}          Date: 03/06/2019` },
    { heading: 'Statement of patient' },
    {
      list: [
        'I agree to the procedure described on this form.',
        'I understand that I will have the opportunity to discuss anaesthesia before the procedure.',
        'I understand that no guarantee has been given as to the final result.',
        'I consent to clinical photographs being taken for my medical record only.',
        'I know that I can change my mind at any time, even after signing this form.',
      ],
    },
    { sign: ['Signature of patient'] },
  ]
  const pdf = await makePdf(about(world, 'Consent form 1', '2019-06-03T10:00:00Z'), blocks)
  const filled = await withFormFields(pdf, [
    {
      name: 'patient_name',
      value: page.field('patient.name', page.is('PERSON', eleanor.name)),
      x: 170,
      y: 690,
      width: 240,
    },
    {
      name: 'date_of_birth',
      value: page.is('DATE_OF_BIRTH', localDate(eleanor.birth, '/')),
      x: 170,
      y: 667,
      width: 110,
    },
    { name: 'procedure', value: 'Bilateral upper blepharoplasty', x: 170, y: 643, width: 240 },
  ])
  const told = {
    kind: 'consent_form',
    medium: 'document',
    mediaType: 'application/pdf',
    language: 'en',
    note: 'the patient stands in form fields, not in the page’s text',
  } as const
  return sample(`${folder}/consent - sedation.pdf`, filled, told, page)
}
