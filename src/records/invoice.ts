import type { Match, RecordKind, Sample } from '../core/record.ts'
import { invoiceFields } from './fields/invoice-fields.ts'
import { fromHealthRecord } from './health-record.ts'
import { signalsOf } from './sample.ts'
import type { Signals } from './signals.ts'
import { Weighing, weighTitles } from './weighing.ts'

/** Invoices, bills, receipts and credit notes. A template without amounts is none. */
export const invoice: RecordKind = Object.freeze({
  id: 'invoice',
  title: 'Invoice, bill, receipt or credit note',
  sensitivity: { category: 'financial' },
  examples: {
    hits: [
      'FACTURE N° 2024-031\nDate : 12/03/2024\nConsultation      1      60,00 €\nTotal TTC      60,00 €\nÉchéance : 12/04/2024',
      'Rechnung Nr. 4711\nRechnungsdatum: 03.05.2023\nZahnreinigung  1  98,50\nGesamtbetrag EUR 98,50\nBitte überweisen Sie bis 17.05.2023',
      'RECEIPT\nThank you for your visit\nLatte 3.20\nBagel 4.10\nTotal 7.30\nCash 10.00\nChange 2.70',
    ],
    misses: [
      'INVOICE\nInvoice no: [number]\nDate: [date]\nBill to: [client name]\nDescription   Qty   Price\nTotal: [amount]',
      'BON DE COMMANDE n° 883\nGants nitrile   10   4,90\nTotal HT 49,00 €',
      'Please send me the invoice when you have time, thanks.',
    ],
  },
  match(sample) {
    return eInvoice(sample) ?? fromHealthRecord(sample, 'invoice', byText)
  },
  fields: invoiceFields,
} satisfies RecordKind)

/** Words of a till from which on a subtotal stands on a receipt. */
const tillWords = 3

/** Characters of a text that is no till receipt any more. */
const longForReceipt = 3_000

const titles = ['invoiceTitle', 'invoiceNumber', 'receiptTitle', 'creditTitle'] as const
const standards: Readonly<Record<string, string>> = {
  'application/x-cii+xml': 'UN/CEFACT CII',
  'application/x-ubl+xml': 'UBL',
  'application/x-fatturapa+xml': 'FatturaPA',
}

/** Electronic invoices are known by the standard they are written in. */
function eInvoice({ mediaType }: Sample): Match | undefined {
  const standard = standards[mediaType]
  return standard === undefined ? undefined : { confidence: 0.99, because: [`electronic invoice (${standard})`] }
}

function byText(sample: Sample): Match | undefined {
  const signals = signalsOf(sample)
  const { structure } = signals
  const asked = [...titles, 'total', 'weakTotal'] as const
  const isTill = signals.count('subtotal') > 0 && signals.distinct('receiptWords') >= tillWords
  if (!isTill && asked.every((feature) => signals.count(feature) === 0)) return undefined
  const weighing = new Weighing(-3.3)
  const { own } = weighTitles(weighing, signals, titles)
  weighing.each(signals.count('invoiceNumber'), 1.6, 1.6, 'label of an invoice number')
  weighing.each(signals.count('invoiceDate'), 0.7, 0.7, 'label of an invoice date')
  weighing.each(signals.count('dueDate'), 0.7, 0.7, 'label of a due date')
  weighing.each(signals.count('total'), 1.2, 1.2, 'label of a total')
  weighing.each(signals.count('weakTotal'), 0.4, 0.4, 'total')
  weighing.each(signals.count('subtotal'), 0.5, 0.5, 'subtotal')
  weighing.each(signals.count('tax'), 0.6, 0.6, 'value added tax')
  weighing.each(signals.count('taxId'), 0.5, 0.5, 'tax number')
  weighing.each(signals.distinct('lineHeader'), 0.25, 1, 'headings of a table of items')
  weighing.each(signals.distinct('payment'), 0.25, 1, 'words of payment')
  weighing.each(signals.count('billTo') + signals.count('seller'), 0.3, 0.6, 'label of a party')
  weighing.each(signals.distinct('receiptWords') - 1, 0.5, 1.8, 'words of a till receipt')
  if (weighing.sum < -2.5) return undefined
  weighing.each(structure.numbers.itemLines, 0.25, 1, 'lines that end in an amount')
  const amounts = structure.numbers.amounts
  if (amounts === 0) weighing.add(structure.blanks > 3 ? -7 : -5, 'no amount')
  else weighing.each(amounts, 0.2, 0.6, 'amounts')
  if (structure.placeholders > 1) weighing.add(-3, 'a template with gaps')
  if (own < 0.3 && isProse(signals)) weighing.add(-1.5, 'running text')
  if (own < 0.3 && signals.count('invoiceNumber') === 0 && signals.text.length > longForReceipt)
    weighing.add(-2, 'neither title nor number of an invoice')
  return weighing.match()
}

/** Few terms for so much text. */
function isProse({ text, hits }: Signals): boolean {
  return text.length > 4_000 && hits.length * 120 < text.length
}
