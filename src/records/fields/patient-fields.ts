import type { Field } from '../../core/record.ts'
import { dateFor, documentNumber, personName } from './accept.ts'
import { labelsOf } from './labels.ts'
import { type Accept, type FieldReader, type Found, type Labelled, nearnessConfidence, surest } from './reader.ts'

/** Who the record is about, as far as labels say so: name, birth date, numbers, ways to reach them. */
export function patientFields(reader: FieldReader): readonly Field[] {
  const name = nameOf(reader)
  const birth = surest(reader.labelled('birthDate', dateFor(reader.dateOrder)))
  const number = surest(reader.labelled('patientNumber', documentNumber))
  const found = [
    name,
    birth && reader.field('patient.birth_date', birth, nearnessConfidence[birth.nearness]),
    number && reader.field('patient.number', number, nearnessConfidence[number.nearness] - 0.05),
    insuranceOf(reader),
    reachedBy(reader, 'phone', 'patient.phone', phoneNumber),
    reachedBy(reader, 'email', 'patient.email', mailAddress),
    reachedBy(reader, 'address', 'patient.address', postalAddress),
  ]
  return found.filter((field) => field !== undefined)
}

function insuranceOf(reader: FieldReader): Field | undefined {
  const found = surest(
    labelsOf(reader, 'insuranceNumber').flatMap((label) => reader.near(label, insuranceNumber) ?? []),
  )
  return found && reader.field('patient.insurance_number', found, nearnessConfidence[found.nearness] - 0.1)
}

/** Groups of digits and letters, six signs or more with four digits, as they are written on cards. */
const insuranceNumber: Accept = (stretch, offset) => {
  const value = /^\p{Lu}{0,4}[ -]?\d[\dA-Z]*(?:[ ./-]{1,2}[\dA-Z]{1,6}){0,7}/u.exec(stretch)?.[0].trim()
  if (!value || value.length < 6 || value.length > 30 || (value.match(/\d/g)?.length ?? 0) < 4) return undefined
  return { value, start: offset, end: offset + value.length }
}

function nameOf(reader: FieldReader): Field | undefined {
  const labelled = reader.labelled('patientName', personName).filter((found) => isLabelLike(reader, found))
  const best = surest(labelled)
  if (best) return reader.field('patient.name', best, nearnessConfidence[best.nearness] - 0.05)
  const names = reader
    .labelled('personName', personName, ['behind', 'beside'])
    .filter((found) => isLabelLike(reader, found))
  const [first, second] = names
  if (!first) return addressed(reader)
  if (second && isNextTo(reader, first, second) && !/\s/.test(first.value)) {
    const value = isFirstName(first.label.term) ? `${first.value} ${second.value}` : `${second.value} ${first.value}`
    return reader.field('patient.name', { value, start: first.start, end: second.end }, 0.75)
  }
  return reader.field('patient.name', first, 0.65)
}

const address =
  /(?:^|\n)[ \t]{0,60}(?:(?:pour|for|für|para|per|voor|al|to|an|an herrn|remise à|si prescrive al|للمريض|للمريضة)\s?:?\s)?(?=(?:M\.|Mme|Mlle|Monsieur|Madame|Mr|Mrs|Ms|Miss|Herrn?|Frau|Sra?|Srta|Sig|Sig\.ra|Signora?|Dhr|Mw|Mevr|Mevrouw|De heer|D\.|Dña|Don|Doña|dhr|mevr|mw|de heer|mevrouw)\.? \p{Lu})/giu
const charactersOfHead = 3_000

/** Whoever is addressed at the beginning of a line («Mme Anne Weber», «Für Frau Roth»); a physician is not the patient. */
function addressed(reader: FieldReader): Field | undefined {
  address.lastIndex = 0
  const head = reader.text.slice(0, charactersOfHead)
  for (let match = address.exec(head); match; match = address.exec(head)) {
    const start = match.index + match[0].length
    const found = personName(reader.text.slice(start, start + 80), start)
    if (found && !/\b(?:Dr|Prof)\b/.test(found.value)) return reader.field('patient.name', found, 0.6)
    address.lastIndex = start + 1
  }
  return beforeBirth(reader)
}

/** «Beck, Thomas geb. 27.02.1983»: the name that stands before a birth date on its line. */
function beforeBirth(reader: FieldReader): Field | undefined {
  for (const { start } of reader.signals.of('birthDate')) {
    const cell = reader.layout.cells(reader.layout.lineOf(start)).find(({ end }) => end > start)
    if (!cell || cell.start >= start) continue
    const found = personName(reader.text.slice(cell.start, start), cell.start)
    if (found && /\s/.test(found.value)) return reader.field('patient.name', found, 0.55)
  }
  return undefined
}

/** A label is followed by a colon, a gap or a new line; without them the name must be two words that are no terms. */
function isLabelLike(reader: FieldReader, { label, nearness, value, start, end }: Labelled): boolean {
  const isTerm = reader.signals.hits.some((hit) => hit.start === start && hit.end >= end)
  if (isTerm) return false
  if (nearness !== 'behind') return /\s|[\p{Lo}]/u.test(value)
  if (/[:：.)]|\s{2}|\n/.test(reader.text.slice(label.end, start))) return true
  const isOther = reader.signals.hits.some((hit) => hit.start < end && hit.end > start)
  return !isOther && /\p{L}{2}[^\s]*\s+\p{L}/u.test(value)
}

function isNextTo(reader: FieldReader, first: Labelled, second: Labelled): boolean {
  return Math.abs(reader.layout.lineOf(first.start) - reader.layout.lineOf(second.start)) <= 1
}

function isFirstName(term: string): boolean {
  return /^(?:pr[eé]nom|first|given|forename|vorname|nome$|nombre$|voorna|imi|jm[eé]no|fornavn|f[oö]rnamn)/.test(term)
}

/** Ways to reach somebody belong to the patient where they stand close behind the patient's name or birth date. */
function reachedBy(
  reader: FieldReader,
  feature: 'phone' | 'email' | 'address',
  name: string,
  accept: Accept,
): Field | undefined {
  const owners = [
    ...reader.signals.of('patientName'),
    ...reader.signals.of('birthDate'),
    ...reader.signals.of('patientNumber'),
  ]
  for (const found of reader.labelled(feature, accept)) {
    const at = found.label.start
    const isOwn = owners.some(({ end }) => at >= end && at - end < 400 && !isSomebodyElses(reader, end, at))
    if (isOwn) return reader.field(name, found, nearnessConfidence[found.nearness] - 0.15)
  }
  return undefined
}

/** Whether a practitioner is named between two places. */
function isSomebodyElses(reader: FieldReader, from: number, to: number): boolean {
  return reader.signals.of('practitioner').some(({ start }) => start >= from && start < to)
}

const phoneNumber: Accept = (stretch, offset) => {
  const match = /^\+?\(?\d(?:[\d ()./-]{5,22})\d/.exec(stretch)
  return match ? { value: match[0], start: offset, end: offset + match[0].length } : undefined
}

const mailAddress: Accept = (stretch, offset) => {
  const match = /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/.exec(stretch)
  return match ? { value: match[0], start: offset, end: offset + match[0].length } : undefined
}

const postalAddress: Accept = (stretch, offset): Found | undefined => {
  const value = (stretch.split(/ {3,}|\t|\|/)[0] ?? '').replace(/[\s.,;]+$/, '').slice(0, 120)
  if (value.length < 6 || !/\d/.test(value) || !/\p{L}{3}/u.test(value)) return undefined
  return { value, start: offset, end: offset + value.length }
}
