import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { headPicture, landscape } from './drawn-pictures.ts'

/** Moments of a scan at which memory and descriptors are told. */
const moments = 10

/** Scans so many small pictures with two workers, and says what all its processes hold as it goes on. Linux only. */
export async function endurance(count: number): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'leaksift-bench-endurance-'))
  try {
    await makeSmall(join(work, 'dump'), count)
    const script = fileURLToPath(new URL('./scan-once.ts', import.meta.url))
    const scan = spawn(process.execPath, [script, join(work, 'dump'), join(work, 'scan.sqlite'), '2'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const seen: Holding[] = []
    const timer = setInterval(() => seen.push(holdingOf(scan.pid ?? 0)), 1_000)
    const output = await new Promise<string>((resolve) => {
      let text = ''
      scan.stdout.on('data', (piece: Buffer) => {
        text += piece.toString()
      })
      scan.on('close', () => resolve(text))
    })
    clearInterval(timer)
    tell(count, seen, JSON.parse(output))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Faces and landscapes in turns, each a little brighter than the last of its kind. */
async function makeSmall(folder: string, count: number): Promise<void> {
  mkdirSync(folder)
  const scenes = await Promise.all(
    [headPicture(1), landscape(1)].map(async (jpeg) =>
      sharp(await jpeg)
        .resize({ width: 400 })
        .png()
        .toBuffer(),
    ),
  )
  for (let at = 0; at < count; at += 1) {
    const jpeg = await sharp(scenes[at % scenes.length])
      .linear(1, (at % 40) - 20)
      .jpeg()
      .toBuffer()
    const comment = Buffer.from([0xff, 0xfe, 0, 8, ...Buffer.from(String(at).padStart(6, '0'))])
    writeFileSync(join(folder, `${at}.jpg`), Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]))
  }
}

/** What a process and all that it started hold. */
interface Holding {
  readonly megabytes: number
  readonly descriptors: number
}

function holdingOf(pid: number): Holding {
  let holding = { megabytes: 0, descriptors: 0 }
  for (const one of [pid, ...startedBy(pid)]) {
    try {
      const status = readFileSync(`/proc/${one}/status`, 'utf8')
      const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024
      const descriptors = readdirSync(`/proc/${one}/fd`).length
      holding = { megabytes: holding.megabytes + megabytes, descriptors: holding.descriptors + descriptors }
    } catch (error) {
      // A process may end between being listed and being looked at.
      if (!(error instanceof Error && 'code' in error)) throw error
    }
  }
  return holding
}

function startedBy(pid: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch (error) {
      // As above.
      if (!(error instanceof Error && 'code' in error)) throw error
    }
  }
  const found: number[] = []
  let generation = [pid]
  while (generation.length > 0) {
    generation = [...parents].filter(([, parent]) => generation.includes(parent)).map(([child]) => child)
    found.push(...generation)
  }
  return found
}

function tell(
  count: number,
  seen: readonly Holding[],
  { seconds, entries }: { seconds: number; entries: number },
): void {
  console.log(`${entries} of ${count} pictures in ${seconds.toFixed(0)} s with 2 workers; all processes together:`)
  for (let moment = 1; moment <= moments; moment += 1) {
    const { megabytes, descriptors } = seen[Math.floor((seen.length * moment) / moments) - 1] ?? {
      megabytes: 0,
      descriptors: 0,
    }
    console.log(`  ${moment * (100 / moments)} % of the time: ${megabytes.toFixed(0)} MB, ${descriptors} descriptors`)
  }
}
