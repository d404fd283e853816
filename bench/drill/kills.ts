import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { makeRandom } from '../../models/names/random.ts'
import { descendants } from '../descendants.ts'
import { digestIn, digestOfScan, samples, startScan } from './scan-process.ts'

/** What so many kills came to. */
export interface KillFigures {
  readonly supervisors: number
  readonly children: number
  readonly completed: number
  /** Runs whose digest was another one, or in which a committed record was lost, done again or doubled. */
  readonly faults: readonly string[]
}

/** Kills scans of the samples at random moments, and goes on with each until it is done. */
export async function killDrill(work: string, kills: number, seed: number): Promise<KillFigures> {
  const random = makeRandom(seed)
  const started = performance.now()
  const expected = await digestOfScan(samples, join(work, 'undisturbed.sqlite'))
  const whole = performance.now() - started
  const figures = { supervisors: 0, children: 0, completed: 0, faults: [] as string[] }
  for (let round = 0; figures.supervisors + figures.children < kills; round += 1) {
    const store = join(work, `killed-${round}.sqlite`)
    await oneRound(store)
    for (const name of readdirSync(work)) if (name.startsWith('killed-')) rmSync(join(work, name), { force: true })
  }
  return figures

  /** One store: killed again and again, until a run comes to its end. */
  async function oneRound(store: string): Promise<void> {
    for (let known = new Map<string, number>(); ; ) {
      const scan = startScan(samples, store)
      const victim = await killSoon(scan.child.pid ?? 0, random.next() * whole)
      const { code, signal, said } = await scan.ended
      if (victim === 'supervisor' && signal === 'SIGKILL') figures.supervisors += 1
      if (victim === 'child') figures.children += 1
      const now = committed(store, figures.faults)
      for (const [uri, id] of known)
        if (now.get(uri) !== id) figures.faults.push('a committed record was lost or done again')
      known = now
      if (signal === 'SIGKILL') continue
      figures.completed += 1
      if (code !== 3) figures.faults.push(`ended with ${code}: ${said.slice(-300)}`)
      else if (digestIn(said) !== expected) figures.faults.push('another digest')
      return
    }
  }

  /** Kills the scan or one of the processes below it; undefined where it was over before. */
  async function killSoon(pid: number, after: number): Promise<'supervisor' | 'child' | undefined> {
    await pause(after)
    const children = descendants(pid)
    const isChild = children.length > 0 && random.chance(0.5)
    try {
      process.kill(isChild ? random.pick(children) : pid, 'SIGKILL')
      return isChild ? 'child' : 'supervisor'
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return undefined
      throw error
    }
  }
}

/** Entries of a store that was left lying, with their ids; what is broken or double in it is a fault. */
function committed(store: string, faults: string[]): Map<string, number> {
  if (!existsSync(store)) return new Map()
  const db = new Database(store)
  try {
    const hasTable = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'record'").get() !== undefined
    if (!hasTable) return new Map()
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') faults.push('the store is damaged')
    const rows = db.prepare<[], { uri: string; id: number }>('SELECT uri, id FROM record').all()
    const entries = new Map(rows.map(({ uri, id }) => [uri, id]))
    if (entries.size !== rows.length) faults.push('a record is there twice')
    return entries
  } finally {
    db.close()
  }
}
