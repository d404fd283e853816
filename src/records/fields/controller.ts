import type { Field, RecordKindId, Sample } from '../../core/record.ts'
import { signalsOf } from '../sample.ts'
import type { Signals } from '../signals.ts'
import type { Feature } from '../terms/features.ts'
import { partyName, registrationNumber } from './accept.ts'
import { letterheadOf } from './issuer.ts'
import { FieldReader, type Found, surest } from './reader.ts'

/** Longer texts are no letters of anybody's. */
const mostCharacters = 40_000
const headCharacters = 12_000

/** Mail services whose domain says nothing about who writes. */
const everybodys =
  /(?:^|\.)(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|t-online|freenet|orange|wanadoo|free|sfr|laposte|neuf|libero|virgilio|tiscali|alice|uol|bol|terra|sapo|ziggo|kpnmail|xs4all|telenet|skynet|hetnet|protonmail|proton|mail|yandex|example|sample|domain)\.(?:[a-z]{2,4}|[a-z]{2,3}\.[a-z]{2})$/

/** Where the vocabularies and schemas of records are kept. */
const vocabularies =
  /(?:^|\.)(?:hl7\.org|loinc\.org|snomed\.(?:info|org)|unitsofmeasure\.org|nlm\.nih\.gov|w3\.org|dicom\.nema\.org|ihe\.net|who\.int|schema\.org)$/

/**
 * Whose a document is, who must answer for it (GDPR article 4(7)): the firm or the practice of its letterhead, its
 * registration number and its domain. A dump can be split by them.
 */
export function controllerFields(kind: RecordKindId, sample: Sample, known: readonly Field[]): readonly Field[] {
  // A state answers for its documents, and does not need to be told.
  if (kind === 'identity_document') return []
  const signals = signalsOf(sample)
  if (sample.medium === 'table' || signals.text.length > mostCharacters) return []
  const issuer = known.find(({ name }) => name === 'invoice.issuer')
  const hints = signals.count('legalForm') + signals.count('establishment') + signals.count('doctor')
  if (!issuer && (signals.hits.length === 0 || hints === 0)) return []
  if (kind === 'other' && !isLetter(signals)) return []
  const reader = new FieldReader(sample)
  const name = issuer ?? letterheadOf(reader)
  const clinic = clinicOf(reader)
  const number = known.find((field) => field.name === 'invoice.issuer_id') ?? issuerId(reader)
  return [
    name && { ...name, name: 'controller.name' },
    number && { ...number, name: 'controller.registration_number' },
    clinic && reader.field('controller.clinic', clinic, 0.75),
    domainOf(reader),
  ].filter((field) => field !== undefined)
}

/** A text of no kind in question is looked at where it tells how to reach its writer, or the writer's number. */
function isLetter(signals: Signals): boolean {
  const { text } = signals
  return text.includes('@') || text.includes('www.') || signals.count('taxId') + signals.count('phone') > 0
}

const notOwners: readonly Feature[] = ['billTo', 'shipTo', 'patientName']

/** The number under which the issuer is registered: SIRET, VAT number, KvK and the like. */
export function issuerId(reader: FieldReader): Field | undefined {
  const others = notOwners.flatMap((feature) => reader.signals.of(feature).map(({ start }) => start))
  const isOthers = (at: number) => others.some((start) => at > start && at - start < 160)
  const found = reader.labelled('taxId', registrationNumber)
  const own = surest(found.filter(({ label }) => !isOthers(label.start))) ?? surest(found)
  if (own) return reader.field('invoice.issuer_id', own, own.nearness === 'below' ? 0.7 : 0.85)
  vatNumber.lastIndex = 0
  const match = vatNumber.exec(reader.text.slice(0, headCharacters))
  if (!match) return undefined
  const start = match.index
  return reader.field(
    'invoice.issuer_id',
    { value: match[0].replaceAll(' ', ''), start, end: vatNumber.lastIndex },
    0.6,
  )
}

// Directive 2006/112/EC article 215: the state's prefix and its number, in the forms that the member states use.
const vatNumber =
  /(?<![\p{L}\p{N}])(?:ATU\d{8}|BE ?0?\d{9}|DE ?\d{3} ?\d{3} ?\d{3}|ES[A-Z]\d{7}[A-Z\d]|FR ?[A-Z\d]{2} ?\d{3} ?\d{3} ?\d{3}|IT ?\d{11}|LU\d{8}|NL ?\d{9}B\d{2}|PL\d{10}|PT ?\d{9}|GB ?\d{3} ?\d{4} ?\d{2}|CHE-?\d{3}\.?\d{3}\.?\d{3})(?![\p{L}\p{N}])/gu

/** A practice or a clinic names itself so, at the head or the foot. */
const clinic =
  /\b(?:clini(?:que|c|ca)|klinik(?:um)?|kliniek|cabinet (?:dentaire|médical|d['’])|centre (?:médical|dentaire|hospitalier|de chirurgie|d['’]esthétique)|medical (?:center|centre|group)|dental (?:care|clinic|practice|studio)|hospital|h[ôo]pital|ospedale|krankenhaus|ziekenhuis|(?:arzt|zahnarzt|gemeinschafts|haut|frauen|kinder)praxis|praxis (?:dr|für)|praktijk|tandartspraktijk|studio (?:dentistico|medico|odontoiatrico)|poliambulatorio|policl[ií]nic[oa]|centro (?:médico|medico|dental|de salud|de saúde)|consultorio|consultório|dermatology|plastic surgery|surgery center|health ?care)\b|عيادة|مستشفى|مركز طبي|مجمع طبي/iu
const linesOfHead = 16
const longestClinic = 90

function clinicOf(reader: FieldReader): Found | undefined {
  const { layout, text } = reader
  const last = layout.lineCount
  const lines = [...Array(Math.min(last, linesOfHead)).keys(), ...[3, 2, 1].map((back) => last - back)]
  for (const line of lines.filter((one) => one >= 0)) {
    for (const { start, end } of layout.cells(line)) {
      const written = text.slice(start, end)
      if (
        written.length > longestClinic ||
        (written.match(/ \p{Ll}{3}/gu)?.length ?? 0) > 2 ||
        !/^\p{Lu}|^\p{Script=Arabic}/u.test(written) ||
        /:\s*$/.test(written)
      )
        continue
      if (!clinic.test(written) || isSomebodyElses(reader, start, end)) continue
      const label = /^[^:]{2,24}: {1,3}/.exec(written)?.[0].length ?? 0
      const found = partyName(written.slice(label), start + label)
      if (found?.value.includes(' ')) return found
    }
  }
  return undefined
}

function isSomebodyElses(reader: FieldReader, start: number, end: number): boolean {
  return reader.hitsIn(start, end).some(({ features }) => features.some((feature) => customers.includes(feature)))
}

const customers: readonly Feature[] = ['billTo', 'shipTo', 'customerNumber']

const domain = /(?:@|\bwww\.|https?:\/\/(?:www\.)?)([a-z0-9](?:[a-z0-9-]{0,40}\.){1,3}[a-z]{2,12})(?![\w@-])/gi
const domainsRead = 12

/** The domain that stands there most often, in addresses of the letterhead. */
function domainOf(reader: FieldReader): Field | undefined {
  const seen = new Map<string, { count: number; found: Found }>()
  domain.lastIndex = 0
  const head = reader.text.slice(0, headCharacters)
  for (let match = domain.exec(head), read = 0; match && read < domainsRead; match = domain.exec(head), read += 1) {
    const value = (match[1] ?? '').toLowerCase()
    if (everybodys.test(value) || vocabularies.test(value)) continue
    const end = match.index + match[0].length
    const entry = seen.get(value)
    if (entry) entry.count += 1
    else seen.set(value, { count: 1, found: { value, start: end - value.length, end } })
  }
  const most = [...seen.values()].sort((one, other) => other.count - one.count)[0]
  return most && reader.field('controller.domain', most.found, most.count > 1 ? 0.85 : 0.7)
}
