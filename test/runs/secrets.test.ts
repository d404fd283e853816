import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type CliResult, cli, samples } from '../support/cli.ts'

const work = mkdtempSync(join(tmpdir(), 'leaksift-secrets-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const truth: { readonly secrets: readonly string[]; readonly files: Readonly<Record<string, unknown>> } = JSON.parse(
  readFileSync(new URL('../../data-samples/truth.json', import.meta.url), 'utf8'),
)

/** What stands in a path is kept in the store, for it is how the file is found again (masked in all output). */
const inPaths = new Set(
  truth.secrets.filter((secret) => Object.keys(truth.files).some((path) => path.includes(secret))),
)

describe.each(['masked', 'sealed'])('a scan with values %s', async (mode) => {
  const folder = join(work, mode)
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary, { recursive: true })
  const env = { TMPDIR: temporary, LEAKSIFT_PASSPHRASE: 'a passphrase for tests' }
  const store = join(folder, 'store.sqlite')
  const result = await cli(['scan', samples, '--store', store, '--values', mode, '--progress', 'json'], {
    env,
    cwd: folder,
  })
  const outputs = [result]
  for (const args of [
    ['report', store],
    ['report', store, '--format', 'json'],
    ['report', store, '--format', 'csv'],
    ['export', store],
  ]) {
    outputs.push(await cli(args, { cwd: folder }))
  }

  const forgotten = join(folder, 'forgotten.sqlite')
  copyFileSync(store, forgotten)
  copyFileSync(`${store}.key`, `${forgotten}.key`)
  const forgetting = await cli(['forget', forgotten], { cwd: folder })
  // The key from a backup, and the passphrase: neither is of any use now.
  copyFileSync(`${store}.key`, `${forgotten}.key`)
  const after: CliResult[] = []
  for (const args of [
    ['report'],
    ['report', '--format', 'json'],
    ['report', '--format', 'csv'],
    ['export'],
    ['export', '--canonical'],
  ]) {
    const [command = '', ...more] = args
    after.push(await cli([command, forgotten, ...more], { cwd: folder, env }))
  }

  test('once forgotten it gives no value to any command, whatever is brought', () => {
    expect(forgetting).toMatchObject({ code: 0, stderr: '' })
    expect(forgetting.stdout).toContain('What remains in the store:')
    for (const { code, stdout, stderr } of [forgetting, ...after]) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      const found = truth.secrets.filter(
        (secret) => !(mode === 'masked' && inPaths.has(secret)) && stdout.includes(secret),
      )
      expect(found).toEqual([])
    }
  })

  test('ends as it should', () => {
    expect(result.stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{'))).toEqual([])
    expect(result.code).toBe(3)
    expect(truth.secrets.length).toBeGreaterThan(100)
  })

  test('no value is in the store, its log, its key or a temporary file', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
    const written = files.filter((file) => statSync(file).isFile())
    expect(written.length).toBeGreaterThan(1)
    for (const file of written) {
      const bytes = readFileSync(file)
      const found = truth.secrets.filter((secret) => !inPaths.has(secret) && holds(bytes, secret))
      expect({ file: file.slice(folder.length), found }).toEqual({ file: file.slice(folder.length), found: [] })
    }
    expect(readdirSync(temporary)).toEqual([])
  })

  test('no value is in what it prints', () => {
    for (const { stdout, stderr } of outputs) {
      const printed = stdout + stderr
      expect(truth.secrets.filter((secret) => !inPaths.has(secret) && printed.includes(secret))).toEqual([])
    }
  })

  test('only its owner may read what it wrote', () => {
    for (const name of readdirSync(folder).filter((name) => name.startsWith('store'))) {
      expect({ name, mode: (statSync(join(folder, name)).mode & 0o777).toString(8) }).toEqual({ name, mode: '600' })
    }
  })
})

function holds(bytes: Buffer, secret: string): boolean {
  return (
    bytes.includes(secret, 0, 'utf8') ||
    bytes.includes(Buffer.from(secret, 'utf16le')) ||
    bytes.includes(JSON.stringify(secret).slice(1, -1))
  )
}
