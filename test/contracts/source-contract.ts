import { expect, test } from 'vitest'
import type { ItemRef } from '../../src/core/item.ts'
import { ItemError } from '../../src/core/problem.ts'
import type { Source } from '../../src/core/source.ts'

/** A source with these files in it, by uri. */
export interface SourceFixture {
  readonly source: Source
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Opens the same source from its uri alone, as another thread would. */
  reopen(): Source
  /** Takes one of the files away. */
  remove(uri: string): Promise<void>
}

/** What every source promises. */
export function sourceContract(name: string, make: () => Promise<SourceFixture>): void {
  const list = async (source: Source): Promise<ItemRef[]> => {
    const items: ItemRef[] = []
    for await (const item of source.items(new AbortController().signal)) items.push(item)
    return items
  }

  test(`${name}: lists every file once, with its size`, async () => {
    const { source, files } = await make()
    const items = (await list(source)).filter(({ type }) => type === 'file')
    expect(new Map(items.map(({ uri, size }) => [uri, size]))).toEqual(
      new Map([...files].map(([uri, bytes]) => [uri, bytes.length])),
    )
    expect(items.length).toBe(files.size)
  })

  test(`${name}: lists in the same order again, also when reopened`, async () => {
    const { source, reopen } = await make()
    const first = await list(source)
    expect(await list(source)).toEqual(first)
    expect(await list(reopen())).toEqual(first)
  })

  test(`${name}: gives each file's bytes, also when reopened, and slices of them`, async () => {
    const { source, files, reopen } = await make()
    for (const from of [source, reopen()]) {
      for (const item of (await list(from)).filter(({ type }) => type === 'file')) {
        using opened = await from.open(item)
        const bytes = Buffer.from(files.get(item.uri) ?? [])
        expect(Buffer.from(await opened.read(0, opened.size))).toEqual(bytes)
        expect(Buffer.from(await opened.read(1, 2))).toEqual(bytes.subarray(1, 3))
        expect((await opened.read(opened.size, 10)).length).toBe(0)
        expect(await opened.isUnchanged()).toBe(true)
      }
    }
  })

  test(`${name}: a file that went is a fault of the input`, async () => {
    const { source, files, remove } = await make()
    const item = (await list(source)).find(({ uri }) => files.has(uri))
    if (!item) throw new Error('the fixture has no file')
    await remove(item.uri)
    await expect(source.open(item)).rejects.toThrow(ItemError)
    await expect(source.open(item)).rejects.toMatchObject({ code: 'unreadable' })
  })

  test(`${name}: stops listing when told`, async () => {
    const { source } = await make()
    const control = new AbortController()
    let seen = 0
    for await (const _ of source.items(control.signal)) {
      seen += 1
      control.abort()
    }
    expect(seen).toBe(1)
  })
}
