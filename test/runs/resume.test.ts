import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { cli, digestOf, samples } from '../support/cli.ts'

const work = mkdtempSync(join(tmpdir(), 'leaksift-resume-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const scan = (store: string, ...more: string[]) => [
  'scan',
  samples,
  '--store',
  join(work, store),
  '--progress',
  'none',
  '--ocr',
  'off',
  ...more,
]

describe('one input, one digest', { timeout: 300_000 }, async () => {
  const started = performance.now()
  const undisturbed = await cli(scan('undisturbed.sqlite', '--workers', '1'))
  const whole = performance.now() - started
  const expected = digestOf(undisturbed)

  test.each(['0', '2', '4'])('with %s workers', async (workers) => {
    expect(digestOf(await cli(scan(`workers-${workers}.sqlite`, '--workers', workers)))).toBe(expected)
  })

  test('also where text is read from pixels', async () => {
    const read = (store: string, workers: string) =>
      cli([
        'scan',
        samples,
        '--store',
        join(work, store),
        '--workers',
        workers,
        '--include',
        '*.jpg',
        '--include',
        '*.pdf',
      ])
    expect(digestOf(await read('pixels-1.sqlite', '1'))).toBe(digestOf(await read('pixels-2.sqlite', '2')))
  })

  test('scanned a second time, nothing is done again', async () => {
    const rows = () => {
      const db = new Database(join(work, 'undisturbed.sqlite'), { readonly: true })
      const found = db.prepare('SELECT id, scan_id, uri FROM record ORDER BY uri').all()
      db.close()
      return found
    }
    const before = rows()
    expect(digestOf(await cli(scan('undisturbed.sqlite')))).toBe(expected)
    expect(rows()).toEqual(before)
  })

  test('killed at twenty random moments, and gone on with', async () => {
    let killed = 0
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const result = await cli(scan('killed.sqlite', '--workers', '2'), {
        onStart: (child) => setTimeout(() => child.kill('SIGKILL'), Math.random() * whole),
      })
      if (result.signal === 'SIGKILL') killed += 1
      else expect(digestOf(result)).toBe(expected)
    }
    expect(killed).toBeGreaterThan(0)
    expect(digestOf(await cli(scan('killed.sqlite', '--workers', '2')))).toBe(expected)
  })

  test('interrupted by Ctrl-C: says so, ends with 130, and goes on', async () => {
    const result = await cli(scan('ctrl-c.sqlite', '--workers', '1', '--progress', 'json'), {
      onStart: (child) => setTimeout(() => child.kill('SIGINT'), whole / 2),
    })
    if (result.code === 130) expect(result.stderr).toContain('the same command goes on')
    expect([130, 3]).toContain(result.code)
    expect(digestOf(await cli(scan('ctrl-c.sqlite')))).toBe(expected)
  })
})
