import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { ItemRef } from '../../src/core/item.ts'
import { openSource, sourceUri } from '../../src/sources/registry.ts'

/** The worker that misbehaves by the names of its items. */
export const misbehaving = new URL('./misbehaving-worker.ts', import.meta.url)

/** Makes folders of small files, one a name and each with an e-mail address in it; every one is gone after its test. */
export function smallFolders(): (names: readonly string[]) => Promise<{ uri: string; items: ItemRef[] }> {
  const made: string[] = []
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  return async (names) => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'leaksift-pool-')))
    made.push(folder)
    for (const name of names) writeFileSync(join(folder, name), `this is ${name}, contact jane.roe@example.org`)
    const uri = sourceUri([folder])
    const items: ItemRef[] = []
    for await (const item of openSource(uri).items(new AbortController().signal)) items.push(item)
    return { uri, items }
  }
}
