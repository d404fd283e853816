import type { FieldEntry } from '../../core/content.ts'
import { dayOf, Told } from './told.ts'

/** Resources of one bundle that are looked at. */
const resourcesRead = 500

type Json = Readonly<Record<string, unknown>>

/** What a record's fields begin with, by its resource; all others are reports. */
const prefixes: Readonly<Record<string, 'treatment' | 'prescription' | 'invoice'>> = {
  CarePlan: 'treatment',
  RequestGroup: 'treatment',
  RequestOrchestration: 'treatment',
  MedicationRequest: 'prescription',
  MedicationOrder: 'prescription',
  MedicationDispense: 'prescription',
  VisionPrescription: 'prescription',
  Invoice: 'invoice',
}

/** Members that hold the date of a resource, the telling ones first. */
const dates = [
  'date',
  'authoredOn',
  'dateWritten',
  'effectiveDateTime',
  'issued',
  'performedDateTime',
  'recordedDate',
  'created',
  'whenHandedOver',
] as const
const authors = [
  'author',
  'performer',
  'resultsInterpreter',
  'requester',
  'prescriber',
  'recorder',
  'asserter',
] as const

/**
 * The fields of a FHIR resource (https://hl7.org/fhir/R4/resourcelist.html, R2 to R5), with what it contains or bundles:
 * patient, practitioner, date, diagnoses, medicines, procedures; exact, for they have members of their own.
 * @param text the resource as JSON; one that is none gives nothing
 */
export function fhirFields(text: string): readonly FieldEntry[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // The reader of its text says what is wrong with it.
    return []
  }
  const root = objectOf(value)
  if (!root || typeof root.resourceType !== 'string') return []
  const resources = resourcesOf(root)
  const types = resources.map(({ resourceType }) => String(resourceType))
  const only = new Set(types.map((type) => prefixes[type]).filter((prefix) => prefix !== undefined))
  const isReport = types.some((type) => reports.has(type))
  const [prefix = 'report'] = isReport ? [] : [...only]
  const told = new Told()
  for (const resource of resources) tell(resource, prefix, told)
  return told.fields()
}

const reports: ReadonlySet<string> = new Set(['Composition', 'DiagnosticReport', 'Observation', 'Encounter'])

function resourcesOf(root: Json): readonly Json[] {
  const entries = root.resourceType === 'Bundle' ? list(root.entry).flatMap((entry) => list(entry.resource)) : [root]
  return entries.flatMap((resource) => [resource, ...list(resource.contained)]).slice(0, resourcesRead)
}

function tell(resource: Json, prefix: string, told: Told): void {
  const teller = tellers[String(resource.resourceType)] ?? tellEvent
  teller(resource, told, prefix)
}

const tellers: Readonly<Record<string, (resource: Json, told: Told, prefix: string) => void>> = {
  Patient: tellPatient,
  Practitioner: (resource, told, prefix) => told.add(practitionerField(prefix), nameOf(resource)),
  Coverage: (resource, told) =>
    told.add('patient.insurance_number', text(resource.subscriberId) ?? identifierOf(resource)),
  Condition: (resource, told) => tellAll('report.diagnosis', [resource.code], told),
  Medication: (resource, told, prefix) => tellAll(medicines(prefix), [resource.code], told),
}

function tellPatient(patient: Json, told: Told): void {
  told.add('patient.name', nameOf(patient))
  told.add('patient.birth_date', dayOf(text(patient.birthDate)))
  const identifiers = list(patient.identifier)
  const insured = identifiers.find((one) => codesOf(one.type).some((code) => insurance.has(code)))
  const own = identifiers.find((one) => codesOf(one.type).includes('MR') && one.value !== undefined)
  const other = identifiers.find((one) => one !== insured && one.value !== undefined)
  told.add('patient.number', text((own ?? other)?.value))
  told.add('patient.insurance_number', text(insured?.value))
  const contacts = list(patient.telecom)
  told.add('patient.phone', text(contacts.find(({ system }) => system === 'phone')?.value))
  told.add('patient.email', text(contacts.find(({ system }) => system === 'email')?.value))
  const [address] = list(patient.address)
  told.add('patient.address', address && (text(address.text) ?? addressOf(address)))
}

/** Types of identifiers by which an insurer or a state knows somebody (HL7 table 0203). */
const insurance: ReadonlySet<string> = new Set(['SS', 'NI', 'MB', 'MC', 'MA', 'HC', 'JHN', 'NH', 'SB', 'SN', 'NIIP'])

/** Resources whose date is no report's. */
const elsewhere: ReadonlySet<string> = new Set([
  'Account',
  'Appointment',
  'Claim',
  'ClaimResponse',
  'Consent',
  'ExplanationOfBenefit',
  'Organization',
])

function tellEvent(resource: Json, told: Told, prefix: string): void {
  const isOwn = (prefixes[String(resource.resourceType)] ?? 'report') === prefix
  const date = dates.map((name) => dayOf(text(resource[name]))).find((day) => day !== undefined)
  if (isOwn && !elsewhere.has(String(resource.resourceType)))
    told.add(`${prefix}.date`, date ?? dayOf(text(objectOf(resource.period)?.start)))
  for (const subject of ['subject', 'patient'] as const) {
    for (const one of list(resource[subject])) told.add('patient.name', personOf(one))
  }
  for (const name of authors) {
    for (const one of list(resource[name])) told.add(practitionerField(prefix), personOf(objectOf(one.actor) ?? one))
  }
  tellAll('report.diagnosis', [...list(resource.conclusionCode), ...list(resource.reasonCode)], told)
  tellAll(medicines(prefix), [resource.medicationCodeableConcept, resource.medication], told)
  told.add(medicines(prefix), personOf(objectOf(resource.medicationReference)))
  if (resource.resourceType === 'Procedure') tellAll('treatment.procedures', [resource.code], told)
  for (const activity of list(resource.activity)) {
    tellAll('treatment.procedures', [objectOf(activity.detail)?.code], told)
  }
  if (resource.resourceType === 'Invoice') tellInvoice(resource, told)
}

function tellInvoice(invoice: Json, told: Told): void {
  const total = objectOf(invoice.totalGross) ?? objectOf(invoice.totalNet)
  told.add('invoice.number', identifierOf(invoice))
  if (typeof total?.value === 'number') told.add('invoice.total', total.value.toFixed(2))
  told.add('invoice.currency', text(total?.currency))
}

function practitionerField(prefix: string): string {
  return prefix === 'treatment' || prefix === 'prescription' ? `${prefix}.practitioner` : 'report.author'
}

function medicines(prefix: string): string {
  return prefix === 'prescription' ? 'prescription.medications' : 'report.medications'
}

function tellAll(name: string, concepts: readonly unknown[], told: Told): void {
  for (const concept of concepts) told.add(name, conceptOf(objectOf(concept)))
}

/** A concept in words: as it was written, or by its code. */
function conceptOf(concept: Json | undefined): string | undefined {
  if (!concept) return undefined
  const displayed = list(concept.coding).find(({ display }) => typeof display === 'string')
  return text(concept.text) ?? text(displayed?.display) ?? conceptOf(objectOf(concept.concept))
}

function codesOf(concept: unknown): readonly string[] {
  return list(objectOf(concept)?.coding).flatMap(({ code }) => (typeof code === 'string' ? [code] : []))
}

/** Given and family names, as they are said. */
function nameOf(resource: Json): string | undefined {
  const names = list(resource.name)
  const name = names.find(({ use }) => use === 'official') ?? names[0]
  if (!name) return undefined
  const parts = [...words(name.given), ...words(name.family)]
  return parts.length > 0 ? parts.join(' ') : text(name.text)
}

/** What a reference calls whom it means. */
function personOf(reference: Json | undefined): string | undefined {
  return text(reference?.display)
}

function identifierOf(resource: Json): string | undefined {
  return text(list(resource.identifier).find(({ value }) => value !== undefined)?.value)
}

function addressOf(address: Json): string {
  const town = [...words(address.postalCode), ...words(address.city)].join(' ')
  return [...words(address.line), town, ...words(address.state), ...words(address.country)].filter(Boolean).join(', ')
}

function words(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
}

/** The objects of a member that may have one or several. */
function list(value: unknown): readonly Json[] {
  return (Array.isArray(value) ? value : [value]).map(objectOf).filter((one) => one !== undefined)
}
