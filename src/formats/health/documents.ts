import type { FieldEntry } from '../../core/content.ts'
import type { LeafListener } from '../xml-lines.ts'
import { dayOf, Told } from './told.ts'

/** Collects the fields of a clinical document while its XML is read. */
export interface DocumentFields extends LeafListener {
  fields(): readonly FieldEntry[]
}

/** LOINC codes of the sections that list what somebody has (C-CDA R2.1: problems, encounter diagnoses, discharge). */
const problemSections: ReadonlySet<string> = new Set(['11450-4', '11348-0', '29308-4', '11535-2', '46241-6', '42347-5'])
const partsKept = 8

/**
 * Fields of an HL7 Clinical Document Architecture document (CDA R2, C-CDA): patient, author, date, problems, medicines;
 * exact, for they have elements of their own.
 */
export function documentFields(): DocumentFields {
  const told = new Told()
  const parts = new Map<string, string[]>()
  let section = ''

  function gather(key: string, text: string): void {
    if (text === '') return
    const known = parts.get(key)
    if (!known) parts.set(key, [text])
    else if (known.length < partsKept) known.push(text)
  }

  function take(path: readonly string[], text: string, attributes: Readonly<Record<string, string>>): void {
    const where = path.slice(1).join('/')
    const name = path.at(-1) ?? ''
    const value = attributes.value
    if (where === 'effectiveTime') told.add('report.date', dayOf(value))
    else if (where.startsWith('recordTarget/patientRole/')) tellPatient(where.slice(25), text, attributes)
    else if (where.startsWith('author/assignedAuthor/assignedPerson/name')) gather(`author ${name}`, text)
    else if (where.startsWith('legalAuthenticator/assignedEntity/assignedPerson/name')) gather(`signer ${name}`, text)
    else if (where.endsWith('section/code')) section = attributes.code ?? ''
    else if (name === 'value' && where.endsWith('observation/value') && problemSections.has(section))
      told.add('report.diagnosis', attributes.displayName)
    else if (where.endsWith('manufacturedMaterial/code')) told.add('report.medications', attributes.displayName)
  }

  return {
    leaf: take,
    // What it holds beside its attributes, a translation say, is no part of it.
    close: (path, attributes) => take(path, '', attributes),
    fields() {
      const said = (who: string) => [...(parts.get(`${who} given`) ?? []), ...(parts.get(`${who} family`) ?? [])]
      told.add('patient.name', said('patient').join(' ') || parts.get('patient name')?.[0])
      const author = said('author').length > 0 ? said('author') : said('signer')
      told.add('report.author', author.join(' ') || parts.get('author name')?.[0])
      const [code = '', town = ''] = ['postalCode', 'city'].map((one) => parts.get(`patient ${one}`)?.[0])
      const address = [...(parts.get('patient streetAddressLine') ?? []), `${code} ${town}`.trim()]
      const country = parts.get('patient country')?.[0]
      told.add('patient.address', [...address, ...(country ? [country] : [])].filter(Boolean).join(', '))
      return told.fields()
    },
  }

  function tellPatient(where: string, text: string, attributes: Readonly<Record<string, string>>): void {
    const [first, second] = where.split('/')
    if (where === 'id') told.add('patient.number', attributes.extension)
    else if (where === 'telecom') tellContact(attributes.value ?? '')
    else if (where === 'patient/birthTime') told.add('patient.birth_date', dayOf(attributes.value))
    else if ((first === 'patient' && second === 'name') || first === 'addr')
      gather(`patient ${where.split('/').at(-1)}`, text)
  }

  function tellContact(address: string): void {
    if (address.startsWith('tel:')) told.add('patient.phone', address.slice(4))
    else if (address.startsWith('mailto:')) told.add('patient.email', address.slice(7))
  }
}
