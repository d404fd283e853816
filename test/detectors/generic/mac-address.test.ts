import { macAddress } from '../../../src/detectors/generic/mac-address.ts'
import { table } from '../table.ts'

table(macAddress, [
  ['00:1A:2B:3C:4D:5E', ['00:1A:2B:3C:4D:5E']],
  ['ether 01-b3-4a-67-d9-cf up', ['01-b3-4a-67-d9-cf']],
  ['AA-BB-CC-DD-E1-FF', ['AA-BB-CC-DD-E1-FF']],
  ['MAC: AA-BB-CC-DD-EE-FF', ['AA-BB-CC-DD-EE-FF']],
  ['0012.3456.789a', ['0012.3456.789a']],
  ['FF:FF:FF:FF:FF:FF', []],
  ['10:2F:33-AC-29-C3', []],
  ['00:1A:2B:3C:4D', []],
  ['00:1A:2B:3C:4D:5E:6F', []],
  ['ZZ:ZZ:ZZ:ZZ:ZZ:ZZ', []],
])
