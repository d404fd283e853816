import type { Head } from '../../core/content.ts'
import { defaultLimits, type Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { openZip, startsLikeZip, type ZipFile } from '../zip-file.ts'
import type { ZipMember } from '../zip-member.ts'
import { odfTypes } from './odf-types.ts'
import { documentTypes, type Role, roleOf } from './roles.ts'
import { readerFaults, type Sink } from './sink.ts'
import { attribute, readXml } from './xml.ts'

/** One part of an office file. */
export interface Part {
  readonly member: ZipMember
  /** Lower case, '/' between steps, none at the beginning: how parts are compared. */
  readonly path: string
  readonly role: Role
}

/** Where a part points to. */
export interface Relation {
  readonly id: string
  /** The last step of the relationship type: 'hyperlink', 'slide', 'notesSlide' … */
  readonly type: string
  /** A part's path, or an address outside where `isExternal`. */
  readonly target: string
  readonly isExternal: boolean
}

/** An Office Open XML file (ECMA-376 part 2): its parts and how they hang together. */
export interface OfficePackage {
  readonly zip: ZipFile
  readonly parts: readonly Part[]
  byRole(role: Role): readonly Part[]
  byPath(path: string): Part | undefined
  relations(part: Part): readonly Relation[]
}

const labelBytes = 256

// Each format asks the same item. Held no longer than the item itself.
const types = new WeakMap<Reader, Promise<string | undefined>>()

/**
 * The media type of an office document by its parts, if it is one of those listed. Costs nothing for what is no zip file.
 * @throws ItemError of the reader only
 */
export function recognizesOffice(
  head: Head,
  mediaTypes: Readonly<Record<string, unknown>>,
): undefined | Promise<string | undefined> {
  if (!startsLikeZip(head.bytes)) return undefined
  const type = types.get(head.reader) ?? typeOfZip(head)
  types.set(head.reader, type)
  return type.then((known) => (known !== undefined && Object.hasOwn(mediaTypes, known) ? known : undefined))
}

async function typeOfZip(head: Head): Promise<string | undefined> {
  const zip = await openZip(head.reader, defaultLimits)
  const named = (path: string) => zip.members.find(({ name }) => name === path)
  const label = await labelOf(zip, named('mimetype'))
  if (label !== undefined) return Object.hasOwn(odfTypes, label) ? label : undefined
  const declared = await declaredTypes(zip, defaultLimits)
  for (const type of declared.types.overrides.values()) {
    const known = documentTypes.get(type)
    if (known !== undefined) return known.mediaType
  }
  const paths = new Set(zip.members.map(({ name }) => pathOf(name)))
  for (const { mediaType, mainPart } of documentTypes.values()) if (paths.has(mainPart)) return mediaType
  return paths.has('content.xml') ? odfRootType(zip, named('META-INF/manifest.xml')) : undefined
}

/** What a file of the OpenDocument family (or an e-book) says it is, in its first member. */
async function labelOf(zip: ZipFile, member: ZipMember | undefined): Promise<string | undefined> {
  if (!member) return undefined
  try {
    return Buffer.from(await zip.bytes(member, labelBytes))
      .toString('latin1')
      .trim()
  } catch (error) {
    return ignoringDamage(error)
  }
}

/** The same, from the manifest of a file that has lost its label. */
async function odfRootType(zip: ZipFile, manifest: ZipMember | undefined): Promise<string | undefined> {
  let type: string | undefined
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    if (name === 'file-entry' && attribute(attributes, 'full-path') === '/')
      type ??= attribute(attributes, 'media-type')
  }
  try {
    if (manifest) for await (const _ of readXml(zip.chunks(manifest), { open }, defaultLimits));
  } catch (error) {
    ignoringDamage(error)
  }
  return type !== undefined && Object.hasOwn(odfTypes, type) ? type : undefined
}

/** What can not be read for damage does not tell the type; other parts may. @throws the reader's faults and ours */
function ignoringDamage(error: unknown): undefined {
  if (!(error instanceof ItemError) || readerFaults.has(error.code)) throw error
  return undefined
}

/** Opens the package and notes in `sink` what of it is damaged. */
export async function openPackage(reader: Reader, limits: Limits, sink: Sink): Promise<OfficePackage> {
  const zip = await openZip(reader, limits)
  if (zip.damage) sink.gap(zip.damage.code, zip.damage.message)
  const { types, damage } = await declaredTypes(zip, limits)
  if (damage) sink.gap(damage.code, damage.message)
  const parts = zip.members
    .filter(({ isFolder }) => !isFolder)
    .map((member) => {
      const path = pathOf(member.name)
      return { member, path, role: roleOf(path, types.overrides.get(path) ?? types.defaults.get(extensionOf(path))) }
    })
  const paths = new Map<string, Part>()
  for (const part of parts) if (!paths.has(part.path)) paths.set(part.path, part)
  const relations = await allRelations(zip, parts, limits, sink)
  return Object.freeze({
    zip,
    parts,
    byRole: (role: Role) => parts.filter((part) => part.role === role),
    byPath: (path: string) => paths.get(path.toLowerCase()),
    relations: (part: Part) => relations.get(part.path) ?? [],
  })
}

interface ContentTypes {
  readonly overrides: ReadonlyMap<string, string>
  readonly defaults: ReadonlyMap<string, string>
}

/** `[Content_Types].xml`, as far as it can be read. */
async function declaredTypes(zip: ZipFile, limits: Limits): Promise<{ types: ContentTypes; damage?: ItemError }> {
  const overrides = new Map<string, string>()
  const defaults = new Map<string, string>()
  const types = { overrides, defaults }
  const member = zip.members.find(({ name }) => pathOf(name) === '[content_types].xml')
  if (!member) return { types }
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    if (overrides.size + defaults.size >= limits.children) return
    const type = attribute(attributes, 'ContentType')
    if (name === 'Override') overrides.set(pathOf(attribute(attributes, 'PartName')), type)
    else if (name === 'Default') defaults.set(attribute(attributes, 'Extension').toLowerCase(), type)
  }
  try {
    for await (const _ of readXml(zip.chunks(member), { open }, limits));
    return { types }
  } catch (error) {
    // A fault of the list of types leaves the parts' names to go by; the caller decides whether to say so.
    if (!(error instanceof ItemError) || readerFaults.has(error.code)) throw error
    return { types, damage: error }
  }
}

async function allRelations(zip: ZipFile, parts: readonly Part[], limits: Limits, sink: Sink) {
  const relations = new Map<string, Relation[]>()
  let count = 0
  for (const { member, path, role } of parts) {
    if (role !== 'relations') continue
    const owner = path.replace(/_rels\/([^/]*)\.rels$/, '$1')
    const found: Relation[] = []
    const open = (name: string, attributes: Readonly<Record<string, string>>) => {
      if (name !== 'Relationship') return
      if (count++ < limits.children) found.push(relationOf(owner, attributes))
      else sink.gap('too_many', `more than ${limits.children} relationships between parts`)
    }
    try {
      for await (const _ of readXml(zip.chunks(member), { open }, limits));
    } catch (error) {
      sink.fault(error)
    }
    relations.set(owner, found)
    for (const { isExternal, target } of found) if (isExternal) sink.link(target)
  }
  return relations
}

function relationOf(owner: string, attributes: Readonly<Record<string, string>>): Relation {
  const target = attribute(attributes, 'Target')
  const isExternal = attribute(attributes, 'TargetMode') === 'External'
  const type = attribute(attributes, 'Type')
  return {
    id: attribute(attributes, 'Id'),
    type: type.slice(type.lastIndexOf('/') + 1),
    target: isExternal ? target : resolved(owner, target),
    isExternal,
  }
}

/** A target as a path from the root, be it written from the root or from the owner's folder. */
function resolved(owner: string, target: string): string {
  if (target.startsWith('/')) return pathOf(target)
  const steps = owner.split('/').slice(0, -1)
  for (const step of pathOf(target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function pathOf(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase()
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}
