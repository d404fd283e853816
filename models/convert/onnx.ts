import { encode, type Message } from './protobuf.ts'

/** Element types of ONNX (`TensorProto.DataType`). */
export const types = Object.freeze({ float: 1, uint8: 2, int64: 7, float16: 10 })
export type ElementType = keyof typeof types

/** Attributes that our nodes need: an integer, a number of single precision in a list of its own type, integers or a text. */
export type Attributes = Readonly<Record<string, number | Float32Array | readonly number[] | string>>

interface Port {
  readonly name: string
  readonly type: ElementType
  /** A dimension that is not fixed has a name. */
  readonly shape: readonly (number | string)[]
}

const irVersion = 8
const opset = 17

/** An ONNX graph in the making: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto */
export class OnnxGraph {
  readonly #nodes: Message[] = []
  readonly #constants = new Map<string, Message>()
  #inputs: Message[] = []
  #outputs: Message[] = []

  input(port: Port): string {
    this.#inputs.push(portMessage(port))
    return port.name
  }

  output(port: Port): void {
    this.#outputs.push(portMessage(port))
  }

  /** Adds a node with one output of that name. */
  node(op: string, inputs: readonly string[], output: string, attributes: Attributes = {}): string {
    return this.nodeWithOutputs(op, inputs, [output], attributes)[0] ?? output
  }

  nodeWithOutputs(
    op: string,
    inputs: readonly string[],
    outputs: readonly string[],
    attributes: Attributes = {},
  ): readonly string[] {
    const attribute = Object.entries(attributes).map(([name, value]) => attributeMessage(name, value))
    this.#nodes.push({ 1: inputs, 2: outputs, 3: outputs[0] ?? op, 4: op, 5: attribute })
    return outputs
  }

  /** Adds constant numbers once a name. Half-precision ones are widened by the runtime when it loads them. */
  constant(name: string, shape: readonly number[], data: Numbers): string {
    if (this.#constants.has(name)) return data instanceof Uint16Array ? `${name}:wide` : name
    const type = typeOf(data)
    const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    this.#constants.set(name, { 1: shape, 2: type, 8: name, 9: raw })
    return data instanceof Uint16Array ? this.node('Cast', [name], `${name}:wide`, { to: types.float }) : name
  }

  /** Constant numbers that are kept as bytes: byte × scale + min, worked out by the runtime when it loads them. */
  bytes(name: string, shape: readonly number[], data: Uint8Array, scale: number, min: number): string {
    const value = `${name}:value`
    if (this.#constants.has(name)) return value
    this.constant(name, shape, data)
    const wide = this.node('Cast', [name], `${name}:wide`, { to: types.float })
    const scaled = this.node('Mul', [wide, this.scalar(`${name}:scale`, scale)], `${name}:scaled`)
    return this.node('Add', [scaled, this.scalar(`${name}:min`, min)], value)
  }

  integers(name: string, values: readonly number[]): string {
    return this.constant(name, [values.length], BigInt64Array.from(values.map(BigInt)))
  }

  scalar(name: string, value: number): string {
    return this.constant(name, [], Float32Array.of(value))
  }

  /** The file's bytes: the same for the same graph. */
  encode(name: string): Uint8Array {
    const graph = {
      1: this.#nodes,
      2: name,
      5: [...this.#constants.values()],
      11: this.#inputs,
      12: this.#outputs,
    }
    return encode({ 1: irVersion, 2: 'leaksift', 7: graph, 8: { 1: '', 2: opset } })
  }
}

type Numbers = Float32Array | BigInt64Array | Uint16Array | Uint8Array

function typeOf(data: Numbers): number {
  if (data instanceof Float32Array) return types.float
  if (data instanceof BigInt64Array) return types.int64
  return data instanceof Uint16Array ? types.float16 : types.uint8
}

function portMessage({ name, type, shape }: Port): Message {
  return {
    1: name,
    2: { 1: { 1: types[type], 2: { 1: shape.map((size) => (typeof size === 'string' ? { 2: size } : { 1: size })) } } },
  }
}

const attributeTypes = Object.freeze({ float: 1, int: 2, string: 3, ints: 7 })

function attributeMessage(name: string, value: Attributes[string]): Message {
  if (value instanceof Float32Array) return { 1: name, 2: value, 20: attributeTypes.float }
  if (typeof value === 'number') return { 1: name, 3: value, 20: attributeTypes.int }
  if (typeof value === 'string') return { 1: name, 4: value, 20: attributeTypes.string }
  return { 1: name, 8: value, 20: attributeTypes.ints }
}
