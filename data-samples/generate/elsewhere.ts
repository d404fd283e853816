import { asText, type Block } from './blocks.ts'
import { makeHtml } from './html.ts'
import { makePdf } from './pdf.ts'
import { localDate } from './people.ts'
import { notes, type SampleFile, sample } from './truth.ts'
import { addressLines, money, plain, reckon, type World } from './world.ts'

/** Two files from partners in Amsterdam and Lisbon. */
export async function partnerFiles(world: World): Promise<SampleFile[]> {
  return [dutchQuote(world), portugueseInvoice(world), await dutchReport(world)]
}

function dutchHead(): Block {
  return {
    letterhead: [
      'Kliniek De Amstelbocht',
      'Weesperdok 12, 1018 AB Amsterdam',
      'Tel. 020 000 1212 · info@amstelbocht.example',
    ],
  }
}

function dutchQuote(world: World): SampleFile {
  const { sanne } = world.people
  const page = notes()
  const { rows, total } = reckon(
    [
      ['Ooglidcorrectie boven, beide ogen', 1, 139_500],
      ['Lokale verdoving en gebruik behandelkamer', 1, 32_500],
      ['Nacontrole (week 1 en maand 3)', 2, 0],
    ],
    money.de,
    0,
  )
  const blocks: Block[] = [
    dutchHead(),
    { to: addressLines(page, sanne, 'Mevrouw ') },
    { title: 'Offerte en behandelplan' },
    {
      pairs: [
        ['Offertenummer', 'OF-19-0553'],
        ['Datum', page.field('treatment.date', '2019-08-02', '2 augustus 2019')],
        ['Patiënt', page.field('patient.name', sanne.name)],
        [
          'Geboortedatum',
          page.field('patient.birth_date', sanne.birth, page.is('DATE_OF_BIRTH', localDate(sanne.birth, '-'))),
        ],
        ['BSN', page.is('NL_BSN', sanne.ids.NL_BSN ?? '')],
        ['Patiëntnummer', page.is('PATIENT_ID', sanne.patientNumber)],
        ['E-mail', page.is('EMAIL_ADDRESS', sanne.email)],
      ],
    },
    { head: ['Behandeling', 'Aantal', 'Tarief', 'Bedrag'], rows },
    { totals: [['Totaal te betalen', page.field('treatment.total', plain(total), money.de(total))]] },
    {
      text: 'De behandeling wordt niet vergoed door de basisverzekering. Deze offerte is twee maanden geldig. Bedenktijd: zeven dagen. Stop twee weken voor de ingreep met bloedverdunners in overleg met uw huisarts.',
    },
    { text: 'Voor akkoord, handtekening patiënt: ____________________' },
  ]
  page.is('EMAIL_ADDRESS', 'info@amstelbocht.example')
  page.later('MEDICAL_PROCEDURE', 'Ooglidcorrectie')
  const told = { kind: 'treatment_plan', medium: 'document', mediaType: 'text/plain', language: 'nl' } as const
  return sample('partners/amsterdam/offerte ooglidcorrectie.txt', Buffer.from(asText(blocks)), told, page)
}

function portugueseInvoice(world: World): SampleFile {
  const { tiago } = world.people
  const page = notes()
  const { rows, net, tax, total } = reckon(
    [
      ['Branqueamento dentário em consultório', 1, 32_000],
      ['Faceta em compósito, dente 11', 1, 18_000],
      ['Consulta de avaliação', 1, 5_000],
    ],
    money.de,
    23,
  )
  const blocks: Block[] = [
    {
      letterhead: [
        'Clínica Dentária Ribeira Clara, Lda.',
        'Rua do Poço Novo 77, 1200-998 Lisboa',
        'Tel. 210 000 345 · geral@ribeiraclara.example',
      ],
    },
    { to: addressLines(page, tiago, 'Exmo. Sr. ') },
    { title: `Fatura-Recibo ${page.field('invoice.number', 'FR 2019/1184')}` },
    {
      pairs: [
        ['Data de emissão', page.field('invoice.date', '2019-11-05', '05/11/2019')],
        ['Utente', page.field('patient.name', tiago.name)],
        ['NIF', page.is('PT_NIF', tiago.ids.PT_NIF ?? '')],
        ['Telemóvel', page.is('PHONE_NUMBER', tiago.phone)],
        ['E-mail', page.is('EMAIL_ADDRESS', tiago.email)],
        ['Médico dentista', `Dra. ${page.is('PERSON', 'Matilde Sobral Cunha')}`],
      ],
    },
    { head: ['Descrição', 'Qtd.', 'Preço unit.', 'Valor'], rows },
    {
      totals: [
        ['Total ilíquido', money.de(net)],
        ['IVA 23 %', page.field('invoice.tax', plain(tax), money.de(tax))],
        ['Total pago', page.field('invoice.total', plain(total), money.de(total))],
      ],
    },
    { text: 'Recebemos a quantia acima por multibanco. Documento processado por programa certificado.' },
  ]
  page.is('EMAIL_ADDRESS', 'geral@ribeiraclara.example')
  page.field('invoice.currency', 'EUR')
  const about = { title: 'Fatura-Recibo', created: '2019-11-05T17:30:00Z', color: '#3d6f5a', language: 'pt' }
  const told = { kind: 'invoice', medium: 'document', mediaType: 'text/html', language: 'pt' } as const
  return sample('partners/lisboa/fatura-recibo_1184.html', Buffer.from(makeHtml(about, blocks)), told, page)
}

async function dutchReport(world: World): Promise<SampleFile> {
  const { sanne } = world.people
  const page = notes()
  const blocks: Block[] = [
    dutchHead(),
    { title: 'Operatieverslag' },
    {
      pairs: [
        ['Patiënt', page.field('patient.name', page.is('PERSON', sanne.name))],
        ['Geboortedatum', page.is('DATE_OF_BIRTH', localDate(sanne.birth, '-'))],
        ['Patiëntnummer', page.field('patient.number', page.is('PATIENT_ID', sanne.patientNumber))],
        ['Datum ingreep', page.field('report.date', '2019-09-04', '4 september 2019')],
        ['Operateur', `dr. ${page.is('PERSON', 'Joost Wijnbergen')}`],
      ],
    },
    { heading: 'Indicatie' },
    {
      text: 'Dermatochalasis van beide bovenoogleden met gezichtsveldbeperking. Voorgeschiedenis: migraine, eczeem. Medicatie: sumatriptan zo nodig. Geen allergieën.',
    },
    { heading: 'Verslag' },
    {
      text: 'Aftekenen in zittende houding. Infiltratie met lidocaïne 1 % met adrenaline. Excisie van 9 mm huid beiderzijds en een smalle strook orbicularis. Hemostase met bipolaire coagulatie. Sluiten met Prolene 6-0 intracutaan. Ongestoord beloop.',
    },
    { heading: 'Beleid' },
    {
      text: 'Koelen, hoofdeinde omhoog, paracetamol 1000 mg viermaal daags zo nodig. Hechtingen verwijderen na zes dagen. Controle poli na drie maanden met foto’s.',
    },
  ]
  page.later('DIAGNOSIS', 'Dermatochalasis')
  const about = {
    title: 'Operatieverslag',
    author: 'Joost Wijnbergen',
    created: '2019-09-04T14:00:00Z',
    color: '#244b7a',
    language: 'nl',
  }
  const told = { kind: 'medical_report', medium: 'document', mediaType: 'application/pdf', language: 'nl' } as const
  return sample('partners/amsterdam/OK-verslag.pdf', await makePdf(about, blocks), told, page)
}
