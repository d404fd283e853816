import type { DataCategory, IdentifierFamily } from '../core/finding.ts'
import type { RecordKindId } from '../core/record.ts'
import type { View } from './view.ts'

interface Claim<Name extends string> {
  readonly name: Name
  readonly value: number
  readonly because: string
}

const medicalKinds: ReadonlySet<RecordKindId> = new Set([
  'treatment_plan',
  'medical_report',
  'prescription',
  'consent_form',
  'medical_image',
])

/** Distinct positions from which on they draw somebody's everyday life. */
const everydayPositions = 10

/** DPC: every claim that the record's data makes, by category; the highest counts. */
export function* dataRules(view: View): Generator<Claim<DataCategory>> {
  yield* sensitiveRules(view)
  yield* financialRules(view)
  yield* behaviouralRules(view)
  yield* simpleRules(view)
}

function* sensitiveRules(view: View): Generator<Claim<DataCategory>> {
  const { facts, context } = view
  const name = 'sensitive'
  if (medicalKinds.has(facts.kind)) yield { name, value: 4, because: `a ${facts.kind} tells of somebody's health` }
  if (facts.flags.includes('nudity_suspected')) yield { name, value: 4, because: 'nudity is suspected in the picture' }
  if (view.hasPersonPicture && context === 'clinic')
    yield { name, value: 4, because: "a picture of a person in a clinic's dump" }
  if (view.has('DIAGNOSIS')) yield { name, value: 4, because: 'DIAGNOSIS' }
  if (view.field('treatment.')) yield { name, value: 4, because: 'a treatment is named' }
  const health = view.category('sensitive')
  if (health) yield { name, value: view.hasPerson ? 4 : 3, because: health }
}

function* financialRules(view: View): Generator<Claim<DataCategory>> {
  const { facts, context } = view
  const name = 'financial'
  if (view.has('CREDIT_CARD')) {
    if (facts.cardExpiry && view.has('PERSON'))
      yield { name, value: 4, because: 'CREDIT_CARD with name and expiry date' }
    yield { name, value: view.hasPerson ? 3 : 2, because: 'CREDIT_CARD' }
  }
  if (facts.kind === 'invoice') {
    if (view.hasPerson && context === 'clinic')
      yield { name, value: 4, because: "an invoice to a person in a clinic's dump" }
    yield view.hasPerson
      ? { name, value: 3, because: 'an invoice with a person in it' }
      : { name, value: 2, because: 'an invoice without a person in it' }
  }
  const account = view.category('financial')
  if (account) yield { name, value: 2, because: account }
}

function* behaviouralRules(view: View): Generator<Claim<DataCategory>> {
  const name = 'behavioural'
  if (view.count('GPS_COORDINATES') >= everydayPositions)
    yield { name, value: 3, because: `${everydayPositions} positions or more` }
  if (view.has('GPS_COORDINATES') || view.facts.position) yield { name, value: 2, because: 'a position' }
  const habit = view.category('behavioural')
  if (habit) yield { name, value: 1, because: habit }
}

function* simpleRules(view: View): Generator<Claim<DataCategory>> {
  const { facts, context } = view
  const name = 'simple'
  if (view.hasPerson && context === 'clinic') yield { name, value: 3, because: "somebody is named in a clinic's dump" }
  if (facts.kind === 'identity_document') yield { name, value: 2, because: 'an identity document' }
  if (view.details >= 4) yield { name, value: 2, because: `${view.details} kinds of personal detail together` }
  const plain = view.category('simple')
  if (plain) yield { name, value: 1, because: plain }
  if (view.hasPersonPicture) yield { name, value: 1, because: 'a picture of a person' }
}

/** EI: every identifier with what stands beside it; the highest counts. */
export function* identifierRules(view: View): Generator<Claim<IdentifierFamily>> {
  const { links, facts } = view
  if (links.resolvesToName) {
    yield {
      name: view.hasPersonPicture ? 'picture' : 'code',
      value: 1,
      because: `leads to a name in this dump: ${links.by.join(', ')}`,
    }
  }
  if (view.has('PERSON') || view.field('patient.name')) yield nameClaim(view)
  const number = view.family('official_number')
  if (number) yield { name: 'official_number', value: besideNumber(view), because: number }
  const contact = view.family('phone_or_address')
  if (contact) yield { name: 'phone_or_address', value: besideContact(view), because: contact }
  if (facts.email) yield { name: 'email', value: emailValue[facts.email], because: 'EMAIL_ADDRESS' }
  if (view.hasPersonPicture) yield pictureClaim(view)
  const code = view.family('code')
  if (code) yield { name: 'code', value: 0.25, because: code }
}

const emailValue = { coded: 0.25, nickname: 0.5, part_name: 0.75, full_name: 1 } as const

/** How common a name is can't be told offline for every culture: alone it is taken as rare. */
function nameClaim(view: View): Claim<IdentifierFamily> {
  const isPlaced = ['DATE_OF_BIRTH', 'EMAIL_ADDRESS', 'ADDRESS', 'CREDIT_CARD'].some((type) => view.has(type))
  const value =
    isPlaced || view.links.resolvesToName ? 1 : view.details > 1 || view.family('official_number') ? 0.75 : 0.5
  return { name: 'name', value, because: 'PERSON' }
}

function besideNumber(view: View): number {
  if (view.has('PERSON') || view.hasFace) return 1
  if (view.has('DATE_OF_BIRTH')) return 0.75
  return view.details > 0 ? 0.5 : 0.25
}

function besideContact(view: View): number {
  if (view.has('PERSON')) return 1
  // Between firms, telephone and address are the firms' own, and public.
  if (view.facts.kind === 'invoice' && !view.hasPerson) return 0.25
  const beside = view.details - 1
  return beside >= 2 ? 0.75 : beside === 1 ? 0.5 : 0.25
}

function pictureClaim(view: View): Claim<IdentifierFamily> {
  const name = 'picture'
  if (!view.hasFace) return { name, value: 0.25, because: 'a person without a clear face' }
  if (view.has('PERSON')) return { name, value: 1, because: 'a face with a name' }
  const isPlaced = view.facts.position || view.facts.taken || view.has('GPS_COORDINATES')
  return { name, value: isPlaced ? 0.75 : 0.5, because: isPlaced ? 'a face with place or date' : 'a face' }
}

/** HIPAA's identifiers (45 CFR 164.514(b)(2)) as far as entity types name them. */
const hipaa = [
  'PERSON',
  'ADDRESS',
  'DATE_OF_BIRTH',
  'PHONE_NUMBER',
  'EMAIL_ADDRESS',
  'US_SSN',
  'PATIENT_ID',
  'IP_ADDRESS',
  'URL',
  'DEVICE_SERIAL',
  'MEDICAL_LICENSE',
  'VIN',
]

/** What is kept beside a score and never changes it. */
export function notesOf(view: View, category: DataCategory): readonly string[] {
  const { facts } = view
  const notes: string[] = []
  if (category === 'sensitive') notes.push('art9')
  if (medicalKinds.has(facts.kind) && (view.hasFace || hipaa.some((type) => view.has(type))))
    notes.push('hipaa_identifiers')
  if (facts.flags.includes('encrypted')) notes.push('encrypted')
  if (facts.flags.includes('minor_suspected')) notes.push('minor_suspected')
  if (view.count('PERSON') > 100) notes.push('more_than_100_people')
  return notes
}
