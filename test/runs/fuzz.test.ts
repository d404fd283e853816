import { describe, expect, test } from 'vitest'
import { detectorTarget, type FuzzTarget, scorerTarget, smallStore, storeTarget } from '../support/fuzz-targets.ts'

/** The short run of `npm run fuzz`; that of the formats is in their contract. */
const texts = [
  'Patient: Jane Roe, née le 12/03/1980, NIR 2 80 03 75 116 005 42, jane.roe@example.org, +33 6 12 34 56 78.',
  'IBAN FR76 3000 6000 0112 3456 7890 189, card 4111 1111 1111 1111 exp. 04/29, total 1.250,00 EUR',
  'AKIAIOSFODNN7EXAMPLE password=hunter2 192.168.0.1 https://jane:secret@example.org/a?b=c',
]
const seed = 20_261_125

async function survives(target: FuzzTarget, times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) await target.once(seed + at)
}

describe('what is fed with damage', { timeout: 120_000 }, () => {
  test('the detectors find within the text, or nothing', async () => {
    await expect(survives(detectorTarget(texts), 200)).resolves.toBeUndefined()
  })

  test('the scorer gives a score', async () => {
    await expect(survives(scorerTarget(), 500)).resolves.toBeUndefined()
  })

  test('the reader of stores reads, or says that it cannot', async () => {
    await expect(survives(storeTarget(await smallStore(texts)), 60)).resolves.toBeUndefined()
  })
})
