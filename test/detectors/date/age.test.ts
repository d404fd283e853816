import { age } from '../../../src/detectors/date/age.ts'
import { table } from '../table.ts'

table(age, [
  ['patient de 45 ans', ['45 ans']],
  ['âgée de 8 mois', ['8 mois']],
  ['Roe (27 ans)', ['27 ans']],
  ['a 67-year-old man', ['67-year-old']],
  ['aged 46', ['46']],
  ['he is 46 years old', ['46 years old']],
  ['Edad: 42 años', ['42 años']],
  ['mujer de 33 años', ['33 años']],
  ['Alter: 51', ['51']],
  ['51-jährige Patientin', ['51-jährige']],
  ['donna di 33 anni', ['33 anni']],
  ['homem de 60 anos', ['60 anos']],
  ['vrouw van 54 jaar', ['54 jaar']],
  ['العمر: 30 سنة', ['30 سنة']],
  ['I just turned 47.', ['47']],
  ['depuis 5 ans', []],
  ['for 10 years', []],
  ['hace 3 años', []],
  ['âge : inconnu', []],
  ['500 ans', []],
  ['page 45', []],
  ['patient de 45 kg', []],
])
