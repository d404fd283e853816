import { exportedBy, type RawKerasModel, readKerasModel } from './keras-model.ts'
import { KerasTranslation } from './keras-translate.ts'
import type { OnnxGraph } from './onnx.ts'
import { readTfGraph } from './tfjs-graph.ts'
import { Translation } from './translate.ts'

/** Where the original weights lie. */
export const originals = new URL('../../node_modules/@vladmandic/human/models/', import.meta.url)
const nudityOriginals = new URL('../../node_modules/nsfwjs/dist/models/mobilenet_v2/', import.meta.url)

/** How each file of `models/` is made. */
export const conversions: Readonly<Record<string, () => Uint8Array>> = Object.freeze({
  'blazeface-back-256': blazeFace,
  'centernet-mobilenet-512': centerNet,
  'handtrack-mobilenet-320': handTrack,
  'nsfwjs-mobilenet-224': nudity,
})

/** Four tables of two maps, as the source has them: scores (logits) and boxes, of the fine and of the coarse map. */
function blazeFace(): Uint8Array {
  const translation = new Translation(readTfGraph(new URL('blazeface.json', originals)))
  const { graph } = translation
  const picture = input(translation, 256)
  const scaled = graph.node('Mul', [picture, graph.scalar('scale', 1 / 127.5)], 'scaled')
  translation.provide('input', graph.node('Add', [scaled, graph.scalar('shift', -0.5)], 'normalised'))
  const tables = [
    ['Identity', 'scores_fine', [1, 512, 1]],
    ['Identity_1', 'scores_coarse', [1, 384, 1]],
    ['Identity_2', 'boxes_fine', [1, 512, 16]],
    ['Identity_3', 'boxes_coarse', [1, 384, 16]],
  ] as const
  for (const [source, name, shape] of tables) {
    graph.node('Identity', [translation.value(source)], name)
    graph.output({ name, type: 'float', shape })
  }
  return graph.encode('blazeface-back-256')
}

/**
 * The 100 highest peaks of all classes' maps and the sizes at every place. The source goes on to pick the sizes at the
 * peaks and to put boxes together, which costs less in the program.
 */
function centerNet(): Uint8Array {
  const translation = new Translation(readTfGraph(new URL('centernet.json', originals)))
  const { graph } = translation
  translation.provide('tower_0/images', input(translation, ['height', 'width']))
  const heat = translation.value('tower_0/keypoints')
  const highest = graph.node('MaxPool', [heat], 'highest', {
    kernel_shape: [3, 3],
    strides: [1, 1],
    auto_pad: 'SAME_UPPER',
  })
  const isPeak = graph.node('Equal', [heat, highest], 'is_peak')
  const peaks = graph.node('Where', [isPeak, heat, graph.scalar('zero', 0)], 'peaks')
  const flat = graph.node('Reshape', [peaks, graph.integers('flat', [1, -1])], 'peaks_flat')
  const outputs = ['peak_scores', 'peak_places']
  graph.nodeWithOutputs('TopK', [flat, graph.integers('peak_count', [100])], outputs, { axis: 1 })
  graph.output({ name: 'peak_scores', type: 'float', shape: [1, 100] })
  graph.output({ name: 'peak_places', type: 'int64', shape: [1, 100] })
  graph.node('Identity', [translation.value('tower_0/wh')], 'sizes')
  graph.output({ name: 'sizes', type: 'float', shape: [1, 4, 'rows', 'columns'] })
  return graph.encode('centernet-mobilenet-512')
}

/**
 * The classes' logits at every place of five maps, from the finest to the coarsest. What the source does before (resizing
 * a picture that has the right size) and after (boxes, which are not needed) is left out.
 */
function handTrack(): Uint8Array {
  const translation = new Translation(readTfGraph(new URL('handtrack.json', originals)))
  const { graph } = translation
  const scaled = graph.node('Mul', [input(translation, 320), graph.scalar('scale', 2 / 255)], 'scaled')
  const normalised = graph.node('Add', [scaled, graph.scalar('shift', -1)], 'normalised')
  translation.provide('StatefulPartitionedCall/map/TensorArrayV2Stack/TensorListStack', normalised)
  const head =
    'StatefulPartitionedCall/WeightSharedConvolutionalBoxPredictor/WeightSharedConvolutionalClassHead/ClassPredictor/BiasAdd'
  for (const [level, side] of [40, 20, 10, 5, 3].entries()) {
    const name = `logits_${side}`
    graph.node('Identity', [translation.value(level === 0 ? head : `${head}_${level}`)], name)
    graph.output({ name, type: 'float', shape: [1, 48, side, side] })
  }
  return graph.encode('handtrack-mobilenet-320')
}

/** The model and its weights as the package carries them: in scripts, the weights as one text in base 64. */
export function nudityOriginal(): { readonly model: RawKerasModel; readonly weights: Uint8Array } {
  const model = exportedBy(new URL('model.min.js', nudityOriginals)) as RawKerasModel
  const weights = Buffer.from(String(exportedBy(new URL('group1-shard1of1.min.js', nudityOriginals))), 'base64')
  return { model, weights }
}

/** How likely each of five classes is: drawing, hentai, neutral, porn, sexy. */
function nudity(): Uint8Array {
  const { model, weights } = nudityOriginal()
  const translation = new KerasTranslation(readKerasModel(model, weights))
  const { graph } = translation
  const scaled = graph.node('Mul', [input(translation, 224), graph.scalar('scale', 1 / 255)], 'scaled')
  graph.node('Identity', [translation.translate(scaled)], 'classes')
  graph.output({ name: 'classes', type: 'float', shape: [1, 5] })
  return graph.encode('nsfwjs-mobilenet-224')
}

/** Pixels go in as a decoder gives them: bytes, red, green and blue of one after the other. */
function input({ graph }: { readonly graph: OnnxGraph }, size: number | readonly [string, string]): string {
  const [height, width] = typeof size === 'number' ? [size, size] : size
  const pixels = graph.input({ name: 'pixels', type: 'uint8', shape: [1, height, width, 3] })
  const planes = graph.node('Transpose', [pixels], 'planes', { perm: [0, 3, 1, 2] })
  return graph.node('Cast', [planes], 'numbers', { to: 1 })
}
