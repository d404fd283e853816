import type { FieldEntry } from '../core/content.ts'
import type { LeafListener } from './xml-lines.ts'

/** Collects the fields of an electronic invoice while its XML is read. */
export interface EInvoice extends LeafListener {
  /** The fields found, in a fixed order; exact, for they come from named elements. */
  fields(): readonly FieldEntry[]
}

/** Where a field stands. The first place that has a value wins. */
type Places = readonly Place[]
interface Place {
  /** The last names of the path. */
  readonly path: string
  /** How many names the whole path has, where elements of the same name also stand deeper. */
  readonly depth?: number
  /** An attribute and its value that must be there. */
  readonly where?: readonly [name: string, value: string]
}

const at = (path: string, more: Omit<Place, 'path'> = {}): Place => ({ path, ...more })

// UN/CEFACT Cross Industry Invoice D16B (Factur-X, ZUGFeRD 2, XRechnung) and its forerunner in ZUGFeRD 1.0.
const crossIndustry: Readonly<Record<string, Places>> = {
  number: [at('ExchangedDocument/ID'), at('HeaderExchangedDocument/ID')],
  date: [
    at('ExchangedDocument/IssueDateTime/DateTimeString'),
    at('HeaderExchangedDocument/IssueDateTime/DateTimeString'),
  ],
  due_date: [at('SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString')],
  total: [
    at('SpecifiedTradeSettlementHeaderMonetarySummation/GrandTotalAmount'),
    at('SpecifiedTradeSettlementMonetarySummation/GrandTotalAmount'),
  ],
  tax: [
    at('SpecifiedTradeSettlementHeaderMonetarySummation/TaxTotalAmount'),
    at('SpecifiedTradeSettlementMonetarySummation/TaxTotalAmount'),
  ],
  currency: [at('InvoiceCurrencyCode')],
  issuer: [at('SellerTradeParty/Name')],
  issuer_id: [
    at('SellerTradeParty/SpecifiedTaxRegistration/ID', { where: ['schemeID', 'VA'] }),
    at('SellerTradeParty/SpecifiedTaxRegistration/ID'),
    at('SellerTradeParty/SpecifiedLegalOrganization/ID'),
    at('SellerTradeParty/GlobalID'),
    at('SellerTradeParty/ID'),
  ],
  recipient: [at('BuyerTradeParty/Name')],
  iban: [at('PayeePartyCreditorFinancialAccount/IBANID')],
}

// OASIS UBL 2.1, Invoice and CreditNote, as EN 16931 uses them.
const ubl: Readonly<Record<string, Places>> = {
  number: [at('ID', { depth: 2 })],
  date: [at('IssueDate', { depth: 2 })],
  due_date: [at('DueDate', { depth: 2 }), at('PaymentMeans/PaymentDueDate')],
  total: [
    at('LegalMonetaryTotal/TaxInclusiveAmount', { depth: 3 }),
    at('LegalMonetaryTotal/PayableAmount', { depth: 3 }),
  ],
  tax: [at('TaxTotal/TaxAmount', { depth: 3 })],
  currency: [at('DocumentCurrencyCode', { depth: 2 })],
  issuer: [
    at('AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName'),
    at('AccountingSupplierParty/Party/PartyName/Name'),
  ],
  issuer_id: [
    at('AccountingSupplierParty/Party/PartyTaxScheme/CompanyID'),
    at('AccountingSupplierParty/Party/PartyLegalEntity/CompanyID'),
    at('AccountingSupplierParty/Party/PartyIdentification/ID'),
  ],
  recipient: [
    at('AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName'),
    at('AccountingCustomerParty/Party/PartyName/Name'),
  ],
  iban: [at('PaymentMeans/PayeeFinancialAccount/ID')],
}

// FatturaPA 1.2, https://www.fatturapa.gov.it
const fatturaPa: Readonly<Record<string, Places>> = {
  number: [at('DatiGeneraliDocumento/Numero')],
  date: [at('DatiGeneraliDocumento/Data')],
  due_date: [at('DettaglioPagamento/DataScadenzaPagamento')],
  total: [at('DatiGeneraliDocumento/ImportoTotaleDocumento')],
  currency: [at('DatiGeneraliDocumento/Divisa')],
  issuer: [at('CedentePrestatore/DatiAnagrafici/Anagrafica/Denominazione')],
  issuer_id: [
    at('CedentePrestatore/DatiAnagrafici/IdFiscaleIVA/IdCodice'),
    at('CedentePrestatore/DatiAnagrafici/CodiceFiscale'),
  ],
  recipient: [at('CessionarioCommittente/DatiAnagrafici/Anagrafica/Denominazione')],
  iban: [at('DettaglioPagamento/IBAN')],
}

const standards: Readonly<Record<string, Readonly<Record<string, Places>>>> = {
  'application/x-cii+xml': crossIndustry,
  'application/x-ubl+xml': ubl,
  'application/x-fatturapa+xml': fatturaPa,
}

/** Names of what is bought, line by line: of the line, of what begins it, of its words and its amount. */
interface Item {
  readonly line: string
  readonly first: string
  readonly words: string
  readonly amount: string
}
const items: Readonly<Record<string, Item>> = {
  'application/x-cii+xml': {
    line: 'IncludedSupplyChainTradeLineItem',
    first: 'AssociatedDocumentLineDocument/LineID',
    words: 'SpecifiedTradeProduct/Name',
    amount: 'LineTotalAmount',
  },
  'application/x-ubl+xml': {
    line: 'InvoiceLine',
    first: 'InvoiceLine/ID',
    words: 'Item/Name',
    amount: 'InvoiceLine/LineExtensionAmount',
  },
  'application/x-fatturapa+xml': {
    line: 'DettaglioLinee',
    first: 'DettaglioLinee/NumeroLinea',
    words: 'DettaglioLinee/Descrizione',
    amount: 'DettaglioLinee/PrezzoTotale',
  },
}
const linesKept = 200

const confidence = 0.99
const valueCharacters = 500

/** A value with the currency it is in, where its element names one. */
interface Found {
  readonly value: string
  readonly currency: string | undefined
}

/** A collector for a document of this media type; undefined where it is no invoice. */
export function createEInvoice(mediaType: string): EInvoice | undefined {
  const standard = standards[mediaType]
  if (!standard) return undefined
  const places = Object.entries(standard).flatMap(([field, all]) => all.map((place) => ({ field, place })))
  const found = new Map<Place, Found[]>()
  const lines = new Lines(mediaType)
  return {
    leaf(path, text, attributes) {
      if (text === '' || text.length > valueCharacters) return
      lines.leaf(path, text)
      for (const { place } of places) {
        if (!isPlace(place, path, attributes)) continue
        const values = found.get(place) ?? []
        if (values.length < 8) values.push({ value: text, currency: attributes.currencyID })
        found.set(place, values)
      }
    },
    fields() {
      const currency = firstOf(standard.currency ?? [], found)?.[0]?.value
      const own = Object.entries(standard).flatMap(([field, all]): FieldEntry[] => {
        const values = firstOf(all, found) ?? []
        // A second tax total may be given in the currency of the accounts.
        const chosen = values.find((each) => each.currency === currency) ?? values[0]
        const value = chosen && written(field, chosen.value)
        return value === undefined ? [] : [{ what: 'field', name: `invoice.${field}`, value, confidence }]
      })
      return [...own, ...lines.fields()]
    },
  }
}

/** Collects what is bought: words and amount of a line may come in any order. */
class Lines {
  readonly #names: Item | undefined
  readonly #values: string[] = []
  #words: string | undefined
  #amount: string | undefined

  constructor(mediaType: string) {
    this.#names = items[mediaType]
  }

  leaf(path: readonly string[], text: string): void {
    const names = this.#names
    if (!names || this.#values.length === linesKept || !path.includes(names.line)) return
    if (isPlace({ path: names.first }, path, {})) this.#words = this.#amount = undefined
    else if (isPlace({ path: names.words }, path, {})) this.#words = text.replace(/\s+/g, ' ')
    else if (isPlace({ path: names.amount }, path, {})) this.#amount = amount(text)
    if (this.#words === undefined || this.#amount === undefined) return
    this.#values.push(`${this.#words} = ${this.#amount}`)
    this.#words = undefined
    this.#amount = undefined
  }

  fields(): readonly FieldEntry[] {
    return this.#values.map((value) => ({ what: 'field', name: 'invoice.lines', value, confidence }))
  }
}

function firstOf(places: Places, found: ReadonlyMap<Place, readonly Found[]>): readonly Found[] | undefined {
  const place = places.find((each) => found.has(each))
  return place && found.get(place)
}

function isPlace(place: Place, path: readonly string[], attributes: Readonly<Record<string, string>>): boolean {
  const names = place.path.split('/')
  if (place.depth !== undefined && place.depth !== path.length) return false
  if (names.length > path.length) return false
  const isEnd = names.every((name, index) => path[path.length - names.length + index] === name)
  return isEnd && (place.where === undefined || attributes[place.where[0]] === place.where[1])
}

/** The value in the form in which it is stored; undefined where it is none. */
function written(field: string, value: string): string | undefined {
  switch (field) {
    case 'date':
    case 'due_date':
      return isoDate(value)
    case 'total':
    case 'tax':
      return amount(value)
    case 'iban':
      return iban(value)
    default:
      return value.replace(/\s+/g, ' ')
  }
}

/** Dates come as 20240131 (format 102 of UNTDID 2379) or as 2024-01-31, with a time or zone behind it. */
function isoDate(value: string): string | undefined {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:\D|$|\d{4})/.exec(value)
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined
}

function amount(value: string): string | undefined {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d{0,6}))?$/.exec(value)
  if (!match) return undefined
  const cents = (match[3] ?? '').replace(/0+$/, '').padEnd(2, '0')
  return `${match[1] === '-' ? '-' : ''}${match[2]}.${cents}`
}

function iban(value: string): string | undefined {
  const compact = value.replace(/\s/g, '').toUpperCase()
  return /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(compact) ? compact : undefined
}
