import { readFileSync } from 'node:fs'
import { lstat, readdir, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runVariable } from '../core/spool.ts'

/** Whose it is: the process that made it, then the one that runs the scan; of each its number and when it started. */
const name = /^leaksift-spool-(\d{1,10}(?:\.\d{1,20})?)(?:-(\d{1,10}(?:\.\d{1,20})?))?-[A-Za-z0-9]{6}$/
/** What `statfs` calls a file system that is memory. */
const tmpfs = 0x01021994

/** How the name of a spool's folder begins: it says whose it is. */
export function folderStart(): string {
  const run = process.env[runVariable] ?? ''
  return `leaksift-spool-${markOf(process.pid)}-${markOf(/^\d{1,10}$/.test(run) ? Number(run) : process.pid)}-`
}

/** A process as no other is called: numbers are given again, and then to one that started later. */
function markOf(pid: number): string {
  const { started } = stateOf(pid)
  return started === undefined ? String(pid) : `${pid}.${started}`
}

/** Where temporary files may lie: what was asked for, else what the system uses; not in memory, which they are to spare. */
export async function foldersForSpools(): Promise<readonly string[]> {
  const usual = candidates()
  const onDisk = await Promise.all(usual.map(isOnDisk))
  return usual.filter((_, at) => onDisk[at])
}

function candidates(): readonly string[] {
  const isAsked = process.env.TMPDIR !== undefined || process.platform === 'win32'
  return isAsked ? [tmpdir()] : [tmpdir(), '/var/tmp']
}

async function isOnDisk(folder: string): Promise<boolean> {
  try {
    return (await statfs(folder)).type !== tmpfs
  } catch {
    // A folder that can't be asked is none to write in.
    return false
  }
}

/**
 * Removes what spools of processes that are no more left behind: an empty folder, or more where files can't be nameless.
 * @returns how many
 */
export async function removeStaleSpools(): Promise<number> {
  const found = await Promise.all(candidates().map(staleIn))
  const stale = found.flat()
  // One that can't be removed now is met again at the next start.
  const results = await Promise.allSettled(stale.map((path) => rm(path, { recursive: true, force: true })))
  return results.filter(({ status }) => status === 'fulfilled').length
}

async function staleIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  const paths = names.filter(isStale).map((entry) => join(folder, entry))
  const own = await Promise.all(paths.map(isOwn))
  return paths.filter((_, at) => own[at])
}

/**
 * Whether the process that made it is no more, or the one that ran its scan: then the first is about to end, however
 * long that takes it, and what it does until then is for nobody.
 */
function isStale(entry: string): boolean {
  const [, maker, run] = name.exec(entry) ?? []
  return maker !== undefined && !(isAlive(maker) && isAlive(run ?? maker))
}

function isAlive(mark: string): boolean {
  const [number, started] = mark.split('.')
  const pid = Number(number)
  const now = stateOf(pid)
  if (now.hasEnded || (started !== undefined && now.started !== undefined && now.started !== started)) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Another user's process may not be asked, but lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** When it started, in ticks since the machine did; and whether it has ended and only waits for its parent to notice. */
function stateOf(pid: number): { readonly started?: string; readonly hasEnded: boolean } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // Its second field is the program's name, which may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const started = fields[19]
    return { hasEnded: fields[0] === 'Z' || fields[0] === 'X', ...(started === undefined ? {} : { started }) }
  } catch {
    // Only Linux tells, and a process may go while it is asked about: then its number alone decides.
    return { hasEnded: false }
  }
}

/** Whether it is a folder, and this user's: in a folder for all, others may put what they like. */
async function isOwn(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined)
  return stats?.isDirectory() === true && (process.getuid === undefined || stats.uid === process.getuid())
}
