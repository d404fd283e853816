import type { About, Block } from '../blocks.ts'
import { makePdf } from '../pdf.ts'
import { localDate } from '../people.ts'
import { notes, type SampleFile, sample } from '../truth.ts'
import { addressLines, money, plain, reckon, type World } from '../world.ts'
import { doctor, letterhead } from './head.ts'

const folder = 'nice/01_PATIENTS/ROUSSELIN Camille'

/** A rhinoplasty: quote, prescription, invoice. */
export async function camilleFiles(world: World): Promise<SampleFile[]> {
  return [await invoice(world), await quote(world), await prescription(world)]
}

function about(world: World, title: string, created: string): About {
  const { color, name, doctor } = world.clinics.nice
  return { title, author: doctor, company: name, created, color, language: 'fr' }
}

async function invoice(world: World): Promise<SampleFile> {
  const { nice } = world.clinics
  const { camille } = world.people
  const page = notes()
  const { rows, net, tax, total } = reckon(
    [
      ['Rhinoplastie esthétique ultrasonique – honoraires chirurgien', 1, 320_000],
      ['Honoraires anesthésiste (anesthésie générale)', 1, 65_000],
      ['Forfait bloc opératoire et hospitalisation ambulatoire', 1, 98_000],
      ['Attelle nasale thermoformée', 1, 4_500],
      ['Consultations de suivi (J7, J30)', 2, 0],
    ],
    money.fr,
    20,
  )
  page.later('MEDICAL_PROCEDURE', 'Rhinoplastie')
  const blocks: Block[] = [
    letterhead(page, nice),
    { to: addressLines(page, camille, 'Madame ') },
    { title: `FACTURE N° ${page.field('invoice.number', 'F2019-0142')}` },
    {
      pairs: [
        ['Date de facture', page.field('invoice.date', '2019-04-03', '03/04/2019')],
        ['Échéance', page.field('invoice.due_date', '2019-04-18', '18/04/2019')],
        ['Patiente', page.field('patient.name', camille.name)],
        ['N° dossier', page.field('patient.number', page.is('PATIENT_ID', camille.patientNumber))],
        [
          'Date de naissance',
          page.field('patient.birth_date', camille.birth, page.is('DATE_OF_BIRTH', localDate(camille.birth, '/'))),
        ],
        ['N° de sécurité sociale', page.is('FR_NIR', camille.ids.FR_NIR ?? '')],
        ['Praticien', doctor(page, nice.doctor)],
        ['Date de l’intervention', '02/04/2019'],
      ],
    },
    { head: ['Désignation des actes', 'Qté', 'Prix unitaire HT', 'Montant HT'], rows, widths: [5, 0.8, 1.7, 1.7] },
    {
      totals: [
        ['Total HT', money.fr(net)],
        ['TVA 20 %', page.field('invoice.tax', plain(tax), money.fr(tax))],
        ['Total TTC', page.field('invoice.total', plain(total), money.fr(total))],
      ],
    },
    {
      text: `Acompte versé le 12/03/2019 par carte bancaire ${page.is('CREDIT_CARD', camille.card ?? '')} : ${money.fr(150_000)}. Solde à régler : ${money.fr(total - 150_000)}.`,
    },
    {
      text: `Règlement par virement à l’ordre de la clinique : IBAN ${page.field('invoice.iban', page.is('IBAN_CODE', nice.iban))} – BIC ${page.is('BIC', nice.bic)}. Merci d’indiquer le numéro de facture. Tout retard de paiement entraîne des pénalités au taux légal en vigueur et une indemnité forfaitaire de 40 €.`,
    },
    {
      text: 'Acte de chirurgie esthétique non pris en charge par l’Assurance Maladie. Cette facture tient lieu de note d’honoraires acquittée après encaissement.',
    },
    {
      foot: `${nice.name} – SELARL au capital de 20 000 € – RCS Nice – ${doctor(page, nice.doctor)}, RPPS ${page.is('FR_RPPS', nice.ids.FR_RPPS)}`,
    },
  ]
  page.field('invoice.currency', 'EUR')
  page.field('invoice.issuer', nice.name)
  const set = about(world, `Facture F2019-0142 ${camille.name}`, '2019-04-03T08:12:00Z')
  const told = {
    kind: 'invoice',
    medium: 'document',
    mediaType: 'application/pdf',
    language: 'fr',
    metadata: { Author: nice.doctor, Creator: 'CabinetPro 7.2' },
  } as const
  return sample(`${folder}/Facture F2019-0142.pdf`, await makePdf(set, blocks), told, page)
}

async function quote(world: World): Promise<SampleFile> {
  const { nice } = world.clinics
  const { camille } = world.people
  const page = notes()
  const { rows, net, tax, total } = reckon(
    [
      ['Rhinoplastie esthétique ultrasonique (voie fermée)', 1, 320_000],
      ['Anesthésie générale – honoraires Dr Thévenot', 1, 65_000],
      ['Frais de bloc et séjour ambulatoire', 1, 98_000],
      ['Attelle, pansements, bas de contention', 1, 4_500],
    ],
    money.fr,
    20,
  )
  const blocks: Block[] = [
    letterhead(page, nice),
    { to: addressLines(page, camille, 'Mme ') },
    { title: 'DEVIS DE CHIRURGIE ESTHÉTIQUE' },
    {
      text: 'Établi en application de l’arrêté du 17 octobre 1996 relatif à la publicité des prix des actes médicaux et chirurgicaux à visée esthétique.',
    },
    {
      pairs: [
        ['Devis n°', 'D2019-0088'],
        ['Établi le', page.field('treatment.date', '2019-02-11', '11/02/2019')],
        ['Patiente', page.field('patient.name', camille.name)],
        [
          'Née le',
          page.field('patient.birth_date', camille.birth, page.is('DATE_OF_BIRTH', localDate(camille.birth, '/'))),
        ],
        ['Téléphone', page.field('patient.phone', page.is('PHONE_NUMBER', camille.phone))],
        ['Courriel', page.field('patient.email', page.is('EMAIL_ADDRESS', camille.email))],
        ['Praticien', page.field('treatment.practitioner', nice.doctor, doctor(page, nice.doctor))],
        ['Lieu de l’intervention', nice.name],
        ['Date envisagée', '02/04/2019'],
      ],
    },
    { heading: 'Intervention proposée' },
    {
      text: 'Correction d’une bosse ostéo-cartilagineuse et affinement de la pointe nasale par rhinoplastie ultrasonique. Durée prévisible : 1 h 45. Séjour : ambulatoire. Éviction sociale : 8 à 10 jours.',
    },
    { head: ['Détail des prestations', 'Qté', 'Tarif HT', 'Total HT'], rows, widths: [5, 0.8, 1.6, 1.6] },
    {
      totals: [
        ['Total HT', money.fr(net)],
        ['TVA 20 %', money.fr(tax)],
        ['Total TTC', page.field('treatment.total', plain(total), money.fr(total))],
      ],
    },
    {
      text: 'Un délai minimum de quinze jours doit être respecté entre la remise de ce devis et l’intervention. Aucun acompte ne peut être exigé pendant ce délai. Devis valable trois mois. Les actes de chirurgie esthétique ne sont pas remboursés par la Sécurité sociale.',
    },
    {
      text: 'Bon pour accord (date, mention manuscrite « devis reçu avant l’exécution de la prestation », signature de la patiente) :',
    },
    { sign: [camille.name, 'le 14/02/2019'] },
    {
      foot: `${doctor(page, nice.doctor)} – Qualifiée en chirurgie plastique, reconstructrice et esthétique – RPPS ${page.is('FR_RPPS', nice.ids.FR_RPPS)}`,
    },
  ]
  page.later('MEDICAL_PROCEDURE', 'Rhinoplastie')
  const told = { kind: 'treatment_plan', medium: 'document', mediaType: 'application/pdf', language: 'fr' } as const
  return sample(
    `${folder}/devis rhinoplastie.pdf`,
    await makePdf(about(world, 'Devis', '2019-02-11T10:05:00Z'), blocks),
    told,
    page,
  )
}

async function prescription(world: World): Promise<SampleFile> {
  const { nice } = world.clinics
  const { camille } = world.people
  const page = notes()
  const drug = (name: string) => page.later('MEDICATION', name)
  const blocks: Block[] = [
    letterhead(page, nice),
    {
      text: `${doctor(page, nice.doctor)}\nChirurgie plastique, reconstructrice et esthétique\nRPPS ${page.is('FR_RPPS', nice.ids.FR_RPPS)}`,
    },
    {
      to: [
        'Nice, le 02/04/2019',
        `Mme ${page.is('PERSON', camille.name)}`,
        `née le ${page.is('DATE_OF_BIRTH', localDate(camille.birth, '/'))}`,
      ],
    },
    { title: 'ORDONNANCE' },
    {
      list: [
        `${drug('PARACÉTAMOL')} 1 g, comprimés : 1 comprimé toutes les 6 heures si douleur, sans dépasser 4 g par jour, pendant 7 jours.`,
        `${drug('CLINDAMYCINE')} 300 mg, gélules : 1 gélule matin, midi et soir pendant 6 jours (allergie à la pénicilline).`,
        `${drug('ARNICA MONTANA')} 9 CH, granules : 5 granules 3 fois par jour pendant 10 jours.`,
        'Sérum physiologique, unidoses : lavage de nez 6 fois par jour pendant 3 semaines, qsp 2 boîtes de 40.',
        'Compresses stériles 10 × 10 : 1 boîte.',
      ],
    },
    {
      text: 'À renouveler : 0 fois. Ne pas prendre d’aspirine ni d’anti-inflammatoire. Arrêt de travail du 02/04/2019 au 12/04/2019 inclus.',
    },
    { sign: [nice.doctor] },
  ]
  const told = { kind: 'prescription', medium: 'document', mediaType: 'application/pdf', language: 'fr' } as const
  return sample(
    `${folder}/ordonnance 2019-04-02.pdf`,
    await makePdf(about(world, 'Ordonnance', '2019-04-02T15:20:00Z'), blocks),
    told,
    page,
  )
}
