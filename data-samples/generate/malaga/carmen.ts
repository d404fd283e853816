import type { Block } from '../blocks.ts'
import { makeDocx } from '../docx.ts'
import { makeHtml } from '../html.ts'
import { td1 } from '../mrz.ts'
import { docxType } from '../nice/head.ts'
import { makeOdt } from '../office.ts'
import { makePdf } from '../pdf.ts'
import { localDate } from '../people.ts'
import { notes, type SampleFile, sample } from '../truth.ts'
import { addressLines, money, plain, reckon, type World } from '../world.ts'
import { about, doctor, head } from './head.ts'

const folder = 'malaga/pacientes/Iturralde Peña, Mª Carmen'

/** An abdominoplasty: quote, invoice, operation, consent, an identity card typed off. */
export async function carmenFiles(world: World): Promise<SampleFile[]> {
  return [await quote(world), invoice(world), operation(world), consent(world), identity(world)]
}

async function quote(world: World): Promise<SampleFile> {
  const { malaga } = world.clinics
  const { carmen } = world.people
  const page = notes()
  const { rows, net, tax, total } = reckon(
    [
      ['Abdominoplastia con plicatura de rectos – honorarios', 1, 380_000],
      ['Liposucción de flancos', 1, 120_000],
      ['Quirófano y una noche de ingreso', 1, 145_000],
      ['Anestesista', 1, 60_000],
      ['Faja posoperatoria', 1, 8_500],
    ],
    money.es,
    21,
  )
  const blocks: Block[] = [
    head(page, malaga),
    { to: addressLines(page, carmen, 'Dña. ') },
    { title: 'PRESUPUESTO DE TRATAMIENTO' },
    {
      pairs: [
        ['Presupuesto n.º', 'P-2019/0234'],
        ['Fecha', page.field('treatment.date', '2019-05-20', '20/05/2019')],
        ['Paciente', page.field('patient.name', carmen.name)],
        ['DNI', page.is('ES_NIF', carmen.ids.ES_NIF ?? '')],
        [
          'Fecha de nacimiento',
          page.field('patient.birth_date', carmen.birth, page.is('DATE_OF_BIRTH', localDate(carmen.birth, '/'))),
        ],
        ['Teléfono', page.is('PHONE_NUMBER', carmen.phone)],
        ['Historia clínica', page.field('patient.number', page.is('PATIENT_ID', carmen.patientNumber))],
        ['Facultativa', page.field('treatment.practitioner', malaga.doctor, doctor(page, malaga.doctor))],
      ],
    },
    { head: ['Concepto', 'Uds.', 'Precio', 'Importe'], rows, widths: [5, 0.8, 1.5, 1.5] },
    {
      totals: [
        ['Base imponible', money.es(net)],
        ['IVA 21 %', money.es(tax)],
        ['Total presupuesto', page.field('treatment.total', plain(total), money.es(total))],
      ],
    },
    { heading: 'Plan de tratamiento' },
    {
      list: [
        'Visita 1: analítica, electrocardiograma y fotografías',
        'Visita 2: preanestesia y firma de consentimientos',
        'Intervención: 3 horas, anestesia general, una noche de ingreso',
        'Curas a los 4, 8 y 15 días; retirada de drenajes al segundo día',
        'Revisiones al mes, a los tres meses y al año',
      ],
    },
    {
      text: 'Validez del presupuesto: 60 días. Reserva de fecha con el 20 %. No incluye medicación ni bajas laborales. Conforme el/la paciente (firma):',
    },
    { foot: `${malaga.name}, S.L. – Inscrita en el Registro Mercantil de Málaga – Centro autorizado NICA 00000` },
  ]
  page.later('MEDICAL_PROCEDURE', 'Abdominoplastia')
  const told = { kind: 'treatment_plan', medium: 'document', mediaType: 'application/pdf', language: 'es' } as const
  return sample(
    `${folder}/presupuesto.pdf`,
    await makePdf(about(world, 'Presupuesto P-2019/0234', '2019-05-20T11:15:00Z'), blocks),
    told,
    page,
  )
}

function invoice(world: World): SampleFile {
  const { malaga } = world.clinics
  const { carmen } = world.people
  const page = notes()
  const { rows, net, tax, total } = reckon(
    [
      ['Abdominoplastia y liposucción de flancos (P-2019/0234)', 1, 713_500],
      ['Cura adicional', 2, 4_500],
    ],
    money.es,
    21,
  )
  const blocks: Block[] = [
    head(page, malaga),
    { to: addressLines(page, carmen, 'Dña. ') },
    { title: `FACTURA ${page.field('invoice.number', '2019/0771')}` },
    {
      pairs: [
        ['Fecha de expedición', page.field('invoice.date', '2019-06-28', '28/06/2019')],
        ['Cliente', page.field('patient.name', carmen.name)],
        ['NIF', page.is('ES_NIF', carmen.ids.ES_NIF ?? '')],
        ['Correo electrónico', page.is('EMAIL_ADDRESS', carmen.email)],
        ['Forma de pago', `domiciliación en ${page.is('IBAN_CODE', carmen.iban ?? '')}`],
      ],
    },
    { head: ['Descripción', 'Cantidad', 'Precio', 'Importe'], rows },
    {
      totals: [
        ['Base imponible', money.es(net)],
        ['IVA (21 %)', page.field('invoice.tax', plain(tax), money.es(tax))],
        ['TOTAL FACTURA', page.field('invoice.total', plain(total), money.es(total))],
      ],
    },
    {
      text: `Vencimiento: ${page.field('invoice.due_date', '2019-07-28', '28/07/2019')}. Nuestra cuenta: ${page.field('invoice.iban', page.is('IBAN_CODE', malaga.iban))}.`,
    },
  ]
  page.field('invoice.currency', 'EUR')
  page.field('invoice.issuer', malaga.name)
  const told = { kind: 'invoice', medium: 'document', mediaType: docxType, language: 'es' } as const
  return sample(
    `${folder}/factura 2019-0771.docx`,
    makeDocx({ ...about(world, 'Factura', '2019-06-28T09:30:00Z'), author: 'Rocío Jurdao' }, blocks),
    told,
    page,
  )
}

function operation(world: World): SampleFile {
  const { malaga } = world.clinics
  const { carmen } = world.people
  const page = notes()
  const blocks: Block[] = [
    head(page, malaga),
    { title: 'INFORME QUIRÚRGICO' },
    {
      pairs: [
        ['Paciente', page.field('patient.name', page.is('PERSON', carmen.name))],
        ['N.º de historia', page.field('patient.number', page.is('PATIENT_ID', carmen.patientNumber))],
        ['Fecha de nacimiento', page.is('DATE_OF_BIRTH', localDate(carmen.birth, '/'))],
        ['Fecha de la intervención', page.field('report.date', '2019-06-18', '18/06/2019')],
        ['Cirujana', page.field('report.author', malaga.doctor, doctor(page, malaga.doctor))],
        ['Ayudante', doctor(page, malaga.second)],
      ],
    },
    { heading: 'Diagnóstico preoperatorio' },
    {
      text: `Dermatochalasia abdominal tras dos embarazos y ${page.later('DIAGNOSIS', 'diástasis de rectos')} de 5 cm. Obesidad previa (IMC actual 27).`,
    },
    { heading: 'Técnica' },
    {
      text: 'Bajo anestesia general, incisión suprapúbica y desepitelización periumbilical. Disección suprafascial hasta apófisis xifoides. Plicatura de rectos con nailon 0 en dos planos. Resección de 940 g de colgajo dermograso, onfaloplastia en Y. Liposucción de flancos, 600 cc por lado. Dos drenajes aspirativos. Cierre por planos con Monocryl 3/0.',
    },
    { heading: 'Incidencias' },
    { text: 'Sin complicaciones. Sangrado estimado 150 cc. Profilaxis con cefazolina 2 g. Alergias: látex.' },
    { heading: 'Evolución y recomendaciones' },
    {
      text: 'Alta a las 24 horas con faja. Enoxaparina 40 mg subcutánea durante siete días. Deambulación precoz, dormir en posición semisentada, no levantar pesos en seis semanas.',
    },
    { sign: [malaga.doctor, `N.º de colegiado ${malaga.ids.COLEGIADO}`] },
  ]
  page.later('MEDICATION', 'Enoxaparina')
  const told = {
    kind: 'medical_report',
    medium: 'document',
    mediaType: 'application/vnd.oasis.opendocument.text',
    language: 'es',
  } as const
  return sample(
    `${folder}/informe quirúrgico.odt`,
    makeOdt(about(world, 'Informe quirúrgico', '2019-06-18T16:05:00Z'), blocks),
    told,
    page,
  )
}

function consent(world: World): SampleFile {
  const { malaga } = world.clinics
  const { carmen } = world.people
  const page = notes()
  const blocks: Block[] = [
    head(page, malaga),
    { title: 'Consentimiento informado para abdominoplastia' },
    {
      text: `Yo, ${page.field('patient.name', page.is('PERSON', carmen.name))}, mayor de edad, con DNI ${page.is('ES_NIF', carmen.ids.ES_NIF ?? '')}, declaro que la ${doctor(page, malaga.doctor)} me ha explicado de forma comprensible en qué consiste la abdominoplastia, sus riesgos y sus alternativas.`,
    },
    {
      list: [
        'He comprendido los riesgos: hematoma, seroma, infección, necrosis cutánea, trombosis, asimetría y cicatriz visible.',
        'He podido aclarar todas mis dudas y se me ha entregado copia de la hoja informativa.',
        'Autorizo la toma de fotografías clínicas, que solo se usarán en mi historia.',
        'Sé que puedo revocar este consentimiento en cualquier momento antes de la intervención.',
      ],
    },
    { text: 'Por ello, DOY MI CONSENTIMIENTO para que se me realice la intervención y la anestesia necesaria.' },
    { sign: ['En Málaga, a 12 de junio de 2019', 'Firma de la paciente', carmen.name] },
  ]
  const told = { kind: 'consent_form', medium: 'document', mediaType: 'text/html', language: 'es' } as const
  return sample(
    `${folder}/consentimiento informado.html`,
    Buffer.from(makeHtml(about(world, 'Consentimiento informado', '2019-06-12T10:00:00Z'), blocks)),
    told,
    page,
  )
}

function identity(world: World): SampleFile {
  const { carmen } = world.people
  const page = notes()
  const nif = page.is('ES_NIF', carmen.ids.ES_NIF ?? '')
  const support = `BAA${world.random.digits('carmen support', 6)}`
  const lines = td1({
    code: 'ID',
    state: 'ESP',
    nationality: 'ESP',
    number: support,
    optional: nif,
    family: carmen.family,
    given: carmen.given,
    birth: carmen.birth,
    sex: 'f',
    expires: '2026-02-11',
  })
  page.later('TRAVEL_DOCUMENT_MRZ', lines.join('\n'))
  page.is('PERSON', carmen.name)
  const text = `ESPAÑA – DOCUMENTO NACIONAL DE IDENTIDAD
(transcrito del original en recepción)

APELLIDOS: ITURRALDE PEÑA
NOMBRE: MARÍA DEL CARMEN
SEXO: F   NACIONALIDAD: ESP
FECHA DE NACIMIENTO: ${page.is('DATE_OF_BIRTH', localDate(carmen.birth, '/'))}
VALIDEZ: 11/02/2026
NÚM. SOPORTE: ${support}
DNI NÚM.: ${nif}
DOMICILIO: ${page.is('ADDRESS', `${carmen.street}, ${carmen.town}`)}
Titular: ${carmen.name}

${lines.join('\n')}
`
  const told = { kind: 'identity_document', medium: 'document', mediaType: 'text/plain', language: 'es' } as const
  return sample(`${folder}/DNI.txt`, Buffer.from(text), told, page)
}
