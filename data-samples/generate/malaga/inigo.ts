import type { Block } from '../blocks.ts'
import { asText } from '../blocks.ts'
import { makePdf } from '../pdf.ts'
import { localDate } from '../people.ts'
import { notes, type SampleFile, sample } from '../truth.ts'
import type { World } from '../world.ts'
import { about, doctor, head } from './head.ts'

const folder = 'malaga/pacientes/SANTAMARIA'

/** A prescription, and a blood test in a PDF named like a picture. */
export async function inigoFiles(world: World): Promise<SampleFile[]> {
  return [prescription(world), await bloodTest(world)]
}

function prescription(world: World): SampleFile {
  const { malaga } = world.clinics
  const { inigo } = world.people
  const page = notes()
  const blocks: Block[] = [
    head(page, malaga),
    { title: 'RECETA MÉDICA PRIVADA' },
    {
      pairs: [
        ['Paciente', page.field('patient.name', page.is('PERSON', inigo.name))],
        ['Fecha de nacimiento', page.is('DATE_OF_BIRTH', localDate(inigo.birth, '/'))],
        ['DNI', page.is('ES_NIF', inigo.ids.ES_NIF ?? '')],
        ['N.º Seguridad Social', page.is('ES_NUSS', inigo.ids.ES_NUSS ?? '')],
        ['Fecha de prescripción', '07/10/2019'],
        ['Prescriptor', `${doctor(page, malaga.second)}, odontólogo, col. ${malaga.ids.COLEGIADO}`],
      ],
    },
    {
      list: [
        `${page.later('MEDICATION', 'Amoxicilina/ácido clavulánico')} 875/125 mg, comprimidos. Posología: 1 comprimido cada 8 horas durante 7 días. 1 envase de 20.`,
        `${page.later('MEDICATION', 'Dexketoprofeno')} 25 mg, sobres. 1 sobre cada 8 horas si dolor, máximo 3 días.`,
        'Omeprazol 20 mg, cápsulas. 1 cápsula en ayunas mientras dure el tratamiento.',
        'Clorhexidina 0,12 %, colutorio. Enjuagues cada 12 horas, 10 días, a partir del día siguiente.',
      ],
    },
    { text: 'No conducir si nota somnolencia. Dieta blanda y frío local 24 horas.' },
    { sign: ['Firma y sello', malaga.second] },
  ]
  const told = { kind: 'prescription', medium: 'document', mediaType: 'text/plain', language: 'es' } as const
  return sample(`${folder}/receta.txt`, Buffer.from(asText(blocks)), told, page)
}

async function bloodTest(world: World): Promise<SampleFile> {
  const { malaga } = world.clinics
  const { inigo } = world.people
  const page = notes()
  const blocks: Block[] = [
    {
      letterhead: [
        'Laboratorio de Análisis Clínicos Guadalmedina',
        'Alameda Vieja 4, 29002 Málaga',
        `Tel. ${page.is('PHONE_NUMBER', '951 000 512')}`,
      ],
    },
    { title: 'INFORME DE ANALÍTICA' },
    {
      pairs: [
        ['Paciente', page.field('patient.name', page.is('PERSON', inigo.name))],
        ['Fecha de nacimiento', page.is('DATE_OF_BIRTH', localDate(inigo.birth, '/'))],
        ['N.º historia', page.field('patient.number', page.is('PATIENT_ID', inigo.patientNumber))],
        ['Fecha de extracción', page.field('report.date', '2019-09-30', '30/09/2019')],
        ['Solicitado por', doctor(page, malaga.second)],
      ],
    },
    {
      head: ['Determinación', 'Resultado', 'Unidades', 'Valores normales'],
      rows: [
        ['Hemoglobina', '15,1', 'g/dL', '13,0 – 17,0'],
        ['Leucocitos', '12,9 *', '10^3/µL', '4,0 – 11,0'],
        ['Plaquetas', '231', '10^3/µL', '150 – 400'],
        ['INR', '1,05', '', '0,80 – 1,20'],
        ['Glucosa', '94', 'mg/dL', '70 – 105'],
        ['Transaminasa GPT', '88 *', 'U/L', '< 41'],
        ['Anticuerpos anti-VHC', 'POSITIVO', '', 'negativo'],
      ],
    },
    {
      text: 'Comentario: leucocitosis compatible con proceso infeccioso dental. Serología de hepatitis C positiva; se recomienda carga viral y derivación a digestivo.',
    },
  ]
  page.later('DIAGNOSIS', 'hepatitis C')
  const told = {
    kind: 'medical_report',
    medium: 'document',
    mediaType: 'application/pdf',
    language: 'es',
    flags: ['extension_mismatch'],
    note: 'a PDF named like a JPEG',
  } as const
  return sample(
    `${folder}/analitica.jpg`,
    await makePdf({ ...about(world, 'Analítica', '2019-09-30T13:00:00Z'), color: '#356b3c' }, blocks),
    told,
    page,
  )
}
