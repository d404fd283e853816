import type { Block } from './blocks.ts'
import { makeDocx } from './docx.ts'
import { faces } from './drawing/face.ts'
import { facePhoto } from './drawing/scenes.ts'
import { docxType, letterhead } from './nice/head.ts'
import { makePdf } from './pdf.ts'
import { render } from './studio.ts'
import { notes, type SampleFile, sample } from './truth.ts'
import { money, type World } from './world.ts'

/** Damaged, locked, misnamed and doubled files. `files` are those made so far. */
export async function brokenFiles(world: World, files: readonly SampleFile[]): Promise<SampleFile[]> {
  return [
    await cutPdf(world),
    cutJpeg(files),
    await lockedPdf(world),
    await pictureNamedPdf(world),
    spoiltDocx(world),
    ...doubles(files),
  ]
}

async function cutPdf(world: World): Promise<SampleFile> {
  const { joerg } = world.people
  const blocks: Block[] = [
    { letterhead: [world.clinics.freiburg.name, world.clinics.freiburg.street] },
    { to: [joerg.name, joerg.street, joerg.town] },
    { title: 'Rechnung RE-2019-0377' },
    {
      pairs: [
        ['Datum', '04.11.2019'],
        ['Patient', joerg.name],
      ],
    },
    {
      head: ['GOZ', 'Leistung', 'Faktor', 'Betrag'],
      rows: [
        ['2200', 'Versorgung eines Implantats durch eine Vollkrone', '2,3', '171,03 €'],
        ['', 'Material und Labor', '', '473,97 €'],
      ],
    },
    { totals: [['Rechnungsbetrag', money.de(64_500)]] },
  ]
  const whole = await makePdf({ title: 'Rechnung', created: '2019-11-04T07:00:00Z', language: 'de' }, blocks, {
    plain: true,
  })
  const told = {
    kind: 'invoice',
    kindsOk: ['other'],
    medium: 'document',
    mediaType: 'application/pdf',
    coverage: ['partial', 'none'],
    causes: ['truncated', 'malformed', 'no_text'],
    note: 'the last third is missing',
  } as const
  return sample('freiburg/Rechnung_RE-2019-0377.pdf', whole.subarray(0, Math.floor(whole.length * 0.66)), told)
}

function original(files: readonly SampleFile[], end: string): SampleFile {
  const found = files.find(({ path }) => path.endsWith(end))
  if (!found) throw new Error(`${end} is made before its copies`)
  return found
}

function cutJpeg(files: readonly SampleFile[]): SampleFile {
  const { bytes, truth } = original(files, 'DSC_0417.JPG')
  const told = {
    ...truth,
    kindsOk: ['other'],
    coverage: ['partial', 'none'],
    causes: ['truncated', 'malformed', 'no_text', 'ocr_off'],
    later: ['kind'],
    note: 'the lower half is missing',
  } as const
  return sample(
    "torino/pazienti/D'Amicantonio/DSC_0417 (1).JPG",
    bytes.subarray(0, Math.floor(bytes.length * 0.55)),
    told,
  )
}

async function lockedPdf(world: World): Promise<SampleFile> {
  const page = notes()
  const { helene } = world.people
  const blocks: Block[] = [
    letterhead(page, world.clinics.nice),
    { title: 'Compte rendu opératoire – lifting cervico-facial' },
    {
      pairs: [
        ['Patiente', helene.name],
        ['N° dossier', helene.patientNumber],
      ],
    },
    { text: 'Lifting cervico-facial avec platysmaplastie sous anesthésie générale. Suites simples.' },
  ]
  const bytes = await makePdf(
    { title: 'CRO', created: '2019-07-01T12:00:00Z', language: 'fr', color: world.clinics.nice.color },
    blocks,
    { password: 'lumiere' },
  )
  const told = {
    kind: 'other',
    kindsOk: ['medical_report'],
    medium: 'document',
    mediaType: 'application/pdf',
    coverage: ['none'],
    causes: ['encrypted'],
    flags: ['encrypted'],
    note: 'asks for a password',
  } as const
  return sample('nice/a_trier/CRO protégé.pdf', bytes, told)
}

async function pictureNamedPdf(world: World): Promise<SampleFile> {
  const path = 'torino/pazienti/Ferrabosco/foto.pdf'
  const bytes = await world.studio.picture(path, () => render(facePhoto(faces.niccolo, 560, 700, 61), 'jpeg'))
  const told = {
    kind: 'face_image',
    medium: 'image',
    mediaType: 'image/jpeg',
    coverage: ['full', 'partial'],
    causes: ['no_text', 'ocr_off'],
    flags: ['extension_mismatch'],
    later: ['kind', 'coverage'],
    drawn: true,
    note: 'a JPEG named like a PDF',
  } as const
  return sample(path, bytes, told)
}

function spoiltDocx(world: World): SampleFile {
  const about = { title: 'CR', created: '2019-05-02T08:00:00Z', language: 'fr' }
  const bytes = Uint8Array.from(
    makeDocx(about, [
      letterhead(notes(), world.clinics.nice),
      { title: 'Compte rendu de consultation' },
      { text: 'Patiente revue à six mois, très satisfaite. '.repeat(20) },
    ]),
  )
  const at = Buffer.from(bytes).indexOf('word/document.xml')
  bytes.fill(0x5a, at + 60, at + 220)
  const told = {
    kind: 'other',
    kindsOk: ['medical_report'],
    medium: 'document',
    mediaType: docxType,
    mediaTypesOk: ['application/zip'],
    coverage: ['partial', 'none'],
    causes: ['malformed'],
    note: 'the packed text is overwritten',
  } as const
  return sample('nice/a_trier/CR corrompu.docx', bytes, told)
}

function doubles(files: readonly SampleFile[]): SampleFile[] {
  const copies = [
    ['Facture F2019-0142.pdf', 'nice/a_trier/Copie de facture (2).pdf'],
    ['IMG_2041.JPG', 'nice/a_trier/Sans titre.jpg'],
  ] as const
  return copies.map(([end, path]) => {
    const { bytes, truth, path: duplicateOf } = original(files, end)
    return sample(path, bytes, { ...truth, duplicateOf })
  })
}
