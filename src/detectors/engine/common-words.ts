import type { Words } from './lexicon.ts'
import { listed } from './lexicon.ts'

/** Topic of words that say that a value is made up. */
export const sampleTopic = 'sample'
/** Topic of labels of numbers that are no personal data. */
export const otherTopic = 'other-number'

/** Words that every number detector takes into account. */
export const commonWords: Words = Object.freeze({
  [sampleTopic]: listed(`
    test, tests, testing, example, sample, dummy, fake, exemple, essai, specimen, beispiel, muster, ejemplo, prueba,
    esempio, prova, exemplo, teste, voorbeeld, مثال, تجربة
  `),
  [otherTopic]: listed(`
    invoice, invoice number, invoice no, order, order number, order no, purchase order, po number, reference, ref,
    article, item, sku, serial, serial number, batch, lot, version, amount, total, subtotal, price, quantity, qty,
    tracking, ticket, isbn, issn, ean, gtin, gln, barcode, timestamp, page, port, pid, doi, pmid, customer number,
    delivery note, build, facture, numéro de facture, commande, bon de commande, devis, référence, réf, code barre,
    montant, prix, quantité, numéro de série, bon de livraison, numéro de client, code client, rechnung,
    rechnungsnummer, rechnungs nr, bestellung, bestellnummer, auftrag, auftragsnummer, artikel, artikelnummer, art
    nr, menge, betrag, seriennummer, charge, kundennummer, kunden nr, lieferschein, globale nummer, factura, número
    de factura, pedido, artículo, referencia, importe, cantidad, precio, lote, albarán, fattura, ordine, articolo,
    codice articolo, riferimento, importo, quantità, prezzo, lotto, fatura, encomenda, artigo, valor, quantidade,
    preço, factuur, factuurnummer, bestelling, bestelnummer, klantnummer, bedrag, aantal, فاتورة, رقم الفاتورة, طلب,
    مبلغ
  `),
})
