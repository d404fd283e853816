import { readFileSync } from 'node:fs'
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter'
import { div, setBackend, sub, Tensor, tensor4d } from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import { loadLayersModel } from '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, test } from 'vitest'
import { conversions, nudityOriginal, originals } from '../../models/convert/conversions.ts'
import { numbersOf, runModel } from '../../src/vision/model.ts'

/** Relative to the largest number of an output: single precision, summed in another order. */
const tolerance = 2e-5

/** Waves of colour: smooth, as the models were made for, and different at every place. */
function waves(side: number): Uint8Array {
  return Uint8Array.from({ length: side * side * 3 }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % side, Math.floor(at / 3 / side)]
    return 128 + 60 * Math.sin(x / 17 + (at % 3)) + 60 * Math.cos(y / 23)
  })
}

async function original(name: string): Promise<GraphModel> {
  const read = (file: string) => readFileSync(new URL(file, originals))
  const model = JSON.parse(read(`${name}.json`).toString())
  const weights = read(`${name}.bin`)
  return loadGraphModel({
    load: async () => ({
      modelTopology: model.modelTopology,
      weightSpecs: model.weightsManifest.flatMap((group: { weights: object[] }) => group.weights),
      weightData: Uint8Array.from(weights).buffer,
    }),
  })
}

/** The largest difference, by the largest number. */
function difference(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  expect(ours.length).toBe(theirs.length)
  let largest = 0
  let most = 0
  for (let at = 0; at < ours.length; at += 1) {
    largest = Math.max(largest, Math.abs((ours[at] ?? Number.NaN) - (theirs[at] ?? Number.NaN)))
    most = Math.max(most, Math.abs(theirs[at] ?? 0))
  }
  return largest / most
}

describe('the models', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    await setBackend('cpu')
  })

  test.each(Object.entries(conversions))('%s is what its conversion makes', (name, convert) => {
    const kept = readFileSync(new URL(`../../models/${name}.onnx`, import.meta.url))
    expect(Buffer.compare(Buffer.from(convert()), kept)).toBe(0)
  })

  test('the face detector answers as the TensorFlow.js graph does', async () => {
    const pixels = waves(256)
    const ours = await runModel('faces', pixels)
    const input = sub(div(tensor4d(Float32Array.from(pixels), [1, 256, 256, 3]), 127.5), 0.5)
    const model = await original('blazeface')
    for (const [name, theirs] of [
      ['scores_fine', 'Identity'],
      ['scores_coarse', 'Identity_1'],
      ['boxes_fine', 'Identity_2'],
      ['boxes_coarse', 'Identity_3'],
    ] as const) {
      const output = model.execute(input, theirs)
      if (!ours || Array.isArray(output)) throw new Error('no output')
      expect(difference(numbersOf(ours, name), output.dataSync())).toBeLessThan(tolerance)
    }
  })

  test('the hand detector answers as the TensorFlow.js graph does', async () => {
    const pixels = waves(320)
    const ours = await runModel('hands', pixels)
    const model = await original('handtrack')
    const input = tensor4d(Int32Array.from(pixels), [1, 320, 320, 3], 'int32')
    const sides = [40, 20, 10, 5, 3]
    const head =
      'StatefulPartitionedCall/WeightSharedConvolutionalBoxPredictor/WeightSharedConvolutionalClassHead/ClassPredictor/BiasAdd'
    const outputs = [
      await model.executeAsync(
        input,
        sides.map((_, level) => (level === 0 ? head : `${head}_${level}`)),
      ),
    ].flat()
    for (const [level, side] of sides.entries()) {
      const theirs = outputs[level]?.dataSync()
      if (!ours || !theirs) throw new Error('no output')
      const area = side * side
      const turned = Float32Array.from(
        theirs,
        (_, at) => theirs[(at % area) * 48 + Math.floor(at / area)] ?? Number.NaN,
      )
      expect(difference(numbersOf(ours, `logits_${side}`), turned)).toBeLessThan(tolerance)
    }
  })

  test('the object detector answers as the TensorFlow.js graph does', async () => {
    const pixels = waves(512)
    const ours = await runModel('objects', pixels)
    const model = await original('centernet')
    const input = tensor4d(Float32Array.from(pixels), [1, 512, 512, 3])
    const [detections, sizes] = [model.execute(input, ['tower_0/detections', 'tower_0/wh'])].flat()
    if (!ours || !detections || !sizes) throw new Error('no output')
    const theirSizes = sizes.dataSync()
    const ourSizes = numbersOf(ours, 'sizes')
    const turned = Float32Array.from(
      theirSizes,
      (_, at) => theirSizes[(at % 16_384) * 4 + Math.floor(at / 16_384)] ?? Number.NaN,
    )
    expect(difference(ourSizes, turned)).toBeLessThan(tolerance)
    const rows = detections.dataSync()
    const scores = Float32Array.from({ length: 100 }, (_, row) => rows[row * 6 + 4] ?? Number.NaN)
    expect(difference(numbersOf(ours, 'peak_scores'), scores)).toBeLessThan(tolerance)
    const places = numbersOf(ours, 'peak_places')
    for (let row = 0; row < 10; row += 1) {
      const place = places[row] ?? 0
      const [x, y] = [(place % 128) * 4, (Math.floor(place / 128) % 128) * 4]
      const size = (edge: number) => ourSizes[edge * 16_384 + (place % 16_384)] ?? Number.NaN
      const ourRow = [x - size(0), y - size(1), x + size(2), y + size(3)]
      expect(difference(ourRow, rows.slice(row * 6, row * 6 + 4))).toBeLessThan(tolerance)
      expect(Math.floor(place / 16_384)).toBe(rows[row * 6 + 5])
    }
  })

  test('the classifier answers as the TensorFlow.js layers do', async () => {
    const pixels = waves(224)
    const ours = await runModel('nudity', pixels)
    const { model, weights } = nudityOriginal()
    const weightSpecs = model.weightsManifest.flatMap((group) => group.weights)
    const load = async () => JSON.parse(JSON.stringify({ modelTopology: model.modelTopology, weightSpecs }))
    const theirs = await loadLayersModel({
      load: async () => ({ ...(await load()), weightData: Uint8Array.from(weights).buffer }),
    })
    const output = theirs.predict(div(tensor4d(Float32Array.from(pixels), [1, 224, 224, 3]), 255))
    if (!ours || !(output instanceof Tensor)) throw new Error('no output')
    expect(difference(numbersOf(ours, 'classes'), output.dataSync())).toBeLessThan(tolerance)
  })
})
