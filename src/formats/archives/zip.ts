import type { Extract, Format, Head, ReadContext } from '../../core/content.ts'
import { defaultLimits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { createSegmentWriter } from '../text-stream.ts'
import { openZip, startsLikeZip, type ZipFile } from '../zip-file.ts'
import { memberWriter } from './members.ts'

/** What a file that is packed as a zip may call itself. */
const labelBytes = 256

const mediaTypes = {
  'application/zip': ['zip'],
  'application/java-archive': ['jar', 'war', 'ear'],
  'application/vnd.android.package-archive': ['apk'],
  'application/epub+zip': ['epub'],
  'application/vnd.google-earth.kmz': ['kmz'],
  'application/vnd.ms-xpsdocument': ['xps', 'oxps'],
  'application/vnd.apple.pages': ['pages'],
  'application/vnd.apple.numbers': ['numbers'],
  'application/vnd.apple.keynote': ['key'],
} as const
type MediaType = keyof typeof mediaTypes

/** Zip files (PKWARE APPNOTE 6.3) and what is packed as one and has no reader of its own; office files have. */
export const zip: Format = Object.freeze({
  id: 'zip',
  title: 'ZIP archive',
  medium: 'archive',
  mediaTypes,
  recognizes: (head: Head) => (isZip(head.bytes) ? typeOf(head) : undefined),
  read: readZip,
})

/** A part of a split zip file begins with a mark of its own, whole ones that were made to be split with another. */
function isZip(bytes: Uint8Array): boolean {
  const isPart = startsWith(bytes, 'PK\x07\x08') || startsWith(bytes, 'PK00')
  return startsLikeZip(bytes) || (isPart && startsWith(bytes.subarray(4), 'PK\x03\x04'))
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(start.length, bytes.length)).toString('latin1') === start
}

async function typeOf(head: Head): Promise<MediaType> {
  const file = await openZip(head.reader, defaultLimits)
  const label = await labelOf(file)
  if (label !== undefined && Object.hasOwn(mediaTypes, label)) return label as MediaType
  const names = new Set(file.members.map(({ name }) => name))
  return marks.find(([, isMarked]) => isMarked(names))?.[0] ?? 'application/zip'
}

/** A first member of the name `mimetype` says what the file is (OCF 3.3, and others that took it over). */
async function labelOf(file: ZipFile): Promise<string | undefined> {
  const [first] = file.members
  if (first?.name !== 'mimetype' || first.packedSize > labelBytes) return undefined
  try {
    const bytes = await file.bytes(first, labelBytes)
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1').trim()
  } catch (error) {
    // A damaged label tells nothing; reading the members names the damage. The reader's faults come again there too.
    if (!(error instanceof ItemError)) throw error
    return undefined
  }
}

// Members that only one kind of file has, in the order in which they tell.
const marks: readonly (readonly [MediaType, (names: ReadonlySet<string>) => boolean])[] = [
  ['application/vnd.android.package-archive', (names) => names.has('AndroidManifest.xml') && names.has('classes.dex')],
  ['application/java-archive', (names) => names.has('META-INF/MANIFEST.MF')],
  [
    'application/vnd.ms-xpsdocument',
    (names) => names.has('FixedDocSeq.fdseq') || names.has('FixedDocumentSequence.fdseq'),
  ],
  [
    'application/epub+zip',
    (names) => names.has('META-INF/container.xml') && [...names].some((name) => name.endsWith('.opf')),
  ],
  ['application/vnd.google-earth.kmz', (names) => names.has('doc.kml')],
  ['application/vnd.apple.keynote', (names) => isIWork(names) && [...names].some((name) => /^Index\/Slide/.test(name))],
  [
    'application/vnd.apple.numbers',
    (names) => isIWork(names) && [...names].some((name) => /^Index\/(?:Tables\/)?CalculationEngine/.test(name)),
  ],
  ['application/vnd.apple.pages', isIWork],
]

function isIWork(names: ReadonlySet<string>): boolean {
  return names.has('Index/Document.iwa')
}

async function* readZip(reader: Reader, context: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const { limits, head, name: ownName = '' } = context
  const file = await openZip(reader, limits, context)
  const writer = memberWriter()
  const isPart = startsWith(head.bytes, 'PK\x07\x08') || /\.zip\.\d{3}$/i.test(ownName)
  if (file.isSplit || isPart) yield { what: 'flag', name: 'split_archive' }
  if (file.damage) yield* writer.gap(file.damage)
  const comment = createSegmentWriter(limits.segmentCharacters, 'comment')
  comment.add(file.comment.slice(0, limits.textCharacters).toWellFormed())
  yield* comment.take(true)
  // In the order of their bytes, not of the directory: a large container that is itself packed is then gone through once.
  const members = file.members.toSorted((one, other) => one.headerOffset - other.headerOffset)
  for (const member of members) {
    if (member.isFolder && (member.size ?? 0) === 0 && member.packedSize === 0) continue
    const { name, modifiedAt, size = 0 } = member
    yield* writer.member({ name, modifiedAt, size, isLocked: member.isEncrypted }, () => file.open(member))
  }
}
