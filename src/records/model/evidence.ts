import { medicalContext } from '../medical-context.ts'
import type { Signals } from '../signals.ts'
import { structureCharacters } from '../structure.ts'
import { type Feature, features } from '../terms/features.ts'
import { titleFeatures } from '../titles.ts'
import { termReasons } from './reasons.ts'

/** One thing that the model is told of a document besides its words. */
export interface Evidence {
  readonly id: string
  /** As a reason, where it counted. */
  readonly reason: string
}

const titled = features.filter((feature) => titleFeatures.has(feature))

const structures = [
  ['amounts', 'amounts'],
  ['itemLines', 'lines that end in an amount'],
  ['manyItemLines', 'many lines that end in an amount'],
  ['noAmount', 'no amount'],
  ['doses', 'strengths and schedules of medicines'],
  ['labLines', 'values with unit and range'],
  ['ages', "a person's age"],
  ['clinicalWords', 'medical words'],
  ['clinicalShare', 'dense in medical words'],
  ['medicines', 'names of medicines'],
  ['machineReadable', 'machine-readable lines (ICAO 9303)'],
  ['licenceFields', 'numbered fields of a driving licence'],
  ['blanks', 'gaps to fill in'],
  ['manyBlanks', 'many gaps to fill in'],
  ['blankShare', 'gaps on most of its lines'],
  ['placeholders', 'words that stand for a value to come'],
  ['context', 'medical context'],
  ['namesPatient', 'label of a patient'],
  ['short', 'short text'],
  ['card', 'as short as a card'],
  ['long', 'long text'],
  ['veryLong', 'very long text'],
  ['termShare', 'dense in terms of documents'],
  ['digits', 'share of digits'],
  ['capitals', 'share of capitals'],
  ['lineLength', 'length of its lines'],
  ['labels', 'lines that begin with a label'],
] as const

type StructureId = (typeof structures)[number][0]

/** Everything the model is told besides words, in the order of its inputs. */
export const evidenceList: readonly Evidence[] = Object.freeze([
  ...features.map((feature) => ({ id: `term:${feature}`, reason: termReasons[feature] })),
  ...titled.map((feature) => ({ id: `title:${feature}`, reason: `title: ${termReasons[feature]}` })),
  ...structures.map(([id, reason]) => ({ id, reason })),
])

const titleIndex = new Map(titled.map((feature, index) => [feature, features.length + index]))
const featureIndex = Object.fromEntries(features.map((feature, index) => [feature, index])) as Record<Feature, number>
const structuresFrom = features.length + titled.length

/** Terms and structure of a document as numbers, 0 … about 1 each. */
export function evidenceOf(signals: Signals): Float32Array {
  const out = new Float32Array(evidenceList.length)
  for (const feature of signals.features()) out[featureIndex[feature]] = share(signals.distinct(feature), 12)
  for (const { feature, strength } of signals.titles) {
    const index = titleIndex.get(feature)
    if (index !== undefined && (out[index] as number) < strength) out[index] = strength
  }
  const found = structureOf(signals)
  for (let index = 0; index < structures.length; index += 1)
    out[structuresFrom + index] = found[(structures[index] as (typeof structures)[number])[0]]
  return out
}

function structureOf(signals: Signals): Record<StructureId, number> {
  const { structure, text } = signals
  const { amounts, itemLines, doses, labLines, ages } = structure.numbers
  const { clinical, medicines } = structure.medicalWords
  const read = Math.min(text.length, structureCharacters)
  const signs = countSigns(text)
  return {
    amounts: share(amounts, 20),
    itemLines: share(itemLines, 12),
    manyItemLines: itemLines > 14 ? 1 : 0,
    noAmount: amounts === 0 ? 1 : 0,
    doses: share(doses, 12),
    labLines: share(labLines, 12),
    ages: share(ages, 4),
    clinicalWords: share(clinical, 60),
    clinicalShare: Math.min((clinical * 80) / Math.max(read, 200), 1),
    medicines: share(medicines, 8),
    machineReadable: share(structure.machineReadableLines, 2),
    licenceFields: share(structure.licenceFields, 8),
    blanks: share(structure.blanks, 12),
    manyBlanks: structure.blanks > 12 ? 1 : 0,
    blankShare: Math.min(structure.blanks / Math.max(linesOf(text), 1), 1),
    placeholders: share(structure.placeholders, 4),
    context: medicalContext(signals) / 3,
    namesPatient: signals.count('patientName') + signals.count('birthDate') > 0 ? 1 : 0,
    short: text.length < 1_200 ? 1 : 0,
    card: text.length < 400 ? 1 : 0,
    long: text.length > 4_000 ? 1 : 0,
    veryLong: text.length > 12_000 ? 1 : 0,
    termShare: Math.min((signals.hits.length * 20) / Math.max(text.length, 100), 1),
    ...signs,
  }
}

/** Lines of the text that structure is searched in. */
function linesOf(text: string): number {
  let lines = 0
  const end = Math.min(text.length, structureCharacters)
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines += 1
  return lines + 1
}

const signsRead = 4_000

function countSigns(text: string): Record<'digits' | 'capitals' | 'lineLength' | 'labels', number> {
  const end = Math.min(text.length, signsRead)
  let digits = 0
  let capitals = 0
  let small = 0
  let lines = 1
  let labels = 0
  let lineStart = 0
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x0a) {
      lines += 1
      lineStart = at
    } else if (code >= 0x30 && code <= 0x39) digits += 1
    else if (code >= 0x41 && code <= 0x5a) capitals += 1
    else if (code >= 0x61 && code <= 0x7a) small += 1
    else if (code === 0x3a && at - lineStart < 40) {
      labels += 1
      lineStart = -40
    }
  }
  return {
    digits: Math.min((digits * 4) / Math.max(end, 50), 1),
    capitals: Math.min((capitals * 2) / Math.max(capitals + small, 50), 1),
    lineLength: Math.min(end / lines / 120, 1),
    labels: share(labels, 20),
  }
}

/** 0 for none, 1 for `many` and more, fast at first. */
function share(count: number, many: number): number {
  return count === 0 ? 0 : Math.min(Math.log1p(count) / Math.log1p(many), 1)
}
