import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../../src/stores/sqlite.ts'
import { general, score, start } from '../made-up.ts'
import { storeChild } from './child.ts'
import { dump } from './dump.ts'
import { storeFolder } from './folder.ts'

const size = 400

async function digestOf(seed: number): Promise<string | null> {
  using at = storeFolder()
  await using store = await openSqliteStore(at.path)
  await store.begin(start)
  await store.write(dump(seed, size))
  return (await store.finish(general, score)).digest
}

/** What SQLite and the schema say of a store that was left lying: nothing broken, nothing half. */
function check(path: string): void {
  const db = new Database(path)
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    const entries = db.prepare<[], { uri: string; last_id: number; id: number }>(
      'SELECT id, last_id, uri FROM record WHERE parent_id IS NULL',
    )
    const inside = db.prepare<[number, number]>('SELECT count(*) FROM record WHERE id BETWEEN ? AND ?').pluck()
    const found = db.prepare<[number, number]>('SELECT count(*) FROM finding WHERE record_id BETWEEN ? AND ?').pluck()
    for (const { uri, id, last_id } of entries.all()) {
      const whole = written.get(uri) ?? []
      expect(inside.get(id, last_id)).toBe(whole.length)
      expect(found.get(id, last_id)).toBe(whole.reduce((sum, { findings }) => sum + findings.length, 0))
    }
  } finally {
    db.close()
  }
}

const written = new Map(dump(1, size).map((entry) => [entry[0].uri, entry]))

describe('a scan that is killed', () => {
  it('at any moment is gone on with, and comes to the same', async () => {
    using at = storeFolder()
    const args = [at.path, '1', `${size}`, '7'] as const
    for (let moment = 0; moment < 8; moment += 1) {
      await using child = storeChild('scan', ...args)
      expect(await child.line()).toBe('begun')
      // Somewhere in the work that the earlier ones have left.
      for (let line = 0; line < 3 * moment; line += 1) await child.line()
      await setTimeout(moment % 4)
      await child.kill()
      check(at.path)
    }
    expect(await lastLine(args)).toBe(await digestOf(1))
    check(at.path)
  })

  it('while it ends is ended by the next one', async () => {
    using at = storeFolder()
    const args = [at.path, '1', `${size}`, '64'] as const
    for (const wait of [0, 2, 5, 9, 15, 25]) {
      await using child = storeChild('scan', ...args)
      for (let line = await child.line(); line !== undefined && line !== 'finishing'; ) line = await child.line()
      await setTimeout(wait)
      await child.kill()
      check(at.path)
    }
    expect(await lastLine(args)).toBe(await digestOf(1))
  })
})

async function lastLine(args: readonly string[]): Promise<string | undefined> {
  await using child = storeChild('scan', ...args)
  let last: string | undefined
  for (let line = await child.line(); line !== undefined; line = await child.line()) last = line
  return last
}
