import { readFileSync } from 'node:fs'
import { lstat, readdir, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const name = /^leaksift-spool-(\d{1,10})-[A-Za-z0-9]{6}$/
/** What `statfs` calls a file system that is memory. */
const tmpfs = 0x01021994

/** How the name of a spool's folder begins: it says whose it is. */
export function folderStart(): string {
  return `leaksift-spool-${process.pid}-`
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
  const dead = names.filter((entry) => {
    const pid = name.exec(entry)?.[1]
    return pid !== undefined && !isAlive(Number(pid))
  })
  const paths = dead.map((entry) => join(folder, entry))
  const own = await Promise.all(paths.map(isOwn))
  return paths.filter((_, at) => own[at])
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    // Another user's process may not be asked, but lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether it has ended and only waits for its parent to notice: the orphan of a killed run is one for a while. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    // Only Linux tells, and a process may go while it is asked about: the next start asks again.
    return false
  }
}

/** Whether it is a folder, and this user's: in a folder for all, others may put what they like. */
async function isOwn(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined)
  return stats?.isDirectory() === true && (process.getuid === undefined || stats.uid === process.getuid())
}
