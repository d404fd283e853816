import { availableParallelism, totalmem } from 'node:os'
import { safeJson } from '../../core/escape.ts'
import { defaultLimits, type Limits, limitPresets } from '../../core/limits.ts'
import { columns } from '../../reports/layout.ts'
import { bytesText, countText } from '../../reports/numbers.ts'
import { isolationHolds } from '../../scan.ts'
import { builtIn } from '../../toolbox.ts'
import { version } from '../../version.ts'
import type { RawOptions } from '../args.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { writeOut } from '../streams.ts'

/** What a check of this machine found. */
interface Check {
  readonly name: string
  /** Whether no scan can be done without it. */
  readonly needed: boolean
  readonly ok: boolean
  readonly says: string
}

const limitNames = Object.keys(defaultLimits) as (keyof Limits)[]

/** Tries what a scan will need, and says what is there, what is missing and which limits hold. */
export async function doctorCommand(raw: RawOptions): Promise<ExitCode> {
  const checks = [
    runtime(),
    machine(),
    await database(),
    await pdf(),
    await ocr(),
    await pictures(),
    await videos(),
    isolation(),
  ]
  const parts = { formats: builtIn.formats.length, detectors: builtIn.detectors.length, kinds: builtIn.kinds.length }
  if (raw.json === true)
    writeOut(`${safeJson({ version, checks, parts, limits: defaultLimits, presets: limitPresets }, 2)}\n`)
  else writeOut(`${page(checks, parts)}\n`)
  return checks.some(({ ok, needed }) => needed && !ok) ? exitCodes.failed : exitCodes.done
}

function page(checks: readonly Check[], parts: Readonly<Record<string, number>>): string {
  const presets: readonly Partial<Limits>[] = [defaultLimits, ...Object.values(limitPresets)]
  const limits = limitNames.map((name) => [name, ...presets.map((preset) => limitText(name, preset[name]))])
  const head = ['', 'default', ...Object.keys(limitPresets)]
  return [
    `leaksift ${version}`,
    columns(
      checks.map(({ name, ok, needed, says }) => [ok ? 'ok' : needed ? 'FAILS' : 'no', name, says]),
      'left',
    ),
    `Built in: ${Object.entries(parts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}`,
    'Limits (scan --limits; a preset leaves as they are those where it shows nothing)',
    columns([head, ...limits], 'left'),
  ].join('\n')
}

/** A limit with its unit, which the end of its name tells. */
function limitText(name: string, value: number | undefined): string {
  if (value === undefined) return ''
  if (name.endsWith('BytesPerSecond')) return `${bytesText(value)}/s`
  if (name.endsWith('Megabytes')) return bytesText(value * 2 ** 20)
  if (name.endsWith('Bytes')) return bytesText(value)
  return name.endsWith('Seconds') ? `${countText(value)} s` : countText(value)
}

function runtime(): Check {
  const says = `${process.versions.node} on ${process.platform} ${process.arch}`
  return { name: 'node', needed: true, ok: true, says }
}

function machine(): Check {
  const says = `${availableParallelism()} processors, ${bytesText(totalmem())} of memory`
  return { name: 'machine', needed: true, ok: true, says }
}

/** How the process that reads the dump is kept from everything else here. */
function isolation(): Check {
  return {
    name: 'isolation',
    needed: false,
    ok: true,
    says: `the process that reads the dump ${isolationHolds().join(', ')}`,
  }
}

async function database(): Promise<Check> {
  return attempt('sqlite', true, async () => {
    const { default: Database } = await import('better-sqlite3')
    const db = new Database(':memory:')
    const row: unknown = db.prepare('SELECT sqlite_version() AS version').get()
    db.close()
    return typeof row === 'object' && row !== null && 'version' in row ? `SQLite ${String(row.version)}` : 'SQLite'
  })
}

async function pdf(): Promise<Check> {
  return attempt('pdf', false, async () => {
    await import('@embedpdf/pdfium')
    return 'PDFium (WebAssembly)'
  })
}

/** Reads a blank picture, so that engine and model are really loaded. */
async function ocr(): Promise<Check> {
  return attempt('ocr', false, async () => {
    const { ocrLanguages, recognise } = await import('../../vision/tesseract.ts')
    await recognise({ width: 64, height: 32, data: new Uint8Array(64 * 32).fill(255) }, 'en', 'blocks', 10_000)
    return `Tesseract (WebAssembly), ${Object.keys(ocrLanguages).join(' ')}`
  })
}

const noRuntime =
  'no ONNX Runtime for this machine: faces and persons are not looked for; onnxruntime-web, where it is installed, does it'

/** Runs each model on a grey square, so that runtime and weights are really loaded. */
async function pictures(): Promise<Check> {
  return attempt('pictures', false, async () => {
    const { modelNames, models, runModel } = await import('../../vision/model.ts')
    const { runtime } = await import('../../vision/runtime.ts')
    for (const name of modelNames) {
      const { side } = models[name]
      const outputs = await runModel(name, new Uint8Array(side * side * 3).fill(128))
      if (!outputs) throw new Error(noRuntime)
    }
    const kind = (await runtime())?.kind
    const how = kind === 'wasm' ? ' (WebAssembly, several times slower: no binary for this machine)' : ''
    return `ONNX Runtime${how}: faces, persons, hands, objects and suspected nudity`
  })
}

/** Starts the decoder's process, and looks for ffmpeg. */
async function videos(): Promise<Check> {
  return attempt('videos', false, async () => {
    const { canDecode, endDecoder } = await import('../../vision/clips/decoder.ts')
    const { hasFfmpeg } = await import('../../vision/clips/ffmpeg.ts')
    const [isOwn, isFfmpeg] = [await canDecode(), await hasFfmpeg()]
    endDecoder()
    if (!isOwn && !isFfmpeg) throw new Error('no decoder for this machine but that of motion JPEG, and no ffmpeg')
    const own = isOwn ? 'H.264, HEVC, VP8, VP9, AV1, motion JPEG' : 'motion JPEG'
    return `${own}; ${isFfmpeg ? 'all others by the ffmpeg on the path' : 'no ffmpeg on the path for other codecs'}`
  })
}

async function attempt(name: string, needed: boolean, check: () => Promise<string>): Promise<Check> {
  try {
    return { name, needed, ok: true, says: await check() }
  } catch (error) {
    // The very thing to find out: a missing or broken part is this check's answer.
    const says = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : 'does not load'
    return { name, needed, ok: false, says }
  }
}
