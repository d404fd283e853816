import type { Place } from '../../core/content.ts'
import type { Field, Sample } from '../../core/record.ts'
import { isOwnText, signalsOf } from '../sample.ts'
import type { Hit, Signals } from '../signals.ts'
import type { Feature } from '../terms/features.ts'
import { type Amount, amountsIn } from '../values/amounts.ts'
import { type DateOrder, dateOrderOf } from '../values/dates.ts'
import { type Cell, Layout } from './layout.ts'

/** A value found near a label. UTF-16 units of the text, end exclusive. */
export interface Found {
  readonly value: string
  readonly start: number
  readonly end: number
}

/** Where a value stood: the surer, the nearer. */
export type Nearness = 'behind' | 'beside' | 'below'

/** A value with the label that led to it. */
export interface Labelled extends Found {
  readonly label: Hit
  readonly nearness: Nearness
}

/** Looks for a value in a stretch of text that begins at `offset`; `undefined` where there is none at its beginning. */
export type Accept = (stretch: string, offset: number) => Found | undefined

const reachBelow = 3
/** Lines below a label until the first that has something in its column. */
const linesBelow = 3
const charactersOfAmounts = 20_000
/** Signs between a label and its value, and what is added to the label in brackets. */
const afterLabel = /^(?:[\s:：#№°ºª.,;=*_|)\-–—>/]|\([^()\n]{0,40}\)){0,60}/u

/** Reads labelled values from a sample's text. */
export class FieldReader {
  readonly signals: Signals
  readonly layout: Layout
  readonly language: string | undefined
  readonly #sample: Sample
  #order: DateOrder | undefined
  #amounts: readonly Amount[] | undefined

  constructor(sample: Sample) {
    this.#sample = sample
    this.signals = signalsOf(sample)
    this.layout = new Layout(this.signals.text)
    this.language = sample.language
  }

  /** All amounts of the text's beginning, from left to right. */
  get amounts(): readonly Amount[] {
    this.#amounts ??= amountsIn(this.text.slice(0, charactersOfAmounts))
    return this.#amounts
  }

  /** The largest amount of money between two places. */
  largestMoney(from: number, to: number): Found | undefined {
    let best: Found | undefined
    for (const { value, start, end, isMoney } of this.amounts) {
      if (start >= to) break
      if (!isMoney || start < from || end > to) continue
      if (!best || Math.abs(Number(value)) > Math.abs(Number(best.value))) best = { value, start, end }
    }
    return best
  }

  get text(): string {
    return this.signals.text
  }

  get dateOrder(): DateOrder {
    this.#order ??= dateOrderOf(this.text, this.language)
    return this.#order
  }

  /** The terms that begin between two places. */
  hitsIn(from: number, to: number): readonly Hit[] {
    const { hits } = this.signals
    return hits.slice(firstFrom(hits, from), firstFrom(hits, to))
  }

  /** The values that stand behind, beside or below the labels of a feature, in the order of the labels. */
  labelled(feature: Feature, accept: Accept, where: readonly Nearness[] = everywhere): readonly Labelled[] {
    const found: Labelled[] = []
    for (const label of this.signals.of(feature)) {
      if (this.text.charAt(label.end) === '_') continue
      const value = this.near(label, accept, where)
      if (value) found.push(value)
    }
    return found
  }

  /** The value nearest to one label. */
  near(label: Hit, accept: Accept, where: readonly Nearness[] = everywhere): Labelled | undefined {
    const line = this.layout.lineOf(label.start)
    const cells = this.layout.cells(line)
    const index = cells.findIndex(({ end }) => end >= label.end)
    const cell = cells[index]
    if (!cell) return undefined
    const behind = where.includes('behind') ? this.#accepted(label.end, cell.end, accept) : undefined
    if (behind) return { ...behind, label, nearness: 'behind' }
    const next = cells[index + 1]
    if (next && where.includes('beside') && !this.#isLabel(next)) {
      const beside = this.#accepted(next.start, next.end, accept)
      if (beside) return { ...beside, label, nearness: 'beside' }
    }
    if (!where.includes('below') || this.#hasWordsBehind(label.end, cell.end)) return undefined
    const below = this.#below(line, cell, accept)
    return below && { ...below, label, nearness: 'below' }
  }

  /** Where a place of the text stands in the item. */
  placeOf(at: number): Place | undefined {
    let base = 0
    for (const segment of this.#sample.segments) {
      if (!isOwnText(segment)) continue
      const inside = at - base
      if (inside <= segment.text.length) {
        const { place } = segment
        return { ...place, offset: place.offset + codePoints(segment.text, inside) }
      }
      base += segment.text.length + 1
    }
    return undefined
  }

  /** A field with its place. */
  field(name: string, found: Found, confidence: number): Field {
    const place = this.placeOf(found.start)
    const field = { name, value: found.value, confidence: Math.round(confidence * 100) / 100 }
    return place ? { ...field, place } : field
  }

  /** Whether the text was read from pixels, where characters go missing. */
  get isFromPixels(): boolean {
    return this.#sample.segments.some(({ origin }) => origin === 'ocr')
  }

  /**
   * A date, as ISO 8601 and as it stands there: day, month and century are told apart by what else the document says,
   * which whoever relies on it may want to check.
   */
  dates(name: string, found: Found, confidence: number): readonly Field[] {
    const field = this.field(name, found, confidence)
    const written = this.text.slice(found.start, found.end).replace(/\s+/g, ' ').trim()
    const inFigures = /^\d[\d ./-]{4,14}\d$/.test(written)
    const value = inFigures ? written.replaceAll(' ', '').replace(/([./-])\1/g, '$1') : written
    return value === field.value ? [field] : [field, { ...field, value }]
  }

  /** The cells under a label, from top to bottom: its column in the next lines that have something on them. */
  *cellsBelow(label: Hit, lines: number): Generator<{ readonly cell: Cell; readonly line: number }> {
    const line = this.layout.lineOf(label.start)
    const own = this.layout.cells(line).find(({ end }) => end >= label.end)
    if (!own) return
    let below = this.layout.filledBelow(line, reachBelow)
    for (let read = 0; below !== undefined && read < lines; read += 1) {
      for (const cell of this.layout.cellsUnder(below, own, line)) yield { cell, line: below }
      below = this.layout.filledBelow(below, reachBelow)
    }
  }

  #accepted(start: number, cellEnd: number, accept: Accept): Found | undefined {
    const end = this.#nextLabel(start, cellEnd)
    const stretch = this.text.slice(start, end)
    const skipped = afterLabel.exec(stretch)?.[0].length ?? 0
    return skipped >= stretch.length ? undefined : accept(stretch.slice(skipped), start + skipped)
  }

  #below(line: number, cell: Cell, accept: Accept): Found | undefined {
    let below = this.layout.filledBelow(line, reachBelow)
    for (let read = 0; below !== undefined && read < linesBelow; read += 1) {
      let isFilled = false
      const own = this.layout.cellsUnder(below, cell, line)
      for (const under of [...own, ...(own.length > 0 ? this.layout.cellsUnderAlone(below, line) : [])]) {
        const found = this.#isLabel(under) ? undefined : this.#accepted(under.start, under.end, accept)
        if (found) return found
        isFilled = true
      }
      if (isFilled) return undefined
      below = this.layout.filledBelow(below, reachBelow)
    }
    return undefined
  }

  /** Whether a cell is itself a label: it begins with a term that ends in a colon, or is nothing else. */
  #isLabel({ start, end }: Cell): boolean {
    const [hit] = this.hitsIn(start, start + 1)
    return hit !== undefined && hit.end <= end && /^[\s:°º.]*$|^ ?:/u.test(this.text.slice(hit.end, end))
  }

  /** Where the next label begins on the same stretch, or its end. */
  #nextLabel(start: number, end: number): number {
    const stop = this.hitsIn(start + 1, end).find(({ features }) => features.some((feature) => stops.has(feature)))
    return stop?.start ?? end
  }

  #hasWordsBehind(from: number, to: number): boolean {
    return /\p{L}{3}/u.test(this.text.slice(from, to).replace(/\([^)]{0,30}\)/g, ''))
  }
}

/** Labels that end the value of the label before them. */
const stops: ReadonlySet<Feature> = new Set<Feature>([
  'birthDate',
  'patientNumber',
  'patientName',
  'personName',
  'phone',
  'email',
  'address',
  'date',
  'dueDate',
  'invoiceDate',
  'taxId',
  'age',
])

const everywhere: readonly Nearness[] = Object.freeze(['behind', 'beside', 'below'])

/** How sure a labelled value is by where it stands. */
export const nearnessConfidence: Readonly<Record<Nearness, number>> = Object.freeze({
  behind: 0.92,
  beside: 0.88,
  below: 0.78,
})

function firstFrom(hits: readonly Hit[], place: number): number {
  let low = 0
  for (let high = hits.length; low < high; ) {
    const middle = (low + high) >> 1
    if ((hits[middle] as Hit).start < place) low = middle + 1
    else high = middle
  }
  return low
}

/** The value nearest to its label; of equally near ones, the first. */
export function surest(found: readonly Labelled[]): Labelled | undefined {
  return found.reduce<Labelled | undefined>(
    (best, one) => (!best || nearnessConfidence[one.nearness] > nearnessConfidence[best.nearness] ? one : best),
    undefined,
  )
}

function codePoints(text: string, units: number): number {
  let count = units
  for (let at = 1; at < units; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0xdc00 && code < 0xe000) count -= 1
  }
  return count
}
