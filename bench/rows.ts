import Database from 'better-sqlite3'
import type { ItemRef } from '../src/core/item.ts'
import { defaultLimits } from '../src/core/limits.ts'
import type { ItemOutcomes } from '../src/core/outcome.ts'
import { bytesReader } from '../src/core/reader.ts'
import type { Source } from '../src/core/source.ts'
import { examine } from '../src/examine.ts'
import { openStore } from '../src/stores/registry.ts'
import { builtIn } from '../src/toolbox.ts'
import { makeTexts } from './dump.ts'

const entries = 20_000
const batch = 64

/** Rows a second into the store, masked, digested and committed in batches, beside as many bare rows into a bare table. */
export async function rowsPerSecond(file: string): Promise<{ readonly rows: number; readonly bare: number }> {
  const outcomes = await makeOutcomes()
  const rows = outcomes.reduce((sum, [own]) => sum + 1 + own.findings.length + own.fields.length + own.flags.length, 0)
  await using store = await openStore(file, { fresh: true })
  await store.begin({ toolVersion: 'bench', source: 'bench', options: {}, redo: 'unfinished' })
  const started = performance.now()
  for (let at = 0; at < outcomes.length; at += batch) await store.write(outcomes.slice(at, at + batch))
  const seconds = (performance.now() - started) / 1_000
  await store.stop('interrupted')
  return { rows: rows / seconds, bare: rows / bareSeconds(`${file}.bare`, rows) }
}

async function makeOutcomes(): Promise<readonly ItemOutcomes[]> {
  const texts = makeTexts(3, 1_000)
  const source = memorySource(texts)
  const plan = { limits: defaultLimits, context: 'general', circumstances: [], ocr: 'off' } as const
  const made: ItemOutcomes[] = []
  for (let index = 0; index < entries; index += 1) {
    const item: ItemRef = {
      uri: `f${index}.txt`,
      type: 'file',
      size: Buffer.byteLength(texts[index % texts.length] ?? ''),
      modifiedAt: null,
    }
    made.push(await examine(item, source, builtIn, plan))
  }
  return made
}

function memorySource(texts: readonly string[]): Source {
  return {
    uri: 'memory:',
    async *items() {},
    async open({ uri }) {
      const reader = bytesReader(Buffer.from(texts[Number(uri.slice(1, -4)) % texts.length] ?? ''))
      return { ...reader, isUnchanged: async () => true, [Symbol.dispose]() {} }
    },
    async [Symbol.asyncDispose]() {},
  }
}

function bareSeconds(file: string, rows: number): number {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, record_id INTEGER, a TEXT, b TEXT, c TEXT, d REAL)')
  const insert = db.prepare('INSERT INTO bare (record_id, a, b, c, d) VALUES (?, ?, ?, ?, ?)')
  const write = db.transaction((from: number, to: number) => {
    for (let row = from; row < to; row += 1) insert.run(row, 'EMAIL_ADDRESS', 'j•••@e•••.org', 'text', 0.95)
  })
  const started = performance.now()
  for (let at = 0; at < rows; at += 1_000) write(at, Math.min(rows, at + 1_000))
  const seconds = (performance.now() - started) / 1_000
  db.close()
  return seconds
}
