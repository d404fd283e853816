import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RecordKind } from '../../src/core/record.ts'
import { kinds } from '../../src/records/registry.ts'

const folder = new URL('../../src/records/', import.meta.url)

/** The kinds that the files of the room export. */
async function exportedKinds(): Promise<readonly RecordKind[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'registry.ts')
  const modules = await Promise.all(files.map((file) => import(new URL(file, folder).href) as Promise<object>))
  return modules.flatMap((module) => Object.values(module)).filter(isKind)
}

function isKind(value: unknown): value is RecordKind {
  return typeof value === 'object' && value !== null && 'match' in value && 'examples' in value
}

describe('the registry of record kinds', () => {
  it('lists every kind that a file exports, and nothing else', async () => {
    const exported = await exportedKinds()
    expect(kinds.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      exported.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    )
  })

  it('has each id once', () => {
    expect(new Set(kinds.map(({ id }) => id)).size).toBe(kinds.length)
  })
})
