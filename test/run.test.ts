import { describe, expect, test } from 'vitest'
import type { ItemRef } from '../src/core/item.ts'
import { defaultLimits } from '../src/core/limits.ts'
import { ItemError } from '../src/core/problem.ts'
import { bytesReader } from '../src/core/reader.ts'
import type { Source } from '../src/core/source.ts'
import type { Examiner } from '../src/pool/examiner.ts'
import { inlineExaminer } from '../src/pool/inline.ts'
import { type Progress, type RunParts, run } from '../src/run.ts'
import { decideContext } from '../src/scoring/context.ts'
import { score } from '../src/scoring/score.ts'
import { openStore } from '../src/stores/registry.ts'
import type { Store } from '../src/stores/store.ts'
import { builtIn } from '../src/toolbox.ts'

const plan = { limits: defaultLimits, context: 'general', circumstances: [], ocr: 'off' } as const

/** A source of so many short texts, which may be given; `onList` sees each as it is asked for. */
function texts(count: number, told: ((index: number) => void) | readonly string[] = []): Source {
  const onList = typeof told === 'function' ? told : () => {}
  const given = typeof told === 'function' ? [] : told
  return {
    uri: 'memory:texts',
    async *items(signal) {
      for (let index = 0; index < count && !signal.aborted; index += 1) {
        onList(index)
        yield {
          uri: `${String(index).padStart(6, '0')}.txt`,
          type: 'file',
          size: 30,
          modifiedAt: '2026-01-01T00:00:00.000Z',
        } satisfies ItemRef
      }
    },
    async open({ uri }) {
      const text = given[Number(uri.slice(0, 6))] ?? `mail to p${uri.slice(0, 6)}@example.org`
      const bytes = Buffer.from(text.padEnd(30).slice(0, 30))
      return { ...bytesReader(bytes), isUnchanged: async () => true, [Symbol.dispose]() {} }
    },
    async [Symbol.asyncDispose]() {},
  }
}

function parts(source: Source, store: Store, more: Partial<RunParts> = {}): RunParts {
  return {
    source,
    store,
    examiner: inlineExaminer(source, builtIn, plan),
    signal: new AbortController().signal,
    start: { toolVersion: 'test', source: source.uri, options: {}, redo: 'unfinished' },
    decide: decideContext,
    rescore: (facts, context, links) => score(facts, context, [], links, builtIn.sensitivities),
    ...more,
  }
}

/** An examiner of several lanes that does its work in this thread. */
function lanes(source: Source, count: number, onExamine: (items: readonly ItemRef[]) => void = () => {}): Examiner {
  const inline = inlineExaminer(source, builtIn, plan)
  return {
    ...inline,
    lanes: count,
    async examine(items) {
      onExamine(items)
      await new Promise(setImmediate)
      return inline.examine(items)
    },
  }
}

describe('a run', () => {
  test('writes every entry once and says how far it is', async () => {
    await using store = await openStore('memory:')
    const seen: number[] = []
    const source = texts(500)
    const { scan, progress } = await run(
      parts(source, store, { examiner: lanes(source, 4), onProgress: ({ entries }: Progress) => seen.push(entries) }),
    )
    expect(scan.status).toBe('finished')
    expect(progress).toMatchObject({ entries: 500, bytes: 15_000, known: 0, records: 500, incomplete: 0 })
    expect((await store.summary()).records).toBe(500)
    expect(seen.at(-1)).toBe(500)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
  })

  test('tells the examiner of entries before it asks for them, and not of those that an earlier run did', async () => {
    await using store = await openStore('memory:')
    const expected = new Set<string>()
    const unannounced: string[] = []
    const examinerOf = (source: Source): Examiner => ({
      ...lanes(source, 2, (items) =>
        unannounced.push(...items.map(({ uri }) => uri).filter((uri) => !expected.has(uri))),
      ),
      expect: (items) => {
        for (const { uri } of items) expected.add(uri)
      },
    })
    const few = texts(300)
    await run(parts(few, store, { examiner: examinerOf(few) }))
    expect(unannounced).toEqual([])
    expect(expected.size).toBe(300)
    expected.clear()
    const more = texts(310)
    await run(parts(more, store, { examiner: examinerOf(more) }))
    expect(unannounced).toEqual([])
    expect(expected.size).toBe(10)
  })

  test('the digest does not depend on how many lanes there are', async () => {
    const digests = []
    for (const count of [1, 3, 8]) {
      await using store = await openStore('memory:')
      const source = texts(300)
      digests.push((await run(parts(source, store, { examiner: lanes(source, count) }))).scan.digest)
    }
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(digests).size).toBe(1)
  })

  test('shares a small dump among its lanes, and gives much at a time of a large one', async () => {
    const sizesOf = async (count: number) => {
      await using store = await openStore('memory:')
      const sizes: number[] = []
      const source = texts(count)
      await run(parts(source, store, { examiner: lanes(source, 2, (items) => void sizes.push(items.length)) }))
      return sizes
    }
    expect(Math.max(...(await sizesOf(60)))).toBe(8)
    const many = await sizesOf(2_000)
    expect(Math.max(...many)).toBe(128)
    expect(many.reduce((sum, size) => sum + size, 0)).toBe(2_000)
  })

  test('lists only a few batches ahead of the work', async () => {
    await using store = await openStore('memory:')
    let listed = 0
    let done = 0
    let most = 0
    const source = texts(2_000, () => {
      listed += 1
      most = Math.max(most, listed - done)
    })
    const examiner = lanes(source, 2, (items) => {
      done += items.length
    })
    await run(parts(source, store, { examiner }))
    expect(most).toBeLessThanOrEqual(128 * 9 + 1)
  })

  test('that is interrupted keeps what it did, and the next does the rest only', async () => {
    await using store = await openStore('memory:')
    const control = new AbortController()
    const source = texts(400)
    const stop = (progress: Progress) => progress.entries >= 100 && control.abort()
    const first = await run(parts(source, store, { signal: control.signal, onProgress: stop }))
    expect(first.scan).toMatchObject({ status: 'interrupted', digest: null })
    expect(first.progress.entries).toBeLessThan(400)
    const second = await run(parts(source, store))
    expect(second.progress).toMatchObject({
      entries: 400,
      known: first.progress.entries,
      records: 400 - first.progress.entries,
    })
    await using fresh = await openStore('memory:')
    expect(second.scan.digest).toBe((await run(parts(source, fresh))).scan.digest)
  })

  describe('looks once more', () => {
    const labelled = (at: number) => `Patient no.: P00${4_000 + at * 7}`
    const notes = [...Array.from({ length: 6 }, (_, at) => labelled(at)), 'P004007: healed well', 'nothing here']
    const findingsOf = (store: Store, uri: string) =>
      [...store.records({ uri })].flatMap(({ findings }) => findings.map(({ entityType }) => entityType))

    test("where numbers without a label are written like patients', and at nothing else", async () => {
      await using store = await openStore('memory:')
      const source = texts(notes.length, notes)
      const seen: string[][] = []
      const phases = new Set<string>()
      const examiner = lanes(source, 1, (items) => seen.push(items.map(({ uri }) => uri)))
      const onProgress = ({ phase }: Progress) => phases.add(phase)
      const { progress } = await run(parts(source, store, { examiner, onProgress }))
      expect(seen.slice(1)).toEqual([['000006.txt']])
      expect(findingsOf(store, '000006.txt')).toEqual(['PATIENT_ID'])
      expect([...phases]).toEqual(['examining', 'learning', 'finishing'])
      expect([progress.records, progress.entries]).toEqual([notes.length, notes.length])
    })

    test('and keeps what it read before where that is gone meanwhile', async () => {
      await using store = await openStore('memory:')
      const source = texts(notes.length, notes)
      let reads = 0
      const open: Source['open'] = (item) => {
        reads += 1
        if (reads > notes.length) throw new ItemError('unreadable', 'gone')
        return source.open(item)
      }
      await run(parts({ ...source, open }, store))
      expect(reads).toBe(notes.length + 1)
      expect([...store.records({ uri: '000006.txt' })][0]).toMatchObject({ coverage: 'full', problems: [] })
    })
  })

  test('whose store fails says so, and what was written stays', async () => {
    await using store = await openStore('memory:')
    let writes = 0
    const failing: Store = {
      begin: (start) => store.begin(start),
      pending: (items) => store.pending(items),
      async write(batch) {
        writes += 1
        if (writes > 2) throw new Error('no space left')
        return store.write(batch)
      },
      learntCodes: () => store.learntCodes(),
      writeLarge: (entry, inside) => store.writeLarge(entry, inside),
      finish: (decide, rescore) => store.finish(decide, rescore),
      stop: (status) => store.stop(status),
      summary: () => store.summary(),
      records: (filter) => store.records(filter),
      entry: (uri) => store.entry(uri),
      entries: () => store.entries(),
      manifest: () => store.manifest(),
      [Symbol.asyncDispose]: async () => {},
    }
    const source = texts(400)
    await expect(run(parts(source, failing))).rejects.toThrow('no space left')
    const { scan, progress } = await run(parts(source, store))
    expect(scan.status).toBe('finished')
    expect(progress.known).toBe(16)
  })

  test('whose examiner has a fault of its own ends with it', async () => {
    await using store = await openStore('memory:')
    const source = texts(100)
    const examiner: Examiner = {
      ...inlineExaminer(source, builtIn, plan),
      examine: async () => Promise.reject(new TypeError('a bug')),
    }
    await expect(run(parts(source, store, { examiner }))).rejects.toThrow(TypeError)
  })
})
