import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** By what the process that reads the dump is kept from everything else; what the system offers is asked once. */
export interface Confinement {
  readonly command: string
  /** What stands before Node's own flags: other programs, which start Node. */
  readonly before: readonly string[]
  readonly flags: readonly string[]
  /** What is in force, for people to read. */
  readonly holds: readonly string[]
}

/** A program that starts another one under a restriction, where the system has it. */
interface Wrapper {
  readonly words: readonly string[]
  readonly holds: string
}

/** In order of trial; of one group, the first that works is taken. */
const wrappers: readonly (readonly Wrapper[])[] = [
  [{ words: ['prlimit', '--core=0', '--'], holds: 'leaves no core dump' }],
  [
    { words: ['unshare', '--net', '--'], holds: 'has no network' },
    { words: ['unshare', '--user', '--map-current-user', '--net', '--'], holds: 'has no network' },
  ],
]

/** How long a trial may take, in milliseconds. */
const trialTime = 5_000

let known: Confinement | undefined

/**
 * Node's permission model lets the process read files, load native modules, start threads and decoders, and write
 * nowhere but in private spools; it restricts what JavaScript does, not native code nor other programs. Where Linux offers it, the process is also cut
 * off from the network and leaves no core dump, which holds for native code too.
 */
export function confinement(): Confinement {
  known ??= find()
  return known
}

function find(): Confinement {
  const working = process.platform === 'linux' ? wrappers.flatMap((group) => group.find(works) ?? []) : []
  const [command = process.execPath, ...before] = [...working.flatMap(({ words }) => words), process.execPath]
  return {
    command,
    before,
    flags: permissionFlags(),
    holds: ['may write only in its private spool', ...working.map(({ holds }) => holds)],
  }
}

/** From now on this process, which holds the store's key, leaves no core dump either, where the system can be told so. */
export function forbidCoreDumps(): void {
  if (process.platform !== 'linux') return
  spawnSync('prlimit', ['--core=0', '--pid', String(process.pid)], { stdio: 'ignore', timeout: trialTime })
}

function works({ words: [command = '', ...words] }: Wrapper): boolean {
  return spawnSync(command, [...words, 'true'], { stdio: 'ignore', timeout: trialTime }).status === 0
}

function permissionFlags(): readonly string[] {
  const spools = [tmpdir(), '/var/tmp'].map((folder) => `--allow-fs-write=${join(folder, 'leaksift-spool-*')}`)
  return [
    '--permission',
    '--allow-fs-read=*',
    '--allow-worker',
    '--allow-addons',
    '--allow-wasi',
    '--allow-child-process',
    ...spools,
  ]
}
