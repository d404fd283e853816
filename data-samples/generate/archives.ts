import { asText } from './blocks.ts'
import { localDate } from './people.ts'
import { type FileTruth, notes, type SampleFile, sample } from './truth.ts'
import { nameOnly, type World } from './world.ts'
import { makeZip } from './zip.ts'

interface Member {
  readonly name: string
  readonly bytes: Uint8Array
  readonly truth: FileTruth
}

/** Archives: an open one with another inside, a locked one, one that calls itself a Word document. `files` are those made so far. */
export function archiveFiles(world: World, files: readonly SampleFile[]): SampleFile[] {
  const members = [report(world), memo(world), picture(files)]
  const inner = makeZip([{ name: 'notas 2017.txt', bytes: Buffer.from(oldNotes(world).text) }])
  const open = makeZip([
    ...members.map(({ name, bytes }) => ({ name, bytes, stored: name.endsWith('.gif') })),
    { name: 'viejo/2017.zip', bytes: inner, stored: true },
  ])
  const innerTruth: FileTruth = {
    kind: 'archive',
    medium: 'archive',
    mediaType: 'application/zip',
    coverage: ['full'],
    entities: [],
    fields: {},
    children: { 'notas 2017.txt': oldNotes(world).truth },
  }
  const children = {
    ...Object.fromEntries(members.map(({ name, truth }) => [name, truth])),
    'viejo/2017.zip': innerTruth,
  }
  const zip = { kind: 'archive', medium: 'archive', mediaType: 'application/zip' } as const
  return [
    sample('malaga/historias.zip', open, {
      ...zip,
      children,
      drawn: true,
    }),
    sample('malaga/historias (cifrado).zip', makeZip(members.slice(0, 2), 'MarAzul2019'), {
      ...zip,
      coverage: ['none', 'partial'],
      causes: ['encrypted'],
      flags: ['encrypted'],
      note: 'old PKWARE cipher',
    }),
    sample(
      'nice/a_trier/dossier complet.docx',
      makeZip([
        { name: 'lisezmoi.txt', bytes: Buffer.from('Les photos sont sur le disque dur externe, tiroir du bas.\n') },
      ]),
      {
        ...zip,
        children: { 'lisezmoi.txt': readMe },
        flags: ['extension_mismatch'],
        note: 'a plain zip named like a Word document',
      },
    ),
  ]
}

const readMe: FileTruth = {
  kind: 'other',
  medium: 'document',
  mediaType: 'text/plain',
  language: 'fr',
  coverage: ['full'],
  entities: [],
  fields: {},
}

function report(world: World): Member {
  const { malaga } = world.clinics
  const { inigo } = world.people
  const page = notes()
  const text = asText([
    { letterhead: [malaga.name] },
    { title: 'INFORME CLÍNICO' },
    {
      pairs: [
        ['Paciente', page.is('PERSON', inigo.name)],
        ['DNI', page.is('ES_NIF', inigo.ids.ES_NIF ?? '')],
        ['Fecha de nacimiento', page.is('DATE_OF_BIRTH', localDate(inigo.birth, '/'))],
        ['Fecha', '07/10/2019'],
      ],
    },
    {
      text: 'Acude por dolor e inflamación en hemimandíbula izquierda de cuatro días de evolución. A la exploración, absceso vestibular a nivel de 36 con fluctuación. Drenaje bajo anestesia local, cultivo y antibioterapia. Se detecta hepatitis C en analítica previa; se informa al paciente y se deriva a digestivo.',
    },
    {
      text: 'Diagnóstico: absceso periapical sin fístula (K04.7). Plan: endodoncia o exodoncia de 36 según evolución. Revisión en 72 horas.',
    },
    { sign: [malaga.second] },
  ])
  page.is('PERSON', nameOnly(malaga.second))
  const truth = {
    kind: 'medical_report',
    medium: 'document',
    mediaType: 'text/plain',
    language: 'es',
    coverage: ['full'],
    entities: page.entities,
    fields: { 'patient.name': inigo.name, 'report.date': '2019-10-07' },
  } as const
  return { name: 'historias/0112 informe.txt', bytes: Buffer.from(text), truth }
}

function memo(world: World): Member {
  const { carmen } = world.people
  const page = notes()
  const text = `De: recepción\nPara: contabilidad\n\nLa paciente ${page.is('PERSON', carmen.name)} (${page.is('ES_NIF', carmen.ids.ES_NIF ?? '')}) cambia de cuenta para la domiciliación. Nueva cuenta: ${page.is('IBAN_CODE', carmen.iban ?? '')}. Teléfono de contacto ${page.is('PHONE_NUMBER', carmen.phone)}.\n`
  const truth = {
    kind: 'message',
    kindsOk: ['other'],
    medium: 'document',
    mediaType: 'text/plain',
    language: 'es',
    coverage: ['full'],
    entities: page.entities,
    fields: {},
  } as const
  return { name: 'historias/aviso contabilidad.txt', bytes: Buffer.from(text), truth }
}

function picture(files: readonly SampleFile[]): Member {
  const original = files.find(({ path }) => path.endsWith('/foto.gif'))
  if (!original) throw new Error('the archive is made after the pictures')
  return { name: 'historias/foto.gif', bytes: original.bytes, truth: { ...original.truth, drawn: true } }
}

function oldNotes(world: World): { text: string; truth: FileTruth } {
  const page = notes()
  const text = `Notas de 2017. Llamar a ${page.is('PERSON', world.people.carmen.name)}, ${page.is('PHONE_NUMBER', world.people.carmen.phone)}, por la revisión anual.\n`
  return {
    text,
    truth: {
      kind: 'other',
      kindsOk: ['message'],
      medium: 'document',
      mediaType: 'text/plain',
      language: 'es',
      coverage: ['full'],
      entities: page.entities,
      fields: {},
    },
  }
}
