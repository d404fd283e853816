import type { About, Block } from '../blocks.ts'
import { asText } from '../blocks.ts'
import { makeDocx } from '../docx.ts'
import { localDate } from '../people.ts'
import { notes, type SampleFile, sample } from '../truth.ts'
import type { World } from '../world.ts'
import { doctor, docxType, letterhead } from './head.ts'

const folder = 'nice/01_PATIENTS/ROUSSELIN Camille'

/** The same rhinoplasty: first visit, operation, consent. */
export function camilleRecords(world: World): SampleFile[] {
  return [consultation(world), operation(world), consent(world)]
}

function about(world: World, title: string, created: string): About {
  const { color, name, doctor } = world.clinics.nice
  return { title, author: doctor, company: name, created, color, language: 'fr' }
}

function consultation(world: World): SampleFile {
  const { nice } = world.clinics
  const { camille } = world.people
  const page = notes()
  const blocks: Block[] = [
    letterhead(page, nice),
    { title: 'Compte rendu de consultation' },
    {
      pairs: [
        ['Patiente', page.field('patient.name', page.is('PERSON', camille.name))],
        [
          'Née le',
          page.field('patient.birth_date', camille.birth, page.is('DATE_OF_BIRTH', localDate(camille.birth, '/'))),
        ],
        ['Dossier', page.field('patient.number', page.is('PATIENT_ID', camille.patientNumber))],
        ['Consultation du', page.field('report.date', '2019-02-11', '11/02/2019')],
        ['Médecin', page.field('report.author', nice.doctor, doctor(page, nice.doctor))],
      ],
    },
    { heading: 'Motif' },
    {
      text: 'Demande de correction d’une bosse nasale et d’une pointe tombante, complexe ancien depuis l’adolescence, majoré par les photos de profil. Pas de traumatisme rapporté.',
    },
    { heading: 'Antécédents' },
    {
      text: 'Médicaux : asthme intermittent traité par salbutamol à la demande. Chirurgicaux : appendicectomie (1997). Allergie : pénicilline (urticaire). Tabac : 6 cigarettes par jour depuis 12 ans. Contraception orale. Gynéco : G1P1.',
    },
    { heading: 'Examen clinique' },
    {
      text: 'Peau d’épaisseur moyenne, phototype III. Bosse ostéo-cartilagineuse de 3 mm, angle naso-labial à 88°, déviation septale gauche modérée sans obstruction (Cottle négatif). Ventilation nasale correcte. Photographies standardisées face, profils et trois-quarts réalisées avec l’accord de la patiente.',
    },
    { heading: 'Conclusion' },
    {
      text: 'Bonne indication de rhinoplastie ultrasonique par voie fermée. Bilan préopératoire (NFS, TP, TCA) et consultation d’anesthésie prescrits. Arrêt du tabac demandé un mois avant et après. Risques expliqués : œdème prolongé, irrégularité, reprise chirurgicale (8 %). Devis et fiche d’information remis ce jour. Revoir dans quinze jours.',
    },
    { sign: [nice.doctor] },
  ]
  page.later('MEDICATION', 'salbutamol')
  page.later('DIAGNOSIS', 'asthme')
  const told = { kind: 'medical_report', medium: 'document', mediaType: 'text/plain', language: 'fr' } as const
  return sample(`${folder}/CR consultation 2019-02-11.txt`, Buffer.from(asText(blocks, ' : ')), told, page)
}

function operation(world: World): SampleFile {
  const { nice } = world.clinics
  const { camille } = world.people
  const page = notes()
  const blocks: Block[] = [
    letterhead(page, nice),
    { title: 'COMPTE RENDU OPÉRATOIRE' },
    {
      pairs: [
        ['Nom, prénom', page.is('PERSON', 'ROUSSELIN Camille', camille.name)],
        [
          'Date de naissance',
          page.field('patient.birth_date', camille.birth, page.is('DATE_OF_BIRTH', localDate(camille.birth, '/'))),
        ],
        ['N° dossier', page.field('patient.number', page.is('PATIENT_ID', camille.patientNumber))],
        ['Date de l’intervention', page.field('report.date', '2019-04-02', '02/04/2019')],
        ['Opérateur', page.field('report.author', nice.doctor, doctor(page, nice.doctor))],
        ['Aide opératoire', page.later('PERSON', 'Solène Carpentras')],
        ['Anesthésie', 'générale, intubation orotrachéale'],
      ],
    },
    { heading: 'Intervention' },
    { text: 'Rhinoplastie esthétique ultrasonique par voie fermée (CCAM LAMA008).' },
    { heading: 'Description' },
    {
      text: 'Patiente en décubitus dorsal, champage stérile. Infiltration à la lidocaïne adrénalinée 1 %. Incisions intercartilagineuses et hémitransfixiante. Décollement sous-périchondral et sous-périosté du dorsum. Résection de la bosse de 3 mm au Piezotome, régularisation à la râpe. Ostéotomies latérales et médianes à l’insert ultrasonique.',
    },
    {
      text: 'Résection céphalique des cartilages alaires (conservation de 7 mm), points transdomaux au PDS 5/0. Greffon columellaire prélevé sur le septum. Fermeture au Vicryl rapide 5/0. Attelle thermoformée, mèches résorbables. Saignement minime, durée 1 h 40, pas d’incident.',
    },
    { heading: 'Suites' },
    {
      text: 'Sortie le soir même. Paracétamol 1 g toutes les six heures, pas d’anti-inflammatoire. Ablation de l’attelle à J7. Arrêt de travail de dix jours.',
    },
    { sign: [nice.doctor] },
  ]
  page.later('MEDICAL_PROCEDURE', 'Rhinoplastie esthétique ultrasonique')
  page.later('MEDICATION', 'Paracétamol')
  const told = {
    kind: 'medical_report',
    medium: 'document',
    mediaType: docxType,
    language: 'fr',
    metadata: { Creator: nice.doctor },
  } as const
  return sample(
    `${folder}/CR opératoire.docx`,
    makeDocx(about(world, 'CRO', '2019-04-02T13:40:00Z'), blocks),
    told,
    page,
  )
}

function consent(world: World): SampleFile {
  const { nice } = world.clinics
  const { camille } = world.people
  const page = notes()
  const blocks: Block[] = [
    letterhead(page, nice),
    { title: 'CONSENTEMENT ÉCLAIRÉ – RHINOPLASTIE' },
    {
      text: `Je soussignée ${page.field('patient.name', page.is('PERSON', camille.name))}, née le ${page.is('DATE_OF_BIRTH', localDate(camille.birth, '/'))} à Nice, demeurant ${page.is('ADDRESS', `${camille.street}, ${camille.town}`)}, déclare avoir reçu du ${doctor(page, nice.doctor)}, au cours de deux consultations, une information claire et loyale sur l’intervention proposée.`,
    },
    {
      list: [
        'J’ai compris la nature de l’intervention, ses bénéfices attendus et ses alternatives, y compris l’abstention.',
        'J’ai été informée des risques : hématome, infection, troubles de la sensibilité, asymétrie, obstruction nasale, reprise chirurgicale.',
        'J’ai pu poser toutes les questions que je souhaitais et j’ai disposé d’un délai de réflexion de plus de quinze jours.',
        'J’autorise la prise de photographies médicales pour mon dossier. Je REFUSE leur utilisation à des fins de publication.',
        'Je donne mon consentement à l’anesthésie générale et, en cas de nécessité, à tout geste complémentaire.',
      ],
    },
    {
      text: `Personne à prévenir : ${page.is('PERSON', 'Bastien Rousselin')} (conjoint), ${page.is('PHONE_NUMBER', '06 39 98 70 14')}.`,
    },
    { text: 'Je peux retirer mon consentement à tout moment avant l’intervention.' },
    { sign: ['Fait à Nice, le 26/02/2019', 'Lu et approuvé', camille.name] },
  ]
  const set = {
    ...about(world, 'Consentement rhinoplastie', '2019-02-26T09:00:00Z'),
    lastModifiedBy: 'Solène Carpentras',
  }
  const remark = {
    author: 'Solène Carpentras',
    text: `Original signé classé, dossier ${camille.patientNumber}. Rappeler la patiente pour le bilan.`,
  }
  const told = { kind: 'consent_form', medium: 'document', mediaType: docxType, language: 'fr' } as const
  return sample(`${folder}/consentement_rhinoplastie.docx`, makeDocx(set, blocks, { comment: remark }), told, page)
}
