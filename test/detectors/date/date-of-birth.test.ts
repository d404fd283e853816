import { dateOfBirth } from '../../../src/detectors/date/date-of-birth.ts'
import { table } from '../table.ts'

table(dateOfBirth, [
  ['née le 12/03/1952', ['12/03/1952']],
  ['Né(e) le : 12.03.1952', ['12.03.1952']],
  ['Date de naissance : 3 mai 1971', ['3 mai 1971']],
  ['née à Saint-Denis le 3 mai 1971', ['3 mai 1971']],
  ['DOB 1952-03-12', ['1952-03-12']],
  ['Date of Birth: March 12, 1952 (72 years)', ['March 12, 1952']],
  ['geb. 01.02.1980', ['01.02.1980']],
  ['geboren am 1. Februar 1980', ['1. Februar 1980']],
  ['Fecha de nacimiento:21/08/1972.', ['21/08/1972']],
  ['nato a Roma il 12/03/1952', ['12/03/1952']],
  ['data de nascimento 12/03/1952', ['12/03/1952']],
  ['geboortedatum: 12-03-1952', ['12-03-1952']],
  ['تاريخ الميلاد: 12/03/1952', ['12/03/1952']],
  ['né en 1940', ['1940']],
  ['ROE Jane | F | 23/11/1989 | 12', ['23/11/1989']],
  ['22/01/1965 (27 ans)', ['22/01/1965']],
  ['2 5 5 0 8 1 4 1 6 8 0 2 5 3 8 1 2 0 8 1 9 5 5', ['1 2 0 8 1 9 5 5']],
  ['consultation du 12/03/2024', []],
  ['née, vue le 12/03/2024', []],
  ['date de naissance :', []],
])
