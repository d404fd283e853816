import { describe, expect, it } from 'vitest'
import { xml } from '../../src/formats/xml.ts'
import { read } from './reading.ts'

async function fieldsOf(content: string): Promise<Readonly<Record<string, string>>> {
  const { extracts } = await read(xml, content)
  const fields = extracts.flatMap((extract) => (extract.what === 'field' ? [[extract.name, extract.value]] : []))
  return Object.fromEntries(fields)
}

const party = (role: string, name: string, tax: string) =>
  `<ram:${role}TradeParty><ram:Name>${name}</ram:Name><ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">201/1</ram:ID></ram:SpecifiedTaxRegistration>` +
  `<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${tax}</ram:ID></ram:SpecifiedTaxRegistration></ram:${role}TradeParty>`

const crossIndustry = `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="r" xmlns:udt="u">
<rsm:ExchangedDocument><ram:ID>RE-2024/17</ram:ID><ram:TypeCode>380</ram:TypeCode>
<ram:IssueDateTime><udt:DateTimeString format="102">20240304</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
<ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedTradeProduct><ram:Name>Crown</ram:Name></ram:SpecifiedTradeProduct></ram:IncludedSupplyChainTradeLineItem>
<ram:ApplicableHeaderTradeAgreement>${party('Seller', 'Praxis  Beispiel', 'DE123456789')}${party('Buyer', 'Jane Roe', 'DE999999999')}</ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:SpecifiedTradeSettlementPaymentMeans><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>DE89 3704 0044 0532 0130 00</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>
<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">20240403</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>1000.00</ram:LineTotalAmount><ram:TaxTotalAmount currencyID="USD">205.00</ram:TaxTotalAmount>
<ram:TaxTotalAmount currencyID="EUR">190</ram:TaxTotalAmount><ram:GrandTotalAmount>1190.5</ram:GrandTotalAmount><ram:DuePayableAmount>90.5</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`

const first = `<?xml version="1.0"?><rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0" xmlns:ram="r" xmlns:udt="u">
<rsm:HeaderExchangedDocument><ram:ID>47</ram:ID><ram:IssueDateTime><udt:DateTimeString format="102">20130305</udt:DateTimeString></ram:IssueDateTime></rsm:HeaderExchangedDocument>
<rsm:SpecifiedSupplyChainTradeTransaction><ram:ApplicableSupplyChainTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:SpecifiedTradeSettlementMonetarySummation><ram:TaxTotalAmount currencyID="EUR">-1.12</ram:TaxTotalAmount><ram:GrandTotalAmount currencyID="EUR">-8.79</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation>
</ram:ApplicableSupplyChainTradeSettlement></rsm:SpecifiedSupplyChainTradeTransaction></rsm:CrossIndustryDocument>`

const ublParty = (role: string, name: string, legal: string) =>
  `<cac:Accounting${role}Party><cac:Party><cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName><cac:PartyTaxScheme><cbc:CompanyID>FR12345678901</cbc:CompanyID></cac:PartyTaxScheme>` +
  `<cac:PartyLegalEntity>${legal}</cac:PartyLegalEntity></cac:Party></cac:Accounting${role}Party>`

const ubl = (root: string, due: string) => `<?xml version="1.0"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="a" xmlns:cbc="b">
<cbc:ID>INV 9</cbc:ID><cbc:IssueDate>2024-03-04</cbc:IssueDate>${root === 'Invoice' ? due : ''}<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
${ublParty('Supplier', 'Clinic', '<cbc:RegistrationName>Clinic Ltd</cbc:RegistrationName>')}${ublParty('Customer', 'Jane Roe', '')}
<cac:PaymentMeans><cac:PayeeFinancialAccount><cbc:ID>FR7630006000011234567890189</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">20.00</cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxAmount>7</cbc:TaxAmount></cac:TaxSubtotal></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:TaxInclusiveAmount currencyID="EUR">120.00</cbc:TaxInclusiveAmount><cbc:PayableAmount>100.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
<cac:InvoiceLine><cbc:ID>1</cbc:ID><cac:TaxTotal><cbc:TaxAmount>3</cbc:TaxAmount></cac:TaxTotal></cac:InvoiceLine></${root}>`

describe('electronic invoices', () => {
  it('give the fields of a Cross Industry Invoice', async () => {
    expect(await fieldsOf(crossIndustry)).toEqual({
      'invoice.number': 'RE-2024/17',
      'invoice.date': '2024-03-04',
      'invoice.due_date': '2024-04-03',
      'invoice.total': '1190.50',
      'invoice.tax': '190.00',
      'invoice.currency': 'EUR',
      'invoice.issuer': 'Praxis Beispiel',
      'invoice.issuer_id': 'DE123456789',
      'invoice.recipient': 'Jane Roe',
      'invoice.iban': 'DE89370400440532013000',
    })
  })

  it('give the fields of ZUGFeRD 1.0', async () => {
    expect(await fieldsOf(first)).toEqual({
      'invoice.number': '47',
      'invoice.date': '2013-03-05',
      'invoice.total': '-8.79',
      'invoice.tax': '-1.12',
      'invoice.currency': 'EUR',
    })
  })

  it.each(['Invoice', 'CreditNote'])('give the fields of a UBL %s, not those of its lines', async (root) => {
    const due = '<cbc:DueDate>2024-04-03</cbc:DueDate>'
    expect(await fieldsOf(ubl(root, due))).toEqual({
      'invoice.number': 'INV 9',
      'invoice.date': '2024-03-04',
      ...(root === 'Invoice' ? { 'invoice.due_date': '2024-04-03' } : {}),
      'invoice.total': '120.00',
      'invoice.tax': '20.00',
      'invoice.currency': 'EUR',
      'invoice.issuer': 'Clinic Ltd',
      'invoice.issuer_id': 'FR12345678901',
      'invoice.recipient': 'Jane Roe',
      'invoice.iban': 'FR7630006000011234567890189',
    })
  })

  it('give the fields of a FatturaPA', async () => {
    const fattura = `<p:FatturaElettronica xmlns:p="f"><FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><Divisa>EUR</Divisa><Data>2024-03-04</Data><Numero>12/A</Numero>
<ImportoTotaleDocumento>61.00</ImportoTotaleDocumento></DatiGeneraliDocumento></DatiGenerali></FatturaElettronicaBody></p:FatturaElettronica>`
    expect(await fieldsOf(fattura)).toEqual({
      'invoice.number': '12/A',
      'invoice.date': '2024-03-04',
      'invoice.total': '61.00',
      'invoice.currency': 'EUR',
    })
  })

  it('leave out what is no date, amount or account', async () => {
    const odd = crossIndustry.replace('20240304', 'soon').replace('1190.5', 'much').replace('DE89 3704', 'cash')
    expect(Object.keys(await fieldsOf(odd))).not.toContain('invoice.date')
    expect(Object.keys(await fieldsOf(odd))).not.toContain('invoice.total')
    expect(Object.keys(await fieldsOf(odd))).not.toContain('invoice.iban')
  })

  it('are none where the XML is something else', async () => {
    expect(await fieldsOf('<?xml version="1.0"?><Invoice><ID>1</ID></Invoice>')).toEqual({})
  })

  it('give what is bought, line by line', async () => {
    const line = (id: string, name: string, amount: string) =>
      `<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>${id}</ram:LineID></ram:AssociatedDocumentLineDocument>` +
      `<ram:SpecifiedTradeProduct><ram:Name>${name}</ram:Name></ram:SpecifiedTradeProduct>${amount}</ram:IncludedSupplyChainTradeLineItem>`
    const total = (value: string) => `<ram:LineTotalAmount>${value}</ram:LineTotalAmount>`
    const lines = line('1', 'Crown', total('900')) + line('2', 'Gift', '') + line('3', 'X-ray', total('100.50'))
    const { extracts } = await read(xml, crossIndustry.replace(/<ram:IncludedSupplyChain.*LineItem>/, lines))
    const values = extracts.flatMap((one) => (one.what === 'field' && one.name === 'invoice.lines' ? [one.value] : []))
    expect(values).toEqual(['Crown = 900.00', 'X-ray = 100.50'])
  })
})
