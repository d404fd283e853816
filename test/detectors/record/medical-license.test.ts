import { medicalLicense } from '../../../src/detectors/record/medical-license.ts'
import { table } from '../table.ts'

table(medicalLicense, [
  ['NºCol: 28 28 74125.', ['28 28 74125']],
  ['Colegiado nº 282812345', ['282812345']],
  ['GMC number 7012345', ['7012345']],
  ['n° ADELI : 751234567', ['751234567']],
  ['LANR 123456789', ['123456789']],
  ['NºCol:', []],
  ['CRM 12', []],
  ['license number unknown', []],
])
