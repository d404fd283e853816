/**
 * A nest (zip in tar.gz in 7z in zip) beside the same files unpacked, and beside the system's own tools: time and
 * memory in one run. `node bench/nest.ts --files 10000`.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { letters, nested } from '../test/support/nest.ts'

const { values } = parseArgs({ options: { files: { type: 'string', default: '10000' } } })
const work = mkdtempSync(join(tmpdir(), 'leaksift-bench-nest-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))

interface Measured {
  readonly seconds: number
  /** Megabytes. */
  readonly peak: number
  readonly examining: number
  readonly entries: number
}

await main(Number(values.files))

async function main(count: number): Promise<void> {
  for (const files of [Math.ceil(count / 10), count]) {
    const { nest, plain, bytes } = await prepare(files)
    console.log(
      `\n${files} letters, ${(bytes / 1e6).toFixed(1)} MB; packed ${(statSync(join(nest, 'nest.zip')).size / 1e6).toFixed(2)} MB`,
    )
    const [packed, unpacked] = [scan(nest, 'packed.sqlite'), scan(plain, 'plain.sqlite')]
    console.log(
      `  nest, 1 worker        ${packed.seconds.toFixed(2)} s, peak ${packed.peak} MB, examining ${packed.examining} MB`,
    )
    console.log(
      `  unpacked, 1 worker    ${unpacked.seconds.toFixed(2)} s, peak ${unpacked.peak} MB, examining ${unpacked.examining} MB; ratio ${(packed.seconds / unpacked.seconds).toFixed(2)}`,
    )
    for (const [name, seconds] of byTools(nest))
      console.log(`  ${name.padEnd(21)} ${seconds === undefined ? 'not on this machine' : `${seconds.toFixed(3)} s`}`)
  }
}

async function prepare(files: number) {
  const [nest, plain] = [join(work, `nest-${files}`), join(work, `plain-${files}`)]
  const texts = letters(files)
  mkdirSync(nest, { recursive: true })
  writeFileSync(join(nest, 'nest.zip'), await nested(texts))
  for (const [name, text] of Object.entries(texts)) {
    const path = join(plain, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return { nest, plain, bytes: Object.values(texts).reduce((sum, text) => sum + Buffer.byteLength(text), 0) }
}

function scan(folder: string, store: string): Measured {
  const script = fileURLToPath(new URL('scan-once.ts', import.meta.url))
  const out = execFileSync(process.execPath, [script, folder, join(work, store), '1'], { encoding: 'utf8' })
  return JSON.parse(out) as Measured
}

/** Seconds that unpacking each layer takes, all the content read once; undefined where there is no such tool. */
function byTools(nest: string): readonly (readonly [string, number | undefined])[] {
  const at = (name: string) => join(nest, name)
  const outer = timed('unzip', ['-o', '-q', at('nest.zip'), '-d', nest])
  const seven = timed('7z', ['x', '-y', `-o${nest}`, at('outer.7z')])
  if (seven === undefined) cutOut(at('outer.7z'), at('files.tar.gz'))
  const tar = timed('tar', ['-xzf', at('files.tar.gz'), '-C', nest])
  const inner = tar === undefined ? undefined : timed('unzip', ['-p', '-q', at('inner.zip')])
  return [
    ['unzip (outer)', outer],
    ['7z', seven],
    ['tar', tar],
    ['unzip (inner)', inner],
  ]
}

/** The tar.gz stands in the 7z as it is. */
function cutOut(from: string, to: string): void {
  const bytes = readFileSync(from)
  writeFileSync(to, bytes.subarray(32, 32 + Number(bytes.readBigUInt64LE(12))))
}

function timed(tool: string, args: readonly string[]): number | undefined {
  const started = performance.now()
  const { error, status } = spawnSync(tool, args, { stdio: 'ignore' })
  return error || status !== 0 ? undefined : (performance.now() - started) / 1_000
}
