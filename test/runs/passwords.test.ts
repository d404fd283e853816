import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { password, sevenZipAllPassword, zipAes } from '../formats/archives/packed-fixtures.ts'
import { cli } from '../support/cli.ts'

const work = mkdtempSync(join(tmpdir(), 'leaksift-passwords-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
mkdirSync(join(work, 'dump'))
writeFileSync(join(work, 'dump', 'a.zip'), zipAes)
writeFileSync(join(work, 'dump', 'b.7z'), sevenZipAllPassword)
writeFileSync(join(work, 'passwords.txt'), `\ufeffwrong\r\n\r\n${password}\n`)

const scan = (...more: string[]) =>
  cli(['scan', 'dump', '--store', 'case.sqlite', '--workers', '1', '--progress', 'none', ...more], { cwd: work })
const records = async () => {
  const { stdout } = await cli(['export', 'case.sqlite', '--canonical'], { cwd: work })
  const lines = stdout.split('\n').filter((line) => line !== '')
  return lines
    .map((line) => JSON.parse(line) as { uri: string; coverage: string })
    .map(({ uri, coverage }) => `${uri} ${coverage}`)
}

describe('--passwords', { timeout: 60_000 }, () => {
  test('opens later what was locked, and is kept nowhere', async () => {
    const first = await scan()
    expect(first.code).toBe(3)
    expect(await records()).toEqual(['a.zip partial', 'a.zip!/a.txt none', 'a.zip!/b.txt none', 'b.7z none'])
    const second = await scan('--retry-failed', '--passwords', 'passwords.txt')
    expect(second.code).toBe(0)
    expect(await records()).toEqual([
      ...['a.zip full', 'a.zip!/a.txt full', 'a.zip!/b.txt full'],
      ...['b.7z full', 'b.7z!/a.txt full', 'b.7z!/b.txt full'],
    ])
    const written = readdirSync(work).filter((name) => name.startsWith('case.'))
    for (const name of written) expect(readFileSync(join(work, name)).includes(password)).toBe(false)
    expect(second.stdout + second.stderr).not.toContain(password)
  })

  test('are asked for by the name of a file that is there', async () => {
    const result = await scan('--passwords', 'missing.txt')
    expect([result.code, result.stderr]).toEqual([2, expect.stringContaining('missing.txt')])
  })

  test('go with inspect too', async () => {
    const result = await cli(['inspect', 'dump/a.zip', '--passwords', 'passwords.txt'], { cwd: work })
    expect(result.code).toBe(0)
  })
})
