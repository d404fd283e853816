/**
 * Pictures of 12 megapixels a second, through a whole scan, beside its floors in the same run: decoding alone and the models
 * alone. Scans are timed by the clock, which means something only where nothing else runs; the steps in one thread also by
 * processor time. `npm run bench:pictures -- --pictures 24`; with `--endurance 10000`, memory and descriptors of a long scan of
 * small ones instead (Linux).
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter'
import { setBackend, tensor4d, tidy } from '@tensorflow/tfjs-core'
import { originals } from '../models/convert/conversions.ts'
import type { Frame } from '../src/core/content.ts'
import { defaultLimits } from '../src/core/limits.ts'
import { bytesReader } from '../src/core/reader.ts'
import { languageOf } from '../src/records/language.ts'
import { showsBeforeAfter } from '../src/vision/before-after.ts'
import { decodeColour } from '../src/vision/decode.ts'
import { look } from '../src/vision/look.ts'
import { type ModelName, models, runModel } from '../src/vision/model.ts'
import { readPage } from '../src/vision/read-page.ts'
import { runtimeOf } from '../src/vision/runtime.ts'
import { thumbnailDiffers } from '../src/vision/thumbnail.ts'
import { viewPixels } from '../src/vision/view.ts'
import { clips } from './clips.ts'
import { headPicture, landscape } from './drawn-pictures.ts'
import { endurance } from './picture-endurance.ts'

/** What is shown, and which models such a picture needs at least. */
const subjects = {
  'a face': { draw: headPicture, needs: ['faces'] },
  nobody: { draw: landscape, needs: ['faces', 'objects'] },
} as const

/** Pictures a second through scans, decoding and models; then each model beside other runtimes. */
export async function pictures(count: number): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'leaksift-bench-pictures-'))
  try {
    for (const [name, { draw, needs }] of Object.entries(subjects)) {
      const folder = join(work, name.replace(' ', '-'))
      const jpegs = await makePictures(folder, count, draw)
      const decode = await perSecond(jpegs.length, async (at) =>
        decodeColour(jpegs[at] ?? new Uint8Array(), viewPixels, defaultLimits),
      )
      const whole = await perSecond(jpegs.length, async (at) =>
        decodeColour(jpegs[at] ?? new Uint8Array(), 4_096, defaultLimits),
      )
      const inference = await perSecond(count, async () => {
        for (const model of needs) await runModel(model, blank(model))
      })
      console.log(
        `\n12-megapixel JPEGs that show ${name}: decoding alone to ${viewPixels} pixels ${rate(decode)}, to all pixels ${rate(whole)}, models alone (${needs.join(', ')}) ${rate(inference)}`,
      )
      console.log(`  one thread, processor time: ${await shareOfDecoding(jpegs)} × decoding alone`)
      for (const workers of [1, 2]) {
        const speed = scanned(folder, count, workers, work)
        console.log(
          `  ${workers} worker${workers > 1 ? 's' : ''}: ${rate(speed)}, ${(speed / decode).toFixed(2)} × decoding alone`,
        )
      }
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  await besideOthers()
  await clips()
}

/** How much of the time that a picture takes in one thread its decoding alone would take, measured in turns. */
async function shareOfDecoding(jpegs: readonly Buffer[]): Promise<string> {
  const spent = { decoding: 0, all: 0 }
  for (let round = 0; round < 3; round += 1) {
    for (const jpeg of jpegs) {
      const decoding = await processorTime(() => decodeColour(jpeg, viewPixels, defaultLimits))
      const all = await processorTime(() => examined(jpeg))
      // The first round loads and warms what is needed.
      if (round === 0) continue
      spent.decoding += decoding
      spent.all += all
    }
  }
  return (spent.decoding / spent.all).toFixed(2)
}

/** All that a scan does with the pixels of a still. */
async function examined(jpeg: Buffer): Promise<void> {
  const source = { kind: 'encoded', reader: bytesReader(jpeg) } as const
  const frame: Frame = { what: 'frame', place: { unit: 'text', offset: 0 }, source }
  const seen = await look(frame, { limits: defaultLimits })
  await thumbnailDiffers(frame, defaultLimits)
  await showsBeforeAfter(frame, defaultLimits)
  const isPortrait = seen?.faces?.some(({ box: [, top, , bottom] }) => bottom - top >= 1 / 3) === true
  await readPage(frame, { limits: defaultLimits, mode: 'auto', languageOf, isPortrait })
}

async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** Each its own file: a comment tells the copies apart. */
async function makePictures(
  folder: string,
  count: number,
  draw: (seed: number) => Promise<Buffer>,
): Promise<readonly Buffer[]> {
  mkdirSync(folder)
  const jpegs: Buffer[] = []
  for (let seed = 0; seed < different; seed += 1) jpegs.push(await draw(seed))
  for (let at = 0; at < count; at += 1) {
    const jpeg = jpegs[at % different] ?? Buffer.of()
    const comment = Buffer.from([0xff, 0xfe, 0, 6, ...Buffer.from(String(at).padStart(4, '0'))])
    writeFileSync(join(folder, `${at}.jpg`), Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]))
  }
  return jpegs
}

const different = 4

async function perSecond(count: number, work: (at: number) => Promise<unknown>): Promise<number> {
  await work(0)
  const started = performance.now()
  for (let at = 0; at < count; at += 1) await work(at)
  return count / ((performance.now() - started) / 1_000)
}

/** Between two scans, of all pictures and of a few: what starts and ends a scan cancels out. */
function scanned(folder: string, count: number, workers: number, work: string): number {
  const few = join(work, 'few')
  rmSync(few, { recursive: true, force: true })
  mkdirSync(few)
  const leastEach = 4
  for (let at = 0; at < leastEach; at += 1)
    writeFileSync(join(few, `${at}.jpg`), readFileSync(join(folder, `${at}.jpg`)))
  const seconds = scanSeconds(folder, workers, work) - scanSeconds(few, workers, work)
  return (count - leastEach) / seconds
}

function scanSeconds(folder: string, workers: number, work: string): number {
  const script = fileURLToPath(new URL('./scan-once.ts', import.meta.url))
  const store = join(work, 'scan.sqlite')
  const output = execFileSync(process.execPath, [script, folder, store, String(workers)], { encoding: 'utf8' })
  const { seconds }: { readonly seconds: number } = JSON.parse(output)
  return seconds
}

function blank(model: ModelName): Uint8Array {
  return new Uint8Array(models[model].side ** 2 * 3).fill(128)
}

function rate(perSecondOfOne: number): string {
  return `${perSecondOfOne.toFixed(1)} a second`
}

/** The same graphs natively, in WebAssembly, and as TensorFlow.js runs them. */
async function besideOthers(): Promise<void> {
  const wasm = await runtimeOf('wasm')
  setWasmPaths(fileURLToPath(new URL('../node_modules/@tensorflow/tfjs-backend-wasm/dist/', import.meta.url)))
  setThreadsCount(1)
  await setBackend('wasm')
  console.log('\nOne look, ms: ONNX Runtime natively, in WebAssembly, TensorFlow.js in WebAssembly')
  for (const [name, original, output] of [
    ['faces', 'blazeface', 'Identity'],
    ['objects', 'centernet', 'tower_0/detections'],
  ] as const) {
    const pixels = blank(name)
    const theirs = await tensorFlow(original)
    const { side } = models[name]
    const milliseconds = async (work: () => Promise<unknown>) => 1_000 / (await perSecond(12, work))
    const times = [
      await milliseconds(() => runModel(name, pixels)),
      wasm ? await milliseconds(() => runModel(name, pixels, wasm)) : Number.NaN,
      await milliseconds(async () =>
        tidy(() => {
          const result = theirs.execute(tensor4d(Float32Array.from(pixels), [1, side, side, 3]), output)
          return Array.isArray(result) ? result : result.dataSync()
        }),
      ),
    ]
    console.log(`  ${name}: ${times.map((time) => time.toFixed(1)).join(', ')}`)
  }
}

async function tensorFlow(name: string): Promise<GraphModel> {
  const model = JSON.parse(readFileSync(new URL(`${name}.json`, originals), 'utf8'))
  return loadGraphModel({
    load: async () => ({
      modelTopology: model.modelTopology,
      weightSpecs: model.weightsManifest.flatMap((group: { weights: object[] }) => group.weights),
      weightData: Uint8Array.from(readFileSync(new URL(`${name}.bin`, originals))).buffer,
    }),
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = { pictures: { type: 'string', default: '40' }, endurance: { type: 'string' } } as const
  const { values } = parseArgs({ options })
  if (values.endurance === undefined) await pictures(Number(values.pictures))
  else await endurance(Number(values.endurance))
}
