import type { DataCategory } from '../core/finding.ts'
import type { Classification, Field, Match, RecordKind, RecordKindId, Sample } from '../core/record.ts'
import { controllerFields } from './fields/controller.ts'
import { undecided } from './other.ts'
import { partField, partSample, partsOf } from './parts.ts'

/** Confidences as close as this are a tie. */
const tie = 0.02

const sensitivityOrder: Readonly<Record<DataCategory, number>> = {
  sensitive: 3,
  financial: 2,
  behavioural: 1,
  simple: 0,
}

interface Candidate {
  readonly kind: RecordKind
  readonly match: Match
}

/**
 * What a record is, by the surest of the kinds; of equally sure ones the more sensitive. `other` wins only where no kind
 * is likelier than not, and is as sure as the likeliest kind is unlikely.
 */
export function classify(sample: Sample, kinds: readonly RecordKind[]): Classification {
  const candidates: Candidate[] = []
  let rest: Candidate | undefined
  for (const kind of kinds) {
    const match = kind.match(sample)
    if (!match) continue
    if (kind.id === 'other') rest = { kind, match }
    else candidates.push({ kind, match })
  }
  const best = surest(candidates)
  const single = chosen(best, rest, sample)
  return withParts(single, sample, kinds) ?? single
}

function chosen(best: Candidate | undefined, rest: Candidate | undefined, sample: Sample): Classification {
  if (best && best.match.confidence > (rest?.match.confidence ?? undecided)) {
    return { kind: best.kind.id, ...best.match, fields: fieldsOf(best.kind, sample) }
  }
  const judged = rest?.match.confidence === undecided ? undefined : rest?.match.confidence
  const confidence = judged ?? 1 - (best?.match.confidence ?? unlikely)
  const because = rest?.match.because ?? []
  return { kind: 'other', confidence: Math.round(confidence * 1000) / 1000, because, fields: ownerless(sample) }
}

/** Kinds of documents that one file may hold together, the most sensitive first. */
const documentOrder = [
  'medical_report',
  'treatment_plan',
  'prescription',
  'consent_form',
  'invoice',
  'identity_document',
  'other',
] as const satisfies readonly RecordKindId[]

/** A record of several documents: of the most sensitive kind, with each document and its fields listed. */
function withParts(single: Classification, sample: Sample, kinds: readonly RecordKind[]): Classification | undefined {
  if (sample.medium !== 'document' || !documentOrder.some((kind) => kind === single.kind)) return undefined
  const parts = partsOf(sample, single.kind)
  const first = documentOrder.map((kind) => parts.find((part) => part.kind === kind)).find((part) => part !== undefined)
  if (!first) return undefined
  const fields = parts.flatMap((part) => {
    const own = partSample(sample, part)
    const read = kinds.find(({ id }) => id === part.kind)?.fields?.(own) ?? []
    return [partField(part), ...read, ...controllerFields(part.kind, own, read)]
  })
  const named = [...new Set(parts.map(({ kind }) => kind))].map((kind) => kind.replaceAll('_', ' ')).join(', ')
  return {
    kind: first.kind,
    confidence: first.confidence,
    because: [`several documents: ${named}`, ...(first.kind === single.kind ? single.because : [])],
    fields: [...structured(sample), ...fields],
  }
}

/** What the text gives, less what the format read from structure: that is surer. */
function fieldsOf(kind: RecordKind, sample: Sample): readonly Field[] {
  const known = structured(sample)
  const names = new Set(known.map(({ name }) => name))
  const read = kind.fields?.(sample) ?? []
  const fields = known.length === 0 ? read : [...known, ...read.filter(({ name }) => !names.has(name))]
  return [...fields, ...controllerFields(kind.id, sample, fields)]
}

/** A document of no kind in question is still somebody's. */
function ownerless(sample: Sample): readonly Field[] {
  const fields = structured(sample)
  const isDocument = sample.medium === 'document' || sample.medium === 'message'
  return isDocument ? [...fields, ...controllerFields('other', sample, fields)] : fields
}

function structured(sample: Sample): readonly Field[] {
  return sample.fields.map(({ name, value, confidence, place }) =>
    place ? { name, value, confidence, place } : { name, value, confidence },
  )
}

/** How likely another kind is where none matches at all. */
const unlikely = 0.05

function surest(candidates: readonly Candidate[]): Candidate | undefined {
  const highest = Math.max(...candidates.map(({ match }) => match.confidence))
  return candidates
    .filter(({ match }) => match.confidence >= highest - tie)
    .sort((a, b) => rank(b) - rank(a) || b.match.confidence - a.match.confidence || compare(a.kind.id, b.kind.id))[0]
}

function rank({ kind }: Candidate): number {
  return sensitivityOrder[kind.sensitivity.category]
}

function compare(one: string, other: string): number {
  return one < other ? -1 : 1
}
