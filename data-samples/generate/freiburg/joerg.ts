import type { Block } from '../blocks.ts'
import { utf16, withCrLf } from '../charset.ts'
import { makeDocx } from '../docx.ts'
import { docxType } from '../nice/head.ts'
import { makePdf } from '../pdf.ts'
import { localDate } from '../people.ts'
import { notes, type SampleFile, sample } from '../truth.ts'
import { addressLines, money, plain, reckon, type World } from '../world.ts'
import { about, doctor, head } from './head.ts'

const folder = 'freiburg/Patienten/0047 Brandstätter Jörg'

/** A dental patient: invoice, plan of care and costs, operation, prescription in UTF-16. */
export async function joergFiles(world: World): Promise<SampleFile[]> {
  return [await invoice(world), plan(world), await operation(world), prescription(world)]
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
      text: `Die Leistungen sind nach § 4 Nr. 14 UStG umsatzsteuerfrei. Bitte überweisen Sie den Betrag bis zum ${page.field('invoice.due_date', '2019-10-31', '31.10.2019')} auf das Konto IBAN ${page.field('invoice.iban', page.is('IBAN_CODE', freiburg.iban))}, BIC ${page.is('BIC', freiburg.bic)}, Verwendungszweck RE-2019-0318. Erstattungen bitten wir Sie, direkt mit Ihrer Versicherung abzurechnen; Ihr hinterlegtes Konto lautet ${page.is('IBAN_CODE', joerg.iban ?? '')}.`,
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
    `${folder}/Rechnung RE-2019-0318.pdf`,
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
    `${folder}/Heil- und Kostenplan.docx`,
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
    `${folder}/OP-Bericht 13.06.pdf`,
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
  return sample(`${folder}/Rezept.txt`, utf16(withCrLf(text), 'big'), told, page)
}
