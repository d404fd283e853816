import type { Format, Head, Medium } from '../core/content.ts'
import type { Reader } from '../core/reader.ts'
import { isDicom } from './dicom-head.ts'
import { openHead } from './head.ts'
import { canonicalName, mediumOfNamed, mediumOfRead, namedTypes } from './media-types.ts'
import { oleType } from './ole-type.ts'
import { formats as allFormats, textFormats } from './registry.ts'
import { bySignature, byStructure, hasCertainSignature } from './signatures.ts'

/** What an item is. */
export interface Identified {
  readonly mediaType: string
  readonly medium: Medium
  /** The format that reads it; undefined where none does. */
  readonly format: Format | undefined
  readonly head: Head
}

const unknown = 'application/octet-stream'
const empty = 'application/x-empty'
const dicom = 'application/dicom'

/**
 * Tells the type of an item from its bytes alone.
 * @param formats asked in order; the first that recognises the item reads it
 * @throws ItemError from the reader
 */
export async function identify(reader: Reader, formats: readonly Format[]): Promise<Identified> {
  const head = await openHead(reader)
  if (reader.size === 0) return { mediaType: empty, medium: 'other', format: undefined, head }
  // First, because its preamble may be another format's signature on purpose.
  const hasDicom = isDicom(head.bytes)
  for (const format of formats) {
    if (readers.has(format) && isBinary(head)) break
    if (hasDicom && !(dicom in format.mediaTypes)) continue
    const answer = format.recognizes(head)
    const mediaType = typeof answer === 'object' ? await answer : answer
    if (mediaType !== undefined) return { mediaType, medium: mediumOfRead(mediaType, format.medium), format, head }
  }
  const mediaType = hasDicom ? dicom : canonicalName(await nameOnly(head))
  return { mediaType, medium: mediumOfNamed(mediaType), format: undefined, head }
}

/** What reads as text only in some charset or with NULs in it, and bears a signature that no such text has, is no text. */
function isBinary(head: Head): boolean {
  const known = head.text()
  if (known === undefined) return false
  if (known.charset !== 'utf-8' && hasCertainSignature(head)) return true
  return head.bytes.includes(0) && bySignature(head) !== undefined
}

/** A name for what no format reads: by signature, by structure, then by what libraries know. */
async function nameOnly(head: Head): Promise<string> {
  const ole = await oleType(head)
  if (ole !== undefined) return ole
  const signed = bySignature(head)
  if (signed && !signed.isGeneral) return signed.mediaType
  const { nameByLibrary } = await import('./library-names.ts')
  return signed?.mediaType === undefined
    ? ((await byStructure(head)) ?? (await nameByLibrary(head.bytes)) ?? unknown)
    : ((await nameByLibrary(head.bytes)) ?? signed.mediaType)
}

/**
 * Whether an extension belongs to another type than the bytes. Only a known extension can disagree, and only with a
 * known type; text is text, whatever kind of text its extension promises.
 * @param extension lower case, without the dot
 */
export function extensionDisagrees(identified: Pick<Identified, 'mediaType'>, extension: string): boolean {
  const { mediaType } = identified
  if (mediaType === unknown || mediaType === empty) return false
  const promised = typesByExtension().get(extension)
  if (!promised || promised.has(mediaType)) return false
  return !kinship.some((isKin) => isKin(mediaType) && [...promised].some(isKin))
}

const laterPart = /\.(?:7z|zip|rar|tar|tgz|gz|bz2|xz|iso)\.\d{3}$|\.[rz]\d{2}$/i

/**
 * Whether an item of unknown type is called as the later parts of a split archive are, which have no mark of their own.
 * @param name one step, no path
 */
export function isLaterPart({ mediaType }: Pick<Identified, 'mediaType'>, name: string): boolean {
  return mediaType === unknown && laterPart.test(name)
}

let byExtension: ReadonlyMap<string, ReadonlySet<string>> | undefined

/** Every type that an extension may stand for. Made once, on first use: it follows from the registry. */
function typesByExtension(): ReadonlyMap<string, ReadonlySet<string>> {
  if (byExtension) return byExtension
  const types = new Map<string, Set<string>>()
  const add = (mediaType: string, extensions: readonly string[]) => {
    for (const extension of extensions) types.set(extension, (types.get(extension) ?? new Set()).add(mediaType))
  }
  for (const { mediaTypes } of allFormats)
    for (const [type, extensions] of Object.entries(mediaTypes)) add(type, extensions)
  for (const [type, { extensions }] of Object.entries(namedTypes)) add(type, extensions)
  byExtension = types
  return types
}

const readers: ReadonlySet<Format> = new Set(textFormats)
const readAsText: ReadonlySet<string> = new Set(textFormats.flatMap(({ mediaTypes }) => Object.keys(mediaTypes)))

// Types whose borders programs and people draw differently, so that one's extension is no lie on the other.
const kinship: readonly ((mediaType: string) => boolean)[] = [
  (type) => readAsText.has(type) && type !== 'image/svg+xml',
  (type) => readAsText.has(type) && (type === 'image/svg+xml' || type.endsWith('xml')),
  (type) => /^(?:video\/(?:mp4|quicktime|3gpp2?)|audio\/mp4)$/.test(type),
  (type) => /^(?:video|audio)\/ogg$/.test(type),
  (type) => /^(?:video|audio)\/x-ms-asf$/.test(type),
  (type) => /^video\/(?:x-matroska|webm)$/.test(type),
  (type) => /^video\/(?:mpeg|mp2t)$/.test(type),
  (type) => /^image\/(?:tiff$|x-)/.test(type),
  (type) => /^image\/(?:heic|heif|avif)/.test(type),
  (type) => /^application\/(?:zip|epub\+zip|java-archive)$|android|kmz|xps|vnd\.apple\./.test(type),
  (type) => /officedocument|opendocument|macroenabled/i.test(type),
  (type) =>
    /ole-|officedocument|macroenabled|msword|ms-excel|ms-powerpoint|ms-outlook$|visio|publisher|ms-works|hwp|ms-project/i.test(
      type,
    ),
]
