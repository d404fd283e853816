import type { Block } from '../blocks.ts'
import { encode } from '../charset.ts'
import { scannedPage } from '../drawing/page.ts'
import { pictureOnlyPdf } from '../pdf.ts'
import { localDate } from '../people.ts'
import { render } from '../studio.ts'
import { allLater, notes, type SampleFile, sample } from '../truth.ts'
import { addressLines, money, plain, reckon, type World } from '../world.ts'
import { doctor, letterhead } from './head.ts'

const folder = 'nice/01_PATIENTS/Valette Marc-Antoine'

/** A scanned invoice, as PDF and by itself, and a prescription in Mac Roman. */
export async function marcFiles(world: World): Promise<SampleFile[]> {
  return [...(await scannedInvoice(world)), macPrescription(world)]
}

async function scannedInvoice(world: World): Promise<SampleFile[]> {
  const { nice } = world.clinics
  const { marc } = world.people
  const page = notes()
  const { rows, total } = reckon(
    [
      ['Couronne zircone dent 14', 1, 64_000],
      ['Traitement endodontique dent 14', 1, 19_200],
      ['Radiographie rétro-alvéolaire', 2, 2_128],
    ],
    money.fr,
    0,
  )
  const blocks: Block[] = [
    letterhead(page, nice),
    { to: addressLines(page, marc, 'M. ') },
    { title: `FACTURE N° ${page.field('invoice.number', 'F2019-0171')}` },
    {
      pairs: [
        ['Date', page.field('invoice.date', '2019-06-21', '21/06/2019')],
        ['Patient', page.field('patient.name', marc.name)],
        ['N° dossier', page.is('PATIENT_ID', marc.patientNumber)],
        ['Praticien', doctor(page, nice.second)],
      ],
    },
    { head: ['Acte', 'Qté', 'Prix', 'Montant'], rows },
    { totals: [['Total à payer', page.field('invoice.total', plain(total), money.fr(total))]] },
    {
      text: 'Exonéré de TVA, article 261-4-1° du CGI. Réglé par carte bancaire le 21/06/2019. Feuille de soins télétransmise.',
    },
    { foot: `${nice.name} - SIRET ${nice.ids.FR_SIRET}` },
  ]
  const loose = 'nice/a_trier/scan0007.jpg'
  const jpeg = await world.studio.picture(loose, () => render(scannedPage(blocks), 'jpeg', 1_000))
  const about = { title: 'scan0007', created: '2019-06-21T17:02:00Z', language: 'fr' }
  const unseen = {
    kind: 'invoice',
    language: 'fr',
    coverage: ['full', 'partial', 'none'],
    causes: ['no_text', 'ocr_off'],
    later: ['kind', 'language', 'coverage', 'fields'],
    entities: allLater(page.entities),
    fields: page.fields,
    drawn: true,
  } as const
  return [
    sample(`${folder}/facture scannée.pdf`, await pictureOnlyPdf(about, jpeg), {
      ...unseen,
      medium: 'document',
      mediaType: 'application/pdf',
      note: 'one page, a picture only',
    }),
    sample(loose, jpeg, { ...unseen, medium: 'image', mediaType: 'image/jpeg', note: 'the same scan by itself' }),
  ]
}

function macPrescription(world: World): SampleFile {
  const { nice } = world.clinics
  const { marc } = world.people
  const page = notes()
  const text = `${nice.name}
${doctor(page, nice.second)}, chirurgien-dentiste

Nice, le 21 juin 2019

ORDONNANCE

M. ${page.field('patient.name', page.is('PERSON', marc.name))}
né le ${page.is('DATE_OF_BIRTH', localDate(marc.birth, '/'))}

1) ${page.later('MEDICATION', 'Amoxicilline')} 1 g, comprimés dispersibles : 1 comprimé matin et soir pendant 7 jours.
2) Ibuprofène 400 mg : 1 comprimé au cours des repas, 3 fois par jour au maximum, pendant 3 jours.
3) Chlorhexidine 0,12 % bain de bouche : 2 fois par jour après brossage, à débuter demain, 8 jours. Qsp 1 flacon de 200 ml.

Ne pas rincer énergiquement les premières 24 heures. En cas de saignement persistant, appeler le ${page.is('PHONE_NUMBER', nice.phone)}.

Signé : ${nice.second}
`
  const told = {
    kind: 'prescription',
    medium: 'document',
    mediaType: 'text/plain',
    language: 'fr',
    note: 'Mac Roman, lines ended by CR',
  } as const
  return sample(`${folder}/ordonnance dentiste`, encode(text.replaceAll('\n', '\r'), 'macintosh'), told, page)
}
