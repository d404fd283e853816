import type { Field } from '../../core/record.ts'
import { dateFor } from './accept.ts'
import { labelsOf } from './labels.ts'
import { type Accept, type FieldReader, type Found, nearnessConfidence, surest } from './reader.ts'

const period =
  /^[^\p{L}\p{N}\n]{0,4}(?:de |of |for |für |por |per |voor |لمدة )?(\d{1,3}|un|une|one|ein(?:en)?|uno|una|um|een|deux|two|zwei|dos|due|dois|twee|trois|three|drei|tres|tre|três|drie|six|sechs|seis|sei|zes) ?\(?\d{0,3}\)? ?(?:jours?|mois|semaines?|ans?|days?|months?|weeks?|years?|tage?n?|monate?n?|wochen?|jahre?n?|d[ií]as?|meses|mes|semanas?|años?|anos?|giorni|mesi|mese|settimane|anni|dias|mês|dagen|dag|maand(?:en)?|weken|jaar|يوم(?:ا|ًا)?|أيام|شهر|أشهر|أسبوع|أسابيع)(?![\p{L}])/iu

/** Until when a proposal holds: a date, or a period as it is written («3 mois»). */
export function validityOf(reader: FieldReader): readonly Field[] {
  const accept: Accept = (stretch, offset) => dateFor(reader.dateOrder)(stretch, offset) ?? periodOf(stretch, offset)
  const found = surest(labelsOf(reader, 'validity').flatMap((label) => reader.near(label, accept) ?? []))
  if (!found) return []
  const confidence = nearnessConfidence[found.nearness] - 0.1
  return /^\d{4}-/.test(found.value)
    ? reader.dates('treatment.validity', found, confidence)
    : [reader.field('treatment.validity', found, confidence)]
}

function periodOf(stretch: string, offset: number): Found | undefined {
  const match = period.exec(stretch)
  const value = match?.[0].trim()
  if (!match || !value) return undefined
  const start = offset + match[0].indexOf(value)
  return { value, start, end: start + value.length }
}

const countedSessions =
  /(?<![\p{L}\p{N}.,])(\d{1,3}) {0,2}(?:x {0,2})?(?:séances?|sessions?|sitzungen?|behandlungstermine?|sesiones|sesión|sedut[ae]|sess(?:ões|ão)|sessies?|behandelsessies?|appointments|visits|termine|جلسات|جلسة)(?!\p{L})/iu
const labelledSessions =
  /(?:nombre de séances|séances prévues|number of (?:sessions|visits|appointments)|sessions (?:planned|required)|anzahl (?:der )?(?:sitzungen|behandlungen|termine)|número de sesiones|n[.º°] ?(?:de )?(?:sesiones|sessões)|numero (?:di )?sedute|número de sessões|aantal (?:sessies|behandelingen|afspraken)|عدد الجلسات)[\s:=]{1,12}(\d{1,3})(?![\d.,/])/iu

/** How many sessions a plan has. */
export function sessionsOf(reader: FieldReader): Field | undefined {
  const labelled = labelledSessions.exec(reader.text)
  const match = labelled ?? countedSessions.exec(reader.text)
  const value = match?.[1]
  if (!match || value === undefined || Number(value) === 0) return undefined
  const start = match.index + match[0].indexOf(value)
  return reader.field('treatment.sessions', { value, start, end: start + value.length }, labelled ? 0.88 : 0.75)
}

const longestDiagnosis = 160
const diagnosesKept = 5

/** What a report says the patient has, as it stands behind or below the label. */
export function diagnosesOf(reader: FieldReader): readonly Field[] {
  const seen = new Set<string>()
  const fields: Field[] = []
  for (const label of labelsOf(reader, 'diagnosis')) {
    const found = reader.near(label, diagnosis)
    if (!found || fields.length === diagnosesKept || seen.has(found.value) || !isLabel(reader, label.end)) continue
    seen.add(found.value)
    fields.push(reader.field('report.diagnosis', found, nearnessConfidence[found.nearness] - 0.1))
  }
  return fields
}

/** A label ends in a colon, at the end of its line, or before a gap. */
function isLabel({ text }: FieldReader, end: number): boolean {
  return /^(?: ?\([^)\n]{0,20}\))? {0,3}(?:[:：\n\t–-]| {2})|^$/u.test(text.slice(end, end + 30))
}

const diagnosis: Accept = (stretch, offset) => {
  const value =
    (/^[^\n\t|]{4,400}/u.exec(stretch)?.[0] ?? '').split(/ {3,}/)[0]?.slice(0, longestDiagnosis).trim() ?? ''
  return (value.match(/\p{L}/gu)?.length ?? 0) < 4 ? undefined : { value, start: offset, end: offset + value.length }
}

// A name and how much of it: «Amoxicilline 500 mg». Values of a laboratory go on with «/l».
const medicine =
  /(?<![\p{L}\d])(\p{L}[\p{L}-]{3,30}(?: \p{Lu}[\p{L}-]{2,20}){0,2}) {1,3}(\d{1,5}(?:[.,]\d{1,3})?(?:\/\d{1,4})?) ?(mg|g|mcg|µg|μg|ml|UI|IE|IU|U\.I\.|ملغ|مجم|مغ)(?![\p{L}/²³])/gu
const notMedicines =
  /^(?:glucose|glyc[eé]mie|creatinine|cr[eé]atinine|kreatinin|weight|poids|gewicht|peso|total|dose|dosis|dosage|dosi|about|environ|over|with|avec|mit|con|com|met|and|und|take|tabs?|tablets?|comprim[ée]s?|tabletten?|g[ée]lules?|capsules?|contains?|maximum|max|jusqu|until|each|chaque)$/iu
const medicinesKept = 30

/** Medicines with their strength, each once, as they stand there. */
export function medicationsOf(reader: FieldReader, name: string): readonly Field[] {
  const seen = new Set<string>()
  const fields: Field[] = []
  medicine.lastIndex = 0
  for (let match = medicine.exec(reader.text); match; match = medicine.exec(reader.text)) {
    const [whole, word = ''] = match
    const key = whole.toLowerCase().replace(/\s+/g, '')
    if (notMedicines.test(word) || seen.has(key) || /^ ?\/ ?[dm]?[lL]\b/.test(reader.text.slice(medicine.lastIndex)))
      continue
    seen.add(key)
    const value = whole.replace(/\s+/g, ' ')
    fields.push(reader.field(name, { value, start: match.index, end: medicine.lastIndex }, 0.7))
    if (fields.length === medicinesKept) break
  }
  return fields
}
