import { describe, expect, it } from 'vitest'
import type { Unit } from '../../src/detectors/engine/plan.ts'
import { valuesIn } from '../contracts/detector-contract.ts'

/** One text, what the unit finds in it, and the language it is read in. */
export type Row = readonly [text: string, values: readonly string[], language?: string]

/** A table of texts with the values that a unit alone finds in each of them. */
export function table(unit: Unit, rows: readonly Row[]): void {
  describe(unit.id, () => {
    for (const [text, values, language] of rows) {
      it(`${values.length === 0 ? 'leaves alone' : 'reads'} ${JSON.stringify(text)}`, () => {
        expect(valuesIn(unit, text, language)).toEqual(values)
      })
    }
  })
}
