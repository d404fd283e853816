import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../../src/stores/registry.ts'
import { type CliResult, cli, digestOf } from '../support/cli.ts'
import { makeSmallDump, secrets } from '../support/small-dump.ts'

const work = mkdtempSync(join(tmpdir(), 'leaksift-scan-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const run = (args: readonly string[], options: Parameters<typeof cli>[1] = {}): Promise<CliResult> =>
  cli(args, { cwd: work, ...options })

beforeAll(() => {
  makeSmallDump(join(work, 'dump'))
  mkdirSync(join(work, 'clean'))
  writeFileSync(join(work, 'clean', 'note.txt'), 'Open from nine to five.')
  mkdirSync(join(work, 'nothing'))
})

describe('how a scan ends', () => {
  test.each<[string[], number]>([
    [['scan', 'clean', '--store', 'clean.sqlite'], 0],
    [['scan', 'nothing', '--store', 'nothing.sqlite'], 0],
    [['scan', 'dump', '--store', 'dump.sqlite'], 3],
    [['scan', 'dump', '--store', 'dump.sqlite', '--fail-on', 'very_high'], 3],
    [['scan', 'dump', '--store', 'dump.sqlite', '--fail-on', 'low'], 4],
    [['scan', 'clean', '--store', 'clean.sqlite', '--fail-on', 'high'], 0],
  ])('%j: %d, its summary on standard output and nothing on standard error', async (args, code) => {
    const result = await run(args)
    expect(result).toMatchObject({ code, stderr: '' })
    expect(result.stdout).toMatch(/^Scan of .*: finished /)
    expect(digestOf(result)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('with JSON lines on standard error, standard output is the summary as JSON', async () => {
    const { code, stdout, stderr } = await run(['scan', 'dump', '--store', 'json.sqlite', '--progress', 'json'])
    const lines = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines[0]).toMatchObject({ type: 'start', version: 1 })
    expect(lines.at(-2)).toMatchObject({ type: 'progress', phase: 'finishing', entries: 6, records: 6, incomplete: 2 })
    expect(lines.at(-1)).toEqual({ type: 'end', status: 'finished', exit_code: 3 })
    const summary = JSON.parse(stdout)
    expect(summary).toMatchObject({ report: 1, lowerBound: true, records: 6, coverage: { none: 2 }, duplicates: 1 })
    expect(code).toBe(3)
  })

  test('two scans of the same export the same, but for what --canonical leaves out', async () => {
    await run(['scan', 'dump', '--store', 'again.sqlite', '--workers', '0'])
    const [one, two] = await Promise.all(
      ['dump.sqlite', 'again.sqlite'].map((store) => run(['export', store, '--canonical'])),
    )
    expect(one?.stdout).toBe(two?.stdout)
    expect(one?.stdout.trimEnd().split('\n')).toHaveLength(6)
    const keyed = await Promise.all(['dump.sqlite', 'again.sqlite'].map((store) => run(['export', store])))
    expect(keyed[0]?.stdout).not.toBe(keyed[1]?.stdout)
  })

  test('circumstances change what they should: none adds nothing', async () => {
    const scores = async (...more: string[]): Promise<number[]> => {
      await run(['scan', 'clean', '--store', 'stated.sqlite', '--fresh', ...more])
      const { stdout } = await run(['export', 'stated.sqlite'])
      return stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).cb)
    }
    expect(await scores()).toEqual([0.5])
    expect(await scores('--circumstances', 'none')).toEqual([0])
    expect(await scores('--circumstances', 'known-recipients,malicious')).toEqual([0.75])
  })

  test('patterns choose, by name or by path', async () => {
    const uris = async (...more: string[]): Promise<string[]> => {
      await run(['scan', 'dump', '--store', 'some.sqlite', '--fresh', ...more])
      const { stdout } = await run(['export', 'some.sqlite', '--canonical'])
      return stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).uri)
    }
    expect(await uris('--include', '*.png', '--include', '*.bin')).toEqual(['cut.png', 'noise.bin'])
    expect(await uris('--exclude', '*.txt', '--exclude', 'noise*')).toEqual(['cut.png'])
    expect(await uris('--include', 'patients/**', '--exclude', 'letter.txt')).toEqual([])
  })
})

describe('a store that lies in its source', () => {
  test('is left out, and said to be', async () => {
    makeSmallDump(join(work, 'within'))
    const inside = { cwd: join(work, 'within') }
    const first = await cli(['scan', '.'], inside)
    expect(first.stdout).toMatch(/The store lies in the source: "leak\.sqlite" and the files beside it were left out\./)
    const second = await cli(['scan', '.'], inside)
    expect(digestOf(second)).toBe(digestOf(first))
    const { stdout } = await cli(['export', 'leak.sqlite'], inside)
    const uris = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).uri)
    expect(uris).toHaveLength(6)
    expect(uris.filter((uri) => uri.includes('sqlite'))).toEqual([])
    expect(readdirSync(join(work, 'within')).filter((name) => name.startsWith('leak'))).not.toEqual([])
  })

  test('so too among several sources, and with its key elsewhere in it', async () => {
    makeSmallDump(join(work, 'one'))
    makeSmallDump(join(work, 'two'))
    await run(['scan', 'one', 'two', '--store', 'two/s.sqlite', '--key-file', 'one/k'])
    const { stdout } = await run(['export', 'two/s.sqlite'])
    const uris = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).uri)
    expect(uris).toHaveLength(12)
    expect(uris.filter((uri) => /sqlite|\/k$/.test(uri))).toEqual([])
  })
})

describe('a scan that is not alone, or not left alone', () => {
  test('two scans into one store at once: the second says so and changes nothing', async () => {
    const file = join(work, 'shared.sqlite')
    {
      await using _held = await openStore(file)
      const result = await run(['scan', 'dump', '--store', 'shared.sqlite'])
      expect(result).toMatchObject({ code: 1, stdout: '' })
      expect(result.stderr).toMatch(/^leaksift: Another scan is writing into [^\n]*\n$/)
    }
    expect((await run(['scan', 'dump', '--store', 'shared.sqlite'])).code).toBe(3)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s: 130, says how to go on; asked twice it ends at once',
    async (signal) => {
      mkdirSync(join(work, 'slow'), { recursive: true })
      writeFileSync(join(work, 'slow', 'a short one.txt'), 'Jane Roe')
      // More text than can be read before the second signal.
      writeFileSync(
        join(work, 'slow', 'long.txt'),
        'Jane Roe, jane.roe@example.org, called about 12 things.\n'.repeat(3_000_000),
      )
      const store = `slow-${signal}.sqlite`
      const result = await run(['scan', 'slow', '--store', store, '--workers', '1', '--progress', 'json'], {
        // Started by npm, the program takes a second signal that follows at once for an echo of the first.
        env: { npm_command: undefined },
        onStart(child) {
          child.stderr?.on('data', (data: Buffer) => {
            if (/"progress"|"stopping"/.test(data.toString())) child.kill(signal)
          })
        },
      })
      expect(result).toMatchObject({ code: 130, signal: null, stdout: '' })
      const lines = result.stderr
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(lines.at(-1)).toMatchObject({
        type: 'stopping',
        message: expect.stringMatching(/once more to stop at once/),
      })
      const report = await run(['report', store])
      expect(report.code).toBe(0)
      expect(report.stdout).toContain('not ended')
    },
  )

  test('interrupted: what is in hand is kept, and the same command goes on', async () => {
    mkdirSync(join(work, 'many'))
    for (let at = 0; at < 3_000; at += 1)
      writeFileSync(join(work, 'many', `${at}.txt`), `mail: person${at}@example.org`)
    const args = ['scan', 'many', '--store', 'many.sqlite', '--workers', '1']
    const result = await run([...args, '--progress', 'bar'], {
      onStart: (child) => {
        // The first batch is in: a bar that goes into a file tells of it in a line.
        child.stderr?.once('data', () => child.kill('SIGINT'))
      },
    })
    expect(result).toMatchObject({ code: 130, stdout: '' })
    expect(result.stderr).toMatch(/\nInterrupted\. What was examined is kept; the same command goes on from here\.\n$/)
    const interrupted = JSON.parse((await run(['report', 'many.sqlite', '--format', 'json'])).stdout)
    expect(interrupted).toMatchObject({ scan: { status: 'interrupted', digest: null }, lowerBound: true })
    expect(interrupted.records).toBeGreaterThan(0)
    expect(interrupted.records).toBeLessThan(3_000)
    const whole = await run(args)
    expect(whole.code).toBe(0)
    expect(whole.stdout).toMatch(/^3,000 records/m)
  })

  test.each<[string[], number]>([
    [['scan', 'dump', '--store', 'unread.sqlite'], 3],
    [['report', 'dump.sqlite'], 0],
    [['export', 'dump.sqlite'], 0],
    [['show', 'dump.sqlite', 'note.txt'], 0],
    [['inspect', 'dump/note.txt'], 0],
    [['detect', 'dump/invoice.txt'], 0],
    [['--help'], 0],
    [['scan', '--help'], 0],
    [['doctor'], 0],
    [['completion', 'zsh'], 0],
  ])('%j into a closed pipe ends without a word', async (args, code) => {
    const result = await run(args, { onStart: (child) => child.stdout?.destroy() })
    expect(result).toMatchObject({ code, signal: null, stderr: '' })
  })

  test('a program that stops reading ends a stream that would not end', async () => {
    const bin = fileURLToPath(new URL('../../bin/leaksift.js', import.meta.url))
    const script = `yes '{"id":1,"text":"x"}' | "${process.execPath}" "${bin}" detect --format ndjson | head -n 1`
    const { stdout, stderr, status } = spawnSync('sh', ['-c', script], { encoding: 'utf8', timeout: 30_000 })
    expect({ stdout, stderr, status }).toEqual({ stdout: '{"id":1,"findings":[]}\n', stderr: '', status: 0 })
  })
})

describe('a disk that is full', () => {
  const space = join(work, 'small')
  const onSmallDisk = (script: string) =>
    spawnSync(
      'unshare',
      ['-rm', 'sh', '-c', `mount -t tmpfs -o size=300k tmpfs '${space}' && cd '${work}' && ${script}`],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          NODE: process.execPath,
          BIN: fileURLToPath(new URL('../../bin/leaksift.js', import.meta.url)),
        },
      },
    )
  mkdirSync(space)
  const canMount = onSmallDisk('true').status === 0

  test.skipIf(!canMount)(
    'ends the scan with 1 and a line, and keeps what was written (skipped where no disk can be made)',
    () => {
      mkdirSync(join(work, 'plenty'))
      for (let at = 0; at < 2_000; at += 1)
        writeFileSync(join(work, 'plenty', `${at}.txt`), `mail: person${at}@example.org`)
      const { stdout, stderr } = onSmallDisk(
        `"$NODE" "$BIN" scan plenty --store small/s.sqlite --workers 1; echo "code $?"; "$NODE" "$BIN" report small/s.sqlite --format json`,
      )
      expect(stderr).toMatch(/^leaksift: No space is left for [^\n]*\n$/)
      expect(stdout).toMatch(/^code 1\n/)
      const summary = JSON.parse(stdout.slice(stdout.indexOf('{')))
      expect(summary).toMatchObject({ scan: { status: 'failed' }, lowerBound: true })
    },
  )

  test.skipIf(!canMount)('a report that does not fit leaves no half of it (skipped where no disk can be made)', () => {
    const { stdout, stderr } = onSmallDisk(
      `dd if=/dev/zero of=small/fill bs=1k count=298 2>/dev/null; "$NODE" "$BIN" export dump.sqlite --output small/r.ndjson; echo "code $?"; ls small`,
    )
    expect(stderr).toMatch(/^leaksift: [^\n]*no space is left[^\n]*\n$/)
    expect(stdout).toBe('code 1\nfill\n')
  })
})

describe('names that are not what they seem', () => {
  const odd = 'a\u001b[2Jb\u202Ec\u009bd\n=1+1.txt'

  test('come out escaped wherever text is printed', async () => {
    const folder = join(work, 'odd\u001b]0;x\u0007')
    mkdirSync(folder)
    writeFileSync(join(folder, odd), `mail: ${secrets[1]}`)
    writeFileSync(join(folder, '=cmd'), '')
    const scan = await run(['scan', folder, '--store', 'odd.sqlite'])
    const outputs = await Promise.all([
      run(['report', 'odd.sqlite']),
      run(['report', 'odd.sqlite', '--format', 'json']),
      run(['report', 'odd.sqlite', '--format', 'csv']),
      run(['export', 'odd.sqlite']),
      run(['export', 'odd.sqlite', '--canonical']),
      run(['show', 'odd.sqlite', odd]),
      run(['show', 'odd.sqlite', odd, '--format', 'json']),
      run(['show', 'odd.sqlite', `${odd}?`]),
      run(['inspect', join(folder, odd)]),
      run(['inspect', join(folder, odd), '--format', 'json']),
      run(['scan', `${folder}?`]),
    ])
    for (const { stdout, stderr } of [scan, ...outputs]) {
      expect((stdout + stderr).replaceAll('\r\n', '\n')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    }
    expect(outputs[2]?.stdout).toMatch(/^'=cmd,/m)
    expect(JSON.parse(outputs[6]?.stdout ?? '').uri).toBe(odd)
    expect(outputs[5]?.stdout).toMatch(/^a\\x1b\[2Jb\\u\{202e\}c\\x9bd\\x0a=1\+1\.txt\n/)
  })
})

describe('on a terminal', () => {
  const script = spawnSync('script', ['--version'], { encoding: 'utf8' })
  const bin = fileURLToPath(new URL('../../bin/leaksift.js', import.meta.url))

  test.skipIf(!/util-linux/.test(script.stdout ?? ''))(
    'a bar runs on one line and leaves nothing behind (skipped where script is not there)',
    () => {
      const command = `"${process.execPath}" "${bin}" scan dump --store tty.sqlite --workers 1`
      const log = join(work, 'typescript')
      const { status } = spawnSync('script', ['-qec', command, log], {
        cwd: work,
        env: { ...process.env, NO_COLOR: '1' },
      })
      expect(status).toBe(3)
      const shown = readFileSync(log, 'utf8')
      const before = shown.slice(shown.indexOf('\n') + 1, shown.indexOf('Scan of '))
      expect(before).toMatch(/\rstarting …/)
      expect(before).toMatch(/6 (?:of 6 )?files/)
      expect(before).toMatch(/\r *\r$/)
      expect(before).not.toContain('\n')
      expect(shown).not.toContain('\x1b')
    },
  )
})

describe('rules of the user', () => {
  const rules = (pattern: string) =>
    `thresholds: { PERSON: 1 }\ndetectors:\n  - { id: folder-number, entity: FOLDER_NUMBER, title: Number of a folder, pattern: '${pattern}', confidence: 0.7, examples: { hits: [FN-123], misses: [FN-1] } }\n`

  beforeAll(() => {
    mkdirSync(join(work, 'ruled'))
    writeFileSync(join(work, 'ruled', 'FN-777.txt'), 'See FN-123 of Jane Roe, patient: Mrs Jane Roe.')
    writeFileSync(join(work, 'ruled', 'list.csv'), 'folder,name\nFN-200,Jane Roe\nFN-201,John Roe\nFN-202,Ann Roe\n')
    writeFileSync(join(work, 'rules.yaml'), rules('\\bFN-\\d{3}\\b'))
    writeFileSync(join(work, 'others.yaml'), rules('\\bFN-\\d{3,4}\\b'))
  })

  test('count in texts, names and tables, the same for any number of workers', async () => {
    const digests = new Set<string>()
    for (const workers of ['0', '1', '2']) {
      const scanned = await run([
        'scan',
        'ruled',
        '--store',
        `ruled-${workers}.sqlite`,
        '--rules',
        'rules.yaml',
        '--workers',
        workers,
      ])
      expect(scanned).toMatchObject({ code: 0, stderr: '' })
      const { stdout } = await run(['export', `ruled-${workers}.sqlite`, '--canonical'])
      digests.add(stdout)
    }
    expect(digests.size).toBe(1)
    const [text, table] = [...digests]
      .join('')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const found = ({ findings }: { findings: readonly { entityType: string; origin: string }[] }) =>
      findings.map(({ entityType, origin }) => `${entityType} ${origin}`).sort()
    expect(found(text)).toEqual(['FOLDER_NUMBER filename', 'FOLDER_NUMBER text'])
    expect(new Set(found(table))).toEqual(new Set(['FOLDER_NUMBER table']))
  })

  test('are part of the scan: it goes on with the same, not with others or none', async () => {
    const again = (more: readonly string[]) => run(['scan', 'ruled', '--store', 'ruled-1.sqlite', ...more])
    expect(await again(['--rules', 'rules.yaml'])).toMatchObject({ code: 0 })
    for (const more of [['--rules', 'others.yaml'], []]) {
      const { code, stderr } = await again(more)
      expect(code).toBe(2)
      expect(stderr).toContain("another 'rules'")
    }
  })

  test('that do not hold end it before anything is written', async () => {
    writeFileSync(join(work, 'wrong.yaml'), rules('\\bFN-\\d+\\b'))
    const { code, stderr } = await run(['scan', 'ruled', '--store', 'wrong.sqlite', '--rules', 'wrong.yaml'])
    expect(code).toBe(2)
    expect(stderr).toContain('folder-number: its pattern repeats without bound')
    expect(readdirSync(work)).not.toContain('wrong.sqlite')
  })
})
