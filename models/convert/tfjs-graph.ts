import { readFileSync } from 'node:fs'

/** A node of a TensorFlow.js graph model, its attributes in plain form. */
export interface TfNode {
  readonly name: string
  readonly op: string
  readonly inputs: readonly string[]
  /** Text and texts decoded, integers as numbers; `undefined` where the node has no such attribute. */
  text(attribute: string): string | undefined
  texts(attribute: string): readonly string[]
  integers(attribute: string): readonly number[]
  flag(attribute: string): boolean
}

/** A constant of the graph. Half-precision weights and bytes stay as they are stored. */
export interface TfWeight {
  readonly shape: readonly number[]
  readonly data: Float32Array | Int32Array | Uint16Array | Uint8Array
  /** For bytes: what one step is worth, and what 0 is. */
  readonly scale: number
  readonly min: number
}

export interface TfGraph {
  readonly nodes: readonly TfNode[]
  readonly weights: ReadonlyMap<string, TfWeight>
}

interface RawAttribute {
  readonly s?: string
  readonly b?: boolean
  readonly list?: { readonly s?: readonly string[]; readonly i?: readonly string[] }
}
interface RawModel {
  readonly modelTopology: {
    readonly node: readonly {
      readonly name: string
      readonly op: string
      readonly input?: readonly string[]
      readonly attr?: Readonly<Record<string, RawAttribute>>
    }[]
  }
  readonly weightsManifest: readonly {
    readonly paths: readonly string[]
    readonly weights: readonly {
      readonly name: string
      readonly shape: readonly number[]
      readonly dtype: string
      readonly quantization?: { readonly dtype: string; readonly scale?: number; readonly min?: number }
    }[]
  }[]
}

/** Reads a graph model in the format of tfjs-converter: `model.json` beside its weight files. */
export function readTfGraph(file: URL): TfGraph {
  const { modelTopology, weightsManifest }: RawModel = JSON.parse(readFileSync(file, 'utf8'))
  const weights = new Map<string, TfWeight>()
  for (const { paths, weights: described } of weightsManifest) {
    const bytes = Buffer.concat(paths.map((path) => readFileSync(new URL(path, file))))
    let at = 0
    for (const { name, shape, dtype, quantization } of described) {
      const count = shape.reduce((product, size) => product * size, 1)
      const data = numbers(bytes, at, count, quantization?.dtype ?? dtype)
      weights.set(name, { shape, data, scale: quantization?.scale ?? 1, min: quantization?.min ?? 0 })
      at += data.byteLength
    }
    if (at !== bytes.length) throw new Error(`the weights of ${file.pathname} take ${at} bytes, not ${bytes.length}`)
  }
  return { nodes: modelTopology.node.map(plainNode), weights }
}

function numbers(bytes: Buffer, at: number, count: number, dtype: string): TfWeight['data'] {
  const part = (size: number) => Uint8Array.from(bytes.subarray(at, at + count * size)).buffer
  if (dtype === 'float32') return new Float32Array(part(4))
  if (dtype === 'int32') return new Int32Array(part(4))
  if (dtype === 'float16') return new Uint16Array(part(2))
  if (dtype === 'uint8') return new Uint8Array(part(1))
  throw new Error(`weights of type ${dtype} are not known here`)
}

function plainNode({ name, op, input, attr }: RawModel['modelTopology']['node'][number]): TfNode {
  const list = (attribute: string) => attr?.[attribute]?.list
  return {
    name,
    op,
    inputs: (input ?? []).filter((one) => !one.startsWith('^')),
    text: (attribute) => decoded(attr?.[attribute]?.s),
    texts: (attribute) => (list(attribute)?.s ?? []).map((one) => decoded(one) ?? ''),
    integers: (attribute) => (list(attribute)?.i ?? []).map(Number),
    flag: (attribute) => attr?.[attribute]?.b === true,
  }
}

function decoded(base64: string | undefined): string | undefined {
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64').toString('latin1')
}
