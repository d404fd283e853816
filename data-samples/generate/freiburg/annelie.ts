import type { Block } from '../blocks.ts'
import { asText } from '../blocks.ts'
import { encode, withCrLf } from '../charset.ts'
import { makePdf } from '../pdf.ts'
import { localDate } from '../people.ts'
import { notes, type SampleFile, sample } from '../truth.ts'
import type { World } from '../world.ts'
import { about, doctor, head } from './head.ts'

const folder = 'freiburg/Patienten/0051 Grünwald-Köster'

/** Consent and laboratory results of one patient, and the list of all. */
export async function annelieFiles(world: World): Promise<SampleFile[]> {
  return [await consent(world), laboratory(world), patientList(world)]
}

async function consent(world: World): Promise<SampleFile> {
  const { freiburg } = world.clinics
  const { annelie } = world.people
  const page = notes()
  const blocks: Block[] = [
    head(page, freiburg),
    { title: 'Einwilligungserklärung Brustvergrößerung' },
    {
      pairs: [
        ['Patientin', page.field('patient.name', page.is('PERSON', annelie.name))],
        ['Geburtsdatum', page.is('DATE_OF_BIRTH', localDate(annelie.birth, '.'))],
        ['Wohnhaft', page.is('ADDRESS', `${annelie.street}, ${annelie.town}`)],
        ['Telefon', page.is('PHONE_NUMBER', annelie.phone)],
        ['E-Mail', page.is('EMAIL_ADDRESS', annelie.email)],
      ],
    },
    {
      text: `Ich wurde von ${doctor(page, freiburg.doctor)} in einem persönlichen Gespräch am 5. August 2019 über den geplanten Eingriff aufgeklärt. Den Aufklärungsbogen habe ich gelesen und verstanden.`,
    },
    { heading: 'Besprochene Risiken' },
    {
      list: [
        'Nachblutung, Wundinfektion, Störung der Wundheilung',
        'Kapselfibrose, Verrutschen oder Ruptur des Implantats',
        'Gefühlsstörungen der Brustwarze, Asymmetrie, Narbenbildung',
        'Risiken der Vollnarkose, Thrombose, Embolie',
      ],
    },
    { turn: 'page' },
    { heading: 'Erklärung' },
    {
      list: [
        'Ich willige in den vorgeschlagenen Eingriff sowie in die Narkose ein.',
        'Mit unvorhersehbaren, medizinisch notwendigen Erweiterungen bin ich einverstanden.',
        'Ich bin einverstanden, dass zur Dokumentation Lichtbilder angefertigt werden.',
        'Die Einwilligung kann ich jederzeit ohne Angabe von Gründen widerrufen.',
      ],
    },
    { sign: ['Freiburg, 12.08.2019', annelie.name] },
  ]
  const told = { kind: 'consent_form', medium: 'document', mediaType: 'application/pdf', language: 'de' } as const
  return sample(
    `${folder}/Einwilligung.pdf`,
    await makePdf(about(world, 'Einwilligung', '2019-08-12T10:20:00Z'), blocks),
    told,
    page,
  )
}

function laboratory(world: World): SampleFile {
  const { annelie } = world.people
  const page = notes()
  const blocks: Block[] = [
    {
      letterhead: [
        'Medizinisches Labor Dreisam GbR',
        'Uferstraße 2, 79117 Freiburg',
        `Tel. ${page.is('PHONE_NUMBER', '(030) 23125 884')}`,
      ],
    },
    { title: 'LABORBEFUND' },
    {
      pairs: [
        ['Patientin', page.field('patient.name', page.is('PERSON', annelie.name))],
        [
          'geb.',
          page.field('patient.birth_date', annelie.birth, page.is('DATE_OF_BIRTH', localDate(annelie.birth, '.'))),
        ],
        ['Versicherten-Nr.', page.is('DE_KVNR', annelie.ids.DE_KVNR ?? '')],
        ['Auftrag', '19-221-0467'],
        ['Entnahme', page.field('report.date', '2019-08-05', '05.08.2019 08:05')],
        ['Einsender', doctor(page, world.clinics.freiburg.doctor)],
      ],
    },
    {
      head: ['Parameter', 'Wert', 'Einheit', 'Referenz', ''],
      rows: [
        ['Leukozyten', '6,4', '/nl', '3,9 – 10,2', ''],
        ['Hämoglobin', '11,2', 'g/dl', '12,0 – 15,6', '-'],
        ['Thrombozyten', '288', '/nl', '150 – 370', ''],
        ['Quick', '98', '%', '70 – 130', ''],
        ['aPTT', '27', 's', '24 – 36', ''],
        ['Ferritin', '9', 'ng/ml', '15 – 150', '-'],
        ['β-HCG im Serum', '< 1', 'U/l', '< 5', ''],
      ],
    },
    {
      text: 'Beurteilung: Befund passend zu einer Eisenmangelanämie. Keine Schwangerschaft. Kontrolle vor dem geplanten Eingriff empfohlen.',
    },
    { sign: ['Dr. rer. nat. Wiebke Tannhoff'] },
  ]
  const text = asText(blocks).replace('β-HCG', 'Beta-HCG')
  page.later('DIAGNOSIS', 'Eisenmangelanämie')
  const told = {
    kind: 'medical_report',
    medium: 'document',
    mediaType: 'text/plain',
    language: 'de',
    note: 'Windows-1252',
  } as const
  return sample(`${folder}/Laborbefund.txt`, encode(text, 'windows-1252'), told, page)
}

function patientList(world: World): SampleFile {
  const page = notes()
  const { joerg, annelie } = world.people
  const extra = [
    ['Ulrike', 'Haberstroh', '1958-07-19', 'Botox Stirn'],
    ['Mehmet', 'Aydıner', '1979-11-02', 'Implantat 16'],
    ['Svenja', 'Lichtenfels', '2001-03-30', 'Aligner'],
    ['Gerlinde', 'Zipfelmann', '1944-12-24', 'Teilprothese'],
  ] as const
  const others = extra.map(([given, family, birth, treatment], at) => {
    const phone = `0171 39200${world.random.digits(`list phone ${at}`, 2)}`
    return [
      `FR-30110${at}`,
      family,
      given,
      localDate(birth, '.'),
      page.is('PHONE_NUMBER', phone),
      page.is('EMAIL_ADDRESS', `${family.toLowerCase().replace('ı', 'i')}@postfach.example`),
      treatment,
    ]
  })
  const own = [joerg, annelie].map((person) => [
    person.patientNumber,
    person.family,
    person.given,
    localDate(person.birth, '.'),
    page.is('PHONE_NUMBER', person.phone),
    page.is('EMAIL_ADDRESS', person.email),
    person === joerg ? 'Implantat 36' : 'Brustvergrößerung',
  ])
  const head = ['Pat.-Nr.', 'Nachname', 'Vorname', 'Geburtsdatum', 'Mobil', 'E-Mail', 'Behandlung']
  const text = [head, ...own, ...others].map((row) => row.join('\t')).join('\n')
  const told = {
    kind: 'table',
    medium: 'table',
    mediaType: 'text/tab-separated-values',
    mediaTypesOk: ['text/plain', 'text/csv'],
    language: 'de',
    later: ['language'],
    note: 'tabs, CR LF, no line end at the end',
  } as const
  return sample('freiburg/Patientenliste 2019.tsv', Buffer.from(withCrLf(text)), told, page)
}
