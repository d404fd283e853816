import { expect, it } from 'vitest'
import { outcomeRow, unpackOutcomes } from '../../src/core/packed-outcomes.ts'
import { makeZip } from '../formats/office/fixtures.ts'
import { examineBytes } from '../support/examining.ts'
import { letters } from '../support/nest.ts'

const count = 520
const [own, ...inside] = await examineBytes('x.zip', await makeZip(letters(count)))

it('gives outcomes back as they were, in the order of their places', async () => {
  if (!own) throw new Error('no outcome')
  const row = outcomeRow()
  const places = inside.map(() => row.reserve())
  const left = row.reserve()
  for (const [at, outcome] of [...inside.entries()].reverse()) await row.put(places[at] ?? left, outcome)
  const packed = await row.end()
  expect(packed).toHaveLength(count)
  expect(packed.some((one) => one instanceof Uint8Array)).toBe(true)
  expect(unpackOutcomes([own, ...packed])).toEqual([own, ...inside])
})
