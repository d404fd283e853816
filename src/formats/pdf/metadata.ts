import { inflateSync } from 'node:zlib'
import type { Extract, MetadataEntry } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import { looksLikePersonName } from '../person-name.ts'
import { isoTime, readXmp } from '../xmp.ts'
import { type Allowance, gapOnce } from './allowance.ts'
import type { PdfDocument } from './document.ts'
import { readString } from './engine.ts'

/** Keys of the information dictionary (ISO 32000-1, 14.3.3) with ExifTool's names. */
const infoTags = [
  { key: 'Title', name: 'Title', personal: true },
  { key: 'Author', name: 'Author', personal: true },
  { key: 'Subject', name: 'Subject', personal: true },
  { key: 'Keywords', name: 'Keywords', personal: true },
  { key: 'Creator', name: 'Creator', personal: false },
  { key: 'Producer', name: 'Producer', personal: false },
  { key: 'CreationDate', name: 'CreateDate', personal: false },
  { key: 'ModDate', name: 'ModifyDate', personal: false },
] as const

/**
 * What a document says of itself: version, pages, language, its information dictionary, and its XMP packets. Equal
 * values under one name are told once.
 */
export function* readMetadata(document: PdfDocument, pages: number, allowance: Allowance): Generator<Extract> {
  const told = new Set<string>()
  for (const entry of infoEntries(document, pages, allowance)) yield* tell(entry, told, allowance)
  for (const part of xmpEntries(document, allowance)) {
    if (part.what === 'metadata') yield* tell(part, told, allowance)
    else yield part
  }
}

function* tell(entry: MetadataEntry, told: Set<string>, allowance: Allowance): Generator<Extract> {
  const key = `${entry.name}\0${entry.value}`
  if (entry.value === '' || told.has(key)) return
  if (allowance.metadata <= 0) {
    yield* gapOnce(allowance, 'too_many', `more than ${allowance.limits.metadata} metadata entries`)
    return
  }
  told.add(key)
  allowance.metadata -= 1
  yield entry
}

function* infoEntries(document: PdfDocument, pages: number, allowance: Allowance): Generator<MetadataEntry> {
  const { engine, handle } = document
  const most = allowance.limits.metadataCharacters
  const version = versionOf(document)
  if (version !== undefined) yield plain('PDFVersion', version)
  yield plain('PageCount', String(pages))
  yield plain(
    'Language',
    readString(engine, (buffer, length) => engine.call.EPDFCatalog_GetLanguage(handle, buffer, length), most),
  )
  for (const { key, name, personal } of infoTags) {
    const value = infoValue(document, engine.name(key), most)
    if (name === 'CreateDate' || name === 'ModifyDate') yield plain(name, pdfTime(value) ?? value)
    else if (name === 'Author' && looksLikePersonName(value))
      yield { ...plain(name, value), personal, entityType: 'PERSON' }
    else yield { ...plain(name, value), personal }
  }
  yield* customEntries(document, allowance)
}

function plain(name: string, value: string): MetadataEntry {
  return { what: 'metadata', name, value, personal: false }
}

function infoValue({ engine, handle }: PdfDocument, key: number, most: number): string {
  return readString(engine, (buffer, length) => engine.call.FPDF_GetMetaText(handle, key, buffer, length), most)
}

function versionOf({ engine, handle }: PdfDocument): string | undefined {
  if (engine.call.FPDF_GetFileVersion(handle, engine.scratch) === 0) return undefined
  const bytes = engine.bytes()
  const version = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getInt32(engine.scratch, true)
  return version > 0 ? `${Math.floor(version / 10)}.${version % 10}` : undefined
}

/** Keys that a program made up: what they hold may be anything. */
function* customEntries(document: PdfDocument, allowance: Allowance): Generator<MetadataEntry> {
  const { engine, handle } = document
  const { call } = engine
  const count = Math.min(call.EPDF_GetMetaKeyCount(handle, 1), allowance.metadata)
  for (let index = 0; index < count; index += 1) {
    const write = (buffer: number, length: number) => call.EPDF_GetMetaKeyName(handle, index, 1, buffer, length)
    const key = readString(engine, write, 256, 'utf8')
    const name = key.replace(/[^\w-]/g, '').slice(0, 64)
    if (name === '' || name === 'Trapped') continue
    const value = customValue(document, key, allowance.limits.metadataCharacters)
    yield { ...plain(name.slice(0, 1).toUpperCase() + name.slice(1), pdfTime(value) ?? value), personal: true }
  }
}

function customValue(document: PdfDocument, key: string, most: number): string {
  const { engine } = document
  const encoded = Buffer.from(`${key}\0`)
  const address = engine.call.malloc(encoded.length)
  if (address === 0) throw new ItemError('memory_limit', 'no memory was left for the metadata of the PDF')
  try {
    engine.bytes().set(encoded, address)
    return infoValue(document, address, most)
  } catch (error) {
    throw engine.faultOf(error)
  } finally {
    if (!engine.isLost()) engine.call.free(address)
  }
}

/** `D:YYYYMMDDHHmmSSOHH'mm'` (ISO 32000-1, 7.9.4) as ISO 8601, with its zone where that is told. */
export function pdfTime(text: string): string | undefined {
  const match = /^D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second = '00', zulu, hours, minutes = '00'] = match
  const date = `${year}-${month}-${day}`
  if (hour === undefined) return date
  const local = `${date}T${hour}:${minute}:${second}`
  if (zulu === undefined && hours === undefined) return local
  return isoTime(`${local}${zulu ?? `${hours}:${minutes}`}`) ?? local
}

const packetBytes = 2 ** 20
const packetsAtMost = 16

/** XMP packets: those that lie open in the file, then those in compressed metadata streams. */
function* xmpEntries(document: PdfDocument, allowance: Allowance): Generator<Extract> {
  let packets = 0
  for (const xml of openPackets(document)) {
    if (++packets > packetsAtMost) return
    yield* readXmp(xml, allowance.limits)
  }
  // In an encrypted file these streams are encrypted too, and the library has no way to them.
  if (document.isEncrypted) return
  for (const xml of compressedPackets(document, allowance)) {
    if (++packets > packetsAtMost) return
    if (xml === undefined) yield* gapOnce(allowance, 'malformed', 'a metadata stream could not be expanded')
    else yield* readXmp(xml, allowance.limits)
  }
}

function* openPackets(document: PdfDocument): Generator<string> {
  for (let at = document.file().indexOf('<rdf:RDF'); at >= 0; ) {
    const file = document.file()
    const end = file.subarray(at, at + packetBytes).indexOf('</rdf:RDF>')
    // The element around it names the tool that wrote it.
    const around = file.subarray(Math.max(0, at - 256), at).lastIndexOf('<x:xmpmeta')
    const start = around < 0 ? at : Math.max(0, at - 256) + around
    yield file.toString('utf8', start, end < 0 ? Math.min(file.length, at + packetBytes) : at + end + 10)
    at = document.file().indexOf('<rdf:RDF', at + (end < 0 ? 8 : end))
  }
}

/** Streams of type Metadata with one Flate filter; undefined for one that does not expand within its bounds. */
function* compressedPackets(document: PdfDocument, { limits }: Allowance): Generator<string | undefined> {
  let at = document.file().indexOf('/Metadata')
  for (let looks = 0; at >= 0 && looks < limits.metadata; looks += 1) {
    const stream = compressedStream(document.file(), at)
    if (stream !== undefined) yield inflated(stream)
    at = document.file().indexOf('/Metadata', at + 9)
  }
}

/** The bytes of the stream whose dictionary has the name at `at` for its type. */
function compressedStream(file: Buffer, at: number): Uint8Array | undefined {
  if (!/\/Type\s{0,4}$/.test(file.toString('latin1', Math.max(0, at - 10), at))) return undefined
  const before = file.toString('latin1', Math.max(0, at - 512), at)
  const after = file.toString('latin1', at, at + 1_024)
  const stream = /\bstream\r?\n/.exec(after)
  if (stream === null) return undefined
  const dictionary = before.slice(before.lastIndexOf(' obj') + 1) + after.slice(0, stream.index)
  if (!dictionary.includes('/FlateDecode')) return undefined
  const start = at + stream.index + stream[0].length
  const end = file.subarray(start, start + packetBytes).indexOf('endstream')
  return file.subarray(start, end < 0 ? start + packetBytes : start + end)
}

function inflated(bytes: Uint8Array): string | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: packetBytes }).toString('utf8')
  } catch {
    // Broken or larger than a packet may be: the caller says so.
    return undefined
  }
}
