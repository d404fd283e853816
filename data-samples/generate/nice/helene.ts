import type { About, Block } from '../blocks.ts'
import { asText } from '../blocks.ts'
import { encode, withCrLf } from '../charset.ts'
import { makeHtml } from '../html.ts'
import { frenchRpps } from '../numbers.ts'
import { makePdf } from '../pdf.ts'
import { localDate } from '../people.ts'
import { notes, type SampleFile, sample } from '../truth.ts'
import { addressLines, money, nameOnly, plain, reckon, type World } from '../world.ts'
import { doctor, letterhead } from './head.ts'

const folder = 'nice/01_PATIENTS/Dupré-Lefèvre, Hélène'

/** A face lift: invoice, blood test, a letter from the radiologist. */
export async function heleneFiles(world: World): Promise<SampleFile[]> {
  return [invoice(world), await bloodTest(world), radiologyLetter(world)]
}

function about(world: World, title: string, created: string): About {
  const { color, name } = world.clinics.nice
  return { title, company: name, created, color, language: 'fr' }
}

function invoice(world: World): SampleFile {
  const { nice } = world.clinics
  const { helene } = world.people
  const page = notes()
  const { rows, net, tax, total } = reckon(
    [
      ['Injection d’acide hyaluronique – sillons nasogéniens (2 seringues)', 2, 29_000],
      ['Injection de toxine botulique – glabelle et patte d’oie', 1, 31_500],
      ['Consultation esthétique', 1, 6_000],
    ],
    money.fr,
    20,
  )
  const blocks: Block[] = [
    letterhead(page, nice),
    { to: addressLines(page, helene, 'Mme ') },
    { title: `Facture ${page.field('invoice.number', 'F2019-0157')}` },
    {
      pairs: [
        ['Date', page.field('invoice.date', '2019-05-17', '17 mai 2019')],
        ['Dossier patient', page.field('patient.number', page.is('PATIENT_ID', helene.patientNumber))],
        ['Praticien', doctor(page, nice.doctor)],
        ['Mode de règlement', 'chèque n° 4410927 remis le 17 mai 2019'],
      ],
    },
    { head: ['Prestation', 'Quantité', 'P.U. HT', 'Total HT'], rows },
    {
      totals: [
        ['Sous-total HT', money.fr(net)],
        ['TVA (20 %)', page.field('invoice.tax', plain(tax), money.fr(tax))],
        ['Net à payer TTC', page.field('invoice.total', plain(total), money.fr(total))],
      ],
    },
    { text: `Facture acquittée. Une question ? Appelez le ${nice.phone} ou écrivez à compta@lumiereduparc.example.` },
    { foot: `${nice.name} – SIRET ${nice.ids.FR_SIRET}` },
  ]
  page.is('EMAIL_ADDRESS', 'compta@lumiereduparc.example')
  page.field('patient.name', helene.name)
  page.field('invoice.currency', 'EUR')
  const told = { kind: 'invoice', medium: 'document', mediaType: 'text/html', language: 'fr' } as const
  const html = makeHtml(about(world, 'Facture F2019-0157', '2019-05-17T10:00:00Z'), blocks)
  return sample(`${folder}/facture_F2019-0157.html`, Buffer.from(html), told, page)
}

async function bloodTest(world: World): Promise<SampleFile> {
  const { nice } = world.clinics
  const { helene } = world.people
  const page = notes()
  const blocks: Block[] = [
    {
      letterhead: [
        'Laboratoire de biologie médicale des Collines',
        '9 place de la Buffa Neuve, 06130 Grasse',
        `Tél. ${page.is('PHONE_NUMBER', '01 99 00 58 20')} – Biologiste : ${doctor(page, 'Dr Corentin Vaugrenard')}`,
      ],
    },
    { to: addressLines(page, helene, 'Madame ') },
    { title: 'COMPTE RENDU D’ANALYSES DE BIOLOGIE MÉDICALE' },
    {
      pairs: [
        ['Patiente', page.field('patient.name', helene.name)],
        [
          'Née le',
          `${page.field('patient.birth_date', helene.birth, page.is('DATE_OF_BIRTH', localDate(helene.birth, '/')))}   Sexe : F`,
        ],
        ['N° SS', page.field('patient.insurance_number', page.is('FR_NIR', helene.ids.FR_NIR ?? ''))],
        ['Demande', '190603-2217'],
        ['Prélevé le', page.field('report.date', '2019-06-03', '03/06/2019 à 08:15')],
        ['Prescripteur', doctor(page, nice.doctor)],
      ],
    },
    { heading: 'HÉMATOLOGIE – Numération formule sanguine' },
    {
      head: ['Analyse', 'Résultat', 'Unité', 'Valeurs de référence'],
      rows: [
        ['Hématies', '4,21', 'T/L', '3,80 – 5,20'],
        ['Hémoglobine', '12,4', 'g/dL', '11,5 – 15,0'],
        ['Hématocrite', '38,1', '%', '35,0 – 46,0'],
        ['Leucocytes', '7,8', 'G/L', '4,0 – 10,0'],
        ['Plaquettes', '148 *', 'G/L', '150 – 400'],
      ],
    },
    { heading: 'HÉMOSTASE' },
    {
      head: ['Analyse', 'Résultat', 'Unité', 'Valeurs de référence'],
      rows: [
        ['Taux de prothrombine', '96', '%', '70 – 120'],
        ['TCA (ratio)', '1,03', '', '0,80 – 1,20'],
        ['Fibrinogène', '3,1', 'g/L', '2,0 – 4,0'],
      ],
    },
    { heading: 'BIOCHIMIE ET SÉROLOGIES' },
    {
      head: ['Analyse', 'Résultat', 'Unité', 'Valeurs de référence'],
      rows: [
        ['Glycémie à jeun', '1,12 *', 'g/L', '0,70 – 1,10'],
        ['Créatinine', '7,4', 'mg/L', '5,0 – 9,5'],
        ['Sérologie VIH 1+2 (Ag/Ac)', 'négatif', '', ''],
        ['Sérologie VHC', 'négatif', '', ''],
      ],
    },
    {
      text: `Conclusion : thrombopénie limite à contrôler, glycémie à jeun modérément augmentée. Validé par ${nameOnly('Dr Corentin Vaugrenard')}.`,
    },
    { foot: 'Résultats confidentiels, couverts par le secret médical.' },
  ]
  const told = { kind: 'medical_report', medium: 'document', mediaType: 'application/pdf', language: 'fr' } as const
  return sample(
    `${folder}/bilan sanguin.pdf`,
    await makePdf({ ...about(world, 'Résultats', '2019-06-03T16:30:00Z'), color: '#1f6f8b' }, blocks),
    told,
    page,
  )
}

function radiologyLetter(world: World): SampleFile {
  const { nice } = world.clinics
  const { helene } = world.people
  const page = notes()
  const text = asText([
    {
      letterhead: [
        'Cabinet de radiologie du Cap',
        '2 rue de l’Observatoire, 06000 Nice',
        `Tél. : ${page.is('PHONE_NUMBER', '01 99 00 63 41')}`,
      ],
    },
    { to: ['Nice, le 6 juin 2019', `à l’attention du ${doctor(page, nice.doctor)}`] },
    {
      text: `Chère consœur,

Je vous remercie de m’avoir adressé votre patiente, Madame ${page.field('patient.name', page.is('PERSON', helene.name))}, née le ${page.field('patient.birth_date', helene.birth, page.is('DATE_OF_BIRTH', localDate(helene.birth, '/')))}, pour un scanner du massif facial sans injection avant lifting cervico-facial.

RÉSULTAT
Pas d’anomalie osseuse du massif facial. Sinus maxillaires : épaississement muqueux en cadre du sinus gauche, évoquant une ${page.later('DIAGNOSIS', 'sinusite chronique')} d’origine dentaire (foyer apical sur la 26). Cloison nasale peu déviée. Glandes parotides et sous-mandibulaires d’aspect normal. Absence d’adénopathie cervicale significative.

CONCLUSION
Sinusite maxillaire gauche d’origine dentaire probable : avis du ${doctor(page, nice.second)} souhaitable avant toute chirurgie. Pas d’autre contre-indication à l’intervention prévue.

Je reste à votre disposition et vous prie de croire, chère consœur, à mes sentiments confraternels.`,
    },
    {
      sign: [
        `Dr ${page.is('PERSON', 'Maëlys Oudinot-Brasseur')}`,
        `RPPS ${page.is('FR_RPPS', frenchRpps(world.random.digits('radiologist rpps', 8)))}`,
      ],
    },
  ])
  page.field('report.date', '2019-06-06')
  const told = {
    kind: 'medical_report',
    medium: 'document',
    mediaType: 'text/plain',
    language: 'fr',
    note: 'Windows-1252, CR LF',
  } as const
  return sample(`${folder}/courrier radiologue.txt`, encode(withCrLf(text), 'windows-1252'), told, page)
}
