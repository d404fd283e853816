import { diagnosis } from '../../../src/detectors/health/diagnosis.ts'
import { icd10 } from '../../../src/detectors/health/icd10.ts'
import { medicalProcedure } from '../../../src/detectors/health/medical-procedure.ts'
import { medication } from '../../../src/detectors/health/medication.ts'
import { table } from '../table.ts'

table(diagnosis, [
  ['Patient: Roe\nDiagnosis: type 2 diabetes mellitus.', ['type 2 diabetes mellitus']],
  ['Patientin 42 J.\nHauptdiagnose: Pneumonie links', ['Pneumonie links']],
  ['paziente\nDiagnosi di dimissione: frattura del polso', ['frattura del polso']],
  ['Patient: Roe\nDiagnosis: none', []],
  ['Diagnosis: low memory', []],
])

table(icd10, [
  ['Diagnosis code: E11.9', ['E11.9']],
  ['CIM-10 : S72.0', ['S72.0']],
  ['ICD-10-GM J18.9 gesichert', ['J18.9']],
  ['see table E11.9', []],
  ['room A12', []],
])

table(medication, [
  ['Amlodipin 5 mg 1-0-0', ['Amlodipin 5 mg']],
  ['Insuline glargine : 20 UI le soir', ['Insuline glargine : 20 UI']],
  ['omeprazol 20 mg/día', ['omeprazol 20 mg/día']],
  ['le patient prend du Doliprane', ['Doliprane']],
  ['a statin trial', []],
])

table(medicalProcedure, [
  ['Patiente opérée d’une blépharoplastie', ['blépharoplastie']],
  ['El paciente fue sometido a colecistectomía', ['colecistectomía']],
  ['Der Patient erhielt eine Appendektomie', ['Appendektomie']],
  ['endoscopy suites are sold here', []],
])
