import type { Segment } from '../core/content.ts'
import type { Field, RecordKindId, Sample } from '../core/record.ts'
import { type Judgement, judge } from './model/judgement.ts'
import { isOwnText, makeSample } from './sample.ts'
import { Signals } from './signals.ts'
import type { Feature } from './terms/features.ts'

/** A document within a record. */
export interface DocumentPart {
  readonly kind: RecordKindId
  /** How sure its surest page is. */
  readonly confidence: number
  /** From 1, both included. */
  readonly firstPage: number
  readonly lastPage: number
}

/** Pages of one record that are judged by themselves. */
const pagesJudged = 60
/** How sure a page must be to be of a kind, and to be of another kind than the whole. */
const surePage = 0.75
const sureStranger = 0.9
/** How prominent the title must be with which another document begins. */
const beginning = 0.7

const ownTitles: Readonly<Partial<Record<RecordKindId, readonly Feature[]>>> = {
  invoice: ['invoiceTitle', 'invoiceNumber', 'receiptTitle', 'creditTitle'],
  treatment_plan: ['planTitle', 'quoteTitle'],
  consent_form: ['consentTitle'],
  prescription: ['prescriptionTitle'],
  medical_report: ['reportTitle'],
  identity_document: ['identityTitle'],
}

interface Page {
  readonly number: number
  readonly text: string
  readonly language: string | undefined
}

/**
 * The documents that a record of several pages holds, where they are of more than one kind; else none. A page of
 * another kind than the whole counts where it is sure and begins as such documents begin; pages that are of no kind for
 * sure belong to the document before them.
 */
export function partsOf(sample: Sample, whole: RecordKindId): readonly DocumentPart[] {
  const pages = pagesOf(sample)
  if (pages.length < 2) return []
  const parts: DocumentPart[] = []
  for (const page of pages) {
    const signals = new Signals(page.text)
    const found = kindOf(judge(signals, page.language), signals, whole)
    const last = parts.at(-1)
    if (last && (!found || found.kind === last.kind))
      parts[parts.length - 1] = {
        ...last,
        lastPage: page.number,
        confidence: Math.max(last.confidence, found?.confidence ?? 0),
      }
    else if (found) parts.push({ ...found, firstPage: page.number, lastPage: page.number })
  }
  return new Set(parts.map(({ kind }) => kind)).size > 1 ? parts : []
}

/** The kind that a page is for sure. */
function kindOf(
  judgement: Judgement | undefined,
  signals: Signals,
  whole: RecordKindId,
): Pick<DocumentPart, 'kind' | 'confidence'> | undefined {
  const likeliest = judgement?.likeliest
  if (!likeliest || likeliest.kind === 'other') return undefined
  if (likeliest.kind === whole) return likeliest.confidence >= surePage ? likeliest : undefined
  const begins =
    signals.structure.machineReadableLines > 0 ||
    signals.titles.some(
      ({ feature, strength }) => strength >= beginning && ownTitles[likeliest.kind]?.includes(feature) === true,
    )
  return begins && likeliest.confidence >= sureStranger ? likeliest : undefined
}

function pagesOf({ segments, language }: Sample): readonly Page[] {
  const texts = new Map<number, string>()
  for (const segment of segments) {
    const number = pageOf(segment)
    if (number === undefined || (!texts.has(number) && texts.size >= pagesJudged)) continue
    texts.set(number, `${texts.get(number) ?? ''}${segment.text}\n`)
  }
  return [...texts].sort(([one], [other]) => one - other).map(([number, text]) => ({ number, text, language }))
}

function pageOf(segment: Segment): number | undefined {
  return isOwnText(segment) && segment.place.unit === 'page' ? segment.place.page : undefined
}

/** A document as a field: `document.invoice`, its pages as the value (`3` or `3-5`), its first page as the place. */
export function partField({ kind, confidence, firstPage, lastPage }: DocumentPart): Field {
  const value = firstPage === lastPage ? String(firstPage) : `${firstPage}-${lastPage}`
  return { name: `document.${kind}`, value, confidence, place: { unit: 'page', page: firstPage, offset: 0 } }
}

/** A sample of a document's pages alone. */
export function partSample(sample: Sample, { firstPage, lastPage }: DocumentPart): Sample {
  const { uri, mediaType, medium, language, metadata, flags, pictures, fields, findings } = sample
  const segments = sample.segments.filter((segment) => {
    const page = pageOf(segment)
    return page !== undefined && page >= firstPage && page <= lastPage
  })
  return makeSample({ uri, mediaType, medium, language, metadata, flags, pictures, fields, findings, segments })
}
