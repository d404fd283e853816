import type { FieldEntry, Flag, Medium, MetadataEntry, PictureEntry, Segment } from '../core/content.ts'
import type { Finding } from '../core/finding.ts'
import { defaultLimits, type Limits } from '../core/limits.ts'
import type { Picture } from '../core/outcome.ts'
import type { Sample, Words } from '../core/record.ts'
import { type Judgement, judge } from './model/judgement.ts'
import { Signals } from './signals.ts'
import { fold } from './text/fold.ts'

/** What is known of an item: a {@link Sample} without what is worked out from it. */
export type SampleParts = Omit<Sample, 'words'>

/**
 * What the record kinds are shown of an item.
 * @param limits `sampleCharacters` bounds the text: segments beyond it are left out, one that crosses it is cut
 */
export function makeSample(parts: SampleParts, limits: Pick<Limits, 'sampleCharacters'> = defaultLimits): Sample {
  return new TextSample(parts, bounded(parts.segments, limits.sampleCharacters))
}

/** The terms that a sample's text holds: looked for once in one made by {@link makeSample}, however many kinds ask. */
export function signalsOf(sample: Sample): Signals {
  return sample instanceof TextSample ? sample.signals : new Signals(ownText(sample.segments))
}

/** What the model makes of a sample's text, worked out once; undefined for what is known by its format, and without text. */
export function judgementOf(sample: Sample): Judgement | undefined {
  if (sample instanceof TextSample) return sample.judgement
  return isForModel(sample) ? judge(signalsOf(sample), sample.language) : undefined
}

/** Mails, databases and archives are known by their format; a spreadsheet may be laid out as a document. */
function isForModel({ medium, mediaType, hasRows }: Sample): boolean {
  if (medium === 'table') return spreadsheet.test(mediaType) && !hasRows
  return medium === 'document' || medium === 'image'
}

const spreadsheet = /spreadsheet|excel|numbers/

/** A sample that keeps what was worked out from its text. */
class TextSample implements Sample {
  readonly uri: string
  readonly mediaType: string
  readonly medium: Medium
  readonly language: string | undefined
  readonly segments: readonly Segment[]
  readonly metadata: readonly MetadataEntry[]
  readonly flags: readonly Flag[]
  readonly pictures: readonly PictureEntry[]
  readonly seen?: readonly Picture[]
  readonly fields: readonly FieldEntry[]
  readonly findings: readonly Finding[]
  readonly hasRows: boolean
  #words: Words | undefined
  #signals: Signals | undefined
  #judgement: Judgement | null | undefined

  constructor(parts: SampleParts, segments: readonly Segment[]) {
    this.uri = parts.uri
    this.mediaType = parts.mediaType
    this.medium = parts.medium
    this.language = parts.language
    this.segments = segments
    this.metadata = parts.metadata
    this.flags = parts.flags
    this.pictures = parts.pictures
    if (parts.seen) this.seen = parts.seen
    this.fields = parts.fields
    this.findings = parts.findings
    this.hasRows = parts.hasRows ?? false
  }

  words(): Words {
    this.#words ??= wordsOf(this.segments)
    return this.#words
  }

  get signals(): Signals {
    this.#signals ??= new Signals(ownText(this.segments))
    return this.#signals
  }

  get judgement(): Judgement | undefined {
    if (this.#judgement === undefined)
      this.#judgement = (isForModel(this) ? judge(this.signals, this.language) : undefined) ?? null
    return this.#judgement ?? undefined
  }
}

function bounded(segments: readonly Segment[], characters: number): readonly Segment[] {
  let room = characters
  for (const { text } of segments) room -= text.length
  if (room >= 0) return segments
  room = characters
  const kept: Segment[] = []
  for (const segment of segments) {
    if (room <= 0) break
    kept.push(segment.text.length <= room ? segment : { ...segment, text: segment.text.slice(0, room) })
    room -= segment.text.length
  }
  return kept
}

/** Characters of an item that decide its kind and give its fields: some fifteen dense pages. */
const charactersRead = 60_000

/** Whether a segment is the item's own text, not its name or its metadata. */
export function isOwnText({ origin }: Segment): boolean {
  return origin !== 'filename' && origin !== 'metadata'
}

/** The text that speaks for the item: its own segments, joined by line feeds. */
function ownText(segments: readonly Segment[]): string {
  const [first] = segments
  if (segments.length === 1 && first && isOwnText(first)) return first.text.slice(0, charactersRead)
  return segments
    .filter(isOwnText)
    .map(({ text }) => text)
    .join('\n')
    .slice(0, charactersRead)
}

function wordsOf(segments: readonly Segment[]): Words {
  const folded = fold(segments.length === 1 ? (segments[0]?.text ?? '') : segments.map(({ text }) => text).join('\n'))
  const list = folded.match(/[\p{L}\p{N}]+/gu) ?? []
  const counts = new Map<string, number>()
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { list, counts, folded }
}
