import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { InferenceSession, Tensor } from 'onnxruntime-node'

/** What runs the models: the machine's own code, or WebAssembly where there is none for it. */
export type RuntimeKind = 'native' | 'wasm'

/** A runtime that is loaded, for one thread. */
export interface Runtime {
  readonly kind: RuntimeKind
  /** Loads a model from its file. */
  load(file: string): Promise<InferenceSession>
  /** Bytes as a model takes them. */
  tensor(bytes: Uint8Array, shape: readonly number[]): Tensor
}

const loading = new Map<RuntimeKind, Promise<Runtime | undefined>>()

/** The fastest runtime that this machine has; undefined where it has none. */
export async function runtime(): Promise<Runtime | undefined> {
  return (await runtimeOf('native')) ?? runtimeOf('wasm')
}

/** That runtime; undefined where it is not installed, or does not load. Loaded once a thread. */
export function runtimeOf(kind: RuntimeKind): Promise<Runtime | undefined> {
  let loaded = loading.get(kind)
  if (!loaded) {
    // Neither package has to be there, nor has the first a binary for every machine (doctor says so): without any,
    // pictures keep their word that nobody looked.
    loaded = (kind === 'native' ? native() : wasm()).catch(() => undefined)
    loading.set(kind, loaded)
  }
  return loaded
}

/** One thread each, for the pool has the others. */
const options = Object.freeze({
  executionMode: 'sequential',
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  graphOptimizationLevel: 'all',
  logSeverityLevel: 3,
} as const)

async function native(): Promise<Runtime> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node')
  return {
    kind: 'native',
    load: (file) => InferenceSession.create(file, { ...options, executionProviders: ['cpu'] }),
    tensor: (bytes, shape) => new Tensor('uint8', bytes, shape),
  }
}

/** The package would fetch its WebAssembly by address: it gets the bytes instead, and no threads of its own. */
async function wasm(): Promise<Runtime> {
  const { env, InferenceSession, Tensor } = await import('onnxruntime-web')
  const file = createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')
  env.wasm.wasmBinary = await readFile(file)
  env.wasm.numThreads = 1
  env.wasm.proxy = false
  return {
    kind: 'wasm',
    load: async (model) => InferenceSession.create(await readFile(model), { ...options, executionProviders: ['wasm'] }),
    tensor: (bytes, shape) => new Tensor('uint8', bytes, shape),
  }
}
