import { describe, expect, it } from 'vitest'
import { person } from '../../../src/detectors/person/person.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { table } from '../table.ts'

table(person, [
  ['Patient : DUPONT Marie', ['DUPONT Marie']],
  ['Nom : Le Goff\nPrénom : Yann', ['Le Goff', 'Yann']],
  ['Nom / Prénom : NGUYEN-ROE, Anh', ['NGUYEN-ROE, Anh']],
  ['Dr A. DELCOURT 01 42 68 53 00', ['A. DELCOURT']],
  ['Dr R-L. BOULANGER, Pr. Jean-Pierre de la Tour', ['R-L. BOULANGER', 'Jean-Pierre de la Tour']],
  ['M. Le Roux et Mme Iva CASTEL', ['Le Roux', 'Iva CASTEL'], 'fr'],
  ['rédigé pour M.Roe Frédéric 31/12/1975', ['Roe Frédéric'], 'fr'],
  ['Name: Jane Doe', ['Jane Doe']],
  ['**Name**: Dr. Alice Smith', ['Alice Smith']],
  ['"patient_name": "Jane Doe"', ['Jane Doe']],
  ['<surname>Doe</surname>', ['Doe']],
  ["Mr. O'Neil-Roe said", ["O'Neil-Roe"], 'en'],
  ['Frau Dr. Schmidt-Weber', ['Schmidt-Weber']],
  ['Herr Karl von der Heide', ['Karl von der Heide']],
  ['Nombre: Lucía.\nApellidos: García Márquez.', ['Lucía', 'García Márquez']],
  ['Sra. María del Carmen Ruiz', ['María del Carmen Ruiz']],
  ['Médico: Dra. Pilar Roe NºCol: 28 28 12345', ['Pilar Roe']],
  ['Sig.ra Rossi', ['Rossi']],
  ['Cognome e nome: BIANCHI Luca', ['BIANCHI Luca']],
  ['Nome completo: João da Silva', ['João da Silva']],
  ['Dhr. van der Berg', ['van der Berg']],
  ['اسم المريض: أحمد محمود', ['أحمد محمود']],
  ['السيد محمد علي في 5 مايو', ['محمد علي']],
  ['LEROY Antoine', ['LEROY Antoine']],
  ['my name is jane roe but no', ['jane roe']],
  ["je m'appelle Marie Curie", ['Marie Curie']],
  ['Radiologues :\nA. Lemar, U. Jouan, O. Burton', ['A. Lemar', 'U. Jouan', 'O. Burton']],
  ['| Dupont Jeanne | F |', ['Dupont Jeanne']],
  ['by Thomas Roe (2020)', ['Thomas Roe']],
  ['Patient : 12345', []],
  ['Dr. 45', []],
  ['Name: build', []],
  ['name: Ubuntu', []],
  ['Nom :', []],
  ['Nom : Hôpital Nord', []],
  ['le patient présente', []],
  ['Patient Registration Form', []],
  ['Informe clínico del paciente: Varón de 60 años', []],
  ['Monsieur le Président', [], 'fr'],
  ['hôpital Georges Pompidou', []],
  ['5 m. de long', []],
  ['INTRODUCTION The', []],
  ['Vendor name: Acme Tools GmbH', []],
  ['A. Introduction', []],
  ['a device named overwritten with each call', []],
])

describe('a name', () => {
  it('never holds a digit', () => {
    for (const text of ['Dr Roe2', 'Patient : Roe 12', 'Nom : R2D2', 'Mme Marie 75011 Paris', 'Name: 4711 Köln']) {
      for (const value of valuesIn(person, text, 'fr')) expect(value).not.toMatch(/\d/)
    }
  })

  it('is the same in any order, case and spelling of its letters', () => {
    const canonical = (text: string) =>
      [...person.find(text, { origin: 'text', asked: false })].map((one) => one.canonical)
    expect(canonical('Patient : DUPONT Hélène')).toEqual(canonical('Mme Helene Dupont'))
  })
})
