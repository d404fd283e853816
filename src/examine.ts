import { createHash, hash } from 'node:crypto'
import type {
  Child,
  Extract,
  FieldEntry,
  Flag,
  Frame,
  Medium,
  MetadataEntry,
  PictureEntry,
  Segment,
  UnreadChild,
} from './core/content.ts'
import type { Finding } from './core/finding.ts'
import { type ItemRef, memberUri, nameOf } from './core/item.ts'
import type { Limits } from './core/limits.ts'
import type { ItemOutcomes, Outcome, Picture } from './core/outcome.ts'
import {
  type Coverage,
  type CoverageCause,
  coverageCauses,
  ItemError,
  type Problem,
  problemOf,
} from './core/problem.ts'
import { bytesReader, type Reader } from './core/reader.ts'
import type { Classification } from './core/record.ts'
import type { Circumstance, DumpContext, Links } from './core/severity.ts'
import type { Source } from './core/source.ts'
import { detect } from './detectors/detect.ts'
import { extensionDisagrees, type Identified, identify } from './formats/identify.ts'
import { nameFindings } from './name-findings.ts'
import { classify } from './records/classify.ts'
import { languageOf } from './records/language.ts'
import { makeSample } from './records/sample.ts'
import { factsOf } from './scoring/facts.ts'
import { score } from './scoring/score.ts'
import type { Tools } from './toolbox.ts'
import { look } from './vision/look.ts'
import { readPage } from './vision/read-page.ts'

/** What every item of a run is examined by. Plain data: it goes to the workers as it is. */
export interface ExaminePlan {
  readonly limits: Limits
  /** What the dump is taken for until all of it is known. */
  readonly context: DumpContext
  readonly circumstances: readonly Circumstance[]
  /** ISO 639-1 codes to expect; any other language counts as unknown. */
  readonly languages?: readonly string[]
  /** Whether text is read from pixels: of pages without text and pictures that look like pages, never, or of every picture. */
  readonly ocr: 'auto' | 'off' | 'all'
}

/** Items up to this many bytes are read once and held; larger ones are read once for the hash and again for what they hold. */
const heldBytes = 8 * 2 ** 20

/** Characters of the beginning that the language is told from. */
const languageCharacters = 2_000

const noLinks: Links = Object.freeze({ resolvesToName: false, by: Object.freeze([]) })

/** What an item is called and whose it is. */
interface Identity {
  readonly uri: string
  readonly parentUri: string | null
  readonly sizeBytes: number
  readonly modifiedAt: string | null
}

/** Where an item stands while it is examined. */
interface Entry extends Identity {
  readonly depth: number
  /** `performance.now()` at which the entry of the source, with all inside it, must be done. */
  readonly deadline: number
  readonly inside: Inside
}

/** What is inside one entry of a source, at all levels, so far: archives within archives multiply. */
interface Inside {
  items: number
  bytes: number
  readonly bytesAtMost: number
}

/** What has been found in one item so far. */
interface Gathered {
  readonly segments: Segment[]
  readonly findings: Finding[]
  readonly uncounted: Map<string, number>
  readonly metadata: MetadataEntry[]
  readonly fields: FieldEntry[]
  readonly flags: Flag[]
  readonly pictures: PictureEntry[]
  readonly seen: Picture[]
  readonly problems: Problem[]
  readonly inside: Outcome[]
  /** Uris of children, with the number that the last one of that name got. */
  readonly childUris: Map<string, number>
  sampled: number
  framesRead: number
  language: string | undefined
}

/** Examines one entry of a source and everything inside it; the entry's own outcome comes first. */
export async function examine(item: ItemRef, source: Source, tools: Tools, plan: ExaminePlan): Promise<ItemOutcomes> {
  const { uri, size: sizeBytes, modifiedAt } = item
  const deadline = performance.now() + 1_000 * secondsFor(sizeBytes, plan.limits)
  const bytesAtMost = Math.max(plan.limits.insideBytes, sizeBytes * plan.limits.expansionRatio)
  const inside: Inside = { items: 0, bytes: 0, bytesAtMost }
  const entry: Entry = { uri, parentUri: null, sizeBytes, modifiedAt, depth: 0, deadline, inside }
  if (item.problem) return [unread(entry, item, { ...item.problem, stage: 'source', by: 'listing' }, tools, plan)]
  if (item.type !== 'file') {
    const problem = { cause: 'unsupported_type', message: `a ${item.type} is recorded and not opened` } as const
    return [unread(entry, item, { ...problem, stage: 'source', by: 'listing' }, tools, plan)]
  }
  try {
    using opened = await source.open(item)
    const [own, ...others] = await examineReader(entry, opened, tools, plan)
    if (await opened.isUnchanged()) return [own, ...others]
    const changed = new ItemError('changed_while_reading', 'its size or time changed while it was read')
    return [withProblem(own, problemOf(changed, 'source', 'open')), ...others]
  } catch (error) {
    return [unread(entry, item, problemOf(error, 'source', 'open'), tools, plan)]
  }
}

/** Seconds that an item of this size may take before it counts as hanging. */
export function secondsFor(sizeBytes: number, limits: Limits): number {
  return limits.itemSeconds + sizeBytes / limits.itemBytesPerSecond
}

async function examineReader(entry: Entry, reader: Reader, tools: Tools, plan: ExaminePlan): Promise<ItemOutcomes> {
  const gathered = emptyGathered()
  const { sha256, held } = await hashed(reader, entry, plan.limits, gathered.problems)
  const identified = await identify(held, tools.formats)
  for (const finding of nameFindings(entry.uri, tools.detectors)) gathered.findings.push(finding)
  if (extensionDisagrees(identified, nameOf(entry.uri).extension)) {
    gathered.flags.push({ what: 'flag', name: 'extension_mismatch', detail: identified.mediaType })
  }
  if (gathered.problems.length === 0) await extract(identified, held, entry, gathered, tools, plan)
  return [conclude(entry, identified, sha256, gathered, tools, plan), ...gathered.inside]
}

/** The item's SHA-256, and a reader that spares small items a second read. */
async function hashed(reader: Reader, entry: Entry, limits: Limits, problems: Problem[]) {
  if (reader.size > limits.itemBytes) {
    const error = new ItemError('too_large', `more than ${limits.itemBytes} bytes`)
    problems.push(problemOf(error, 'source', 'open'))
    return { sha256: null, held: reader }
  }
  if (reader.size <= heldBytes) {
    const bytes = await reader.read(0, reader.size)
    return { sha256: hash('sha256', bytes, 'hex'), held: bytesReader(bytes) }
  }
  const running = createHash('sha256')
  for (let at = 0; at < reader.size; at += heldBytes) {
    if (performance.now() > entry.deadline) {
      problems.push(problemOf(new ItemError('time_limit', 'no time left to read it whole'), 'source', 'open'))
      return { sha256: null, held: reader }
    }
    running.update(await reader.read(at, heldBytes))
  }
  return { sha256: running.digest('hex'), held: reader }
}

/** Takes in all that the format yields; a fault of the input ends the reading and keeps what came before it. */
async function extract(
  identified: Identified,
  reader: Reader,
  entry: Entry,
  gathered: Gathered,
  tools: Tools,
  plan: ExaminePlan,
): Promise<void> {
  const { format, mediaType, head } = identified
  if (!format) {
    if (reader.size > 0) gathered.problems.push(noFormat)
    return
  }
  const { name } = nameOf(entry.uri)
  try {
    for await (const part of format.read(reader, { limits: plan.limits, mediaType, head, name })) {
      await take(part, format.id, entry, gathered, tools, plan)
      if (performance.now() > entry.deadline) throw new ItemError('time_limit', 'no time left for the rest of it')
    }
  } catch (error) {
    gathered.problems.push(problemOf(error, 'extract', format.id))
  }
}

const noFormat: Problem = Object.freeze({
  cause: 'unsupported_type',
  stage: 'identify',
  by: 'identify',
  message: 'no format reads this type',
})

async function take(
  part: Extract,
  by: string,
  entry: Entry,
  gathered: Gathered,
  tools: Tools,
  plan: ExaminePlan,
): Promise<void> {
  switch (part.what) {
    case 'segment':
      gathered.language ??= expected(languageOf(part.text.slice(0, languageCharacters)), plan)
      keepForSample(part, gathered, plan.limits)
      findIn(part, gathered, tools, plan)
      return
    case 'metadata':
      takeMetadata(part, by, gathered, tools, plan)
      return
    case 'field':
      gathered.fields.push(part)
      return
    case 'flag':
      gathered.flags.push(part)
      return
    case 'picture':
      gathered.pictures.push(part)
      return
    case 'frame':
      await takeFrame(part, by, gathered, tools, plan)
      return
    case 'gap':
      gathered.problems.push({ cause: part.cause, stage: 'extract', by, message: part.message })
      return
    case 'child':
      await takeChild(part, by, entry, gathered, tools, plan)
      return
    case 'unread':
      takeUnread(part, by, entry, gathered, tools, plan)
      return
    default:
      assertNever(part)
  }
}

function expected(language: string | undefined, { languages }: ExaminePlan): string | undefined {
  return language === undefined || !languages || languages.includes(language) ? language : undefined
}

function keepForSample(segment: Segment, gathered: Gathered, limits: Limits): void {
  const room = limits.sampleCharacters - gathered.sampled
  if (room <= 0) return
  gathered.sampled += Math.min(room, segment.text.length)
  gathered.segments.push(segment.text.length <= room ? segment : { ...segment, text: segment.text.slice(0, room) })
}

/** Detects in one segment. Beyond the limit of single findings the further ones are counted by entity type. */
function findIn(segment: Segment, gathered: Gathered, tools: Tools, plan: ExaminePlan, legibility = 1): void {
  const options = gathered.language === undefined ? {} : { language: gathered.language }
  for (const finding of detect(segment, tools.detectors, options)) {
    if (gathered.findings.length < plan.limits.findings) gathered.findings.push(asLegible(finding, legibility))
    else gathered.uncounted.set(finding.entityType, (gathered.uncounted.get(finding.entityType) ?? 0) + 1)
  }
}

/** A value from OCR is believed as far as its letters are; a check digit that holds proves them. */
function asLegible(finding: Finding, legibility: number): Finding {
  if (legibility === 1 || finding.evidence.some(({ step }) => step === 'checksum')) return finding
  return { ...finding, confidence: Math.round(finding.confidence * legibility * 1_000) / 1_000 }
}

function takeMetadata(entry: MetadataEntry, by: string, gathered: Gathered, tools: Tools, plan: ExaminePlan): void {
  if (gathered.metadata.length >= plan.limits.metadata) {
    if (gathered.problems.some(({ cause, stage }) => cause === 'too_many' && stage === 'extract')) return
    const message = `more than ${plan.limits.metadata} metadata entries`
    gathered.problems.push({ cause: 'too_many', stage: 'extract', by, message })
    return
  }
  const value = entry.value.slice(0, plan.limits.metadataCharacters)
  gathered.metadata.push(value === entry.value ? entry : { ...entry, value })
  if (entry.entityType !== undefined) gathered.findings.push(metadataFinding(entry, entry.entityType, value, by))
  else if (entry.personal) {
    const place = { unit: 'metadata', name: entry.name, offset: 0 } as const
    findIn({ what: 'segment', text: value, place, origin: 'metadata' }, gathered, tools, plan)
  }
}

/** How sure a tag that is made for this very value is: cameras and editors write defaults into some. */
const tagConfidence = 0.95

function metadataFinding(entry: MetadataEntry, entityType: string, value: string, by: string): Finding {
  return {
    entityType,
    value,
    canonical: value.trim().toLowerCase(),
    confidence: tagConfidence,
    origin: 'metadata',
    place: { unit: 'metadata', name: entry.name, offset: 0 },
    offset: 0,
    length: [...value].length,
    detector: by,
    evidence: [{ step: 'structure', note: entry.name, confidence: tagConfidence }],
  }
}

/** Looks at a still picture; one that nothing here can decode keeps its word that nobody looked. */
async function lookAt(frame: Frame, by: string, gathered: Gathered, { limits }: ExaminePlan): Promise<void> {
  const seen = await look(frame, { limits })
  if (seen) gathered.seen.push(seen)
  else gathered.problems.push({ cause: 'unsupported_type', stage: 'extract', by, message: notLookedAt })
}

const notLookedAt = 'the picture itself was not looked at'

/** Reads text from pixels. A page that stays unread is a gap; a picture need not hold any text. */
async function takeFrame(frame: Frame, by: string, gathered: Gathered, tools: Tools, plan: ExaminePlan): Promise<void> {
  const isPage = frame.source.kind === 'page'
  if (!isPage) await lookAt(frame, by, gathered, plan)
  const miss = (cause: CoverageCause, message: string) => {
    if (isPage && !gathered.problems.some((known) => known.cause === cause))
      gathered.problems.push({ cause, stage: 'extract', by, message })
  }
  if (plan.ocr === 'off') return miss('ocr_off', 'pages without text were not read from their pixels, as was asked')
  if (gathered.framesRead >= plan.limits.ocrPages)
    return miss('too_many', `more than ${plan.limits.ocrPages} pages without text`)
  gathered.framesRead += 1
  const { limits, ocr: mode, languages } = plan
  const page = await readPage(frame, { limits, mode, languageOf, ...(languages ? { languages } : {}) })
  if (!page) return miss('no_text', 'pages on which no text could be read')
  if (!isPage) gathered.flags.push({ what: 'flag', name: 'document_page' })
  gathered.language ??= expected(languageOf(page.text.slice(0, languageCharacters)), plan)
  const segment: Segment = { what: 'segment', text: page.text, place: frame.place, origin: 'ocr' }
  keepForSample(segment, gathered, limits)
  findIn(segment, gathered, tools, plan, page.confidence)
}

async function takeChild(
  child: Child,
  by: string,
  parent: Entry,
  gathered: Gathered,
  tools: Tools,
  plan: ExaminePlan,
): Promise<void> {
  const entry = childEntry(child, child.reader.size, parent, gathered, plan.limits)
  parent.inside.bytes += child.reader.size
  if (parent.inside.bytes > parent.inside.bytesAtMost) {
    throw new ItemError('expansion_ratio', 'the items inside the file are many times larger than it')
  }
  if (entry.depth > plan.limits.depth) {
    const tooDeep = new ItemError('too_deep', `more than ${plan.limits.depth} items within each other`)
    gathered.inside.push(unread(entry, { type: 'file' }, problemOf(tooDeep, 'extract', 'depth'), tools, plan))
    return
  }
  const [own, ...others] = await examineChild(entry, child.reader, tools, plan)
  if (child.problem)
    gathered.inside.push(withProblem({ ...own, sha256: null }, { ...child.problem, stage: 'extract', by }))
  else gathered.inside.push(own)
  for (const outcome of others) gathered.inside.push(outcome)
}

function takeUnread(
  child: UnreadChild,
  by: string,
  parent: Entry,
  gathered: Gathered,
  tools: Tools,
  plan: ExaminePlan,
): void {
  const entry = childEntry(child, child.size, parent, gathered, plan.limits)
  gathered.inside.push(unread(entry, child, { ...child.problem, stage: 'extract', by }, tools, plan))
}

/** @throws ItemError `too_many` where there is room for no more items */
function childEntry(
  { name, modifiedAt }: Pick<Child, 'name' | 'modifiedAt'>,
  sizeBytes: number,
  parent: Entry,
  gathered: Gathered,
  limits: Limits,
): Entry {
  const { deadline, inside } = parent
  if (gathered.childUris.size >= limits.children)
    throw new ItemError('too_many', `more than ${limits.children} items inside it`)
  if (inside.items >= limits.insideItems)
    throw new ItemError('too_many', `more than ${limits.insideItems} items inside one file at all levels`)
  inside.items += 1
  const uri = freeUri(memberUri(parent.uri, name), gathered.childUris)
  return { uri, parentUri: parent.uri, sizeBytes, modifiedAt, depth: parent.depth + 1, deadline, inside }
}

async function examineChild(entry: Entry, reader: Reader, tools: Tools, plan: ExaminePlan): Promise<ItemOutcomes> {
  try {
    return await examineReader(entry, reader, tools, plan)
  } catch (error) {
    return [unread(entry, { type: 'file' }, problemOf(error, 'extract', 'child'), tools, plan)]
  }
}

/** Members of one name in one container are told apart by a number. */
function freeUri(uri: string, taken: Map<string, number>): string {
  const last = taken.get(uri)
  taken.set(uri, last ?? 1)
  if (last === undefined) return uri
  let number = last + 1
  while (taken.has(`${uri}#${number}`)) number += 1
  taken.set(uri, number).set(`${uri}#${number}`, 1)
  return `${uri}#${number}`
}

function conclude(
  entry: Identity,
  identified: Pick<Identified, 'mediaType' | 'medium'>,
  sha256: string | null,
  gathered: Gathered,
  tools: Tools,
  plan: ExaminePlan,
): Outcome {
  const { mediaType, medium } = identified
  if (gathered.uncounted.size > 0) countTheRest(gathered, plan.limits)
  const { segments, findings, metadata, flags, pictures, language, problems } = gathered
  const sample = makeSample({
    uri: entry.uri,
    mediaType,
    medium,
    language,
    segments,
    metadata,
    flags,
    pictures,
    seen: gathered.seen,
    fields: gathered.fields,
    findings,
  })
  const classification = classify(sample, tools.kinds)
  const { kind, fields } = classification
  const looked = picturesOf(gathered)
  const facts = factsOf({ kind, findings, fields, flags, pictures: looked, metadata })
  return {
    ...identity(entry, mediaType, medium, sha256),
    ...kindOf(classification),
    language: language ?? null,
    ...coverageOf(problems, segments.length + metadata.length + pictures.length + gathered.inside.length > 0),
    problems,
    findings,
    fields,
    metadata,
    pictures: looked,
    flags,
    facts,
    severity: score(facts, plan.context, plan.circumstances, noLinks, tools.sensitivities),
  }
}

function countTheRest(gathered: Gathered, limits: Limits): void {
  const detail = JSON.stringify(Object.fromEntries([...gathered.uncounted].sort()))
  gathered.flags.push({ what: 'flag', name: 'more_findings', detail })
  const message = `more than ${limits.findings} findings: the rest are counted by type`
  gathered.problems.push({ cause: 'too_many', stage: 'detect', by: 'detect', message })
}

/** The outcome of something that could not be opened, or is not opened on purpose. */
export function unread(
  entry: Identity,
  item: Pick<ItemRef, 'type'>,
  problem: Problem,
  tools: Tools,
  plan: ExaminePlan,
): Outcome {
  const gathered = emptyGathered()
  gathered.problems.push(problem)
  for (const finding of nameFindings(entry.uri, tools.detectors)) gathered.findings.push(finding)
  const mediaType = item.type === 'file' ? 'application/octet-stream' : `inode/${inodeTypes[item.type]}`
  return conclude(entry, { mediaType, medium: 'other' }, null, gathered, tools, plan)
}

const inodeTypes = { folder: 'directory', link: 'symlink', special: 'special' } as const

function identity(entry: Identity, mediaType: string, medium: Medium, sha256: string | null) {
  const { uri, parentUri, sizeBytes, modifiedAt } = entry
  return { uri, parentUri, sizeBytes, modifiedAt, sha256, mediaType, medium }
}

function kindOf({ kind, confidence, because }: Classification) {
  return { kind, kindConfidence: confidence, kindBecause: because }
}

/** The cause that tells most of why an item was not read whole, when there are several. */
function coverageOf(
  problems: readonly Problem[],
  hasContent: boolean,
): { readonly coverage: Coverage; readonly coverageCause: CoverageCause | null } {
  if (problems.length === 0) return { coverage: 'full', coverageCause: null }
  const causes = new Set(problems.map(({ cause }) => cause))
  const coverageCause = coverageCauses.find((cause) => causes.has(cause)) ?? null
  return { coverage: hasContent ? 'partial' : 'none', coverageCause }
}

function withProblem(outcome: Outcome, problem: Problem): Outcome {
  const problems = [...outcome.problems, problem]
  return { ...outcome, problems, ...coverageOf(problems, outcome.coverage !== 'none') }
}

/** What was seen, with the size as the format tells it: of a picture that was not looked at, the size alone. */
function picturesOf({ pictures, seen }: Gathered): readonly Picture[] {
  const known = pictures.map(({ frameAt, width, height }, at): Picture => {
    const unseen = { faces: null, persons: null, exposure: null, labels: null }
    return { ...(seen[at] ?? unseen), frameAt, width, height }
  })
  return [...known, ...seen.slice(known.length)]
}

function emptyGathered(): Gathered {
  return {
    segments: [],
    findings: [],
    uncounted: new Map(),
    metadata: [],
    fields: [],
    flags: [],
    pictures: [],
    seen: [],
    problems: [],
    inside: [],
    childUris: new Map(),
    sampled: 0,
    framesRead: 0,
    language: undefined,
  }
}

function assertNever(part: never): never {
  throw new Error(`a part of unknown kind: ${typeof part}`)
}
