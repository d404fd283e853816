import type { FieldEntry, Flag, Frame, MetadataEntry, PictureEntry, Segment } from './core/content.ts'
import type { Finding } from './core/finding.ts'
import type { Limits } from './core/limits.ts'
import type { Outcome, Picture } from './core/outcome.ts'
import type { CoverageCause, Problem } from './core/problem.ts'
import { detect } from './detectors/detect.ts'
import type { ExaminePlan } from './examine-plan.ts'
import { languageOf } from './records/language.ts'
import type { Tools } from './toolbox.ts'
import { look } from './vision/look.ts'
import { readPage } from './vision/read-page.ts'

/** Characters of the beginning that the language is told from. */
const languageCharacters = 2_000

/** What has been found in one item so far. */
export interface Gathered {
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

/** Nothing yet. */
export function emptyGathered(): Gathered {
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

/** Takes in a stretch of text: tells the language from the first, keeps some for the kind, detects in all. */
export function takeSegment(
  segment: Segment,
  gathered: Gathered,
  tools: Tools,
  plan: ExaminePlan,
  legibility = 1,
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
  if (!isPage) gathered.flags.push({ what: 'flag', name: frame.isLettered ? 'burned_in_text' : 'document_page' })
  takeSegment(
    { what: 'segment', text: page.text, place: frame.place, origin: 'ocr' },
    gathered,
    tools,
    plan,
    page.confidence,
  )
}

/** Looks at a still picture; one that nothing here can decode keeps its word that nobody looked. */
async function lookAt(frame: Frame, by: string, gathered: Gathered, { limits }: ExaminePlan): Promise<void> {
  const seen = await look(frame, { limits })
  if (seen) gathered.seen.push(seen)
  else gathered.problems.push({ cause: 'unsupported_type', stage: 'extract', by, message: notLookedAt })
}

const notLookedAt = 'the picture itself was not looked at'
