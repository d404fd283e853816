import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const work = realpathSync(mkdtempSync(join(tmpdir(), 'leaksift-trace-')))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const bin = fileURLToPath(new URL('../../bin/leaksift.js', import.meta.url))
const samples = fileURLToPath(new URL('../../data-samples', import.meta.url))
const canTrace = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0

/** Calls by which a process can reach another machine, or change a file system. */
const network = ['socket', 'connect', 'bind', 'sendto', 'sendmsg']
const files =
  'open openat openat2 creat mkdir mkdirat rename renameat renameat2 unlink unlinkat link linkat symlink symlinkat truncate mknod mknodat chmod fchmodat chown fchownat utimensat'
const writing = /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE/

/** The beginnings of the calls of a trace: `name(arguments`, each from its own process. */
function callsOf(trace: string): readonly { readonly name: string; readonly args: string }[] {
  return trace.split('\n').flatMap((line) => {
    const call = /^\d+ +(\w+)\((.*)$/.exec(line)
    return call?.[1] && call[2] ? [{ name: call[1], args: call[2] }] : []
  })
}

describe.skipIf(!canTrace)(
  'a default scan of the samples, as the system sees it (needs strace)',
  { timeout: 900_000 },
  () => {
    const trace = join(work, 'trace')
    const store = join(work, 'store.sqlite')
    const spool = join(work, 'tmp')
    mkdirSync(spool)
    const traced = [
      '-f',
      '-qq',
      '-s',
      '4096',
      '-o',
      trace,
      '-e',
      `trace=${[...network, ...files.split(' ')].join(',')}`,
    ]
    const command = [process.execPath, bin, 'scan', samples, '--store', store, '--progress', 'none']
    const { status } = spawnSync('strace', [...traced, ...command], {
      env: { ...process.env, TMPDIR: spool },
      stdio: 'ignore',
    })
    const calls = callsOf(readFileSync(trace, 'utf8'))

    test('ends as it should, and was seen', () => {
      expect(status).toBe(3)
      expect(calls.filter(({ name }) => name.startsWith('open')).length).toBeGreaterThan(500)
    })

    test('opens no socket but local ones', () => {
      const beyond = calls.filter(({ name, args }) => {
        if (name === 'socket') return !/^AF_(?:UNIX|NETLINK),/.test(args)
        return network.includes(name) && /sa_family=AF_(?!UNIX|NETLINK)/.test(args)
      })
      expect(beyond).toEqual([])
    })

    test('writes nothing but the store, its log, key and lock, and the private spool', () => {
      const own = ['', '-wal', '-shm', '-journal', '-lock', '-reserve', '.key'].map((end) => `${store}${end}`)
      const written = calls
        .filter(({ name, args }) => !network.includes(name) && (!name.startsWith('open') || writing.test(args)))
        .flatMap(({ name, args }) => [...args.matchAll(/"([^"]*)"/g)].map(([, path]) => ({ name, path: path ?? '' })))
        .filter(
          ({ path }) => !own.includes(path) && path !== '/dev/null' && !path.startsWith(join(spool, 'leaksift-spool-')),
        )
      expect(written).toEqual([])
      expect(calls.some(({ args }) => args.includes(`"${store}"`) && writing.test(args))).toBe(true)
    })
  },
)
