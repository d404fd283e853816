import type { Match, RecordKind, Sample } from '../core/record.ts'
import { reportFields } from './fields/care-fields.ts'
import { fromHealthRecord } from './health-record.ts'
import { namesPatient } from './medical-context.ts'
import { signalsOf } from './sample.ts'
import type { Hit, Signals } from './signals.ts'
import { structureCharacters } from './structure.ts'
import { Weighing, weighTitles } from './weighing.ts'

/** Reports and letters about a patient: consultation, operation, discharge, laboratory, imaging, referral. */
export const medicalReport: RecordKind = Object.freeze({
  id: 'medical_report',
  title: 'Medical report, letter or result',
  sensitivity: { category: 'sensitive' },
  examples: {
    hits: [
      'COMPTE RENDU OPÉRATOIRE\nPatient : Paul Noir, né le 02/02/1970\nIndication : appendicite aiguë\nAnesthésie générale\nSuites opératoires simples',
      'Discharge summary\nPatient: Ann Roe\nDiagnosis: community-acquired pneumonia\nHospital course: intravenous antibiotics, afebrile on day 3\nFollow-up: GP in two weeks',
      'Laborbefund\nPatient: Erika Muster geb. 04.02.1961\nHämoglobin 13,2 g/dl 12,0-16,0\nLeukozyten 6,1 G/l 4,0-10,0\nKreatinin 0,9 mg/dl 0,5-1,1',
    ],
    misses: [
      'Rhinoplasty: what to expect\nMany people ask about surgery of the nose. Swelling lasts for weeks. Read more in our blog.',
      'Compte rendu de réunion du 3 mai\nPrésents : Mme Petit, M. Grand\nOrdre du jour : budget de la clinique',
      'The patient gardener waited for the rain.',
    ],
  },
  match: (sample) => byFormat(sample) ?? fromHealthRecord(sample, 'medical_report', byText),
  fields: reportFields,
} satisfies RecordKind)

/** DICOM's own reports, and documents that it wraps. */
function byFormat({ mediaType, flags }: Sample): Match | undefined {
  if (mediaType !== 'application/dicom') return undefined
  const isReport = flags.some(({ name }) => name === 'structured_report' || name === 'encapsulated_document')
  return isReport ? { confidence: 0.99, because: ['format of a medical report'] } : undefined
}

function byText(sample: Sample): Match | undefined {
  const signals = signalsOf(sample)
  const clinical = signals.distinct('clinical')
  const sections = signals.count('reportSection')
  if (signals.count('reportTitle') + sections + signals.count('labTest') === 0 && clinical < 3) return undefined
  const weighing = new Weighing(-3.1)
  weighTitles(weighing, signals, ['reportTitle'])
  weighing.each(labelledSections(signals), 0.5, 3, 'sections of a report')
  weighing.each(clinical, 0.11, 3, 'clinical words')
  weighing.each(signals.distinct('labTest'), 0.18, 1.1, 'laboratory tests')
  weighing.each(Math.min(signals.distinct('doctor'), 4), 0.15, 0.6, 'practitioner or clinic')
  weighing.each(signals.count('patientName'), 0.4, 0.4, 'patient')
  weighing.each(signals.count('birthDate'), 0.5, 0.5, 'label of a birth date')
  weighing.each(signals.count('patientNumber'), 0.4, 0.4, 'label of a patient number')
  if (weighing.sum < -5.5) return undefined
  weighing.each(signals.structure.numbers.labLines, 0.45, 2, 'values with unit and range')
  weighing.each(signals.distinct('letterWording'), 0.6, 1.8, 'wording of a letter between physicians')
  addNarrative(weighing, signals)
  if (!isAboutOne(signals)) weighing.add(-1.5, 'about nobody in particular')
  weighing.each(signals.distinct('generalAdvice') + signals.distinct('article') - 1, -0.6, 3, 'an article or advice')
  if (clinical > 0 && density(signals.text, clinical) < 0.01) weighing.add(-1.5, 'few clinical words for its length')
  weighing.each(signals.distinct('consentClause') - 2, -0.4, 1.6, 'clauses of a consent')
  return weighing.match()
}

/** Whether it speaks of one patient: labels, an age, results, or a physician writing of somebody. */
function isAboutOne(signals: Signals): boolean {
  if (namesPatient(signals) || signals.count('letterWording') > 0) return true
  return signals.structure.numbers.ages > 0 || signals.structure.numbers.labLines > 1 || labelledSections(signals) > 2
}

/** Share of medical words above which a text is by a physician. */
const dense = 0.09

/** Log-odds from which the words need not be looked at more closely. */
const certain = 3

/** The story of one patient: an age, or words for who it is, among medical words. */
function addNarrative(weighing: Weighing, signals: Signals): void {
  if (weighing.sum > certain) return
  const { structure, text } = signals
  const share = density(text, signals.count('clinical') + structure.medicalWords.clinical)
  weighing.add(Math.min(share / dense, 1) * 1.6, 'dense in medical words')
  const isPatient = namesPatient(signals) || signals.of('clinical').some(({ term }) => term.startsWith('pa'))
  if (structure.numbers.ages > 0) weighing.add(isPatient ? 1.6 : 1, "a person's age")
  else if (isPatient && share > dense) weighing.add(0.5, 'patient')
}

/** Medical words of each word: words are taken to be seven signs long, the blank with them. */
function density(text: string, medical: number): number {
  return (medical * 7) / Math.min(Math.max(text.length, 1), structureCharacters)
}

/** Sections that stand as labels: first on their line, with nothing or a colon behind. */
function labelledSections(signals: Signals): number {
  const sections = new Set<string>()
  for (const hit of signals.of('reportSection')) if (isLabel(signals.text, hit)) sections.add(hit.term)
  return sections.size
}

function isLabel(text: string, { start, end }: Hit): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  if (/[\p{L}\p{N}]{2}/u.test(line)) return false
  return /^[^\p{L}\p{N}\n]{0,3}(?:[:\n.–—|-]|$|\s{2})/u.test(text.slice(end, end + 6))
}
