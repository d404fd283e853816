import type { MetadataEntry } from '../../core/content.ts'
import type { Evidence, Finding } from '../../core/finding.ts'
import type { Outcome, Picture } from '../../core/outcome.ts'
import type { Field } from '../../core/record.ts'
import { plainSpelling } from '../values/canonical.ts'
import { locationJson } from '../values/location.ts'
import type { Vault } from '../values/vault.ts'
import type { ShapeNotes } from './code-shapes.ts'
import type { Kept, Memo } from './memo.ts'
import type { Rows, Value } from './rows.ts'
import { marks, rowsPerRecord } from './schema.ts'

/** The record that rows belong to. */
export interface Owner {
  readonly id: number
  /** The `uri` column. */
  readonly key: string
  readonly vault: Vault
  readonly memo: Memo
  /** What was found, line by line, without keys, ids, times and values: the row digest is made of it. */
  readonly told: string[]
  readonly shapes: ShapeNotes
}

/** Adds the rows of everything that a record has more than one of. */
export function addParts(outcome: Outcome, owner: Owner, rows: Rows): void {
  const { findings, fields, metadata, pictures, flags } = outcome
  const most = Math.max(findings.length, fields.length, metadata.length, pictures.length, flags.length)
  // The last number of each table is left to the store's own rows.
  if (most >= rowsPerRecord) throw new RangeError('more rows than one record may have')
  if (findings.length > 0) addFindings(findings, owner, rows.finding)
  if (fields.length > 0) addFields(fields, findings, owner, rows.field)
  if (metadata.length > 0) addMetadata(metadata, findings, owner, rows.metadata)
  for (const [n, picture] of pictures.entries()) addPicture(picture, n, owner, rows.picture)
  for (const [n, { name, detail }] of flags.entries()) {
    rows.flag.push(owner.id * rowsPerRecord + n, owner.id, name, detail ?? null)
    owner.told.push(`flag ${text(name)} ${text(detail ?? '')}`)
  }
}

function addFindings(findings: readonly Finding[], owner: Owner, out: Value[]): void {
  const { id, vault, told } = owner
  const seen: string[] = []
  let rowId = id * rowsPerRecord
  for (const finding of findings) {
    const { entityType, value, origin, place, detector } = finding
    const kept = owner.memo(entityType, value, finding.canonical)
    const confidence = millionths(finding.confidence)
    const masked = locationJson(place, finding.offset, finding.length, true)
    const evidence = evidenceJson(finding.evidence)
    const isFirst = !seen.includes(entityType)
    if (isFirst) seen.push(entityType)
    const counts = finding.cells === undefined ? '' : ` ${finding.cells} ${finding.distinct}`
    const role = finding.role === undefined ? '' : ` ${finding.role}`
    told.push(
      `${entityType} ${text(kept.masked)} ${confidence} ${origin} ${masked} ${detector} ${evidence}${counts}${role}`,
    )
    out.push(
      rowId,
      id,
      entityType,
      kept.masked,
      kept.digest,
      vault.mode === 'masked' ? null : vault.keep(value, placeOf(owner, 'finding', entityType, kept)),
      confidence,
      origin,
      vault.mode === 'clear' ? locationJson(place, finding.offset, finding.length, false) : masked,
      detector,
      evidence,
      (isFirst ? marks.firstOfType : 0) | (confidence >= 0.5 ? marks.sure | nameMarks(finding, kept) : 0),
      finding.cells ?? null,
      finding.distinct ?? null,
      finding.role ?? null,
    )
    owner.shapes.finding(finding, rowId)
    rowId += 1
  }
}

/** An author's or artist's name in metadata says nothing of whom the record is about; the patient's tag of DICOM does. */
function nameMarks({ origin, place }: Finding, { isFullName }: Kept): number {
  if (!isFullName) return 0
  if (origin === 'filename') return marks.fullName
  const isOther = place.unit === 'metadata' && !place.name.startsWith('Patient')
  return isOther ? marks.fullName : marks.fullName | marks.statedName
}

function addFields(fields: readonly Field[], findings: readonly Finding[], owner: Owner, out: Value[]): void {
  const byValue = findingsByValue(findings)
  for (const [n, { name, value, confidence, place }] of fields.entries()) {
    const kept = keptAs(byValue.get(value), fieldTypes[name] ?? `field:${name}`, value, owner)
    const location = place ? locationJson(place, place.offset, null, owner.vault.mode !== 'clear') : null
    const sure = millionths(confidence)
    owner.told.push(`field ${name} ${text(kept.masked)} ${sure}`)
    const stored = owner.vault.keep(value, placeOf(owner, 'field', name, kept))
    out.push(owner.id * rowsPerRecord + n, owner.id, name, kept.masked, kept.digest, stored, sure, location)
  }
}

/** Fields that are an entity by their name, so that they meet the same value elsewhere where nothing was detected. */
const fieldTypes: Readonly<Record<string, string>> = Object.freeze({
  'patient.name': 'PERSON',
  'patient.id': 'PATIENT_ID',
  'patient.birth_date': 'DATE_OF_BIRTH',
})

function addMetadata(
  metadata: readonly MetadataEntry[],
  findings: readonly Finding[],
  owner: Owner,
  out: Value[],
): void {
  const byValue = findingsByValue(findings)
  const isPersonal = personalTest(metadata.length, findings)
  for (const [n, entry] of metadata.entries()) {
    const { name, value } = entry
    const kept = keptAs(byValue.get(value), entry.entityType ?? `metadata:${name}`, value, owner)
    const personal = isPersonal(entry)
    // A tag that tells nothing of anybody (the make of a camera) is of use only as it stands.
    const masked = personal ? kept.masked : clipped(value)
    const stored = personal ? owner.vault.keep(value, placeOf(owner, 'metadata', name, kept)) : value
    owner.told.push(`metadata ${text(name)} ${text(personal ? masked : value)}`)
    out.push(owner.id * rowsPerRecord + n, owner.id, name, masked, kept.digest, stored)
  }
}

/** Comparisons of metadata with findings that one record is worth. */
const comparisons = 500_000

/** A tag is personal by its kind, or because something personal stands in it. */
function personalTest(entries: number, findings: readonly Finding[]): (entry: MetadataEntry) => boolean {
  if (findings.length === 0) return ({ personal }) => personal
  // Times are what such tags are for.
  const telling = findings.filter(({ entityType }) => entityType !== 'DATE_TIME')
  const values = [...new Set(telling.map(({ value }) => value.trim()))].filter((value) => value.length >= 4)
  if (entries * values.length > comparisons) return () => true
  return ({ personal, value }) => personal || values.some((found) => value.includes(found))
}

function addPicture(picture: Picture, n: number, { id, told }: Owner, out: Value[]): void {
  const { frameAt, width, height, persons, exposure, hash } = picture
  const faces = picture.faces === null ? null : JSON.stringify(picture.faces)
  const labels = picture.labels === null ? null : JSON.stringify(picture.labels)
  told.push(`picture ${frameAt} ${width} ${height} ${faces} ${persons} ${exposure} ${labels} ${hash}`)
  out.push(id * rowsPerRecord + n, id, frameAt, width, height, faces, persons, exposure, labels, hash)
}

/** A value that a detector knows by the same spelling gets the same digest. */
function keptAs(finding: Finding | undefined, label: string, value: string, { memo }: Owner): Kept {
  return finding ? memo(finding.entityType, value, finding.canonical) : memo(label, value, plainSpelling(value))
}

function findingsByValue(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  return new Map(findings.map((finding) => [finding.value, finding]))
}

function placeOf({ key }: Owner, table: string, name: string, { digest }: Kept) {
  return { table, column: 'value', record: key, name, digest }
}

/** Confidence is a probability from floating-point sums: six digits of it are the same everywhere. */
export function millionths(confidence: number): number {
  return Math.round(confidence * 1e6) / 1e6
}

/** A list as JSON; most are empty. */
export function listJson(list: readonly unknown[]): string {
  return list.length === 0 ? '[]' : JSON.stringify(list)
}

/** Steps as `[step, note, confidence]`: a third of the room of objects. */
function evidenceJson(evidence: readonly Evidence[]): string {
  let json = '['
  for (const { step, note, confidence } of evidence) {
    json += `${json === '[' ? '' : ','}["${step}",${plain.test(note) ? `"${note}"` : JSON.stringify(note)},${millionths(confidence)}]`
  }
  return `${json}]`
}

/** Names of rules hardly ever need escaping. */
const plain = /^[\w .:@/-]*$/

/** A text that may hold anything, so that two never read as one in the digest. */
export function text(value: string): string {
  return `${value.length}:${value}`
}

function clipped(value: string): string {
  return value.length <= 64 ? value : `${[...value.slice(0, 64)].slice(0, 63).join('')}…`
}
