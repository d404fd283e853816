import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { ItemRef } from '../../src/core/item.ts'
import { readAhead } from '../../src/pool/read-ahead.ts'
import { sourceUri } from '../../src/sources/registry.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const item = (uri: string, size: number): ItemRef => ({ uri, type: 'file', size, modifiedAt: null })

test('takes what is missing, changed or no file in its stride, for the examination says so', {
  timeout: 60_000,
}, async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'leaksift-ahead-')))
  made.push(folder)
  writeFileSync(join(folder, 'a'), 'twelve bytes')
  const batch = [item('gone', 3), item('a', 12), item('a', 99), { ...item('a', 0), type: 'folder' } as const]
  await using ahead = readAhead(sourceUri([folder]))
  for (let turn = 0; turn < 40; turn += 1) {
    ahead.tell(batch)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
})

test('says when its thread broke, at the next call', { timeout: 60_000 }, async () => {
  await using ahead = readAhead('no-such-kind-of-source:')
  await expect(async () => {
    for (let turn = 0; turn < 2_000; turn += 1) {
      ahead.tell([item('a', 1)])
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }).rejects.toThrow()
})
