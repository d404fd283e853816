import { patientId } from '../../../src/detectors/record/patient-id.ts'
import { table } from '../table.ts'

table(patientId, [
  ['IPP : 8001234567', ['8001234567']],
  ["l'IPP étant le 8001234567", ['8001234567']],
  ['(IPP: 9182736485 ; NDA: 2003H847569)', ['9182736485', '2003H847569']],
  ['n° de dossier 2024-00871', ['2024-00871']],
  ['MRN 00123456', ['00123456']],
  ['**Patient ID**: pat-001234', ['pat-001234']],
  ['NHC: 786159.', ['786159']],
  ['NHC: 0356735/02', ['0356735/02']],
  ['Patienten-Nr.: P-20431', ['P-20431']],
  ['cartella clinica n. 2023/4456', ['2023/4456']],
  ['nº utente 123456789', ['123456789']],
  ['Patiëntnummer: 4432100', ['4432100']],
  ['رقم الملف: 45821', ['45821']],
  ['pour le patient 1234567890', ['1234567890']],
  ['patient ID: 9384019284', ['9384019284']],
  ['IPP :', []],
  ['NHC 12', []],
  ['dossier du 12/05/2024', []],
  ['patient 45 ans', []],
  ['MRN unknown', []],
  ['request id=1234567890', []],
  ['page id 123456', []],
])
