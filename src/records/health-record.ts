import type { Match, RecordKindId, Sample } from '../core/record.ts'
import { signalsOf } from './sample.ts'
import type { Signals } from './signals.ts'

/** A record that a health information system wrote: its standard and type, and the kind that it is. */
export interface HealthRecord {
  /** `FHIR CarePlan`, `HL7 v2 ORU`, `C-CDA`: names of the standard, never values of the item. */
  readonly name: string
  readonly kind: RecordKindId
}

/** FHIR resources (R2 … R5) by the kind of record that they are; all others are `other`. */
const fhirKinds: Readonly<Record<string, RecordKindId>> = {
  ...kindOf('treatment_plan', 'CarePlan RequestGroup RequestOrchestration NutritionOrder Goal'),
  ...kindOf('consent_form', 'Consent'),
  ...kindOf('prescription', 'MedicationRequest MedicationOrder MedicationPrescription VisionPrescription'),
  ...kindOf('prescription', 'MedicationDispense'),
  ...kindOf(
    'medical_report',
    `Composition DiagnosticReport Observation Condition Procedure Encounter AllergyIntolerance Immunization
    FamilyMemberHistory ClinicalImpression ImagingStudy RiskAssessment EpisodeOfCare DetectedIssue AdverseEvent
    MedicationStatement MedicationAdministration Specimen ServiceRequest ReferralRequest ProcedureRequest
    DiagnosticOrder QuestionnaireResponse DocumentReference DocumentManifest Media BodyStructure Flag
    ImmunizationRecommendation MolecularSequence ClinicalDocument GenomicStudy ImagingSelection`,
  ),
  ...kindOf('invoice', 'Invoice'),
}

/** HL7 v2 messages by their first component (MSH-9.1); all others are `other`. */
const messageKinds: Readonly<Record<string, RecordKindId>> = {
  ...kindOf('medical_report', 'ORU OUL MDM REF VXU PPR CRM ORM OML OMG OMI RRI'),
  ...kindOf('prescription', 'RDE OMP RDS RGV RAS'),
  ...kindOf('treatment_plan', 'PGL PPG'),
}

/** LOINC codes of C-CDA documents that are no report. */
const documentCodes: Readonly<Record<string, RecordKindId>> = {
  ...kindOf('treatment_plan', '18776-5 52521-2 61146-7'),
  ...kindOf('consent_form', '59284-0 64293-4 64292-6 57016-8 57017-6'),
  ...kindOf('prescription', '57833-6'),
}

/** Most sensitive first: what a bundle of resources counts as. */
const bundleOrder: readonly RecordKindId[] = [
  'medical_report',
  'treatment_plan',
  'prescription',
  'consent_form',
  'invoice',
]
const resourcesRead = 200

/** The health record that the text is by its structure, or undefined. */
export function healthRecordOf(sample: Sample, signals: Signals): HealthRecord | undefined {
  if (sample.medium === 'table') return undefined
  if (signals.count('fhirType') > 0) return fhirRecord(signals)
  if (sample.mediaType === 'application/fhir+xml') return bundleRecord(signals.text)
  if (signals.text.includes('|') && /^[\s\x0b]{0,8}(?:FHS|BHS|MSH)\|\^~/.test(signals.text))
    return messageRecord(signals.text)
  if (signals.text.includes('<ClinicalDocument') || sample.mediaType.includes('cda')) return documentRecord(signals)
  return undefined
}

const resourceName = /["' ]{0,3}[:=] {0,4}["']?([A-Z][A-Za-z]{3,40})\b/y

function fhirRecord(signals: Signals): HealthRecord | undefined {
  const names: string[] = []
  for (const { end } of signals.of('fhirType').slice(0, resourcesRead)) {
    resourceName.lastIndex = end
    const name = resourceName.exec(signals.text)?.[1]
    if (name !== undefined) names.push(name)
  }
  const [first] = names
  if (first === undefined) return undefined
  if (first !== 'Bundle') return { name: `FHIR ${first}`, kind: fhirKinds[first] ?? 'other' }
  const kinds = new Set(names.map((name) => fhirKinds[name]))
  return { name: 'FHIR Bundle', kind: bundleOrder.find((kind) => kinds.has(kind)) ?? 'other' }
}

const heading = /^[A-Z][A-Za-z ]{3,40}$/gm

/** A bundle in XML: its resources are named where each begins. */
function bundleRecord(text: string): HealthRecord | undefined {
  const kinds = new Set<RecordKindId | undefined>()
  heading.lastIndex = 0
  for (let match = heading.exec(text), read = 0; match && read < resourcesRead; match = heading.exec(text), read += 1)
    kinds.add(fhirKinds[match[0].replaceAll(' ', '')])
  const kind = bundleOrder.find((one) => kinds.has(one))
  return kind && { name: 'FHIR Bundle', kind }
}

function messageRecord(text: string): HealthRecord {
  const type = /MSH\|(?:[^|\r\n]{0,200}\|){7}([A-Z]{3})/.exec(text)?.[1] ?? ''
  const hasResults = /^(?:OBX|DG1|AL1)\|/m.test(text)
  return { name: `HL7 v2 ${type}`.trim(), kind: messageKinds[type] ?? (hasResults ? 'medical_report' : 'other') }
}

function documentRecord({ text }: Signals): HealthRecord {
  for (const [code, kind] of Object.entries(documentCodes)) if (text.includes(code)) return { name: 'C-CDA', kind }
  return { name: 'C-CDA', kind: 'medical_report' }
}

function kindOf(kind: RecordKindId, names: string): Readonly<Record<string, RecordKindId>> {
  return Object.fromEntries(names.split(/\s+/).map((name) => [name, kind]))
}

/**
 * A kind's match where the text is a health record: sure of its kind, and no match for the others. `byText` for all else.
 */
export function fromHealthRecord(
  sample: Sample,
  kind: RecordKindId,
  byText: (sample: Sample) => Match | undefined,
): Match | undefined {
  const record = healthRecordOf(sample, signalsOf(sample))
  if (!record) return byText(sample)
  return record.kind === kind ? { confidence: 0.98, because: [record.name] } : undefined
}
