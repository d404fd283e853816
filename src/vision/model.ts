import { fileURLToPath } from 'node:url'
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { type Runtime, runtime } from './runtime.ts'

/**
 * The models by their files in `models/`, with the side of the square of pixels that each takes; `objects` takes any side
 * that 32 divides, and sees less in smaller ones.
 */
export const models = Object.freeze({
  faces: { file: 'blazeface-back-256.onnx', side: 256 },
  objects: { file: 'centernet-mobilenet-512.onnx', side: 512 },
  hands: { file: 'handtrack-mobilenet-320.onnx', side: 320 },
  nudity: { file: 'nsfwjs-mobilenet-224.onnx', side: 224 },
})
export type ModelName = keyof typeof models
export const modelNames: readonly ModelName[] = Object.freeze(['faces', 'objects', 'hands', 'nudity'])

const sessions = new Map<string, Promise<InferenceSession>>()

/** Whether this machine can run the models at all. Loads the runtime. */
export async function canLook(): Promise<boolean> {
  return (await runtime()) !== undefined
}

/**
 * Runs a model on one square picture: side × side × 3 bytes, red, green, blue. Each model is loaded once a thread,
 * on first use, and runs in that thread alone, for the pool has the others.
 * @param on the runtime to run on; the fastest that the machine has unless named
 * @returns its outputs by name; undefined where the machine has no runtime
 */
export async function runModel(
  name: ModelName,
  pixels: Uint8Array,
  on?: Runtime,
): Promise<Readonly<Record<string, Tensor>> | undefined> {
  const chosen = on ?? (await runtime())
  if (!chosen) return undefined
  const key = `${chosen.kind} ${name}`
  let session = sessions.get(key)
  if (!session) {
    session = chosen.load(fileURLToPath(new URL(`../../models/${models[name].file}`, import.meta.url)))
    sessions.set(key, session)
  }
  const side = Math.sqrt(pixels.length / 3)
  return (await session).run({ pixels: chosen.tensor(pixels, [1, side, side, 3]) })
}

/** The numbers of one output. */
export function numbersOf(outputs: Readonly<Record<string, Tensor>>, name: string): ArrayLike<number> {
  const data = outputs[name]?.data
  if (data instanceof Float32Array) return data
  if (data instanceof BigInt64Array) return Array.from(data, Number)
  throw new Error(`the model has no numbers ${name}`)
}
