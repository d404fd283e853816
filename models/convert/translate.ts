import { OnnxGraph } from './onnx.ts'
import type { TfGraph, TfNode, TfWeight } from './tfjs-graph.ts'

/**
 * Turns the nodes of a TensorFlow.js graph into ONNX, one for one. TensorFlow keeps channels last, ONNX first: pictures
 * go through the ONNX graph channels first, and only a `Reshape` turns them back.
 */
export class Translation {
  readonly graph = new OnnxGraph()
  readonly #source: TfGraph
  readonly #nodes: ReadonlyMap<string, TfNode>
  readonly #done = new Map<string, string>()

  constructor(source: TfGraph) {
    this.#source = source
    this.#nodes = new Map(source.nodes.map((node) => [node.name, node]))
  }

  /** Says that the ONNX value `value` is what the source calls `name`. */
  provide(name: string, value: string): void {
    this.#done.set(name, value)
  }

  /** Translates the named node and all it needs, and returns the ONNX value's name. */
  value(name: string): string {
    const known = this.#done.get(name)
    if (known !== undefined) return known
    const node = this.#nodes.get(name)
    if (!node) throw new Error(`the graph has no node ${name}`)
    const translate = translators[node.op]
    if (!translate) throw new Error(`no translation of ${node.op} (${name})`)
    const value = translate(node, this)
    this.#done.set(name, value)
    return value
  }

  weight(name: string): TfWeight {
    const weight = this.#source.weights.get(name)
    if (!weight) throw new Error(`the graph has no weight ${name}`)
    return weight
  }

  integers(name: string): readonly number[] {
    return Array.from(this.weight(name).data)
  }

  /** What a `Reshape` makes twice as high and wide by packing it with itself twice; undefined where it does not. */
  doubledBy(reshape: TfNode): string | undefined {
    const rows = this.#nodes.get(first(reshape))
    const columns = rows?.op === 'Pack' ? this.#nodes.get(first(rows)) : undefined
    if (!rows || columns?.op !== 'Pack') return undefined
    const isTwice = [rows, columns].every(({ inputs }) => inputs.length === 2 && inputs[0] === inputs[1])
    if (!isTwice) throw new Error(`${reshape.name} packs different values`)
    return first(columns)
  }

  isWeight(name: string): boolean {
    return this.#source.weights.has(name)
  }

  /** A constant with its axes in another order. */
  constant(name: string, axes?: readonly number[]): string {
    const { shape, data, scale, min } = this.weight(name)
    if (data instanceof Int32Array) throw new Error(`${name} holds integers`)
    const turned = axes ? transpose(shape, data, axes) : { shape, data }
    if (turned.data instanceof Uint8Array) return this.graph.bytes(name, turned.shape, turned.data, scale, min)
    return this.graph.constant(name, turned.shape, turned.data)
  }
}

type Translator = (node: TfNode, translation: Translation) => string

const translators: Readonly<Record<string, Translator>> = {
  _FusedConv2D: convolution,
  Conv2D: convolution,
  FusedDepthwiseConv2dNative: convolution,
  DepthwiseConv2dNative: convolution,
  Add: elementwise('Add'),
  AddV2: elementwise('Add'),
  Mul: elementwise('Mul'),
  Relu: elementwise('Relu'),
  Sigmoid: elementwise('Sigmoid'),
  Identity: (node, translation) => translation.value(first(node)),
  Relu6: (node, translation) => activated('Relu6', translation.value(first(node)), node.name, translation),
  MaxPool: maxPool,
  Mean: mean,
  Pad: pad,
  ResizeBilinear: resize,
  ConcatV2: concat,
  Reshape: reshape,
}

function convolution(node: TfNode, translation: Translation): string {
  const [input, weights, bias] = node.inputs
  const isDepthwise = node.op.includes('Depthwise')
  const { shape } = translation.weight(weights ?? '')
  const [height = 0, width = 0, channels = 0] = shape
  if (isDepthwise && shape[3] !== 1) throw new Error(`${node.name} multiplies channels`)
  if (node.integers('dilations').some((one) => one !== 1)) throw new Error(`${node.name} is dilated`)
  const inputs = [
    translation.value(input ?? ''),
    translation.constant(weights ?? '', isDepthwise ? [2, 3, 0, 1] : [3, 2, 0, 1]),
  ]
  const fused = node.texts('fused_ops')
  if (fused[0] === 'BiasAdd') inputs.push(translation.constant(bias ?? ''))
  else if (fused.length > 0) throw new Error(`${node.name} begins with ${fused[0]}`)
  const attributes = { ...window(node), kernel_shape: [height, width], group: isDepthwise ? channels : 1 }
  const [, activation] = fused
  if (activation === undefined) return translation.graph.node('Conv', inputs, node.name, attributes)
  const sum = translation.graph.node('Conv', inputs, `${node.name}:sum`, attributes)
  return activated(activation, sum, node.name, translation)
}

function activated(kind: string, input: string, output: string, { graph }: Translation): string {
  if (kind === 'Relu') return graph.node('Relu', [input], output)
  if (kind === 'Relu6') return graph.node('Clip', [input, graph.scalar('zero', 0), graph.scalar('six', 6)], output)
  throw new Error(`${output} ends with ${kind}`)
}

/** Strides and padding, which TensorFlow's SAME puts below and to the right where it is uneven. */
function window(node: TfNode) {
  const [, down = 1, across = 1] = node.integers('strides')
  const padding = node.text('padding')
  if (node.text('data_format') !== 'NHWC') throw new Error(`${node.name} has its channels elsewhere`)
  if (padding !== 'SAME' && padding !== 'VALID') throw new Error(`${node.name} is padded ${padding}`)
  return { strides: [down, across], auto_pad: padding === 'SAME' ? 'SAME_UPPER' : 'VALID' }
}

function elementwise(op: string): Translator {
  return (node, translation) => {
    const inputs = node.inputs.map((input) => (translation.isWeight(input) ? single(input, translation) : input))
    const values = inputs.map((input, at) => (input === node.inputs[at] ? translation.value(input) : input))
    return translation.graph.node(op, values, node.name)
  }
}

/** Only single numbers are the same whichever axis comes first. */
function single(name: string, translation: Translation): string {
  if (translation.weight(name).data.length !== 1) throw new Error(`${name} is more than a number`)
  return translation.constant(name)
}

function maxPool(node: TfNode, translation: Translation): string {
  const [, height = 1, width = 1] = node.integers('ksize')
  const attributes = { ...window(node), kernel_shape: [height, width] }
  return translation.graph.node('MaxPool', [translation.value(first(node))], node.name, attributes)
}

function mean(node: TfNode, translation: Translation): string {
  const axes = translation.integers(node.inputs[1] ?? '').map(channelsFirst)
  const attributes = { axes, keepdims: node.flag('keep_dims') ? 1 : 0 }
  return translation.graph.node('ReduceMean', [translation.value(first(node))], node.name, attributes)
}

function pad(node: TfNode, translation: Translation): string {
  const paddings = translation.integers(node.inputs[1] ?? '')
  const order = [0, 3, 1, 2]
  const pads = [...order.map((axis) => paddings[2 * axis] ?? 0), ...order.map((axis) => paddings[2 * axis + 1] ?? 0)]
  const inputs = [translation.value(first(node)), translation.graph.integers(`${node.name}:pads`, pads)]
  return translation.graph.node('Pad', inputs, node.name)
}

/**
 * The source names the size that comes out, which is twice what goes in (the tests compare the outputs); as a scale it
 * holds for pictures of any size.
 */
function resize(node: TfNode, translation: Translation): string {
  if (node.flag('align_corners') || node.flag('half_pixel_centers')) throw new Error(`${node.name} aligns otherwise`)
  const attributes = { mode: 'linear', coordinate_transformation_mode: 'asymmetric' }
  const source = translation.value(first(node))
  return translation.graph.node('Resize', [source, '', twice(translation)], node.name, attributes)
}

function twice({ graph }: Translation): string {
  return graph.constant('double', [4], Float32Array.of(1, 1, 2, 2))
}

function concat(node: TfNode, translation: Translation): string {
  const parts = node.inputs.slice(0, -1).map((input) => translation.value(input))
  const [axis = 0] = translation.integers(node.inputs.at(-1) ?? '')
  return translation.graph.node('Concat', parts, node.name, { axis: channelsFirst(axis < 0 ? axis + 4 : axis) })
}

function reshape(node: TfNode, translation: Translation): string {
  const { graph } = translation
  const doubled = translation.doubledBy(node)
  if (doubled !== undefined) return double(doubled, node.name, translation)
  const last = graph.node('Transpose', [translation.value(first(node))], `${node.name}:channels_last`, {
    perm: [0, 2, 3, 1],
  })
  const shape = graph.integers(`${node.name}:shape`, translation.integers(node.inputs[1] ?? ''))
  return graph.node('Reshape', [last, shape], node.name)
}

/** Each pixel becomes four alike. */
function double(source: string, output: string, translation: Translation): string {
  const attributes = { mode: 'nearest', coordinate_transformation_mode: 'asymmetric', nearest_mode: 'floor' }
  return translation.graph.node('Resize', [translation.value(source), '', twice(translation)], output, attributes)
}

function first(node: TfNode): string {
  const [input] = node.inputs
  if (input === undefined) throw new Error(`${node.name} has no input`)
  return input
}

function channelsFirst(axis: number): number {
  return [0, 2, 3, 1][axis] ?? axis
}

export function transpose(
  shape: readonly number[],
  data: Float32Array | Uint16Array | Uint8Array,
  axes: readonly number[],
) {
  const steps = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1))
  const turned = axes.map((axis) => shape[axis] ?? 1)
  const turnedSteps = axes.map((axis) => steps[axis] ?? 1)
  const result = data.slice()
  for (let at = 0; at < data.length; at += 1) {
    let rest = at
    let from = 0
    for (let axis = turned.length - 1; axis >= 0; axis -= 1) {
      const size = turned[axis] ?? 1
      from += (rest % size) * (turnedSteps[axis] ?? 1)
      rest = Math.floor(rest / size)
    }
    result[at] = data[from] ?? 0
  }
  return { shape: turned, data: result }
}
