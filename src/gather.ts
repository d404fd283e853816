import type { FieldEntry, Flag, Frame, MetadataEntry, PictureEntry, Segment } from './core/content.ts'
import type { Finding } from './core/finding.ts'
import type { Limits } from './core/limits.ts'
import type { Picture } from './core/outcome.ts'
import type { CoverageCause, Problem } from './core/problem.ts'
import type { TakenNames } from './core/taken-names.ts'
import { detect } from './detectors/detect.ts'
import { LooseCodes, learntFindings } from './detectors/record/loose-codes.ts'
import type { ExaminePlan } from './examine-plan.ts'
import { nameFindings } from './name-findings.ts'
import { languageOf } from './records/language.ts'
import { noTables, type Tables } from './take-rows.ts'
import type { Tools } from './toolbox.ts'
import { showsBeforeAfter } from './vision/before-after.ts'
import { lookAtClip } from './vision/clips/look-at-clip.ts'
import { look, nudityLabel } from './vision/look.ts'
import { type OcrText, readPage } from './vision/read-page.ts'
import { thumbnailDiffers } from './vision/thumbnail.ts'

/** Characters of the beginning that the language is told from. */
const languageCharacters = 2_000

/** What has been found in one item so far. */
export interface Gathered {
  readonly segments: Segment[]
  readonly findings: Finding[]
  readonly uncounted: Map<string, number>
  readonly codes: LooseCodes
  /** What the item's tables hold so far. */
  readonly tables: Tables
  readonly metadata: MetadataEntry[]
  readonly fields: FieldEntry[]
  readonly flags: Flag[]
  readonly pictures: PictureEntry[]
  readonly seen: Picture[]
  readonly problems: Problem[]
  /** Items inside it that got an outcome. */
  inside: number
  /** Uris of children, with the number that the last one of that name got. */
  childUris: TakenNames | undefined
  sampled: number
  framesRead: number
  language: string | undefined
}

/** Nothing yet. */
export function emptyGathered(): Gathered {
  return {
    segments: [],
    findings: [],
    uncounted: new Map(),
    codes: new LooseCodes(),
    tables: noTables(),
    metadata: [],
    fields: [],
    flags: [],
    pictures: [],
    seen: [],
    problems: [],
    inside: 0,
    childUris: undefined,
    sampled: 0,
    framesRead: 0,
    language: undefined,
  }
}

/** Takes in a stretch of text: tells the language from the first, keeps some for the kind, detects in all. */
export function takeSegment(
  segment: Segment,
  gathered: Gathered,
  tools: Tools,
  plan: ExaminePlan,
  legibility?: Legibility,
): void {
  gathered.language ??= expected(languageOf(segment.text.slice(0, languageCharacters)), plan)
  keepForSample(segment, gathered, plan.limits)
  findIn(segment, gathered, tools, plan, legibility)
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

/** How sure the letters of a text are that was read from pixels: of each word, and in the mean. */
type Legibility = Pick<OcrText, 'confidence' | 'words'>

/** Detects in one segment. Beyond the limit of single findings the further ones are counted by entity type. */
function findIn(segment: Segment, gathered: Gathered, tools: Tools, plan: ExaminePlan, legibility?: Legibility): void {
  const options = { language: gathered.language, thresholds: tools.thresholds }
  const found = detect(segment, tools.detectors, options)
  for (const finding of withLearnt(segment, found, gathered, plan)) {
    if (gathered.findings.length < plan.limits.findings)
      gathered.findings.push(legibility ? asLegible(finding, segment, legibility) : finding)
    else gathered.uncounted.set(finding.entityType, (gathered.uncounted.get(finding.entityType) ?? 0) + 1)
  }
}

/** Adds the patients' numbers that the dump taught to know; codes that nothing claims are counted, to learn from. */
function withLearnt(
  segment: Segment,
  found: readonly Finding[],
  { codes }: Gathered,
  { patientCodes }: ExaminePlan,
): readonly Finding[] {
  const learnt = patientCodes ? learntFindings(segment, found, new Set(patientCodes)) : []
  const all = learnt.length === 0 ? found : [...found, ...learnt].sort((a, b) => a.offset - b.offset)
  codes.take(segment, all)
  return all
}

/** Takes in what an item's path tells. */
export function takeName(uri: string, gathered: Gathered, tools: Tools, plan: ExaminePlan): void {
  const segment = { what: 'segment', text: uri, place: { unit: 'filename', offset: 0 }, origin: 'filename' } as const
  for (const finding of withLearnt(segment, nameFindings(uri, tools), gathered, plan)) gathered.findings.push(finding)
}

/** A value from OCR is believed as far as the letters of its words are; a check digit that holds proves them. */
function asLegible(finding: Finding, { text }: Segment, { words, confidence }: Legibility): Finding {
  if (finding.evidence.some(({ step }) => step === 'checksum')) return finding
  const start = unitsOf(text, finding.offset)
  const end = unitsOf(text, finding.offset + finding.length)
  const own = words.filter((word) => word.start < end && word.end > start).map((word) => word.confidence)
  const legible = own.length === 0 ? confidence : own.reduce((sum, sure) => sum + sure, 0) / own.length
  return { ...finding, confidence: Math.round(finding.confidence * legible * 1_000) / 1_000 }
}

/** UTF-16 units of so many code points. */
function unitsOf(text: string, codePoints: number): number {
  let units = 0
  for (let left = codePoints; left > 0 && units < text.length; left -= 1) {
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1
  }
  return units
}

/** Takes in what a file says of itself; personal entries are findings, or are searched for some. */
export function takeMetadata(
  entry: MetadataEntry,
  by: string,
  gathered: Gathered,
  tools: Tools,
  plan: ExaminePlan,
): void {
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
    canonical: entry.canonical ?? value.trim().toLowerCase(),
    confidence: tagConfidence,
    origin: 'metadata',
    place: { unit: 'metadata', name: entry.name, offset: 0 },
    offset: 0,
    length: [...value].length,
    detector: by,
    evidence: [{ step: 'structure', note: entry.name, confidence: tagConfidence }],
  }
}

/** Reads text from pixels. A page that stays unread is a gap; a picture need not hold any text. */
export async function takeFrame(
  frame: Frame,
  by: string,
  gathered: Gathered,
  tools: Tools,
  plan: ExaminePlan,
): Promise<void> {
  if (frame.source.kind === 'clip') return takeClip(frame, by, gathered, plan)
  const isPage = frame.source.kind === 'page'
  // A page that has text may have pictures that hold none.
  const isAllText = frame.source.kind === 'page' && frame.source.written === undefined
  if (!isPage) await lookAt(frame, by, gathered, plan)
  const miss = (cause: CoverageCause, message: string) => {
    if (isAllText && !gathered.problems.some((known) => known.cause === cause))
      gathered.problems.push({ cause, stage: 'extract', by, message })
  }
  if (plan.ocr === 'off') return miss('ocr_off', 'pages without text were not read from their pixels, as was asked')
  if (gathered.framesRead >= plan.limits.ocrPages)
    return miss('too_many', `more than ${plan.limits.ocrPages} pages without text`)
  gathered.framesRead += 1
  const { limits, ocr: mode, languages } = plan
  const known = { ...(languages ? { languages } : {}), ...(gathered.language ? { likely: gathered.language } : {}) }
  const isPortrait = gathered.seen.at(-1)?.faces?.some(fillsPicture) === true
  const page = await readPage(frame, { limits, mode, languageOf, isPortrait, ...known })
  if (!page) return miss('no_text', 'pages on which no text could be read')
  if (page.isCut) gathered.problems.push({ cause: 'time_limit', stage: 'extract', by, message: notReadInTime })
  if (!isPage) gathered.flags.push({ what: 'flag', name: frame.isLettered ? 'burned_in_text' : 'document_page' })
  takeSegment({ what: 'segment', text: page.text, place: frame.place, origin: 'ocr' }, gathered, tools, plan, page)
}

/** A face, from the brows to the chin, takes a third of the picture: the head takes half. */
function fillsPicture({
  box: [, top, , bottom],
}: {
  readonly box: readonly [number, number, number, number]
}): boolean {
  return bottom - top >= 1 / 3
}

const notReadInTime = 'a page or picture could not be read whole in its time'

const beforeAfter: Flag = { what: 'flag', name: 'before_after' }
const nuditySuspected: Flag = { what: 'flag', name: 'nudity_suspected' }

/** Looks at a still picture; one that nothing here can decode keeps its word that nobody looked. */
async function lookAt(frame: Frame, by: string, gathered: Gathered, { limits }: ExaminePlan): Promise<void> {
  const seen = await look(frame, { limits })
  // A picture that is cut off, or else damaged, is not what its small copy was made of.
  if (seen && gathered.problems.length === 0 && (await thumbnailDiffers(frame, limits)))
    gathered.flags.push({ what: 'flag', name: 'thumbnail_differs' })
  if (seen && (await showsBeforeAfter(frame, limits))) gathered.flags.push(beforeAfter)
  if (seen?.labels?.[nudityLabel] !== undefined) gathered.flags.push(nuditySuspected)
  if (seen) gathered.seen.push(seen)
  else gathered.problems.push({ cause: 'unsupported_type', stage: 'extract', by, message: notLookedAt })
}

/** Looks at frames of a clip; of one that nothing here can decode, its metadata stays. */
async function takeClip(frame: Frame, by: string, gathered: Gathered, { limits }: ExaminePlan): Promise<void> {
  const { pictures, flags, problem } = await lookAtClip(frame, { limits })
  for (const picture of pictures) gathered.seen.push(picture)
  for (const flag of flags) if (!gathered.flags.some(({ name }) => name === flag.name)) gathered.flags.push(flag)
  if (problem) gathered.problems.push({ ...problem, stage: 'extract', by })
}

const notLookedAt = 'the picture itself was not looked at'
