import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import type { TfWeight } from './tfjs-graph.ts'

/** A layer of a Keras model with the names of the layers before it. */
export interface KerasLayer {
  readonly name: string
  readonly kind: string
  readonly inputs: readonly string[]
  readonly config: Readonly<Record<string, unknown>>
}

export interface KerasModel {
  /** Each behind those that it needs. */
  readonly layers: readonly KerasLayer[]
  readonly weights: ReadonlyMap<string, TfWeight>
}

/** What TensorFlow.js calls a layers model, as far as it is read here. */
export interface RawKerasModel {
  readonly modelTopology: {
    readonly model_config: {
      readonly config: {
        readonly layers: readonly {
          readonly name: string
          readonly class_name: string
          readonly config: Readonly<Record<string, unknown>>
          readonly inbound_nodes: readonly (readonly (readonly [string, ...unknown[]])[])[]
        }[]
      }
    }
  }
  readonly weightsManifest: readonly {
    readonly weights: readonly {
      readonly name: string
      readonly shape: readonly number[]
      readonly quantization?: { readonly dtype: string; readonly scale: number; readonly min: number }
    }[]
  }[]
}

/** A layers model of TensorFlow.js whose weights are all bytes, and these bytes in one stretch. */
export function readKerasModel({ modelTopology, weightsManifest }: RawKerasModel, bytes: Uint8Array): KerasModel {
  const weights = new Map<string, TfWeight>()
  let at = 0
  for (const { name, shape, quantization } of weightsManifest.flatMap((group) => group.weights)) {
    if (quantization?.dtype !== 'uint8') throw new Error(`${name} is not kept in bytes`)
    const count = shape.reduce((product, size) => product * size, 1)
    const data = Uint8Array.from(bytes.subarray(at, at + count))
    weights.set(name, { shape, data, scale: quantization.scale, min: quantization.min })
    at += count
  }
  if (at !== bytes.length) throw new Error(`the weights take ${at} bytes, not ${bytes.length}`)
  const layers = modelTopology.model_config.config.layers.map((layer) => ({
    name: layer.name,
    kind: layer.class_name,
    inputs: (layer.inbound_nodes[0] ?? []).map(([input]) => input),
    config: layer.config,
  }))
  return { layers, weights }
}

/** What a script of the kind that `browserify` writes exports, run by itself: it reaches nothing outside. */
export function exportedBy(file: URL): unknown {
  const sandbox = { module: { exports: {} as unknown }, exports: {} }
  runInNewContext(readFileSync(file, 'utf8'), sandbox)
  return sandbox.module.exports
}
