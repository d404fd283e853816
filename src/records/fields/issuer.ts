import type { Field } from '../../core/record.ts'
import { partyName } from './accept.ts'
import type { Cell } from './layout.ts'
import { notNames, partyBeside } from './party.ts'
import { type FieldReader, nearnessConfidence } from './reader.ts'

/** Endings that make a name a firm's, and beginnings that make it a practice's. */
const legalForm =
  /(?:^|[\s,.(])(?:GmbH(?: & Co\.? ?KGa?A?)?|gGmbH|AG|KG|OHG|UG|e\. ?K\.|e\. ?V\.|PartG|S\.?A\.?R\.?L\.?|SARL|SAS|SASU|SELARL|EURL|SNC|SCI|SCM|S\.?A\.?|S\.?L\.?U?\.?|S\.?r\.?l\.?s?|S\.?p\.?A\.?|S\.?n\.?c\.?|S\.?a\.?s\.?|B\.?V\.?(?:BA)?|N\.?V\.?|V\.?O\.?F\.?|Ltd\.?|Limited|LLC|L\.L\.C\.|LLP|Inc\.?|Corp\.?|Corporation|Co\.|Company|PLC|plc|P\.C\.|Pty|Pvt|Lda\.?|Ltda\.?|EIRELI|ApS|A\/S|AB|AS|Oy|Oyj|Kft\.?|Zrt\.?|s\.r\.o\.|a\.s\.|d\.o\.o\.|sp\. z o\.o\.|S\.C\.|Sdn\.? Bhd\.?|P\.?L\.?L\.?C\.?|spółka akcyjna|ООО|ОАО|ЗАО|ТОВ|株式会社|有限公司)(?=$|[\s,.;:)\-–|])/u
const establishment =
  /(?:^|\s)(?:cabinet|clinique|centre|center|clinic|hôpital|hospital|hospitalier|praxis|zahnarztpraxis|klinik|klinikum|krankenhaus|studio|clínica|clinica|consultório|centro|ospedale|laboratoire|laboratorio|labor|pharmacie|apotheke|farmacia|apotheek|tandartspraktijk|praktijk|kliniek|ziekenhuis|restaurant|hotel|hôtel|bakery|boulangerie|bakkerij|supermarkt|garage|dental|practice|services|store|shop|group|dentistry|dermatology|opticians?|university|bank|versicherung|assurance|hosting|solutions|عيادة|مستشفى|مركز|مجمع|شركة|مؤسسة)(?=$|\s|,)/iu
const street =
  /\b\d{1,4}(?:bis|ter)?,? (?:rue|avenue|av\.?|bd|boulevard|place|chemin|route|allée|quai|impasse)\b|(?:straße|strasse|str\.|weg|platz|allee|gasse|laan|straat|plein|kade)\s?\d|\b(?:calle|c\/|via|viale|piazza|corso|rua|av\.|avenida|plaza|praça|paseo)\s|\b\d{1,5} (?:[A-Z]\w+ ){1,3}(?:St|Street|Ave|Avenue|Road|Rd|Lane|Ln|Blvd|Drive|Dr|Way|Suite)\b|\b\d{4,5}(?:-\d{3,4})? \p{Lu}\p{L}{2,}|\b\p{Lu}{1,2}\d{1,2}\p{Lu}? \d\p{Lu}{2}\b/iu
const contact = /@|www\.|https?:|\btel\b|tél|téléphone|phone|fax\b|telefon|teléfono|هاتف/iu

const linesOfLetterhead = 14
const linesRead = 120
/** Candidates whose surroundings are looked at. */
const candidatesCompared = 8
const charactersRead = 12_000

interface Candidate {
  readonly cell: Cell
  readonly line: number
  readonly name: string
  score: number
}

/** Who wrote the invoice: by its label; else by legal form, letterhead, address and repetition. */
export function issuerOf(reader: FieldReader): Field | undefined {
  const labelled = reader.signals
    .of('seller')
    .flatMap((label) => partyBeside(reader, label) ?? [])
    .filter(({ value }) => /[\p{Lu}\p{Lo}]/u.test(value))
  const firm = labelled.find(({ value }) => legalForm.test(value)) ?? labelled[0]
  if (firm) return reader.field('invoice.issuer', firm, nearnessConfidence[firm.nearness] - 0.1)
  const best = candidatesOf(reader).reduce<Candidate | undefined>(
    (most, one) => (!most || one.score > most.score ? one : most),
    undefined,
  )
  if (!best || best.score < 1) return undefined
  const { cell, name, score } = best
  return reader.field(
    'invoice.issuer',
    { value: name, start: cell.start, end: cell.start + name.length },
    confidence(score),
  )
}

function confidence(score: number): number {
  return Math.min(0.85, 0.35 + score * 0.08)
}

function candidatesOf(reader: FieldReader): readonly Candidate[] {
  const { layout } = reader
  const recipients = recipientLines(reader)
  const candidates: Candidate[] = []
  let filled = 0
  for (let line = 0; line < Math.min(layout.lineCount, linesRead); line += 1) {
    const cells = layout.cells(line)
    if (cells.length === 0) continue
    filled += 1
    for (const [column, cell] of cells.entries()) {
      const candidate = candidateOf(reader, cell, line)
      if (!candidate) continue
      candidate.score += filled === 1 ? 2 : filled <= linesOfLetterhead ? 1 : 0
      if (column === 0 && filled <= 3) candidate.score += 0.5
      if (recipients.has(line)) candidate.score -= 3
      candidates.push(candidate)
    }
  }
  const likely = candidates.toSorted((a, b) => b.score - a.score).slice(0, candidatesCompared)
  for (const candidate of likely) candidate.score += neighbourhood(reader, candidate.line, candidate.cell)
  return rewardRepetition(reader, likely)
}

function candidateOf(reader: FieldReader, cell: Cell, line: number): Candidate | undefined {
  const text = reader.text.slice(cell.start, cell.end)
  if (text.length > 110) return undefined
  const found = partyName(text.replace(/^[^\p{L}\p{N}]+/u, ''), cell.start)
  if (!found || !/^[\p{Lu}\p{Lo}\d]/u.test(found.value)) return undefined
  const name = found.value
  const isFirm = legalForm.test(name)
  const isPlace = establishment.test(name)
  const hits = reader.signals.hits.filter(({ start, end }) => start >= cell.start && end <= cell.end)
  const isLabel = hits.some(({ features }) => features.some((feature) => notNames.has(feature)))
  if (isLabel && !isFirm) return undefined
  if (/:$|: /.test(text) && !isFirm) return undefined
  const isPractitioner = /^(?:Dr|Dra|Docteur|Doctor|Dott|Prof|د)(?:\.|\s|ssa)/u.test(name)
  const score = (isFirm ? 3 : 0) + (isPlace ? 2 : 0) + (isPractitioner ? 2 : 0) - (street.test(name) ? 3 : 0)
  const words = name.split(/\s+/).length
  return {
    cell,
    line,
    name,
    score: score - (words > 7 ? 3 : 0) - (contact.test(text) && !isFirm ? 2 : 0) - (/\d{3}/.test(name) ? 1.5 : 0),
  }
}

/** Addresses, telephone and tax numbers stand with the name of who sends the bill. */
function neighbourhood(reader: FieldReader, line: number, cell: Cell): number {
  const { layout, text } = reader
  let score =
    /(?:[-–|·,]\s)/.test(text.slice(cell.start, cell.end)) && street.test(text.slice(cell.start, cell.end)) ? 1.5 : 0
  let below = line
  for (let step = 0; step < 4; step += 1) {
    const next = layout.filledBelow(below, 2)
    if (next === undefined) break
    below = next
    const around = layout
      .cellsUnder(next, cell, line)
      .map(({ start, end }) => text.slice(start, end))
      .join(' ')
    if (street.test(around)) score += 0.5
    if (contact.test(around)) score += 0.5
  }
  const from = layout.lineStart(line)
  const to = layout.lineEnd(below)
  if (reader.signals.of('taxId').some(({ start }) => start >= from && start < to)) score += 0.75
  return Math.min(score, 2.5)
}

/** The lines of addresses that belong to a label such as «bill to», and of persons addressed. */
function recipientLines(reader: FieldReader): ReadonlySet<number> {
  const lines = new Set<number>()
  for (const { start } of reader.signals.of('billTo')) {
    const line = reader.layout.lineOf(start)
    for (let below = line; below <= line + 4; below += 1) lines.add(below)
  }
  for (const { start } of reader.signals.of('patientName')) lines.add(reader.layout.lineOf(start))
  const addressed =
    /^ {0,200}(?:M\.|Mme|Mr|Mrs|Ms|Monsieur|Madame|Herrn?|Frau|Sr|Sra|Dña|Sig|Sig\.ra|De heer|Mevrouw|Dhr|Mw|Exmo)[. ]/
  for (let line = 0; line < Math.min(reader.layout.lineCount, linesRead); line += 1) {
    if (!addressed.test(reader.layout.lineText(line))) continue
    for (let below = line; below <= line + 2; below += 1) lines.add(below)
  }
  return lines
}

const domain = /(?:@|www\.|https?:\/\/)([a-z0-9.-]{3,60})/g

/** A firm's name stands at the head, at the foot, in its mail address. */
function rewardRepetition(reader: FieldReader, candidates: readonly Candidate[]): readonly Candidate[] {
  const text = reader.text.slice(0, charactersRead).toLowerCase()
  const domains = [...text.matchAll(domain)].map(([, name = '']) => name)
  for (const candidate of candidates) {
    if (candidate.score < 1) continue
    const name = candidate.name.toLowerCase()
    if (text.indexOf(name, text.indexOf(name) + 1) >= 0) candidate.score += 1
    const word = name.split(/[\s,.-]+/).find(({ length }) => length > 3)
    if (word !== undefined && domains.some((one) => one.includes(word))) candidate.score += 1
  }
  return candidates
}
