import type { Extract, Format, ReadContext } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'
import type { Reader } from '../../core/reader.ts'
import { openZip, type ZipFile } from '../zip-file.ts'
import type { ZipMember } from '../zip-member.ts'
import { readChildren } from './children.ts'
import { odfMetaHandler } from './odf-meta.ts'
import type { OdfFile } from './odf-state.ts'
import { odfTextHandler } from './odf-text.ts'
import { type OdfLayout, odfMediaTypes, odfTypes } from './odf-types.ts'
import { recognizesOffice } from './package.ts'
import { planHandler, readPart, readTextPart } from './part-text.ts'
import { makeSink, type Sink } from './sink.ts'
import { attribute, type XmlHandler } from './xml.ts'

const documentTypes = odfMediaTypes((layout) => layout !== 'sheets')
const sheetTypes = odfMediaTypes((layout) => layout === 'sheets')

/** OpenDocument text, presentations, drawings (ISO/IEC 26300) and their OpenOffice.org forerunners. */
export const odf: Format = Object.freeze({
  id: 'odf',
  title: 'OpenDocument text or presentation',
  medium: 'document',
  mediaTypes: documentTypes,
  recognizes: (head) => recognizesOffice(head, documentTypes),
  read,
} satisfies Format)

/** OpenDocument spreadsheets. */
export const ods: Format = Object.freeze({
  id: 'ods',
  title: 'OpenDocument spreadsheet',
  medium: 'table',
  mediaTypes: sheetTypes,
  recognizes: (head) => recognizesOffice(head, sheetTypes),
  read,
} satisfies Format)

/** An OpenDocument file: members by name, less those that are encrypted. */
interface OdfPackage {
  readonly zip: ZipFile
  readonly members: readonly ZipMember[]
  readonly isEncrypted: boolean
}

async function* read(reader: Reader, { limits, mediaType }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const sink = makeSink(limits)
  const layout = odfTypes[mediaType]?.layout ?? 'text'
  const pkg = yield* openOdf(reader, limits, sink)
  for (const member of named(pkg, /^meta\.xml$/)) yield* readPart(pkg, { member }, odfMetaHandler(sink), sink)
  noteFlags(pkg, sink)
  yield* readText(pkg, layout, sink)
  yield* sink.finish()
  yield* readChildren(pkg.zip, pkg.members.filter(isChild), sink)
}

async function* openOdf(reader: Reader, limits: Limits, sink: Sink): AsyncGenerator<Extract, OdfPackage, undefined> {
  const zip = await openZip(reader, limits)
  if (zip.damage) sink.gap(zip.damage.code, zip.damage.message)
  const members = zip.members.filter(({ isFolder }) => !isFolder)
  const encrypted = new Set<string>()
  for (const member of named({ members }, /^META-INF\/manifest\.xml$/)) {
    yield* readPart({ zip }, { member }, manifestHandler(encrypted, limits), sink)
  }
  if (encrypted.size > 0) {
    sink.flag('encrypted')
    sink.gap('encrypted', 'the document is encrypted')
  }
  return { zip, members: members.filter(({ name }) => !encrypted.has(name)), isEncrypted: encrypted.size > 0 }
}

/** Members that the manifest (ISO/IEC 26300-2, 3) says are encrypted. */
function manifestHandler(encrypted: Set<string>, limits: Limits): XmlHandler {
  let path = ''
  return {
    open(name, attributes) {
      if (name === 'file-entry') path = attribute(attributes, 'full-path')
      else if (name === 'encryption-data' && encrypted.size < limits.children) encrypted.add(path)
    },
  }
}

/** Headers and footers, the content, embedded objects, macros. */
async function* readText(pkg: OdfPackage, layout: OdfLayout, sink: Sink): AsyncGenerator<Extract, void, undefined> {
  const [content, styles] = [named(pkg, /^content\.xml$/), named(pkg, /^styles\.xml$/)]
  for (const member of styles) yield* readOdfText(pkg, member, layout, 'styles', 'master', sink)
  for (const member of content) yield* readOdfText(pkg, member, layout, 'content', 'body', sink)
  for (const [index, member] of named(pkg, /^[^/]+\/content\.xml$/).entries()) {
    yield* readOdfText(pkg, member, 'text', 'content', `object ${index + 1}`, sink)
  }
  for (const [index, member] of named(pkg, /^Basic\/.+\.xml$/).entries()) {
    const plan = { text: ['module'], lines: ['module'] }
    yield* readTextPart(pkg, { member }, `macro ${index + 1}`, (flow) => planHandler(plan, flow, sink), sink)
  }
  if (content.length === 0 && !pkg.isEncrypted && !pkg.zip.damage)
    sink.gap('malformed', 'the content of the document is missing')
}

async function* readOdfText(
  pkg: OdfPackage,
  member: ZipMember,
  layout: OdfLayout,
  file: OdfFile,
  place: string,
  sink: Sink,
): AsyncGenerator<Extract, void, undefined> {
  const handler = odfTextHandler(layout, file, place, sink)
  yield* readPart(pkg, { member }, handler, sink)
  handler.finish()
  yield* sink.drain()
}

function noteFlags(pkg: OdfPackage, sink: Sink): void {
  if (named(pkg, /^Thumbnails\//).length > 0) sink.flag('embedded_preview')
  if (named(pkg, /^(Basic|Scripts)\//).length > 0) sink.flag('macros')
  if (named(pkg, /^META-INF\/[a-z]*signatures\.xml$/).length > 0) sink.flag('digital_signature')
}

function named({ members }: Pick<OdfPackage, 'members'>, pattern: RegExp): readonly ZipMember[] {
  return members.filter(({ name }) => pattern.test(name))
}

/** All but the document's own parts, settings of the program, and pictures of what the document shows anyway. */
function isChild({ name }: ZipMember): boolean {
  return !/\.(xml|rdf)$|^(mimetype|layout-cache)$|^(Thumbnails|Configurations2?|ObjectReplacements|META-INF)\//.test(
    name,
  )
}
