import { escapeXml } from './html.ts'

/** What a cross-industry invoice says. Amounts in cents, dates as YYYYMMDD. */
export interface CiiInvoice {
  readonly number: string
  readonly date: string
  readonly due: string
  readonly seller: {
    readonly name: string
    readonly street: string
    readonly postcode: string
    readonly city: string
    readonly siret: string
    readonly vat: string
    readonly email: string
  }
  readonly buyer: {
    readonly name: string
    readonly street: string
    readonly postcode: string
    readonly city: string
    readonly reference: string
  }
  readonly lines: readonly { readonly name: string; readonly count: number; readonly cents: number }[]
  readonly iban: string
  readonly taxPercent: number
}

const euros = (cents: number) => (cents / 100).toFixed(2)

/** The XML of a Factur-X invoice, profile EN 16931 (UN/CEFACT CII D16B). */
export function makeCii(invoice: CiiInvoice): string {
  const net = invoice.lines.reduce((sum, { count, cents }) => sum + count * cents, 0)
  const tax = Math.round((net * invoice.taxPercent) / 100)
  const party = (tag: string, of: { name: string; street: string; postcode: string; city: string }, more: string) =>
    `<ram:${tag}><ram:Name>${escapeXml(of.name)}</ram:Name>${more}<ram:PostalTradeAddress><ram:PostcodeCode>${of.postcode}</ram:PostcodeCode><ram:LineOne>${escapeXml(of.street)}</ram:LineOne><ram:CityName>${of.city}</ram:CityName><ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress>`
  const lines = invoice.lines.map(
    ({ name, count, cents }, at) => `
    <ram:IncludedSupplyChainTradeLineItem>
      <ram:AssociatedDocumentLineDocument><ram:LineID>${at + 1}</ram:LineID></ram:AssociatedDocumentLineDocument>
      <ram:SpecifiedTradeProduct><ram:Name>${escapeXml(name)}</ram:Name></ram:SpecifiedTradeProduct>
      <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${euros(cents)}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
      <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">${count}</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
      <ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>${invoice.taxPercent}</ram:RateApplicablePercent></ram:ApplicableTradeTax><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${euros(count * cents)}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
    </ram:IncludedSupplyChainTradeLineItem>`,
  )
  const date = (text: string) => `<udt:DateTimeString format="102">${text}</udt:DateTimeString>`
  const { seller, buyer } = invoice
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
  <rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
  <rsm:ExchangedDocument><ram:ID>${invoice.number}</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime>${date(invoice.date)}</ram:IssueDateTime></rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>${lines.join('')}
    <ram:ApplicableHeaderTradeAgreement>
      <ram:BuyerReference>${buyer.reference}</ram:BuyerReference>
      ${party('SellerTradeParty', seller, `<ram:SpecifiedLegalOrganization><ram:ID schemeID="0009">${seller.siret.replaceAll(' ', '')}</ram:ID></ram:SpecifiedLegalOrganization>`)}<ram:URIUniversalCommunication><ram:URIID schemeID="EM">${seller.email}</ram:URIID></ram:URIUniversalCommunication><ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${seller.vat}</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTradeParty>
      ${party('BuyerTradeParty', buyer, '')}</ram:BuyerTradeParty>
    </ram:ApplicableHeaderTradeAgreement>
    <ram:ApplicableHeaderTradeDelivery><ram:ActualDeliverySupplyChainEvent><ram:OccurrenceDateTime>${date(invoice.date)}</ram:OccurrenceDateTime></ram:ActualDeliverySupplyChainEvent></ram:ApplicableHeaderTradeDelivery>
    <ram:ApplicableHeaderTradeSettlement>
      <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
      <ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>${invoice.iban.replaceAll(' ', '')}</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>
      <ram:ApplicableTradeTax><ram:CalculatedAmount>${euros(tax)}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>${euros(net)}</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>${invoice.taxPercent}</ram:RateApplicablePercent></ram:ApplicableTradeTax>
      <ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>${date(invoice.due)}</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
      <ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>${euros(net)}</ram:LineTotalAmount><ram:TaxBasisTotalAmount>${euros(net)}</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">${euros(tax)}</ram:TaxTotalAmount><ram:GrandTotalAmount>${euros(net + tax)}</ram:GrandTotalAmount><ram:DuePayableAmount>${euros(net + tax)}</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    </ram:ApplicableHeaderTradeSettlement>
  </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>
`
}

/** What Factur-X asks of the XMP packet. */
export const facturXProperties =
  '<rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"><fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>factur-x.xml</fx:DocumentFileName><fx:Version>1.0</fx:Version><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel></rdf:Description>'
