import type { Field, Sample } from '../../core/record.ts'
import { datesIn } from '../values/dates.ts'
import { dateFor, personName } from './accept.ts'
import { diagnosesOf, medicationsOf, sessionsOf, validityOf } from './care-details.ts'
import { totalOf } from './invoice-fields.ts'
import { patientFields } from './patient-fields.ts'
import { FieldReader, type Found, nearnessConfidence, surest } from './reader.ts'

/** The fields of a treatment plan: date, validity, sessions, total, practitioner, procedures, patient. */
export function treatmentFields(sample: Sample): readonly Field[] {
  const reader = new FieldReader(sample)
  const total = totalOf(reader)
  return present([
    ...dateField(reader, 'treatment.date'),
    ...validityOf(reader),
    sessionsOf(reader),
    total && total.confidence > 0.5 ? reader.field('treatment.total', total.found, total.confidence) : undefined,
    practitionerField(reader, 'treatment.practitioner'),
    ...procedures(reader),
    ...patientFields(reader),
  ])
}

/** The fields of a medical report: date, author, diagnoses, medicines, patient. */
export function reportFields(sample: Sample): readonly Field[] {
  const reader = new FieldReader(sample)
  return present([
    ...dateField(reader, 'report.date'),
    practitionerField(reader, 'report.author'),
    ...diagnosesOf(reader),
    ...medicationsOf(reader, 'report.medications'),
    ...patientFields(reader),
  ])
}

/** The fields of a prescription: date, practitioner, medicines, patient. */
export function prescriptionFields(sample: Sample): readonly Field[] {
  const reader = new FieldReader(sample)
  return present([
    ...dateField(reader, 'prescription.date'),
    practitionerField(reader, 'prescription.practitioner'),
    ...medicationsOf(reader, 'prescription.medications'),
    ...patientFields(reader),
  ])
}

/** The patient's fields alone, for consents and the like. */
export function patientFieldsOf(sample: Sample): readonly Field[] {
  return patientFields(new FieldReader(sample))
}

function present(fields: readonly (Field | undefined)[]): readonly Field[] {
  return fields.filter((field) => field !== undefined)
}

const notOwnDates = ['birthDate', 'dueDate', 'planWording', 'identityField'] as const
const linesRead = 60

/** The date of the document: by its label; else the first that no other label claims. */
function dateField(reader: FieldReader, name: string): readonly Field[] {
  const labelled = surest(reader.labelled('date', dateFor(reader.dateOrder)))
  if (labelled) return reader.dates(name, labelled, nearnessConfidence[labelled.nearness])
  const first = firstDate(reader)
  return first ? reader.dates(name, first, 0.55) : []
}

function firstDate(reader: FieldReader): Found | undefined {
  const { layout, signals } = reader
  for (let line = 0; line < Math.min(layout.lineCount, linesRead); line += 1) {
    const base = layout.lineStart(line)
    for (const { value, start, end } of datesIn(layout.lineText(line), reader.dateOrder, 4)) {
      const isTaken = notOwnDates.some((feature) =>
        signals.of(feature).some((hit) => hit.end <= base + start && base + start - hit.end < 24),
      )
      if (!isTaken) return { value, start: base + start, end: base + end }
    }
  }
  return undefined
}

const titled = /^(?:\s?\.|\s?med\b\.?|\s?dent\b\.?|\s?univ\b\.?|\s?ssa\b\.?)*\s{1,2}/u

/** Who treats: by a label; else the first name behind «Dr». */
function practitionerField(reader: FieldReader, name: string): Field | undefined {
  const labelled = reader.labelled('practitioner', personName).find(({ label, start }) => {
    return /[:)]/.test(reader.text.slice(label.end, start)) || start - label.end > 2
  })
  if (labelled) {
    const value = labelled.value.replace(/,.*/, '')
    return reader.field(name, { ...labelled, value }, nearnessConfidence[labelled.nearness] - 0.1)
  }
  for (const { start, end } of reader.signals.of('doctor')) {
    if (
      !/^(?:dr|dra|docteur|doctor|doctora|dott|dottoressa|prof|د|الدكتور|الدكتورة|دكتور)/i.test(
        reader.text.slice(start, end),
      )
    )
      continue
    const line = reader.text.slice(end, reader.layout.lineEnd(reader.layout.lineOf(end)))
    const skipped = titled.exec(line)?.[0].length ?? 0
    const found = skipped > 0 ? personName(line.slice(skipped), end + skipped) : undefined
    if (found) return reader.field(name, { ...found, value: found.value.replace(/,.*/, '') }, 0.75)
  }
  return undefined
}

const proceduresKept = 20

/** The procedures that the plan names, each once, as they stand there. */
function procedures(reader: FieldReader): readonly Field[] {
  const seen = new Set<string>()
  const fields: Field[] = []
  for (const { term, start, end } of reader.signals.of('procedure')) {
    if (seen.has(term) || fields.length === proceduresKept) continue
    seen.add(term)
    const value = reader.text.slice(start, end).replace(/\s+/g, ' ')
    fields.push(reader.field('treatment.procedures', { value, start, end }, 0.8))
  }
  return fields
}
