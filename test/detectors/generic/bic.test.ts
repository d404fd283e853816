import { bic } from '../../../src/detectors/generic/bic.ts'
import { table } from '../table.ts'

table(bic, [
  ['BIC: DEUTDEFF', ['DEUTDEFF']],
  ['SWIFT code BNPAFRPPXXX', ['BNPAFRPPXXX']],
  ['IBAN … BIC (SWIFT): CHASUS33', ['CHASUS33']],
  ['Code BIC = AGRIFRPP882', ['AGRIFRPP882']],
  ['DEUTDEFF', []],
  ['BIC: DEUTXXFF', []],
  ['BIC: DEUTDEFFX', []],
  ['written in SWIFT FRAMEWORK', []],
  ['bic lighter', []],
])
