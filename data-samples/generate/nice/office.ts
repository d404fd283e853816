import type { About, Block } from '../blocks.ts'
import { makeDocx } from '../docx.ts'
import { frenchBban, frenchCompany, frenchNir, iban } from '../numbers.ts'
import { makePdf } from '../pdf.ts'
import { notes, type SampleFile, sample } from '../truth.ts'
import { money, reckon, type World } from '../world.ts'
import { docxType, letterhead } from './head.ts'

const folder = 'nice/COMPTA 2019'

/** The bookkeeper's folder: near misses of invoices and quotes. */
export async function officeFiles(world: World): Promise<SampleFile[]> {
  return [await purchaseOrder(world), await payslip(world), blankInvoice(world), await airConditioning(world)]
}

/** What every file of the bookkeeper's says of itself. */
export function about(world: World, title: string, created: string): About {
  const { color, name } = world.clinics.nice
  return { title, author: 'Nadège Fourcade-Riquier', company: name, created, color, language: 'fr' }
}

async function purchaseOrder(world: World): Promise<SampleFile> {
  const { nice } = world.clinics
  const page = notes()
  const { rows, net, tax, total } = reckon(
    [
      ['Gants nitrile non poudrés, taille M, boîte de 200', 40, 1_190],
      ['Seringues 1 mL Luer-Lock, boîte de 100', 12, 1_450],
      ['Compresses stériles 10 × 10, carton de 600', 6, 5_400],
      ['Désinfectant de surface, bidon 5 L', 8, 3_275],
    ],
    money.fr,
    20,
  )
  const blocks: Block[] = [
    letterhead(page, nice),
    { to: ['Méditerranée Fournitures Médicales', 'ZI des Trois Moulins', '06600 Antibes'] },
    { title: 'BON DE COMMANDE N° BC-0887' },
    {
      pairs: [
        ['Date', '14/01/2019'],
        ['Votre référence', 'Offre MFM-19-0042'],
        ['Livraison souhaitée', 'avant le 25/01/2019, quai arrière'],
        ['Contact', `${page.is('PERSON', 'Nadège Fourcade-Riquier')}, ${page.is('PHONE_NUMBER', nice.phone)}`],
      ],
    },
    { head: ['Désignation', 'Qté', 'Prix HT', 'Total HT'], rows },
    {
      totals: [
        ['Total HT', money.fr(net)],
        ['TVA 20 %', money.fr(tax)],
        ['Total TTC', money.fr(total)],
      ],
    },
    {
      text: 'Merci de nous confirmer la commande par retour de courriel. Facturation à réception, paiement à 45 jours fin de mois.',
    },
  ]
  const told = {
    kind: 'other',
    medium: 'document',
    mediaType: 'application/pdf',
    language: 'fr',
    note: 'a purchase order',
  } as const
  return sample(
    `${folder}/BC-0887.pdf`,
    await makePdf(about(world, 'BC-0887', '2019-01-14T14:02:00Z'), blocks),
    told,
    page,
  )
}

async function payslip(world: World): Promise<SampleFile> {
  const { nice } = world.clinics
  const page = notes()
  const blocks: Block[] = [
    letterhead(page, nice),
    { title: 'BULLETIN DE PAIE' },
    {
      pairs: [
        ['Période', 'du 01/06/2019 au 30/06/2019'],
        ['Salariée', page.is('PERSON', 'Solène Carpentras')],
        ['Emploi', 'Assistante médicale, coefficient 215'],
        [
          'N° de sécurité sociale',
          page.is('FR_NIR', frenchNir('f', '1991-10-06', '83137', world.random.digits('staff nir', 3))),
        ],
        ['Adresse', page.is('ADDRESS', '6 impasse du Mûrier, 06300 Nice')],
        ['Convention collective', 'Cabinets médicaux (IDCC 1147)'],
      ],
    },
    {
      head: ['Rubrique', 'Base', 'Taux', 'Part salariale'],
      rows: [
        ['Salaire de base', '151,67', '13,40', '2 032,38'],
        ['Prime d’ancienneté 4 %', '2 032,38', '4,00', '81,30'],
        ['Sécurité sociale – vieillesse plafonnée', '2 113,68', '6,90', '-145,84'],
        ['Complémentaire santé', '', '', '-21,50'],
        ['CSG déductible', '2 076,69', '6,80', '-141,21'],
      ],
    },
    {
      totals: [
        ['Net à payer avant impôt', money.fr(168_244)],
        ['Prélèvement à la source', money.fr(-4_206)],
        ['Net payé', money.fr(164_038)],
      ],
    },
    {
      text: `Virement du 28/06/2019 sur le compte ${page.is('IBAN_CODE', staffIban(world))}. Congés acquis : 22,5 jours. Dans votre intérêt, conservez ce bulletin sans limitation de durée.`,
    },
  ]
  const told = {
    kind: 'other',
    medium: 'document',
    mediaType: 'application/pdf',
    language: 'fr',
    note: 'a payslip: an employee, not a patient',
  } as const
  return sample(
    `${folder}/paie/2019-06 CARPENTRAS.pdf`,
    await makePdf(about(world, 'Bulletin 2019-06', '2019-06-28T08:00:00Z'), blocks),
    told,
    page,
  )
}

function staffIban(world: World): string {
  return iban('FR', frenchBban(world.random.digits('staff iban', 21)))
}

function blankInvoice(world: World): SampleFile {
  const { nice } = world.clinics
  const page = notes()
  const blocks: Block[] = [
    letterhead(page, nice),
    { to: ['[Civilité] [Prénom] [Nom]', '[Adresse]', '[Code postal] [Ville]'] },
    { title: 'FACTURE N° F20__-____' },
    {
      pairs: [
        ['Date', '__/__/20__'],
        ['Patient', '……………………………'],
        ['N° de dossier', '……………………………'],
        ['Praticien', '……………………………'],
      ],
    },
    {
      head: ['Acte', 'Qté', 'Prix unitaire HT', 'Montant HT'],
      rows: [
        ['', '', '', ''],
        ['', '', '', ''],
        ['', '', '', ''],
      ],
    },
    {
      totals: [
        ['Total HT', '……… €'],
        ['TVA 20 %', '……… €'],
        ['Total TTC', '……… €'],
      ],
    },
    {
      text: 'MODÈLE – ne pas remplir ce fichier, faire « Enregistrer sous ». Ne pas oublier la mention de TVA selon l’acte.',
    },
  ]
  const told = {
    kind: 'other',
    medium: 'document',
    mediaType: docxType,
    language: 'fr',
    note: 'a blank template',
  } as const
  return sample(
    `${folder}/modele_facture_vierge.docx`,
    makeDocx(about(world, 'Modèle de facture', '2018-09-03T12:00:00Z'), blocks),
    told,
    page,
  )
}

async function airConditioning(world: World): Promise<SampleFile> {
  const page = notes()
  const { siret } = frenchCompany(world.random.digits('air siren', 8))
  const { rows, net, tax, total } = reckon(
    [
      ['Unité extérieure multisplit 7,0 kW', 1, 214_000],
      ['Unité murale 2,5 kW, salle d’attente', 2, 58_000],
      ['Liaisons frigorifiques, goulottes, supports', 1, 39_000],
      ['Pose, tirage au vide, mise en service', 1, 96_000],
    ],
    money.fr,
    20,
  )
  const blocks: Block[] = [
    {
      letterhead: [
        'Azur Froid Services',
        `88 route de Levens, 06200 Nice – Tél. ${page.is('PHONE_NUMBER', '01 99 00 31 77')}`,
        `SIRET ${page.is('FR_SIRET', siret)} – devis@azurfroid.example`,
      ],
    },
    {
      to: [
        world.clinics.nice.name,
        'À l’attention de Mme Fourcade-Riquier',
        world.clinics.nice.street,
        world.clinics.nice.town,
      ],
    },
    { title: 'DEVIS N° 2019-412 – Climatisation réversible' },
    {
      pairs: [
        ['Date', '06/05/2019'],
        ['Validité', '2 mois'],
        ['Chantier', 'salle d’attente et salle de soins n° 2'],
        ['Délai', '3 semaines après acceptation'],
      ],
    },
    { head: ['Désignation', 'Qté', 'PU HT', 'Total HT'], rows },
    {
      totals: [
        ['Total HT', money.fr(net)],
        ['TVA 20 %', money.fr(tax)],
        ['Total TTC', money.fr(total)],
      ],
    },
    {
      text: 'Acompte de 30 % à la commande, solde à la réception des travaux. Garantie pièces 3 ans, compresseur 5 ans. Bon pour accord, date et signature :',
    },
  ]
  page.is('EMAIL_ADDRESS', 'devis@azurfroid.example')
  const told = {
    kind: 'other',
    medium: 'document',
    mediaType: 'application/pdf',
    language: 'fr',
    note: 'a quote, but for air conditioning',
  } as const
  return sample(
    `${folder}/devis clim salle attente.pdf`,
    await makePdf({ ...about(world, 'Devis 2019-412', '2019-05-06T16:44:00Z'), author: 'Azur Froid Services' }, blocks),
    told,
    page,
  )
}
