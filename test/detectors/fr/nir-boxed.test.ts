import { frNirBoxed } from '../../../src/detectors/fr/nir-boxed.ts'
import { table } from '../table.ts'

table(frNirBoxed, [
  ['2 5 5 0 8 1 4 1 6 8 0 2 5 3 8', ['2 5 5 0 8 1 4 1 6 8 0 2 5 3 8']],
  ['ROE Jane 1 9 4 4 4 0 2 3 5 6 7 9 8 fin', ['1 9 4 4 4 0 2 3 5 6 7 9 8'], 'fr'],
  // The boxes of two dates run into those of the number.
  ['1 2 0 5 2 0 2 4 2 9 4 4 4 0 2 3 5 6 7 9 8 8 1 0 3 0 4 1 9 9 4', ['2 9 4 4 4 0 2 3 5 6 7 9 8 8 1'], 'fr'],
  ['ROE Jane 1 9 4 4 4 0 2 3 5 6 7 9 8', [], 'en'],
  ['n° sécu 1 9 4 4 4 0 2 3 5 6 7 9 8', ['1 9 4 4 4 0 2 3 5 6 7 9 8'], 'en'],
  ['1 2 3 4 5 6 7 8', [], 'fr'],
  ['0 0 0 0 0 0 0 0 0 0 0 0 0 0 0', [], 'fr'],
  ['1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9', [], 'fr'],
])
