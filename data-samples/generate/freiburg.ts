import type { About, Block } from './blocks.ts'
import { asText } from './blocks.ts'
import { encode, utf16, withCrLf } from './charset.ts'
import type { Clinic } from './clinics.ts'
import { makeDocx } from './docx.ts'
import { docxType } from './nice/head.ts'
import { makePdf } from './pdf.ts'
import { localDate } from './people.ts'
import { type Notes, notes, type SampleFile, sample } from './truth.ts'
import { addressLines, money, nameOnly, plain, reckon, type World } from './world.ts'

const joergs = 'freiburg/Patienten/0047 Brandstätter Jörg'
const annelies = 'freiburg/Patienten/0051 Grünwald-Köster'

/** Two patients of a German practice, and its list of patients. */
export async function freiburgFiles(world: World): Promise<SampleFile[]> {
  return [
    await invoice(world),
    plan(world),
    await operation(world),
    prescription(world),
    await consent(world),
    laboratory(world),
    patientList(world),
  ]
}

function about(world: World, title: string, created: string): About {
  const { color, name, doctor } = world.clinics.freiburg
  return { title, author: doctor, company: name, created, color, language: 'de' }
}

function head(page: Notes, clinic: Clinic): Block {
  page.is('ADDRESS', `${clinic.street}, ${clinic.town}`)
  return {
    letterhead: [
      clinic.name,
      `${doctor(page, clinic.doctor)} · ${clinic.second}`,
      `${clinic.street}, ${clinic.town}`,
      `Telefon ${page.is('PHONE_NUMBER', clinic.phone)} · ${page.is('EMAIL_ADDRESS', clinic.email)} · ${page.is('URL', clinic.web)}`,
    ],
  }
}

function doctor(page: Notes, titled: string): string {
  page.is('PERSON', nameOnly(titled))
  return titled
}

async function invoice(world: World): Promise<SampleFile> {
  const { freiburg } = world.clinics
  const { joerg } = world.people
  const page = notes()
  const lines = [
    ['12.09.2019', '0010', 'Eingehende Untersuchung zur Feststellung von Zahnerkrankungen', '2,3', 1_294],
    ['12.09.2019', '5000', 'Panoramaschichtaufnahme der Kiefer', '1,8', 4_197],
    ['19.09.2019', '9010', 'Implantatinsertion Regio 36, Titan', '3,0', 26_071],
    ['19.09.2019', '9050', 'Entfernen und Wiedereinsetzen eines Aufbauelements', '2,3', 4_049],
    ['19.09.2019', '', 'Material: Implantat BoneFix 4,1 × 10 mm', '', 38_900],
    ['19.09.2019', '0090', 'Infiltrationsanästhesie', '2,3', 776],
  ] as const
  const total = lines.reduce((sum, line) => sum + line[4], 0)
  const blocks: Block[] = [
    head(page, freiburg),
    { to: addressLines(page, joerg, 'Herrn ') },
    { title: `Rechnung Nr. ${page.field('invoice.number', 'RE-2019-0318')}` },
    {
      pairs: [
        ['Rechnungsdatum', page.field('invoice.date', '2019-10-01', '01.10.2019')],
        ['Patient', page.field('patient.name', joerg.name)],
        [
          'Geburtsdatum',
          page.field('patient.birth_date', joerg.birth, page.is('DATE_OF_BIRTH', localDate(joerg.birth, '.'))),
        ],
        ['Patientennummer', page.field('patient.number', page.is('PATIENT_ID', joerg.patientNumber))],
        ['Versichertennummer', page.is('DE_KVNR', joerg.ids.DE_KVNR ?? '')],
        ['Behandler', doctor(page, freiburg.second)],
      ],
    },
    {
      text: 'Für die zahnärztliche Behandlung erlaube ich mir gemäß Gebührenordnung für Zahnärzte (GOZ) zu berechnen:',
    },
    {
      head: ['Datum', 'GOZ', 'Leistung', 'Faktor', 'Betrag'],
      rows: lines.map(([date, number, what, factor, cents]) => [date, number, what, factor, money.de(cents)]),
      widths: [1.3, 0.9, 5, 0.9, 1.4],
    },
    { totals: [['Rechnungsbetrag', page.field('invoice.total', plain(total), money.de(total))]] },
    {
      text: `Die Leistungen sind nach § 4 Nr. 14 UStG umsatzsteuerfrei. Bitte überweisen Sie den Betrag bis zum ${page.field('invoice.due_date', '2019-10-31', '31.10.2019')} auf das Konto IBAN ${page.field('invoice.iban', page.is('IBAN_CODE', freiburg.iban))}, BIC ${page.is('BIC', freiburg.bic)}, Verwendungszweck RE-2019-0318. Erstattungen bitte wir Sie, direkt mit Ihrer Versicherung abzurechnen; Ihr hinterlegtes Konto lautet ${page.is('IBAN_CODE', joerg.iban ?? '')}.`,
    },
    {
      foot: `${freiburg.name} · USt-IdNr. ${freiburg.ids.UST} · Zuständige Kammer: Landeszahnärztekammer Baden-Württemberg`,
    },
  ]
  page.field('invoice.currency', 'EUR')
  page.field('invoice.issuer', freiburg.name)
  page.later('MEDICAL_PROCEDURE', 'Implantatinsertion')
  const told = { kind: 'invoice', medium: 'document', mediaType: 'application/pdf', language: 'de' } as const
  return sample(
    `${joergs}/Rechnung RE-2019-0318.pdf`,
    await makePdf(about(world, 'Rechnung RE-2019-0318', '2019-10-01T06:55:00Z'), blocks),
    told,
    page,
  )
}

function plan(world: World): SampleFile {
  const { freiburg } = world.clinics
  const { joerg } = world.people
  const page = notes()
  const { rows, total } = reckon(
    [
      ['Vollkeramikkrone auf Implantat 36', 1, 64_500],
      ['Teilkrone Keramik 46', 1, 52_300],
      ['Implantatabformung, Modelle, Labor (Eigenlabor)', 1, 38_750],
      ['Provisorium 36', 1, 9_800],
    ],
    money.de,
    0,
  )
  const blocks: Block[] = [
    head(page, freiburg),
    { title: 'Heil- und Kostenplan' },
    {
      pairs: [
        ['Name des Patienten', page.field('patient.name', page.is('PERSON', joerg.name))],
        [
          'geb. am',
          page.field('patient.birth_date', joerg.birth, page.is('DATE_OF_BIRTH', localDate(joerg.birth, '.'))),
        ],
        ['Anschrift', page.is('ADDRESS', `${joerg.street}, ${joerg.town}`)],
        ['Krankenversicherung', `AllgemeineHilfe BKK, Versicherten-Nr. ${page.is('DE_KVNR', joerg.ids.DE_KVNR ?? '')}`],
        ['Zahnarzt', page.field('treatment.practitioner', freiburg.second, doctor(page, freiburg.second))],
        ['Datum', page.field('treatment.date', '2019-08-27', '27.08.2019')],
      ],
    },
    { heading: 'I. Befund des gesamten Gebisses / Behandlungsplan' },
    {
      head: ['Zahn', 'Befund', 'Regelversorgung', 'Therapieplanung'],
      rows: [
        ['36', 'f (fehlt)', 'BM', 'SKM auf Implantat'],
        ['46', 'ww', 'K', 'PKM'],
        ['48', 'x', '', 'Entfernung nach Aufklärung'],
      ],
    },
    { heading: 'II. Voraussichtliche Kosten' },
    { head: ['Leistung', 'Anzahl', 'Einzelpreis', 'Summe'], rows },
    {
      totals: [
        ['Voraussichtliche Gesamtkosten', page.field('treatment.total', plain(total), money.de(total))],
        ['Festzuschuss der Krankenkasse', '410,28 €'],
        ['Voraussichtlicher Eigenanteil', money.de(total - 41_028)],
      ],
    },
    {
      text: 'Behandlungsdauer etwa fünf Monate in sechs Sitzungen. Der Plan gilt sechs Monate. Diagnose: Freiendlücke III. Quadrant, insuffiziente Restauration 46; Knirschen (Bruxismus) bekannt, Schienentherapie empfohlen. Der Patient nimmt blutverdünnende Mittel (ASS 100).',
    },
    {
      text: 'Ich bin über Art, Umfang und Kosten der Behandlung aufgeklärt worden und wünsche die Behandlung entsprechend diesem Plan.',
    },
    { sign: ['Freiburg, 03.09.2019', `Unterschrift des Versicherten: ${joerg.name}`] },
  ]
  page.later('DIAGNOSIS', 'Bruxismus')
  const told = { kind: 'treatment_plan', medium: 'document', mediaType: docxType, language: 'de' } as const
  return sample(
    `${joergs}/Heil- und Kostenplan.docx`,
    makeDocx({ ...about(world, 'HKP', '2019-08-27T13:10:00Z'), lastModifiedBy: 'Anmeldung1' }, blocks),
    told,
    page,
  )
}

async function operation(world: World): Promise<SampleFile> {
  const { freiburg } = world.clinics
  const { joerg } = world.people
  const page = notes()
  const blocks: Block[] = [
    head(page, freiburg),
    { to: ['Gemeinschaftspraxis Dr. Ohlendorf', 'Herdernstraße 40', '79104 Freiburg'] },
    { title: 'OP-Bericht und Arztbrief' },
    {
      pairs: [
        [
          'Patient',
          `${page.field('patient.name', page.is('PERSON', joerg.name))}, geb. ${page.is('DATE_OF_BIRTH', localDate(joerg.birth, '.'))}`,
        ],
        ['Pat.-Nr.', page.field('patient.number', page.is('PATIENT_ID', joerg.patientNumber))],
        ['Eingriff am', page.field('report.date', '2019-06-13', '13.06.2019')],
        ['Operateurin', page.field('report.author', freiburg.doctor, doctor(page, freiburg.doctor))],
      ],
    },
    {
      text: 'Sehr geehrter Herr Kollege,\nwir berichten über den oben genannten Patienten, der sich zur Entfernung einer auffälligen Hautveränderung und zur Oberlidstraffung in unserer ambulanten Behandlung befand.',
    },
    { heading: 'Diagnosen' },
    {
      list: [
        `${page.later('DIAGNOSIS', 'Basalzellkarzinom')} Schläfe rechts, 7 mm (C44.3)`,
        'Dermatochalasis beidseits (H02.3)',
        'Arterielle Hypertonie, Diabetes mellitus Typ 2',
      ],
    },
    { heading: 'Operation' },
    {
      text: 'Lokalanästhesie mit Articain 2 %. Spindelförmige Exzision der Läsion mit 4 mm Sicherheitsabstand, Fadenmarkierung bei 12 Uhr, Hautverschluss mit Prolene 5-0. Anschließend Oberlidblepharoplastik beidseits: Resektion von 8 mm Haut, sparsame Muskelresektion, Blutstillung bipolar, fortlaufende Intrakutannaht. Komplikationsloser Verlauf, OP-Zeit 55 Minuten.',
    },
    { turn: 'page' },
    { heading: 'Histologie' },
    { text: 'Solides Basalzellkarzinom, Schnittränder tumorfrei (minimaler seitlicher Abstand 3 mm).' },
    { heading: 'Procedere' },
    {
      text: 'Fadenzug am 7. Tag bei Ihnen. Ibuprofen 400 mg bei Bedarf, Kühlung. Dermatologische Nachsorge halbjährlich. Metformin kann weiter eingenommen werden. Wir danken für die Überweisung und verbleiben mit freundlichen kollegialen Grüßen',
    },
    { sign: [freiburg.doctor] },
  ]
  page.later('MEDICATION', 'Metformin')
  const told = { kind: 'medical_report', medium: 'document', mediaType: 'application/pdf', language: 'de' } as const
  return sample(
    `${joergs}/OP-Bericht 13.06.pdf`,
    await makePdf(about(world, 'OP-Bericht', '2019-06-24T12:00:00Z'), blocks),
    told,
    page,
  )
}

function prescription(world: World): SampleFile {
  const { freiburg } = world.clinics
  const { joerg } = world.people
  const page = notes()
  const text = `${freiburg.name} · ${freiburg.street} · ${freiburg.town}
${doctor(page, freiburg.second)} · LANR ${freiburg.ids.LANR}

PRIVATREZEPT                                 Freiburg, den 19.09.2019

Rp.  für ${page.field('patient.name', page.is('PERSON', joerg.name))}, geb. ${page.is('DATE_OF_BIRTH', localDate(joerg.birth, '.'))}
     ${page.is('ADDRESS', `${joerg.street}, ${joerg.town}`)}

1.  ${page.later('MEDICATION', 'Clindamycin')} 600 mg, Filmtabletten, N1 (12 St.)
    S: 1-0-1, über 6 Tage
2.  ${page.later('MEDICATION', 'Ibuprofen')} 600 mg, Filmtabletten, N2 (20 St.)
    S: bei Schmerzen 1 Tablette, höchstens 3 am Tag, zu den Mahlzeiten
3.  Chlorhexidin 0,2 % Mundspüllösung, 300 ml
    S: zweimal täglich 1 Minute spülen, ab morgen

aut idem. Keine Wiederholung.

Unterschrift: A. Wiedemeyer
`
  const told = {
    kind: 'prescription',
    medium: 'document',
    mediaType: 'text/plain',
    language: 'de',
    note: 'UTF-16, big-endian, CR LF',
  } as const
  return sample(`${joergs}/Rezept.txt`, utf16(withCrLf(text), 'big'), told, page)
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
    `${annelies}/Einwilligung.pdf`,
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
  return sample(`${annelies}/Laborbefund.txt`, encode(text, 'windows-1252'), told, page)
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
