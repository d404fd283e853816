import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { canLook, models, numbersOf, runModel } from '../../src/vision/model.ts'

const folder = join(dirname(createRequire(import.meta.url).resolve('onnxruntime-node')), '..', 'bin')

describe('the models’ runtime', () => {
  /** Later builds (1.30.0 for one) keep a telemetry cache in the temporary folder and report to their maker. */
  test('reports to nobody', { timeout: 120_000 }, () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(so[.\d]*|dylib|node)$/.test(file),
    )
    expect(files.length).toBeGreaterThan(1)
    const telling = files.filter((file) => {
      const bytes = readFileSync(join(folder, file))
      return bytes.includes('mat-debug-') || bytes.includes('events.data.microsoft.com')
    })
    expect(telling).toEqual([])
  })

  test('runs each model, and the same pixels give the same numbers', async () => {
    expect(await canLook()).toBe(true)
    const pixels = new Uint8Array(models.faces.side ** 2 * 3).map((_, at) => (at * 31) % 256)
    const [first, second] = [await runModel('faces', pixels), await runModel('faces', pixels)]
    if (!first || !second) throw new Error('no outputs')
    expect(numbersOf(first, 'scores_fine')).toEqual(numbersOf(second, 'scores_fine'))
    expect(numbersOf(first, 'scores_fine')).toHaveLength(512)
    expect(() => numbersOf(first, 'scores')).toThrow('no numbers')
  })

  test('takes squares of its own size only', async () => {
    await expect(runModel('objects', new Uint8Array(12))).rejects.toThrow()
  })
})
