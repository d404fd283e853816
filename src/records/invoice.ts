import type { Match, RecordKind, Sample } from '../core/record.ts'
import { byModel } from './by-model.ts'
import { invoiceFields } from './fields/invoice-fields.ts'
import { fromHealthRecord } from './health-record.ts'

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
    return eInvoice(sample) ?? fromHealthRecord(sample, 'invoice', (text) => byModel(text, 'invoice'))
  },
  fields: invoiceFields,
} satisfies RecordKind)

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
