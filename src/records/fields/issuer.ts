import type { Field } from '../../core/record.ts'
import type { Feature } from '../terms/features.ts'
import { partyName } from './accept.ts'
import type { Cell } from './layout.ts'
import { withLegalForm } from './legal-form.ts'
import { notNames, partyBeside } from './party.ts'
import { type FieldReader, nearnessConfidence } from './reader.ts'

const street =
  /\b\d{1,4}(?:bis|ter)?,? (?:rue|avenue|av\.?|bd|boulevard|place|chemin|route|allée|quai|impasse)\b|(?:straße|strasse|str\.|weg|platz|allee|gasse|laan|straat|plein|kade)\s?\d|\b(?:calle|c\/|via|viale|piazza|corso|rua|av\.|avenida|plaza|praça|paseo)\s|\b\d{1,5} (?:[A-Z]\w+ ){1,3}(?:St|Street|Ave|Avenue|Road|Rd|Lane|Ln|Blvd|Drive|Dr|Way|Suite)\b|\b\d{4,5}(?:-\d{3,4})? \p{Lu}\p{L}{2,}|\b\p{Lu}{1,2}\d{1,2}\p{Lu}? \d\p{Lu}{2}\b/iu
/** How a line of an address begins. */
const place =
  /^(?:lot|no|nr|unit|block|blk|suite|ste|floor|level|ground floor|jalan|jln|taman|kawasan|lorong|p\.?o\.? ?box|postfach|bp|b\.p\.|apartado|c\/|calle|avda|via|viale|piazza|rua|rue|avenue|av|boulevard|bd|zone|z\.?[ai]\b|\d+[a-z]?,? )(?![\p{L}&])/iu
const contact = /@|www\.|https?:|\btel\b|tél|téléphone|phone|fax\b|telefon|teléfono|هاتف/iu

const linesOfLetterhead = 14
const linesRead = 120
/** Candidates whose surroundings are looked at. */
const candidatesCompared = 6
const charactersRead = 12_000

interface Candidate {
  readonly cell: Cell
  readonly line: number
  readonly name: string
  /** Whether it names itself a firm or a practice, or the domain of the document is called as it is. */
  isNamed: boolean
  score: number
}

/** Who wrote the invoice: by its label; else by legal form, letterhead, address and repetition. */
export function issuerOf(reader: FieldReader): Field | undefined {
  const labelled = reader.signals
    .of('seller')
    .flatMap((label) => partyBeside(reader, label) ?? [])
    .filter(({ value }) => /[\p{Lu}\p{Lo}]/u.test(value))
  const firm = labelled.find(({ start, end }) => has(reader, 'legalForm', start, end + 6)) ?? labelled[0]
  if (firm) return reader.field('invoice.issuer', firm, nearnessConfidence[firm.nearness] - 0.1)
  return fieldOf(reader, candidatesOf(reader), 1)
}

/**
 * Whose letterhead a document has that is no invoice: only what names itself a firm or a practice, for its first line may
 * as well be a title.
 */
export function letterheadOf(reader: FieldReader): Field | undefined {
  const { signals } = reader
  const titles = signals.titles.filter(({ strength }) => strength >= plainTitle).map(({ start }) => start)
  const named = candidatesOf(reader).filter(
    ({ cell, isNamed, name }) =>
      isNamed && name.split(' ').length <= 8 && !titles.some((at) => at >= cell.start && at < cell.end),
  )
  return fieldOf(reader, named, sureName)
}

const plainTitle = 0.5
const sureName = 3

function fieldOf(reader: FieldReader, candidates: readonly Candidate[], least: number): Field | undefined {
  const best = candidates.reduce<Candidate | undefined>(
    (most, one) => (!most || isLikelier(one, most) ? one : most),
    undefined,
  )
  if (!best || best.score < least) return undefined
  const { cell, name, score } = best
  return reader.field(
    'invoice.issuer',
    { value: withLegalForm(name), start: cell.start, end: cell.start + name.length },
    confidence(score),
  )
}

/** Of equally likely names, the one that stands higher. */
function isLikelier(one: Candidate, other: Candidate): boolean {
  return one.score === other.score ? one.line < other.line : one.score > other.score
}

function confidence(score: number): number {
  return Math.min(0.85, 0.35 + score * 0.08)
}

/** The likeliest names of the head and the foot, with all that speaks for them. */
function candidatesOf(reader: FieldReader): readonly Candidate[] {
  const { layout } = reader
  const recipients = recipientLines(reader)
  const candidates: Candidate[] = []
  let filled = 0
  for (let line = 0; line < Math.min(layout.lineCount, linesRead); line += 1) {
    const cells = layout.cells(line)
    if (!/\p{L}{3}/u.test(layout.lineText(line)) || isBill(reader, line)) continue
    filled += 1
    for (const [column, cell] of cells.entries()) {
      const isAlone = cells.length === 1 && isCapitals(reader.text, cell)
      const candidate = candidateOf(reader, cell, line, filled <= linesOfLetterhead || isAlone)
      if (!candidate) continue
      candidate.score += filled === 1 ? 2.5 : filled <= linesOfLetterhead ? 1 : 0
      if (column === 0 && filled <= 3) candidate.score += 0.5
      if (recipients.has(line)) candidate.score -= 6
      candidates.push(candidate)
    }
  }
  const likely = candidates.toSorted((a, b) => b.score - a.score).slice(0, candidatesCompared)
  for (const candidate of likely) addSurroundings(reader, candidate)
  rewardRepetition(reader, likely)
  return likely
}

const longestName = 110

/** A line with an amount at its end is what was bought. */
function isBill({ amounts, layout }: FieldReader, line: number): boolean {
  const [start, end] = [layout.lineStart(line), layout.lineEnd(line)]
  return amounts.some((amount) => amount.isMoney && amount.start >= start && amount.end <= end && end - amount.end < 6)
}

function candidateOf(reader: FieldReader, cell: Cell, line: number, isHead: boolean): Candidate | undefined {
  if (cell.end - cell.start > longestName || cell.end - cell.start < 3) return undefined
  if (isLowerCase(reader.text.charAt(cell.start))) return undefined
  let isFirm = false
  let isPlace = false
  let isLabel = false
  for (const { features, start, end: hitEnd } of reader.hitsIn(cell.start, cell.end)) {
    isFirm ||= features.includes('legalForm') && start > cell.start && !isLowerCase(reader.text.charAt(start))
    isPlace ||= features.includes('establishment') || features.includes('doctor')
    const isMost = (hitEnd - start) * 2 > cell.end - cell.start || start === cell.start
    isLabel ||= isMost && features.some((feature) => notNames.has(feature))
  }
  if (!isFirm && (isLabel || (!isHead && !isPlace))) return undefined
  const text = reader.text.slice(cell.start, cell.end)
  if (!isFirm && /:$|: /.test(text)) return undefined
  const found = partyName(text, cell.start)
  if (!found || isSentence(text) || !/^[\p{Lu}\p{Lo}\d]/u.test(found.value)) return undefined
  const name = found.value
  const words = name.split(' ').length
  const score = (isFirm ? 3 : 0) + (isPlace ? 2 : 0) - (words > 7 ? 3 : 0) - (/\d{3}/.test(name) ? 1.5 : 0)
  return { cell, line, name, isNamed: isFirm || isPlace, score }
}

/** «The lessee pays until the third of each month»: many words, and small ones. */
function isSentence(text: string): boolean {
  return text.split(' ').length > 5 && (text.match(/ \p{Ll}/gu)?.length ?? 0) > 4
}

function isCapitals(text: string, { start, end }: Cell): boolean {
  const written = text.slice(start, end)
  return written === written.toUpperCase() && written !== written.toLowerCase()
}

function isLowerCase(letter: string): boolean {
  return letter !== letter.toUpperCase()
}

function has({ signals }: FieldReader, feature: Feature, from: number, to: number): boolean {
  return signals.of(feature).some(({ start, end }) => start >= from && end <= to)
}

/** Addresses, telephone and tax numbers stand with the name of who sends the bill. */
function addSurroundings(reader: FieldReader, candidate: Candidate): void {
  const { layout, text } = reader
  const { cell, line } = candidate
  const own = text.slice(cell.start, cell.end)
  if (street.test(candidate.name) || place.test(candidate.name)) candidate.score -= 3
  else if (/[-–|·,] /.test(own) && street.test(own)) candidate.score += 1.5
  if (contact.test(candidate.name)) candidate.score -= 2
  if (isWithinAddress(reader, candidate)) candidate.score -= 2
  let below = line
  let score = 0
  for (let step = 0; step < 4; step += 1) {
    const next = layout.filledBelow(below, 2)
    if (next === undefined) break
    below = next
    for (const { start, end } of layout.cellsUnder(next, cell, line)) {
      const around = text.slice(start, end)
      if (/\d/.test(around) && street.test(around)) score += 0.5
      if (contact.test(around)) score += 0.5
    }
  }
  if (has(reader, 'taxId', layout.lineStart(line), layout.lineEnd(below))) score += 0.75
  candidate.score += Math.min(score, 2.5)
}

/** Whether the line above is part of an address that goes on here: «12 High Street,» and then a town. */
function isWithinAddress({ layout, text }: FieldReader, { cell, line }: Candidate): boolean {
  if (line === 0) return false
  return layout.cellsUnder(line - 1, cell, line).some(({ start, end }) => {
    const above = text.slice(start, end)
    return place.test(above) || (/\d/.test(above) && (/,$/.test(above) || street.test(above)))
  })
}

/** The lines of addresses that belong to a label such as «bill to», and of persons addressed. */
function recipientLines(reader: FieldReader): ReadonlySet<number> {
  const lines = new Set<number>()
  for (const feature of ['billTo', 'shipTo'] as const) {
    for (const { start } of reader.signals.of(feature)) {
      const line = reader.layout.lineOf(start)
      for (let below = line; below <= line + 4; below += 1) lines.add(below)
    }
  }
  for (const { start } of reader.signals.of('patientName')) lines.add(reader.layout.lineOf(start))
  addressed.lastIndex = 0
  for (
    let match = addressed.exec(reader.text);
    match && match.index < charactersRead;
    match = addressed.exec(reader.text)
  ) {
    const line = reader.layout.lineOf(match.index)
    for (let below = line; below <= line + 2; below += 1) lines.add(below)
  }
  return lines
}

const addressed =
  /^ {0,200}(?:M\.|Mme|Mr|Mrs|Ms|Monsieur|Madame|Herrn?|Frau|Sr|Sra|Dña|Sig|De heer|Mevrouw|Dhr|Mw|Exmo)[. ]/gm
const domain = /(?:@|www\.|https?:\/\/)([a-z0-9.-]{3,60})/g

/** A firm's name stands at the head, at the foot, in its mail address. */
function rewardRepetition(reader: FieldReader, candidates: readonly Candidate[]): void {
  const text = reader.text.slice(0, charactersRead).toLowerCase()
  const domains = [...text.matchAll(domain)].map(([, name = '']) => name)
  for (const candidate of candidates) {
    if (candidate.score < 0) continue
    const name = candidate.name.toLowerCase()
    if (text.indexOf(name, text.indexOf(name) + 1) >= 0) candidate.score += 1
    if (domains.length === 0) continue
    const words = name.split(/[^\p{L}\p{N}]+/u).filter(({ length }) => length > 0)
    const labels = domains.map((one) => one.replaceAll('-', ''))
    const [first = ''] = words
    if (words.length > 1 && labels.some((one) => one.includes(words.slice(0, 2).join(''))))
      [candidate.score, candidate.isNamed] = [candidate.score + 2.5, true]
    else if (first.length > 3 && labels.some((one) => one.includes(first))) candidate.score += 1
  }
}
