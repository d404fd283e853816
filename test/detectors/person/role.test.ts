import { describe, expect, it } from 'vitest'
import { detectText } from '../../../src/detect-text.ts'
import { roleOf, roleOfColumn } from '../../../src/detectors/person/role.ts'

/** The role of the name between the brackets. */
function told(text: string): string | undefined {
  const start = text.indexOf('[')
  const end = text.indexOf(']') - 1
  return roleOf(text.replace(/[[\]]/g, ''), start, end)
}

describe('what a person is to a record', () => {
  it.each([
    ['Patient: [Ines Faber]', 'patient'],
    ["Patient's name\n[Ines Faber]", 'patient'],
    ['Nom du patient : Mme [Inès Favre]', 'patient'],
    ['Der Patient [Jonas Ebner] stellte sich am Montag vor.', 'patient'],
    ['Paciente: D. [Julio Serrano Vega]', 'patient'],
    ['Paciente: Sra. [Julia Serrano Vega]', 'patient'],
    ['Naam patiënt: [Sanne de Wit]', 'patient'],
    ['Patiënt: mevr. [Sanne de Wit]', 'patient'],
    ['اسم المريض: [ليلى حداد]', 'patient'],
    ['Seen by Dr [Weiss] today', 'practitioner'],
    ['Seen by [Dr. Lena Weiss] today', 'practitioner'],
    ['Patient: [Dr. Lena Weiss]', 'patient'],
    ['Médecin traitant : [Paul Roche]', 'practitioner'],
    ['Behandelnder Arzt: [Uwe Kern]', 'practitioner'],
    ['[Lena Weiss], MD, FACS', 'practitioner'],
    ['[Paul Roche], chirurgien-dentiste', 'practitioner'],
    ['Medico curante: [Carla Neri]', 'practitioner'],
    ['His wife [Anna] called.', 'relative'],
    ['Personne à prévenir : M. [Luc Favre]', 'relative'],
    ['Next of kin: [Tom Faber]', 'relative'],
    ["The patient's mother, [Ruth Faber], agrees.", 'relative'],
    ['[Ruth Faber], her sister, drove her home.', 'relative'],
    ['Ihre Ansprechpartnerin: Frau [Petra Lang]', 'staff'],
    ['[Petra Lang], secrétaire médicale', 'staff'],
    ['Practice manager: [Omar Haddad]', 'staff'],
    ['[Ines Faber] came on Monday.', undefined],
    ['The wife of [Tom Faber] called.', undefined],
    ['Signature of the patient\n[Uwe Kern]', undefined],
    ['We saw the patient. [Uwe Kern] wrote this.', undefined],
    ['Dr. jur. [Uwe Kern]', undefined],
    ['impatient [Uwe Kern]', undefined],
    ['Patient data\nSurname: Faber\nFirst name: [Ines]', 'patient'],
    ['Datos del paciente.\nCiudad: Lugo\nApellidos: [Serrano Vega]', 'patient'],
    ['Patient data\nCity: Bonn\n\nEmergency contact\nName: [Tom Faber]', 'relative'],
    ['Patient data\nSurname: Faber\nMr [Tom Faber] called.', undefined],
    ['Surname: Faber\nFirst name: [Ines]\nMRN: 10-2241', 'patient'],
    ['Surname: Faber\nFirst name: [Ines]\nStaff no.: 10-2241', undefined],
    ['The patient was seen twice in the same week because of a fall.\nName: [Tom Faber]', undefined],
  ])('%s', (text, role) => expect(told(text)).toBe(role))

  it('tells the same of the name wherever it stands, unless two places contradict each other', () => {
    const roles = (text: string) =>
      detectText(text)
        .filter(({ entityType }) => entityType === 'PERSON')
        .map(({ value, role }) => [value, role])
    expect(roles('Patient: Ines Faber\n\nWe thank Ines Faber for coming.')).toEqual([
      ['Ines Faber', 'patient'],
      ['Ines Faber', 'patient'],
    ])
    const torn = roles('Patient: Ines Faber\nHis wife: Ines Faber\nWe thank Ines Faber for coming.')
    expect(torn.map(([, role]) => role)).toEqual(['patient', 'relative', undefined])
  })

  it.each([
    ['patient name', 'patient'],
    ['referring physician', 'practitioner'],
    ['médecin traitant', 'practitioner'],
    ['emergency contact', 'relative'],
    ['account manager', 'staff'],
    ['name', undefined],
    ['city', undefined],
  ])('a column «%s»', (name, role) => expect(roleOfColumn(name)).toBe(role))

  it('takes time that does not grow with what stands around the name', () => {
    const text = `${'patient '.repeat(200_000)}Ines Faber`
    expect(roleOf(text, text.length - 10, text.length)).toBe('patient')
  })
})
