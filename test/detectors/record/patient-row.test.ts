import { patientRow } from '../../../src/detectors/record/patient-row.ts'
import { table } from '../table.ts'

table(patientRow, [
  ['Roe Jane | F | 12/05/1973 | 5976349378 | 87954386', ['5976349378', '87954386']],
  ['M | 15/12/1973 (52 ans) | 8475619240', ['8475619240']],
  ['12/05/1973 5976349378', []],
  ['| 12/05/1973 | 12 |', []],
  ['| 12/05/1973 | paid | 123456', []],
])
