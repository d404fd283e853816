import type { Block } from '../blocks.ts'
import { facturXProperties, makeCii } from '../facturx.ts'
import { makeHtml } from '../html.ts'
import { makeXmp } from '../metadata.ts'
import { td3 } from '../mrz.ts'
import { makePdf } from '../pdf.ts'
import { localDate } from '../people.ts'
import { notes, type SampleFile, sample } from '../truth.ts'
import { addressLines, money, plain, reckon, type World } from '../world.ts'
import { doctor, letterhead } from './head.ts'

const folder = 'nice/01_PATIENTS/BENHADDOU Idriss'

/** An e-invoice, a quote for implants, a passport typed off. */
export async function idrissFiles(world: World): Promise<SampleFile[]> {
  return [await eInvoice(world), implantQuote(world), passportCopy(world)]
}

async function eInvoice(world: World): Promise<SampleFile> {
  const { nice } = world.clinics
  const { idriss } = world.people
  const page = notes()
  const items = [
    ['Greffe capillaire FUE – 1 800 greffons, honoraires', 1, 285_000],
    ['Salle technique et consommables', 1, 42_000],
    ['Séance de PRP post-greffe', 2, 18_000],
  ] as const
  const { rows, net, tax, total } = reckon(items, money.fr, 20)
  const blocks: Block[] = [
    letterhead(page, nice),
    { to: addressLines(page, idriss, 'M. ') },
    { title: `Facture électronique ${page.field('invoice.number', 'FA-2019-0163')}` },
    {
      pairs: [
        ['Émise le', page.field('invoice.date', '2019-09-12', '12/09/2019')],
        ['À payer avant le', page.field('invoice.due_date', '2019-10-12', '12/10/2019')],
        ['Réf. patient', page.field('patient.number', page.is('PATIENT_ID', idriss.patientNumber))],
        ['Courriel', page.is('EMAIL_ADDRESS', idriss.email)],
        ['Téléphone', page.is('PHONE_NUMBER', idriss.phone)],
      ],
    },
    { head: ['Libellé', 'Qté', 'PU HT', 'Montant HT'], rows, widths: [5, 0.8, 1.6, 1.6] },
    {
      totals: [
        ['Total HT', money.fr(net)],
        ['TVA 20,00 %', page.field('invoice.tax', plain(tax), money.fr(tax))],
        ['TOTAL TTC', page.field('invoice.total', plain(total), money.fr(total))],
      ],
    },
    {
      text: `Prélèvement SEPA sur le compte ${page.is('IBAN_CODE', idriss.iban ?? '')} (mandat signé le 12/09/2019). Bénéficiaire : ${page.is('IBAN_CODE', nice.iban)}.`,
    },
    { foot: 'Facture au format Factur-X : le fichier factur-x.xml joint fait foi.' },
  ]
  page.field('patient.name', idriss.name)
  page.field('invoice.currency', 'EUR')
  page.field('invoice.issuer', nice.name)
  const xml = makeCii({
    number: 'FA-2019-0163',
    date: '20190912',
    due: '20191012',
    seller: {
      name: nice.name,
      street: nice.street,
      postcode: '06000',
      city: 'Nice',
      siret: nice.ids.FR_SIRET,
      vat: nice.ids.VAT,
      email: nice.email,
    },
    buyer: {
      name: idriss.name,
      street: idriss.street,
      postcode: '06400',
      city: 'Cannes',
      reference: idriss.patientNumber,
    },
    lines: items.map(([name, count, cents]) => ({ name, count, cents })),
    iban: nice.iban,
    taxPercent: 20,
  })
  const about = {
    title: 'Facture FA-2019-0163',
    author: nice.name,
    created: '2019-09-12T07:45:00Z',
    color: nice.color,
    language: 'fr',
  }
  const extras = {
    attachment: { name: 'factur-x.xml', bytes: Buffer.from(xml), type: 'text/xml', description: 'Factur-X' },
    xmp: makeXmp({
      title: 'Facture FA-2019-0163',
      creator: nice.name,
      tool: 'CabinetPro 7.2',
      more: facturXProperties,
    }),
  }
  const inside = notes()
  inside.is('EMAIL_ADDRESS', nice.email)
  inside.is('IBAN_CODE', nice.iban.replaceAll(' ', ''))
  inside.is('FR_SIRET', nice.ids.FR_SIRET.replaceAll(' ', ''))
  const child = {
    kind: 'invoice',
    medium: 'document',
    mediaType: 'application/xml',
    mediaTypesOk: ['text/xml', 'application/x-cii+xml'],
    coverage: ['full'],
    entities: inside.entities,
    fields: {
      'invoice.number': 'FA-2019-0163',
      'invoice.date': '2019-09-12',
      'invoice.total': plain(total),
      'invoice.currency': 'EUR',
    },
  } as const
  const told = {
    kind: 'invoice',
    medium: 'document',
    mediaType: 'application/pdf',
    language: 'fr',
    children: { 'factur-x.xml': child },
  } as const
  return sample(`${folder}/FA-2019-0163.pdf`, await makePdf(about, blocks, extras), told, page)
}

function implantQuote(world: World): SampleFile {
  const { nice } = world.clinics
  const { idriss } = world.people
  const page = notes()
  const { rows, total } = reckon(
    [
      ['Dent 36 – pose d’un implant en titane (LBLD015)', 1, 95_000],
      ['Dent 36 – pilier implantaire en zircone', 1, 28_000],
      ['Dent 36 – couronne céramo-céramique sur implant (HBLD418)', 1, 69_000],
      ['Dent 46 – inlay-core et couronne zircone', 1, 62_000],
      ['Détartrage et polissage deux arcades', 1, 2_892],
    ],
    money.fr,
    0,
  )
  const blocks: Block[] = [
    letterhead(page, nice),
    { title: 'Plan de traitement et devis – soins prothétiques' },
    {
      pairs: [
        ['Patient', page.field('patient.name', page.is('PERSON', idriss.name))],
        [
          'Né le',
          page.field('patient.birth_date', idriss.birth, page.is('DATE_OF_BIRTH', localDate(idriss.birth, '/'))),
        ],
        ['N° d’assuré social', page.field('patient.insurance_number', page.is('FR_NIR', idriss.ids.FR_NIR ?? ''))],
        ['Adresse', page.is('ADDRESS', `${idriss.street}, ${idriss.town}`)],
        ['Chirurgien-dentiste', page.field('treatment.practitioner', nice.second, doctor(page, nice.second))],
        ['Date du devis', page.field('treatment.date', '2019-10-02', '2 octobre 2019')],
        ['Validité', '6 mois'],
      ],
    },
    { head: ['Acte proposé', 'Nb', 'Honoraires', 'Total'], rows },
    {
      totals: [
        ['Base de remboursement Assurance Maladie', money.fr(21_500)],
        ['Montant total des honoraires', page.field('treatment.total', plain(total), money.fr(total))],
        ['Reste à charge avant mutuelle', money.fr(total - 15_050)],
      ],
    },
    { heading: 'Déroulement prévu' },
    {
      list: [
        'Séance 1 : détartrage, empreinte optique, cone beam',
        'Séance 2 : chirurgie implantaire sous anesthésie locale (1 h)',
        'Séance 3 : contrôle à 10 jours, ablation des fils',
        'Séance 4 (à 4 mois) : empreinte sur implant',
        'Séance 5 : pose de la couronne, contrôle de l’occlusion',
      ],
    },
    {
      text: 'Le patient reconnaît avoir eu la possibilité de choisir une alternative thérapeutique (panier 100 % santé : bridge métallique). Signature du patient, précédée de « bon pour accord » :',
    },
  ]
  page.later('MEDICAL_PROCEDURE', 'implant')
  const about = {
    title: 'Devis prothèse',
    author: nice.second,
    created: '2019-10-02T09:00:00Z',
    color: nice.color,
    language: 'fr',
  }
  const told = { kind: 'treatment_plan', medium: 'document', mediaType: 'text/html', language: 'fr' } as const
  return sample(`${folder}/devis implants.html`, Buffer.from(makeHtml(about, blocks)), told, page)
}

function passportCopy(world: World): SampleFile {
  const { idriss } = world.people
  const page = notes()
  const number = `${world.random.digits('idriss passport', 2)}CK${world.random.digits('idriss passport serial', 5)}`
  const lines = td3({
    code: 'P',
    state: 'FRA',
    nationality: 'FRA',
    number,
    family: idriss.family,
    given: idriss.given,
    birth: idriss.birth,
    sex: 'm',
    expires: '2027-06-18',
  })
  page.is('PERSON', idriss.name)
  page.is('DATE_OF_BIRTH', localDate(idriss.birth, '/'))
  page.later('FR_PASSPORT', number)
  page.later('TRAVEL_DOCUMENT_MRZ', lines.join('\n'))
  const text = `PASSEPORT / PASSPORT
République française

Type/Type : P        Code du pays/Country code : FRA
Passeport n°/Passport No : ${number}
Nom/Surname (1) : ${idriss.family.toUpperCase()}
Prénoms/Given names (2) : ${idriss.given}
Nationalité/Nationality (3) : Française
Date de naissance/Date of birth (4) : ${localDate(idriss.birth, '/')}
Sexe/Sex (5) : M     Lieu de naissance/Place of birth (6) : OUJDA (MAROC)
Date de délivrance/Date of issue (7) : 19/06/2017
Date d'expiration/Date of expiry (8) : 18/06/2027
Domicile/Residence (11) : ${page.is('ADDRESS', `${idriss.street}, ${idriss.town}`)}
Titulaire : ${idriss.name}

${lines.join('\n')}
`
  const told = { kind: 'identity_document', medium: 'document', mediaType: 'text/plain', language: 'fr' } as const
  return sample(`${folder}/copie passeport (ocr).txt`, Buffer.from(text), told, page)
}
