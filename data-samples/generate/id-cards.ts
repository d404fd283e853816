import { cardScan } from './drawing/cards.ts'
import { faces } from './drawing/face.ts'
import { td1, td3 } from './mrz.ts'
import { localDate } from './people.ts'
import { picture } from './pictures.ts'
import { render } from './studio.ts'
import { allLater, notes, type SampleFile } from './truth.ts'
import type { World } from './world.ts'

/** Scans of identity documents, drawn; their machine-readable lines carry right check digits. */
export async function cardFiles(world: World): Promise<SampleFile[]> {
  return Promise.all([camilleCard(world), eleanorPassport(world), joergCard(world), niccoloCard(world)])
}

const seen = { kind: 'identity_document', later: ['kind', 'coverage', 'language', 'fields'] } as const

async function camilleCard(world: World): Promise<SampleFile> {
  const page = notes()
  const { camille } = world.people
  const number = world.random.digits('camille card number', 12)
  page.is('PERSON', camille.name)
  page.is('DATE_OF_BIRTH', localDate(camille.birth, '/'))
  const card = {
    state: 'RÉPUBLIQUE FRANÇAISE',
    kind: `CARTE NATIONALE D’IDENTITÉ N° ${number}`,
    code: 'FR',
    color: '#d9e4f0',
    looks: faces.camille,
    overprint: 'DESSIN',
    entries: [
      { label: 'Nom', value: 'ROUSSELIN' },
      { label: 'Prénom(s)', value: 'CAMILLE, JEANNE' },
      { label: 'Sexe', value: 'F' },
      { label: 'Né(e) le', value: '12/03/1984' },
      { label: 'à', value: 'NICE (06)' },
      { label: 'Taille', value: '1,68 m' },
      { label: 'Valable jusqu’au', value: '04/05/2026' },
      { label: 'Signature', value: 'C. Rousselin' },
    ],
  }
  const shown = { ...seen, mediaType: 'image/png', language: 'fr', entities: allLater(page.entities) } as const
  return picture(
    world,
    'nice/01_PATIENTS/ROUSSELIN Camille/CNI recto.png',
    () => render(cardScan(card), 'png', 860),
    shown,
  )
}

async function eleanorPassport(world: World): Promise<SampleFile> {
  const page = notes()
  const { eleanor } = world.people
  const number = world.random.digits('eleanor passport', 9)
  const mrz = td3({
    code: 'P',
    state: 'GBR',
    nationality: 'GBR',
    number,
    family: eleanor.family,
    given: eleanor.given,
    birth: eleanor.birth,
    sex: 'f',
    expires: '2026-11-30',
  })
  page.is('PERSON', eleanor.name)
  page.is('UK_PASSPORT', number)
  page.is('TRAVEL_DOCUMENT_MRZ', mrz.join('\n'))
  const card = {
    state: 'UNITED KINGDOM OF GREAT BRITAIN',
    kind: `PASSPORT / PASSEPORT   No. ${number}`,
    code: 'GBR',
    color: '#ecdfe2',
    looks: faces.eleanor,
    overprint: 'DRAWING',
    mrz,
    entries: [
      { label: 'Surname/Nom (1)', value: 'WHITCOMBE' },
      { label: 'Given names/Prénoms (2)', value: 'ELEANOR' },
      { label: 'Nationality/Nationalité (3)', value: 'BRITISH CITIZEN' },
      { label: 'Date of birth (4)', value: '03 SEP /SEPT 79' },
      { label: 'Sex/Sexe (5)', value: 'F' },
      { label: 'Place of birth (6)', value: 'LEEDS' },
      { label: 'Date of issue (7)', value: '30 NOV /NOV 16' },
      { label: 'Date of expiry (9)', value: '30 NOV /NOV 26' },
    ],
  }
  const shown = { ...seen, mediaType: 'image/jpeg', language: 'en', entities: allLater(page.entities) } as const
  return picture(
    world,
    'london/clients/Whitcombe, E (P)/passport.jpg',
    () => render(cardScan(card), 'jpeg', 900),
    shown,
  )
}

async function joergCard(world: World): Promise<SampleFile> {
  const page = notes()
  const { joerg } = world.people
  const number = `L01X${world.random.digits('joerg card', 5)}`
  const mrz = td1({
    code: 'ID',
    state: 'D',
    nationality: 'D',
    number,
    family: joerg.family,
    given: joerg.given,
    birth: joerg.birth,
    sex: 'm',
    expires: '2027-01-14',
  })
  page.is('PERSON', joerg.name)
  page.is('TRAVEL_DOCUMENT_MRZ', mrz.join('\n'))
  const card = {
    state: 'BUNDESREPUBLIK DEUTSCHLAND',
    kind: `PERSONALAUSWEIS / IDENTITY CARD   ${number}`,
    code: 'D',
    color: '#d6e4df',
    looks: faces.joerg,
    overprint: 'MUSTER',
    mrz,
    entries: [
      { label: '[a] Name / Surname', value: 'BRANDSTÄTTER' },
      { label: '[c] Vornamen / Given names', value: 'JÖRG' },
      { label: 'Geburtstag / Date of birth', value: '22.05.1967' },
      { label: 'Staatsangehörigkeit', value: 'DEUTSCH' },
      { label: 'Geburtsort / Place of birth', value: 'LÖRRACH' },
      { label: 'Gültig bis / Date of expiry', value: '14.01.2027' },
      { label: 'Anschrift / Address', value: '79111 FREIBURG' },
      { label: '', value: 'SCHWALBENWEG 17A' },
    ],
  }
  const shown = { ...seen, mediaType: 'image/jpeg', language: 'de', entities: allLater(page.entities) } as const
  return picture(
    world,
    'freiburg/Patienten/0047 Brandstätter Jörg/Ausweis.jpg',
    () => render(cardScan(card), 'jpeg', 900),
    shown,
  )
}

async function niccoloCard(world: World): Promise<SampleFile> {
  const page = notes()
  const { niccolo } = world.people
  page.is('PERSON', niccolo.name)
  page.is('IT_FISCAL_CODE', niccolo.ids.IT_FISCAL_CODE ?? '')
  const card = {
    state: 'TESSERA SANITARIA',
    kind: 'REPUBBLICA ITALIANA – TESSERA EUROPEA DI ASSICURAZIONE MALATTIA',
    code: 'IT',
    color: '#dbe9f5',
    overprint: 'DISEGNO',
    entries: [
      { label: 'Codice fiscale', value: niccolo.ids.IT_FISCAL_CODE ?? '' },
      { label: 'Data di scadenza', value: '23/10/2024' },
      { label: 'Cognome', value: 'FERRABOSCO' },
      { label: 'Sesso', value: 'M' },
      { label: 'Nome', value: 'NICCOLÒ' },
      { label: 'Luogo di nascita', value: 'TORINO' },
      { label: 'Provincia', value: 'TO' },
      { label: 'Data di nascita', value: '17/02/1981' },
    ],
  }
  const shown = { ...seen, mediaType: 'image/png', language: 'it', entities: allLater(page.entities) } as const
  return picture(
    world,
    'torino/pazienti/Ferrabosco/tessera sanitaria.png',
    () => render(cardScan(card), 'png', 860),
    shown,
  )
}
