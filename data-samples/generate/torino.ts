import type { About, Block } from './blocks.ts'
import { asText } from './blocks.ts'
import type { Clinic } from './clinics.ts'
import { makeDocx } from './docx.ts'
import { escapeXml, makeHtml } from './html.ts'
import { docxType } from './nice/head.ts'
import { makePdf } from './pdf.ts'
import { localDate } from './people.ts'
import { type Notes, notes, type SampleFile, sample } from './truth.ts'
import { addressLines, money, nameOnly, plain, reckon, type World } from './world.ts'

const niccolos = 'torino/pazienti/Ferrabosco'
const chiaras = "torino/pazienti/D'Amicantonio"

/** Two patients of an Italian practice. */
export async function torinoFiles(world: World): Promise<SampleFile[]> {
  return [await quote(world), invoice(world), eInvoice(world), radiology(world), consent(world), prescription(world)]
}

function about(world: World, title: string, created: string): About {
  const { color, name, doctor } = world.clinics.torino
  return { title, author: doctor, company: name, created, color, language: 'it' }
}

function head(page: Notes, clinic: Clinic): Block {
  page.is('ADDRESS', `${clinic.street}, ${clinic.town}`)
  return {
    letterhead: [
      clinic.name,
      `${clinic.street}, ${clinic.town}`,
      `Tel. ${page.is('PHONE_NUMBER', clinic.phone)} – ${page.is('EMAIL_ADDRESS', clinic.email)} – ${page.is('URL', clinic.web)}`,
      `P. IVA ${page.is('IT_VAT_CODE', clinic.ids.PIVA ?? '')}`,
    ],
  }
}

function doctor(page: Notes, titled: string): string {
  page.is('PERSON', nameOnly(titled))
  return titled
}

async function quote(world: World): Promise<SampleFile> {
  const { torino } = world.clinics
  const { niccolo } = world.people
  const page = notes()
  const { rows, total } = reckon(
    [
      ['Estrazione elemento 4.6 con rialzo di lembo', 1, 18_000],
      ['Impianto endosseo in titanio, sede 4.6', 1, 110_000],
      ['Innesto osseo con membrana riassorbibile', 1, 65_000],
      ['Corona in zirconia su impianto', 1, 85_000],
      ['Igiene orale professionale', 2, 8_000],
    ],
    money.it,
    0,
  )
  const blocks: Block[] = [
    head(page, torino),
    { to: addressLines(page, niccolo, 'Egr. Sig. ') },
    { title: 'PREVENTIVO E PIANO DI CURA' },
    {
      pairs: [
        ['Preventivo n.', '2019/117'],
        ['Data', page.field('treatment.date', '2019-03-11', '11/03/2019')],
        ['Paziente', page.field('patient.name', niccolo.name)],
        ['Codice fiscale', page.is('IT_FISCAL_CODE', niccolo.ids.IT_FISCAL_CODE ?? '')],
        [
          'Data di nascita',
          page.field('patient.birth_date', niccolo.birth, page.is('DATE_OF_BIRTH', localDate(niccolo.birth, '/'))),
        ],
        ['Cellulare', page.is('PHONE_NUMBER', niccolo.phone)],
        ['Odontoiatra', page.field('treatment.practitioner', torino.second, doctor(page, torino.second))],
      ],
    },
    { head: ['Prestazione', 'Q.tà', 'Prezzo', 'Totale'], rows, widths: [5, 0.8, 1.5, 1.5] },
    { totals: [['Totale preventivo', page.field('treatment.total', plain(total), money.it(total))]] },
    { heading: 'Fasi del trattamento' },
    {
      list: [
        '1ª seduta: estrazione e conservazione dell’alveolo (aprile)',
        '2ª seduta, dopo tre mesi: inserimento dell’impianto in anestesia locale',
        '3ª seduta: scopertura e presa dell’impronta',
        '4ª seduta: consegna della corona, controllo dell’occlusione',
      ],
    },
    {
      text: 'Il preventivo è valido 90 giorni. Pagamento: 30 % all’accettazione, saldo alla consegna. Prestazioni sanitarie esenti IVA art. 10 n. 18 DPR 633/72. Per accettazione, il paziente:',
    },
    { sign: [niccolo.name, 'Torino, 18/03/2019'] },
  ]
  page.later('MEDICAL_PROCEDURE', 'Impianto endosseo')
  const told = { kind: 'treatment_plan', medium: 'document', mediaType: 'application/pdf', language: 'it' } as const
  return sample(
    `${niccolos}/preventivo implantologia.pdf`,
    await makePdf(about(world, 'Preventivo 2019/117', '2019-03-11T15:40:00Z'), blocks),
    told,
    page,
  )
}

function invoice(world: World): SampleFile {
  const { torino } = world.clinics
  const { niccolo } = world.people
  const page = notes()
  const { rows, total } = reckon(
    [
      ['Estrazione elemento 4.6', 1, 18_000],
      ['Innesto osseo', 1, 65_000],
      ['Marca da bollo', 1, 200],
    ],
    money.it,
    0,
  )
  const blocks: Block[] = [
    head(page, torino),
    { to: addressLines(page, niccolo, 'Sig. ') },
    {
      title: `Fattura n. ${page.field('invoice.number', '88/2019')} del ${page.field('invoice.date', '2019-04-09', '09/04/2019')}`,
    },
    {
      pairs: [
        ['Paziente', page.field('patient.name', niccolo.name)],
        ['C.F.', page.is('IT_FISCAL_CODE', niccolo.ids.IT_FISCAL_CODE ?? '')],
        ['Medico', doctor(page, torino.second)],
      ],
    },
    { head: ['Descrizione', 'Q.tà', 'Prezzo', 'Importo'], rows },
    { totals: [['TOTALE FATTURA', page.field('invoice.total', plain(total), money.it(total))]] },
    {
      text: `Operazione esente IVA art. 10 n. 18 DPR 633/72. Pagamento: bonifico su IBAN ${page.field('invoice.iban', page.is('IBAN_CODE', torino.iban))} entro 30 giorni. Conto del paziente per eventuali rimborsi: ${page.is('IBAN_CODE', niccolo.iban ?? '')}. Dati inviati al Sistema Tessera Sanitaria salvo opposizione.`,
    },
  ]
  page.field('invoice.currency', 'EUR')
  page.field('invoice.issuer', torino.name)
  const told = { kind: 'invoice', medium: 'document', mediaType: 'text/plain', language: 'it' } as const
  return sample(`${niccolos}/fattura 88-2019.txt`, Buffer.from(asText(blocks)), told, page)
}

function eInvoice(world: World): SampleFile {
  const { torino } = world.clinics
  const { chiara } = world.people
  const page = notes()
  const piva = page.is('IT_VAT_CODE', torino.ids.PIVA ?? '')
  page.later('PERSON', chiara.name)
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<p:FatturaElettronica versione="FPR12" xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2">
  <FatturaElettronicaHeader>
    <DatiTrasmissione><IdTrasmittente><IdPaese>IT</IdPaese><IdCodice>${piva}</IdCodice></IdTrasmittente><ProgressivoInvio>00093</ProgressivoInvio><FormatoTrasmissione>FPR12</FormatoTrasmissione><CodiceDestinatario>0000000</CodiceDestinatario></DatiTrasmissione>
    <CedentePrestatore>
      <DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>${piva}</IdCodice></IdFiscaleIVA><Anagrafica><Denominazione>${page.field('invoice.issuer', torino.name)}</Denominazione></Anagrafica><RegimeFiscale>RF01</RegimeFiscale></DatiAnagrafici>
      <Sede><Indirizzo>${torino.street}</Indirizzo><CAP>10123</CAP><Comune>Torino</Comune><Provincia>TO</Provincia><Nazione>IT</Nazione></Sede>
      <Contatti><Email>${page.is('EMAIL_ADDRESS', torino.email)}</Email></Contatti>
    </CedentePrestatore>
    <CessionarioCommittente>
      <DatiAnagrafici><CodiceFiscale>${page.is('IT_FISCAL_CODE', chiara.ids.IT_FISCAL_CODE ?? '')}</CodiceFiscale><Anagrafica><Nome>${chiara.given}</Nome><Cognome>${escapeXml(chiara.family)}</Cognome></Anagrafica></DatiAnagrafici>
      <Sede><Indirizzo>${chiara.street}</Indirizzo><CAP>10024</CAP><Comune>Moncalieri</Comune><Provincia>TO</Provincia><Nazione>IT</Nazione></Sede>
    </CessionarioCommittente>
  </FatturaElettronicaHeader>
  <FatturaElettronicaBody>
    <DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD01</TipoDocumento><Divisa>${page.field('invoice.currency', 'EUR')}</Divisa><Data>${page.field('invoice.date', '2019-10-15')}</Data><Numero>${page.field('invoice.number', '93/2019')}</Numero><ImportoTotaleDocumento>${page.field('invoice.total', '3172.00')}</ImportoTotaleDocumento></DatiGeneraliDocumento></DatiGenerali>
    <DatiBeniServizi>
      <DettaglioLinee><NumeroLinea>1</NumeroLinea><Descrizione>Mastopessi bilaterale - acconto</Descrizione><Quantita>1.00</Quantita><PrezzoUnitario>2600.00</PrezzoUnitario><PrezzoTotale>2600.00</PrezzoTotale><AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee>
      <DatiRiepilogo><AliquotaIVA>22.00</AliquotaIVA><ImponibileImporto>2600.00</ImponibileImporto><Imposta>${page.field('invoice.tax', '572.00')}</Imposta></DatiRiepilogo>
    </DatiBeniServizi>
    <DatiPagamento><CondizioniPagamento>TP02</CondizioniPagamento><DettaglioPagamento><ModalitaPagamento>MP05</ModalitaPagamento><ImportoPagamento>3172.00</ImportoPagamento><IBAN>${page.is('IBAN_CODE', torino.iban.replaceAll(' ', ''))}</IBAN></DettaglioPagamento></DatiPagamento>
  </FatturaElettronicaBody>
</p:FatturaElettronica>
`
  const told = {
    kind: 'invoice',
    medium: 'document',
    mediaType: 'application/xml',
    mediaTypesOk: ['text/xml', 'application/x-fatturapa+xml'],
    language: 'it',
    later: ['language'],
    note: 'FatturaPA',
  } as const
  return sample(`torino/fatture elettroniche/IT${torino.ids.PIVA}_00093.xml`, Buffer.from(xml), told, page)
}

function radiology(world: World): SampleFile {
  const { torino } = world.clinics
  const { niccolo } = world.people
  const page = notes()
  const blocks: Block[] = [
    {
      letterhead: [
        'Centro Radiologico Dora',
        'Corso Lanzo 3, 10147 Torino TO',
        `Tel. ${page.is('PHONE_NUMBER', '+39 011 000 6120')}`,
      ],
    },
    { title: 'REFERTO RADIOLOGICO' },
    {
      pairs: [
        ['Paziente', page.field('patient.name', page.is('PERSON', niccolo.name))],
        [
          'Data di nascita',
          page.field('patient.birth_date', niccolo.birth, page.is('DATE_OF_BIRTH', localDate(niccolo.birth, '/'))),
        ],
        ['Codice fiscale', page.is('IT_FISCAL_CODE', niccolo.ids.IT_FISCAL_CODE ?? '')],
        ['Esame', 'TC cone beam emimandibola destra'],
        ['Data esame', page.field('report.date', '2019-03-06', '06/03/2019')],
        ['Medico curante', doctor(page, torino.second)],
      ],
    },
    { heading: 'Quesito clinico' },
    { text: 'Valutazione preimplantare in sede 4.6, frattura radicolare.' },
    { heading: 'Referto' },
    {
      text: 'Frattura verticale della radice mesiale dell’elemento 4.6 con area di osteolisi periradicolare di 6 × 4 mm. Altezza ossea residua sopra il canale mandibolare 13 mm, spessore della cresta 7 mm. Canale mandibolare a decorso regolare. Ispessimento del legamento parodontale dell’elemento 4.7. Seno mascellare destro normoareato.',
    },
    { heading: 'Conclusioni' },
    {
      text: `Quadro compatibile con frattura radicolare e ${page.later('DIAGNOSIS', 'parodontite apicale cronica')}. Volume osseo adeguato alla riabilitazione implantare previa estrazione.`,
    },
    { sign: ['Il medico radiologo', `Dott.ssa ${page.is('PERSON', 'Ortensia Valdengo')}`] },
  ]
  const told = { kind: 'medical_report', medium: 'document', mediaType: 'text/plain', language: 'it' } as const
  return sample(`${niccolos}/referto radiologico.txt`, Buffer.from(asText(blocks)), told, page)
}

function consent(world: World): SampleFile {
  const { torino } = world.clinics
  const { chiara } = world.people
  const page = notes()
  const blocks: Block[] = [
    head(page, torino),
    { title: 'CONSENSO INFORMATO ALL’INTERVENTO DI MASTOPESSI' },
    {
      text: `La sottoscritta ${page.field('patient.name', page.is('PERSON', chiara.name))}, nata il ${page.is('DATE_OF_BIRTH', localDate(chiara.birth, '/'))} a Moncalieri, C.F. ${page.is('IT_FISCAL_CODE', chiara.ids.IT_FISCAL_CODE ?? '')}, residente in ${page.is('ADDRESS', `${chiara.street}, ${chiara.town}`)}, dichiara di essere stata informata dalla ${doctor(page, torino.doctor)} in modo chiaro e comprensibile.`,
    },
    {
      list: [
        'Ho compreso la natura dell’intervento, le alternative e i risultati che posso ragionevolmente attendermi.',
        'Sono stata informata dei rischi: ematoma, infezione, perdita di sensibilità, cicatrici ipertrofiche, asimmetria, necessità di revisione.',
        'Acconsento all’anestesia generale e alla raccolta di fotografie per la sola cartella clinica.',
        'So di poter revocare il consenso in qualsiasi momento.',
      ],
    },
    { text: 'ACCONSENTO  [X]     NON ACCONSENTO  [  ]' },
    { sign: ['Torino, 01/10/2019', 'Firma della paziente', chiara.name] },
  ]
  const told = { kind: 'consent_form', medium: 'document', mediaType: docxType, language: 'it' } as const
  return sample(
    `${chiaras}/consenso informato.docx`,
    makeDocx(
      { ...about(world, `Consenso ${chiara.family}`, '2019-10-01T08:50:00Z'), lastModifiedBy: 'Ginevra Bellacorte' },
      blocks,
    ),
    told,
    page,
  )
}

function prescription(world: World): SampleFile {
  const { torino } = world.clinics
  const { chiara } = world.people
  const page = notes()
  const blocks: Block[] = [
    head(page, torino),
    { title: 'Ricetta medica' },
    {
      pairs: [
        ['Paziente', page.field('patient.name', page.is('PERSON', chiara.name))],
        ['Codice fiscale', page.is('IT_FISCAL_CODE', chiara.ids.IT_FISCAL_CODE ?? '')],
        ['Data', '08/10/2019'],
      ],
    },
    {
      list: [
        `${page.later('MEDICATION', 'Cefixima')} 400 mg compresse: 1 compressa al giorno per 5 giorni`,
        `${page.later('MEDICATION', 'Tachipirina')} 1000 mg compresse: 1 compressa ogni 8 ore al bisogno, massimo 3 al giorno`,
        'Enoxaparina 4000 UI fiale s.c.: 1 fiala la sera per 7 giorni',
        'Reggiseno contenitivo post-operatorio, misura 3: 2 pezzi',
      ],
    },
    { text: 'Non ripetibile. Allergie dichiarate: nessuna.' },
    { sign: ['Timbro e firma del medico', doctor(page, torino.doctor)] },
  ]
  const told = { kind: 'prescription', medium: 'document', mediaType: 'text/html', language: 'it' } as const
  return sample(
    `${chiaras}/ricetta.html`,
    Buffer.from(makeHtml(about(world, 'Ricetta', '2019-10-08T12:00:00Z'), blocks)),
    told,
    page,
  )
}
