import { utf16, withCrLf } from '../charset.ts'
import { makeMail } from '../mail.ts'
import { makePdf } from '../pdf.ts'
import { localDate } from '../people.ts'
import { allLater, notes, type SampleFile, sample } from '../truth.ts'
import { money, nameOnly, plain, reckon, type World } from '../world.ts'
import { londonDoctor, londonHead } from './eleanor.ts'

const folder = 'london/clients/Kessler B (US)'

/** A patient from Texas: prescription in UTF-16, licence and number typed off, a forwarded mail with an invoice. */
export async function brandonFiles(world: World): Promise<SampleFile[]> {
  return [prescription(world), identity(world), await forwarded(world)]
}

function prescription(world: World): SampleFile {
  const { london } = world.clinics
  const { brandon } = world.people
  const page = notes()
  const text = `${london.name}
${london.street}, ${london.town}    Tel ${page.is('PHONE_NUMBER', london.phone)}

PRIVATE PRESCRIPTION                                   18 June 2019

Patient:        ${page.field('patient.name', page.is('PERSON', brandon.name))}
Date of birth:  ${page.is('DATE_OF_BIRTH', localDate(brandon.birth, '/'))}
Address:        ${page.is('ADDRESS', `${brandon.street}, ${brandon.town}`)}

Rx
1. ${page.later('MEDICATION', 'Cefalexin')} 500 mg capsules. One capsule three times a day for 5 days. Supply 15 (fifteen).
2. ${page.later('MEDICATION', 'Tramadol')} 50 mg capsules. One to be taken every 6 hours when required for pain. Supply 12 (twelve).
3. Xylometazoline 0.1% nasal spray. One spray each nostril twice daily, max 5 days. Supply 1 x 10 ml.
4. Sterimar nasal spray, use freely.

NO CODEINE - allergic (rash).
No repeats.

Prescriber: ${londonDoctor(page, london.doctor)}    GMC No. ${page.is('MEDICAL_LICENSE', london.ids.GMC)}
Signature:  I. Hartwell-Price
`
  const told = {
    kind: 'prescription',
    medium: 'document',
    mediaType: 'text/plain',
    language: 'en',
    note: 'UTF-16, little-endian, CR LF',
  } as const
  return sample(`${folder}/rx 18 June.txt`, utf16(withCrLf(text), 'little'), told, page)
}

function identity(world: World): SampleFile {
  const { brandon } = world.people
  const page = notes()
  page.is('PERSON', brandon.name)
  const text = `*** scanned ID - typed off by front desk 05/20/2019 ***

TEXAS  USA
DRIVER LICENSE                      CLASS C

4d DL    ${page.is('US_DRIVER_LICENSE', brandon.ids.US_DRIVER_LICENSE ?? '')}
4b Exp   04/25/2024
3  DOB   ${page.is('DATE_OF_BIRTH', localDate(brandon.birth, 'us'))}
1  ${brandon.family.toUpperCase()}
2  ${brandon.given.toUpperCase()} LEE
8  ${page.is('ADDRESS', `${brandon.street}, ${brandon.town}`)}
15 Sex M   16 Hgt 6'-01"   18 Eyes BLU
9a End NONE   12 Rest A

Full name: ${brandon.name}
Social Security Number (for insurer): ${page.is('US_SSN', brandon.ids.US_SSN ?? '')}
Phone: ${page.is('PHONE_NUMBER', brandon.phone)}
`
  const told = { kind: 'identity_document', medium: 'document', mediaType: 'text/plain', language: 'en' } as const
  return sample(`${folder}/ID.txt`, Buffer.from(text), told, page)
}

async function forwarded(world: World): Promise<SampleFile> {
  const { london } = world.clinics
  const { brandon } = world.people
  const inside = notes()
  const { rows, net, total } = reckon(
    [
      ['Septoplasty with spreader grafts, surgeon', 1, 390_000],
      ['General anaesthetic', 1, 82_000],
      ['One night, single room', 1, 64_000],
    ],
    money.en,
    0,
  )
  inside.field('invoice.number', 'INV-20177')
  inside.field('invoice.total', plain(total))
  inside.field('invoice.date', '2019-06-20')
  inside.is('PERSON', brandon.name)
  const pdf = await makePdf(
    {
      title: 'Invoice INV-20177',
      author: london.name,
      created: '2019-06-20T09:00:00Z',
      color: london.color,
      language: 'en',
    },
    [
      londonHead(inside, london),
      { to: [brandon.name, brandon.street, brandon.town] },
      { title: 'INVOICE INV-20177' },
      {
        pairs: [
          ['Date', '20 June 2019'],
          ['Patient', brandon.name],
          ['Patient ID', inside.is('PATIENT_ID', brandon.patientNumber)],
        ],
      },
      { head: ['Description', 'Qty', 'Unit price', 'Amount'], rows },
      {
        totals: [
          ['Subtotal', money.en(net)],
          ['VAT (exempt)', '£0.00'],
          ['Total due', money.en(total)],
        ],
      },
    ],
  )
  const page = notes()
  page.is('PERSON', brandon.name)
  const bytes = makeMail({
    from: `${brandon.name} <${page.is('EMAIL_ADDRESS', brandon.email)}>`,
    to: `Harley Bay <${page.is('EMAIL_ADDRESS', london.email)}>`,
    cc: page.is('EMAIL_ADDRESS', 'claims@lonestar-health.example.org'),
    subject: 'FW: Invoice question – septoplasty June 18',
    date: 'Tue, 2 Jul 2019 09:14:22 -0500',
    id: 'CAF2x8qk7@mail.example.org',
    headers: ['X-Originating-IP: [203.0.113.87]'],
    text: `Hi Imogen,\n\nmy insurer says the attached invoice needs a procedure code – they won’t reimburse “septoplasty” without CPT 30520. My member ID is LS-${world.random.digits('brandon member', 8)}, group 7741.\n\nAlso the apnea is worse since the packing came out; is that normal two weeks in?\n\nBrandon\n${page.later('PHONE_NUMBER', brandon.phone)}\n`,
    as: 'quoted-printable',
    attachments: [{ name: 'Invoice INV-20177.pdf', type: 'application/pdf', bytes: pdf }],
  })
  page.is('IP_ADDRESS', '203.0.113.87')
  page.later('PERSON', nameOnly(london.doctor))
  const child = {
    kind: 'invoice',
    medium: 'document',
    mediaType: 'application/pdf',
    language: 'en',
    coverage: ['full'],
    entities: allLater(inside.entities),
    fields: inside.fields,
  } as const
  const told = {
    kind: 'message',
    medium: 'message',
    mediaType: 'message/rfc822',
    language: 'en',
    children: { 'Invoice INV-20177.pdf': child },
  } as const
  return sample('london/Inbox/FW_ Invoice question.eml', bytes, told, {
    ...page,
    entities: page.entities.filter((entity) => entity.value !== nameOnly(london.doctor)),
  })
}
