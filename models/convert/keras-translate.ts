import type { KerasLayer, KerasModel } from './keras-model.ts'
import { OnnxGraph } from './onnx.ts'
import type { TfWeight } from './tfjs-graph.ts'
import { transpose } from './translate.ts'

/** Turns the layers of a Keras model into ONNX, one for one, channels first. */
export class KerasTranslation {
  readonly graph = new OnnxGraph()
  readonly #weights: ReadonlyMap<string, TfWeight>
  readonly #layers: readonly KerasLayer[]
  readonly #done = new Map<string, string>()

  constructor({ layers, weights }: KerasModel) {
    this.#layers = layers
    this.#weights = weights
  }

  /** Translates all layers, with the ONNX value `input` for the model's own, and returns the last one's value. */
  translate(input: string): string {
    let last = input
    for (const layer of this.#layers) {
      last = layer.kind === 'InputLayer' ? input : this.#translated(layer)
      this.#done.set(layer.name, last)
    }
    return last
  }

  #translated(layer: KerasLayer): string {
    const translate = translators[layer.kind]
    if (!translate) throw new Error(`no translation of ${layer.kind} (${layer.name})`)
    const inputs = layer.inputs.map((name) => this.#done.get(name) ?? '')
    return translate(layer, inputs, this)
  }

  /** A constant with its axes in another order. */
  constant(name: string, axes?: readonly number[]): string {
    const weight = this.#weights.get(name)
    if (!weight || !(weight.data instanceof Uint8Array)) throw new Error(`the model has no bytes ${name}`)
    const { shape, data } = axes ? transpose(weight.shape, weight.data, axes) : { ...weight, data: weight.data }
    if (!(data instanceof Uint8Array)) throw new Error(`${name} is no bytes`)
    return this.graph.bytes(name, shape, data, weight.scale, weight.min)
  }

  shapeOf(name: string): readonly number[] {
    return this.#weights.get(name)?.shape ?? []
  }
}

type Translator = (layer: KerasLayer, inputs: readonly string[], translation: KerasTranslation) => string

const translators: Readonly<Record<string, Translator>> = {
  Conv2D: convolution,
  DepthwiseConv2D: convolution,
  BatchNormalization: normalisation,
  ZeroPadding2D: padding,
  AveragePooling2D: pooling,
  Dense: dense,
  ReLU({ name, config }, [input = ''], { graph }) {
    if (config.max_value !== 6 || config.negative_slope !== 0) throw new Error(`${name} is cut elsewhere`)
    return graph.node('Clip', [input, graph.scalar('zero', 0), graph.scalar('six', 6)], name)
  },
  Add: ({ name }, inputs, { graph }) => graph.node('Add', inputs, name),
  // One pixel is left of each channel: the order of the axes makes no difference.
  Flatten: ({ name }, inputs, { graph }) => graph.node('Flatten', inputs, name),
  // Does nothing but in training.
  Dropout: (_, [input = '']) => input,
}

function convolution(
  { name, kind, config }: KerasLayer,
  [input = '']: readonly string[],
  translation: KerasTranslation,
) {
  const isDepthwise = kind === 'DepthwiseConv2D'
  if (config.use_bias !== false || config.activation !== 'linear') throw new Error(`${name} does more than convolve`)
  const weights = `${name}/${isDepthwise ? 'depthwise_kernel' : 'kernel'}`
  const [height = 0, width = 0, channels = 0, multiplier] = translation.shapeOf(weights)
  if (isDepthwise && multiplier !== 1) throw new Error(`${name} multiplies channels`)
  const kernel = translation.constant(weights, isDepthwise ? [2, 3, 0, 1] : [3, 2, 0, 1])
  return translation.graph.node('Conv', [input, kernel], name, {
    strides: numbers(config.strides),
    auto_pad: config.padding === 'same' ? 'SAME_UPPER' : 'VALID',
    kernel_shape: [height, width],
    group: isDepthwise ? channels : 1,
  })
}

function normalisation({ name, config }: KerasLayer, [input = '']: readonly string[], translation: KerasTranslation) {
  const parts = ['gamma', 'beta', 'moving_mean', 'moving_variance'].map((part) =>
    translation.constant(`${name}/${part}`),
  )
  return translation.graph.node('BatchNormalization', [input, ...parts], name, {
    epsilon: Float32Array.of(Number(config.epsilon)),
  })
}

function padding({ name, config }: KerasLayer, [input = '']: readonly string[], { graph }: KerasTranslation) {
  const [rows, columns] = Array.isArray(config.padding) ? config.padding : []
  const [[top, bottom], [left, right]] = [numbers(rows), numbers(columns)]
  const pads = graph.integers(`${name}:pads`, [0, 0, top ?? 0, left ?? 0, 0, 0, bottom ?? 0, right ?? 0])
  return graph.node('Pad', [input, pads], name)
}

function pooling({ name, config }: KerasLayer, [input = '']: readonly string[], { graph }: KerasTranslation) {
  if (config.padding !== 'valid') throw new Error(`${name} is padded`)
  return graph.node('AveragePool', [input], name, {
    kernel_shape: numbers(config.pool_size),
    strides: numbers(config.strides),
  })
}

function dense({ name, config }: KerasLayer, [input = '']: readonly string[], translation: KerasTranslation) {
  const { graph } = translation
  const operation = activations[String(config.activation)]
  if (!operation) throw new Error(`${name} ends with ${String(config.activation)}`)
  const sum = graph.node(
    'Gemm',
    [input, translation.constant(`${name}/kernel`), translation.constant(`${name}/bias`)],
    `${name}:sum`,
  )
  return graph.node(operation, [sum], name)
}

const activations: Readonly<Record<string, string>> = { relu: 'Relu', softmax: 'Softmax' }

function numbers(list: unknown): readonly number[] {
  if (!Array.isArray(list)) throw new Error('no numbers')
  return list.map(Number)
}
