import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Extract, Format, ReadContext } from '../../../src/core/content.ts'
import { defaultLimits, type Limits } from '../../../src/core/limits.ts'
import { ItemError } from '../../../src/core/problem.ts'
import { bytesReader, type Reader } from '../../../src/core/reader.ts'
import { openHead } from '../../../src/formats/head.ts'

/** Members in order. Those in `stored` are not compressed; `streamed` ones have their sizes after their data. */
export interface ZipOptions {
  readonly stored?: readonly string[]
  readonly streamed?: readonly string[]
  readonly mtime?: Date
}

/** A zip file of these members. */
export async function makeZip(
  members: Readonly<Record<string, string | Uint8Array>>,
  { stored = ['mimetype'], streamed = [], mtime = new Date('2024-05-06T07:08:10Z') }: ZipOptions = {},
): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(members)) {
    const bytes = Buffer.from(content)
    const options = { compress: !stored.includes(name), mtime }
    if (streamed.includes(name)) zip.addReadStream(Readable.from([bytes]), name, options)
    else zip.addBuffer(bytes, name, options)
  }
  zip.end()
  const chunks: Uint8Array[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** What a format gives for these bytes. Faults of the input end the list and are told as a gap of their own. */
export async function readWith(format: Format, bytes: Uint8Array, limits: Limits = defaultLimits) {
  const reader = bytesReader(bytes)
  return readFrom(format, reader, limits)
}

/** The same, from a reader. */
export async function readFrom(format: Format, reader: Reader, limits: Limits = defaultLimits) {
  const head = await openHead(reader)
  const mediaType = await format.recognizes(head)
  if (mediaType === undefined) throw new Error('not recognised')
  const extracts: Extract[] = []
  const context: ReadContext = { limits, mediaType, head }
  try {
    for await (const extract of format.read(reader, context)) extracts.push(extract)
  } catch (error) {
    if (!(error instanceof ItemError)) throw error
    extracts.push({ what: 'gap', cause: error.code, message: error.message })
  }
  return extracts
}

/** The text of each part. */
export function textOf(extracts: readonly Extract[]): Readonly<Record<string, string>> {
  const parts: Record<string, string> = {}
  for (const extract of extracts) {
    if (extract.what !== 'segment' || extract.place.unit !== 'part') continue
    parts[extract.place.part] = (parts[extract.place.part] ?? '') + extract.text
  }
  return parts
}

/** Names and values of the metadata, in order. */
export function metadataOf(extracts: readonly Extract[]): readonly (readonly [string, string])[] {
  return extracts.flatMap((extract) => (extract.what === 'metadata' ? [[extract.name, extract.value] as const] : []))
}

/** Names of the flags, in order. */
export function flagsOf(extracts: readonly Extract[]): readonly string[] {
  return extracts.flatMap((extract) => (extract.what === 'flag' ? [extract.name] : []))
}

/** Causes of the gaps, in order. */
export function gapsOf(extracts: readonly Extract[]): readonly string[] {
  return extracts.flatMap((extract) => (extract.what === 'gap' ? [extract.cause] : []))
}

/** Names and bytes of the children, in order. */
export async function childrenOf(extracts: readonly Extract[]): Promise<Readonly<Record<string, string>>> {
  const children: Record<string, string> = {}
  for (const extract of extracts) {
    if (extract.what !== 'child') continue
    const bytes = await extract.reader.read(0, extract.reader.size)
    children[extract.name] = Buffer.from(bytes).toString('latin1')
  }
  return children
}

/** The list of content types of an Office Open XML file, given the types of its parts. */
export function contentTypes(parts: Readonly<Record<string, string>>): string {
  const overrides = Object.entries(parts).map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  )
}

/** A relationships part: id, type's last step, target, and whether it is outside. */
export function relationships(list: readonly (readonly [string, string, string, boolean?])[]): string {
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const entries = list.map(
    ([id, type, target, isExternal]) =>
      `<Relationship Id="${id}" Type="${base}/${type}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`
}
