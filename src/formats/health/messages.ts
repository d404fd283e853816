import type { FieldEntry } from '../../core/content.ts'
import { dayOf, Told } from './told.ts'

/** Characters of messages whose segments are read for fields, and of one segment. */
const charactersRead = 2 ** 20
const segmentCharacters = 16_384

/** Collects the fields of HL7 version 2 messages while their text is read. */
export interface MessageFields {
  add(text: string): void
  /** The fields of the first patient's message; exact, for they stand in numbered places. */
  fields(): readonly FieldEntry[]
}

/** What separates fields, components and repetitions, by MSH-1 and MSH-2. */
interface Separators {
  readonly field: string
  readonly component: string
  readonly repetition: string
  readonly escaping: string
}

/** Fields from HL7 v2.5.1: PID, PV1, OBR, DG1, RXE and RXO, IN1, TXA. */
export function messageFields(): MessageFields {
  const told = new Told()
  let separators: Separators | undefined
  let rest = ''
  let left = charactersRead
  let isOthers = false

  function take(line: string): void {
    const type = line.slice(0, 3)
    if (type === 'MSH') {
      const [field = '|', component = '^', repetition = '~', escaping = '\\'] = line.slice(3, 7)
      separators = { field, component, repetition, escaping }
    } else if (separators && line.length <= segmentCharacters) {
      const segment = new Segment(line, separators)
      // A batch is of many: whom a further message is about is told by its text.
      if (type === 'PID' && told.fields().some(({ name }) => name.startsWith('patient.'))) isOthers = true
      if (!isOthers) readers[type]?.(segment, told)
    }
  }

  return {
    add(text) {
      if (left <= 0) return
      left -= text.length
      const lines = (rest + text).split(/[\r\n]+/)
      rest = (lines.pop() ?? '').slice(0, segmentCharacters + 1)
      for (const line of lines) take(line.trimStart())
    },
    fields() {
      take(rest.trimStart())
      rest = ''
      return told.fields()
    },
  }
}

class Segment {
  readonly #fields: readonly string[]
  readonly #by: Separators

  constructor(line: string, by: Separators) {
    this.#fields = line.split(by.field)
    this.#by = by
  }

  /** Repetitions of a field, each as its components. */
  all(field: number): readonly (readonly string[])[] {
    const { repetition, component } = this.#by
    const written = this.#fields[field] ?? ''
    if (written === '' || written === '""') return []
    return written.split(repetition).map((one) => one.split(component).map((part) => this.#plain(part)))
  }

  /** A component of a field, from 1; the first that is there of its repetitions. */
  text(field: number, component = 1): string | undefined {
    return this.all(field)
      .map((parts) => parts[component - 1])
      .find((part) => part !== undefined && part !== '')
  }

  /** A name: family, given and further given names (XPN from its first component, XCN from its second). */
  name(field: number, first: number): string | undefined {
    const [parts] = this.all(field)
    if (!parts) return undefined
    const [family = '', given = '', more = ''] = parts.slice(first - 1)
    return [given, more, family.split('&')[0]].filter(Boolean).join(' ')
  }

  #plain(text: string): string {
    const { escaping, field, component, repetition } = this.#by
    if (!text.includes(escaping)) return text
    const signs: Readonly<Record<string, string>> = { F: field, S: component, R: repetition, E: escaping, T: '&' }
    return text.split(escaping).reduce((plain, part, at) => plain + (at % 2 === 1 ? (signs[part] ?? ' ') : part), '')
  }
}

const readers: Readonly<Record<string, (segment: Segment, told: Told) => void>> = {
  PID(segment, told) {
    told.add('patient.name', segment.name(5, 1))
    told.add('patient.birth_date', dayOf(segment.text(7)))
    const identifiers = segment.all(3)
    const insured = identifiers.find((parts) => insurance.has(parts[4] ?? ''))
    const own = identifiers.find((parts) => parts[4] === 'MR') ?? identifiers.find((parts) => parts !== insured)
    told.add('patient.number', own?.[0] ?? segment.text(2))
    told.add('patient.insurance_number', insured?.[0] ?? segment.text(19))
    const [address] = segment.all(11)
    told.add('patient.address', address && addressOf(address))
    told.add('patient.phone', segment.text(13) ?? segment.text(13, 12) ?? segment.text(14))
    told.add('patient.email', segment.text(13, 4))
  },
  PV1(segment, told) {
    told.add('report.author', segment.name(7, 2))
  },
  OBR(segment, told) {
    told.add('report.date', dayOf(segment.text(7)) ?? dayOf(segment.text(22)))
    told.add('report.author', segment.name(32, 2) || segment.name(16, 2))
  },
  TXA(segment, told) {
    told.add('report.date', dayOf(segment.text(4)))
    told.add('report.author', segment.name(9, 2))
  },
  DG1(segment, told) {
    told.add('report.diagnosis', segment.text(4) ?? segment.text(3, 2) ?? segment.text(3))
  },
  ORC(segment, told) {
    told.add('report.author', segment.name(12, 2))
  },
  RXE: (segment, told) => told.add('report.medications', segment.text(2, 2)),
  RXO: (segment, told) => told.add('report.medications', segment.text(1, 2)),
  RXD: (segment, told) => told.add('report.medications', segment.text(2, 2)),
  IN1: (segment, told) => told.add('patient.insurance_number', segment.text(49) ?? segment.text(36)),
}

/** Types of identifiers by which an insurer or a state knows somebody (HL7 table 0203). */
const insurance: ReadonlySet<string> = new Set(['SS', 'NI', 'MB', 'MC', 'MA', 'HC', 'JHN', 'NH', 'SN', 'NIIP'])

/** Street, further line, town, state, postal code and country of an XAD. */
function addressOf([
  street = '',
  more = '',
  town = '',
  state = '',
  code = '',
  country = '',
]: readonly string[]): string {
  return [street.split('&')[0], more, `${code} ${town}`.trim(), state, country].filter(Boolean).join(', ')
}
