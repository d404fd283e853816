import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { canLook, modelNames, models, numbersOf, runModel } from '../../src/vision/model.ts'
import { runtime, runtimeOf } from '../../src/vision/runtime.ts'

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

  test('is the machine’s own where it loads', async () => {
    expect((await runtime())?.kind).toBe('native')
  })

  test.each(modelNames)('answers alike in WebAssembly: %s', { timeout: 120_000 }, async (name) => {
    const { side } = models[name]
    const pixels = Uint8Array.from({ length: side * side * 3 }, (_, at) => {
      const [x, y] = [Math.floor(at / 3) % side, Math.floor(at / 3 / side)]
      return 128 + 60 * Math.sin(x / 17 + (at % 3)) + 60 * Math.cos(y / 23)
    })
    const wasm = await runtimeOf('wasm')
    expect(wasm?.kind).toBe('wasm')
    const [ours, theirs] = [await runModel(name, pixels), await runModel(name, pixels, wasm)]
    if (!ours || !theirs) throw new Error('no outputs')
    expect(Object.keys(theirs)).toEqual(Object.keys(ours))
    for (const output of Object.keys(ours).filter((one) => one !== 'peak_places')) {
      const [here, there] = [Array.from(numbersOf(ours, output)), Array.from(numbersOf(theirs, output))]
      const most = here.reduce((largest, one) => Math.max(largest, Math.abs(one)), 0)
      const apart = here.reduce((largest, one, at) => Math.max(largest, Math.abs(one - (there[at] ?? Number.NaN))), 0)
      expect(apart / most).toBeLessThan(1e-4)
    }
  })

  test('takes squares of its own size only', async () => {
    await expect(runModel('objects', new Uint8Array(12))).rejects.toThrow()
  })
})
