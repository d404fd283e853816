import { afterProlog, beginsWithHtmlElement } from './prolog.ts'

/** What the root element says a document is. */
interface RootType {
  readonly names: readonly string[]
  /** Part of the namespace, where the name alone is not enough. */
  readonly namespace?: string
  readonly mediaType: string
}

/** Media types that are told by the root element, with the extensions that go with each. */
export const xmlMediaTypes: Readonly<Record<string, readonly string[]>> = Object.freeze({
  'application/xml': ['xml', 'xsl', 'xslt', 'xsd', 'wsdl', 'config', 'resx', 'plist', 'opml', 'dtd', 'rels', 'xaml'],
  'image/svg+xml': ['svg'],
  'application/x-cii+xml': ['xml'],
  'application/x-ubl+xml': ['xml'],
  'application/x-fatturapa+xml': ['xml'],
  'application/hl7-cda+xml': ['xml', 'ccda', 'cda'],
  'application/fhir+xml': ['xml'],
  'application/vnd.google-earth.kml+xml': ['kml'],
  'application/gpx+xml': ['gpx'],
  'application/rss+xml': ['rss', 'xml'],
  'application/atom+xml': ['atom', 'xml'],
  'application/rdf+xml': ['rdf', 'xmp', 'owl'],
  'application/x-plist': ['plist'],
})

// The root's name and namespace; https://unece.org/trade/uncefact (CII), https://docs.oasis-open.org/ubl (UBL).
const rootTypes: readonly RootType[] = [
  { names: ['svg'], mediaType: 'image/svg+xml' },
  { names: ['CrossIndustryInvoice', 'CrossIndustryDocument'], mediaType: 'application/x-cii+xml' },
  { names: ['Invoice'], namespace: 'ubl:schema:xsd:Invoice', mediaType: 'application/x-ubl+xml' },
  { names: ['CreditNote'], namespace: 'ubl:schema:xsd:CreditNote', mediaType: 'application/x-ubl+xml' },
  { names: ['FatturaElettronica'], mediaType: 'application/x-fatturapa+xml' },
  { names: ['ClinicalDocument'], namespace: 'urn:hl7-org:v3', mediaType: 'application/hl7-cda+xml' },
  { names: ['kml'], mediaType: 'application/vnd.google-earth.kml+xml' },
  { names: ['gpx'], mediaType: 'application/gpx+xml' },
  { names: ['rss'], mediaType: 'application/rss+xml' },
  { names: ['feed'], namespace: 'w3.org/2005/Atom', mediaType: 'application/atom+xml' },
  { names: ['RDF', 'xmpmeta'], mediaType: 'application/rdf+xml' },
  { names: ['plist'], mediaType: 'application/x-plist' },
]

const doctype = /^<!DOCTYPE\s[^<>[]{0,2000}(?:\[[^\]]{0,20000}\]\s{0,100})?>\s{0,1000}/i
const opening =
  /^<([A-Za-z_\u00C0-\uFFFF][\w.\u00B7-\uFFFF-]{0,100}:)?([A-Za-z_\u00C0-\uFFFF][\w.\u00B7-\uFFFF-]{0,100})(\s[^<>]{0,16000})?(\/?)>/

/**
 * The media type of a text that is XML; undefined where it is not. Without an XML declaration the root must be such as
 * XML has it: with a namespace, or closed at the end.
 * @param isWhole false where the text goes on behind what is given
 */
export function xmlType(text: string, isWhole: boolean): string | undefined {
  // Most texts end here.
  const first = text.charCodeAt(0)
  if (first !== 0x3c && first > 0x20) return undefined
  const start = text.trimStart()
  if (start[0] !== '<') return undefined
  const isDeclared = start.startsWith('<?xml ')
  const root = afterProlog(afterProlog(start).replace(doctype, ''))
  const match = opening.exec(root)
  if (!match) return isDeclared ? 'application/xml' : undefined
  const [tag, prefix = '', name = '', attributes = '', isEmpty] = match
  if (!isDeclared && !attributes.includes('xmlns') && isEmpty === '') {
    if (beginsWithHtmlElement(root) || !isClosed(root.slice(tag.length), `${prefix}${name}`, isWhole)) return undefined
  }
  return byRoot(name, attributes)
}

function isClosed(rest: string, name: string, isWhole: boolean): boolean {
  if (isWhole) return rest.trimEnd().endsWith(`</${name}>`)
  return rest.slice(0, 8_192).split('</').length > 3
}

function byRoot(name: string, attributes: string): string {
  if (attributes.includes('"http://hl7.org/fhir"')) return 'application/fhir+xml'
  const found = rootTypes.find(
    ({ names, namespace }) => names.includes(name) && (namespace === undefined || attributes.includes(namespace)),
  )
  return found?.mediaType ?? 'application/xml'
}
