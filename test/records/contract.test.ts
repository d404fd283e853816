import { kinds } from '../../src/records/registry.ts'
import { kindContract } from '../contracts/kind-contract.ts'

for (const kind of kinds) kindContract(kind)
