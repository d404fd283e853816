import { Parser } from 'htmlparser2'
import type { MetadataEntry } from '../core/content.ts'
import { defaultLimits, type Limits } from '../core/limits.ts'
import { entityTypeOf, isPersonal, nameOf, type Step, toolkit } from './xmp-names.ts'

/**
 * Reads an XMP packet (ISO 16684-1: RDF/XML) under the names that ExifTool gives its properties: the property's own
 * name with a capital, structures flattened (`DerivedFromDocumentID`), lists joined by ', ', other languages than the
 * default with their tag (`Title-fr`). Positions are signed decimal degrees with a `GPSPosition` of both; times with a
 * zone keep it. What is not known to be technical counts as personal.
 * @param xml the packet with anything around it; broken XML gives what stands before the break
 * @param limits `metadata`, `metadataCharacters` and `nesting` bound what is kept
 */
export function readXmp(xml: string, limits: Limits = defaultLimits): MetadataEntry[] {
  const properties = new Map<string, Property>()
  const stack: Element[] = []
  const namespaces = new Map<string, string>()

  const parser = new Parser(
    {
      onopentag(qualified, attributes) {
        declare(attributes, namespaces)
        const element = open(qualified, attributes, stack.at(-1), namespaces)
        stack.push(element)
        if (stack.length > limits.nesting) parser.pause()
        else takeAttributes(element, attributes, namespaces, properties, limits)
      },
      ontext(text) {
        const element = stack.at(-1)
        if (element !== undefined && element.text.length < limits.metadataCharacters) element.text += text
      },
      onclosetag() {
        const element = stack.pop()
        if (element !== undefined && !element.hasInner)
          add(properties, element.path, element.language, element.text, limits)
      },
    },
    { xmlMode: true },
  )
  const start = xml.indexOf('<')
  if (start >= 0) parser.end(xml.slice(start))
  return entriesOf(properties, limits)
}

/** An open element: which property it stands in, and the text met so far. */
interface Element {
  readonly path: readonly Step[]
  readonly language: string | undefined
  text: string
  hasInner: boolean
}

/** A property with the values met so far. */
interface Property {
  readonly namespace: string
  readonly values: string[]
  length: number
}

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

function declare(attributes: Readonly<Record<string, string>>, namespaces: Map<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('xmlns:') && namespaces.size < 1_000) namespaces.set(name.slice(6), value)
  }
}

/** Steps of a name: no known structure nests deeper. */
const deepest = 8

/** RDF's own elements stand in the property around them; all others are a property inside it. */
function open(
  qualified: string,
  attributes: Readonly<Record<string, string>>,
  parent: Element | undefined,
  namespaces: ReadonlyMap<string, string>,
): Element {
  if (parent !== undefined) parent.hasInner = true
  const step = stepOf(qualified, namespaces)
  const path = parent?.path ?? []
  const isWrapper = step.namespace === rdf || step.namespace === toolkit
  return {
    path: isWrapper || path.length >= deepest ? path : [...path, step],
    language: attributes['xml:lang'] ?? parent?.language,
    text: '',
    hasInner: isWrapper && path.length === 0,
  }
}

/** Simple properties may be written as attributes, links as `rdf:resource`. */
function takeAttributes(
  element: Element,
  attributes: Readonly<Record<string, string>>,
  namespaces: ReadonlyMap<string, string>,
  properties: Map<string, Property>,
  limits: Limits,
): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'rdf:resource') add(properties, element.path, undefined, value, limits)
    else if (name.includes(':') && !/^(?:xmlns|xml|rdf):/.test(name)) {
      const step = stepOf(name, namespaces)
      if (step.namespace === toolkit && step.local !== 'xmptk') continue
      add(properties, [...element.path, step], undefined, value, limits)
    }
  }
}

function stepOf(qualified: string, namespaces: ReadonlyMap<string, string>): Step {
  const colon = qualified.indexOf(':')
  const prefix = qualified.slice(0, Math.max(0, colon))
  return { namespace: namespaces.get(prefix) ?? usualPrefixes.get(prefix) ?? '', local: qualified.slice(colon + 1) }
}

/** Packets cut out of their surroundings may have lost their declarations. */
const usualPrefixes: ReadonlyMap<string, string> = new Map([
  ['rdf', rdf],
  ['x', toolkit],
])

function add(
  properties: Map<string, Property>,
  path: readonly Step[],
  language: string | undefined,
  text: string,
  limits: Limits,
): void {
  const first = path[0]
  const value = text.trim()
  if (first === undefined || value === '' || path.some(({ namespace }) => skipped.has(namespace))) return
  const name = nameOf(path) + (language === undefined || language === 'x-default' ? '' : `-${language.slice(0, 16)}`)
  const property = properties.get(name) ?? { namespace: first.namespace, values: [], length: 0 }
  if (property.values.length === 0) {
    if (properties.size >= limits.metadata) return
    properties.set(name, property)
  }
  if (property.length >= limits.metadataCharacters) return
  property.values.push(value)
  property.length += value.length + 2
}

/** Descriptions of schemas, settings of raw converters, thumbnails: nothing that says whose file it is. */
const skipped = new Set([
  'http://www.aiim.org/pdfa/ns/extension/',
  'http://www.aiim.org/pdfa/ns/schema#',
  'http://www.aiim.org/pdfa/ns/property#',
  'http://ns.adobe.com/camera-raw-settings/1.0/',
  'http://ns.adobe.com/xap/1.0/g/',
  'http://ns.adobe.com/xap/1.0/g/img/',
  'http://ns.google.com/photos/1.0/image/',
])

function entriesOf(properties: ReadonlyMap<string, Property>, limits: Limits): MetadataEntry[] {
  const entries: MetadataEntry[] = []
  for (const [name, { namespace, values }] of properties) {
    const value = valueText(name, namespace, values, properties).slice(0, limits.metadataCharacters).toWellFormed()
    const entityType = entityTypeOf(name, values)
    const personal = entityType !== undefined || isPersonal(namespace, name)
    entries.push({ what: 'metadata', name, value, personal, ...(entityType === undefined ? {} : { entityType }) })
  }
  const position = positionOf(entries)
  return position === undefined ? entries : [...entries, position].slice(0, limits.metadata)
}

function valueText(
  name: string,
  namespace: string,
  values: readonly string[],
  properties: ReadonlyMap<string, Property>,
): string {
  const [first = ''] = values
  if (/^GPS(?:Dest)?L(?:atitude|ongitude)$/.test(name)) return degrees(first) ?? first
  if (name === 'GPSAltitude') {
    const isBelow = properties.get('GPSAltitudeRef')?.values[0] === '1'
    return `${isBelow ? '-' : ''}${fraction(first)}`
  }
  const isNumeric = namespace.startsWith('http://ns.adobe.com/exif/') || namespace === 'http://ns.adobe.com/tiff/1.0/'
  const plain = isNumeric ? values.map(fractions) : values
  return plain.map((value) => isoTime(value) ?? value).join(', ')
}

/** `48,51.5N` or `48,51,30N` in signed decimal degrees. */
function degrees(text: string): string | undefined {
  const match = /^(\d{1,3}),(\d{1,2}(?:\.\d{1,12})?)(?:,(\d{1,2}(?:\.\d{1,12})?))?([NSEW])$/i.exec(text)
  if (match === null) return undefined
  const [, whole, minutes, seconds = '0', side = ''] = match
  const size = Number(whole) + Number(minutes) / 60 + Number(seconds) / 3_600
  return String((/[SW]/i.test(side) ? -1 : 1) * Number(size.toFixed(8)))
}

/** `12345/100` as a number of at most ten significant digits; anything else as it is. */
function fraction(text: string): string {
  const match = /^(-?\d{1,15})\/(\d{1,15})$/.exec(text)
  if (match === null || Number(match[2]) === 0) return text
  return String(Number((Number(match[1]) / Number(match[2])).toPrecision(10)))
}

function fractions(text: string): string {
  return /^[-\d/ ]{1,400}$/.test(text) ? text.split(' ').map(fraction).join(' ') : text
}

/** A time with its zone in ISO 8601, as it was local where it was written; undefined for anything else. */
export function isoTime(text: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d):?(\d\d)?$/.exec(text)
  if (match === null) return undefined
  const zone = match[3] === 'Z' ? 'Z' : `${match[3]}:${match[4] ?? '00'}`
  const time = `${match[1]}${match[2] ?? ':00'}${zone}`
  return Number.isNaN(Date.parse(time)) ? undefined : time.replace(/[+-]00:00$/, 'Z')
}

function positionOf(entries: readonly MetadataEntry[]): MetadataEntry | undefined {
  const latitude = entries.find(({ name }) => name === 'GPSLatitude')?.value
  const longitude = entries.find(({ name }) => name === 'GPSLongitude')?.value
  if (latitude === undefined || longitude === undefined) return undefined
  if (!/^-?\d/.test(latitude) || !/^-?\d/.test(longitude)) return undefined
  const value = `${latitude}, ${longitude}`
  return { what: 'metadata', name: 'GPSPosition', value, personal: true, entityType: 'GPS_COORDINATES' }
}
