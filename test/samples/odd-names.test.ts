import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeOddNames, type OddName } from '../../data-samples/generate/odd-names.ts'
import { decodeName } from '../../src/core/item.ts'

let folder = ''
let made: readonly OddName[] = []
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'odd-'))
  made = await makeOddNames(join(folder, 'names'))
})
afterAll(() => rmSync(folder, { recursive: true }))

it('writes every name that this file system takes, and says how a scan spells it', () => {
  const there = readdirSync(join(folder, 'names'), { encoding: 'buffer' }).map((name) => name.toString('hex'))
  const told = made.map(({ uri }) => Buffer.from(decodeName(uri)).toString('hex'))
  expect(told.sort()).toEqual(there.sort())
  expect(made.length).toBeGreaterThan(process.platform === 'linux' ? 18 : 8)
  expect(new Set(made.map(({ uri }) => uri)).size).toBe(made.length)
})

it('puts an address of its own into each', () => {
  for (const { uri, email } of made) {
    const path = Buffer.concat([Buffer.from(`${folder}/names/`), decodeName(uri)])
    expect(readFileSync(path, 'utf8')).toContain(email)
  }
})
