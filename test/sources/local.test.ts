import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { decodeName, type ItemRef } from '../../src/core/item.ts'
import { readableSource, type Source } from '../../src/core/source.ts'
import { filterSource } from '../../src/sources/filter.ts'
import { fileUri, openSource, SourceError, sourceUri } from '../../src/sources/registry.ts'
import { sourceContract } from '../contracts/source-contract.ts'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'leaksift-sources-')))
  made.push(folder)
  return folder
}

async function list(source: Source): Promise<ItemRef[]> {
  const items: ItemRef[] = []
  for await (const item of source.items(new AbortController().signal)) items.push(item)
  return items
}

const files = new Map<string, Uint8Array>([
  ['a.txt', Buffer.from('first file')],
  ['b/c.txt', Buffer.from('second file')],
  ['b/d/e.bin', Buffer.from([0, 1, 2, 255])],
  ['é ü.txt', Buffer.from('accents')],
])

function filled(): string {
  const folder = newFolder()
  for (const [uri, bytes] of files) {
    mkdirSync(join(folder, uri, '..'), { recursive: true })
    writeFileSync(join(folder, uri), bytes)
  }
  return folder
}

describe('a folder', () => {
  sourceContract('folder', async () => {
    const folder = filled()
    const uri = sourceUri([folder])
    return {
      source: openSource(uri),
      files,
      reopen: () => openSource(uri),
      remove: async (file) => rmSync(join(folder, file)),
    }
  })

  test('links are listed and not followed, neither to files nor to folders', async () => {
    const folder = filled()
    symlinkSync('/etc/hostname', join(folder, 'link-to-file'))
    symlinkSync('..', join(folder, 'link-up'))
    const source = openSource(sourceUri([folder]))
    const items = await list(source)
    expect(items.filter(({ type }) => type === 'link').map(({ uri }) => uri)).toEqual(['link-to-file', 'link-up'])
    expect(items.length).toBe(files.size + 2)
    await expect(source.open({ uri: 'link-to-file', type: 'file', size: 0, modifiedAt: null })).rejects.toMatchObject({
      code: 'unreadable',
    })
  })

  test('a pipe is listed and not waited for', async () => {
    const folder = newFolder()
    execFileSync('mkfifo', [join(folder, 'pipe')])
    const source = openSource(sourceUri([folder]))
    expect(await list(source)).toMatchObject([{ uri: 'pipe', type: 'special' }])
    await expect(source.open({ uri: 'pipe', type: 'file', size: 0, modifiedAt: null })).rejects.toMatchObject({
      code: 'unreadable',
    })
  })

  test('odd names are read and stay different', async () => {
    const folder = newFolder()
    const names = [
      Buffer.from('line\nbreak'),
      Buffer.from('-rf'),
      Buffer.from('pipe|'),
      Buffer.from('back\\slash'),
      Buffer.from([0x66, 0xff, 0xfe]),
      Buffer.from('f\ufffdff'),
      Buffer.from('\u001b[31mred'),
    ]
    for (const name of names) writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), name)
    const source = openSource(sourceUri([folder]))
    const items = await list(source)
    expect(new Set(items.map(({ uri }) => uri)).size).toBe(names.length)
    for (const item of items) {
      using opened = await source.open(item)
      expect(Buffer.from(await opened.read(0, 100))).toEqual(Buffer.from(decodeName(item.uri)))
    }
  })

  test('a folder whose name ends in ! is not taken for a container', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'a.zip!'))
    writeFileSync(join(folder, 'a.zip!', 'b'), 'x')
    const [item] = await list(openSource(sourceUri([folder])))
    expect(item?.uri).not.toBe('a.zip!/b')
    expect(item && Buffer.from(decodeName(item.uri)).toString()).toBe('a.zip!/b')
  })

  test('a file that grew since it was listed is told from one that did not', async () => {
    const folder = filled()
    const source = openSource(sourceUri([folder]))
    const item = (await list(source)).find(({ uri }) => uri === 'a.txt')
    if (!item) throw new Error('not listed')
    using opened = await source.open(item)
    appendFileSync(join(folder, 'a.txt'), 'more')
    expect(await opened.isUnchanged()).toBe(false)
    await expect(source.open(item)).rejects.toMatchObject({ code: 'changed_while_reading' })
  })

  test('a folder that vanishes while it is listed goes to the ledger', async () => {
    const folder = newFolder()
    const source = openSource(sourceUri([folder]))
    rmSync(folder, { recursive: true })
    expect(await list(source)).toMatchObject([
      { uri: '.', type: 'folder', problem: { cause: 'unreadable', message: 'ENOENT' } },
    ])
  })

  test('folders beyond the limit of depth are told, not entered', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, ...Array.from({ length: 300 }, () => 'd')), { recursive: true })
    const items = await list(openSource(sourceUri([folder])))
    expect(items).toMatchObject([{ type: 'folder', problem: { cause: 'too_deep' } }])
  })

  test('counts what it lists', async () => {
    const total = await openSource(sourceUri([filled()])).count?.(new AbortController().signal)
    expect(total).toEqual({
      files: files.size,
      bytes: [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0),
    })
  })
})

describe('one file', () => {
  sourceContract('file', async () => {
    const folder = filled()
    const uri = sourceUri([join(folder, 'a.txt')])
    return {
      source: openSource(uri),
      files: new Map([['a.txt', Buffer.from('first file')]]),
      reopen: () => openSource(uri),
      remove: async (file) => rmSync(join(folder, file)),
    }
  })
})

describe('several', () => {
  sourceContract('union', async () => {
    const [one, two] = [filled(), filled()]
    const single = join(two, 'a.txt')
    const uri = sourceUri([one, two, single])
    const all = new Map<string, Uint8Array>()
    for (const folder of [one, two]) for (const [name, bytes] of files) all.set(`${basename(folder)}/${name}`, bytes)
    all.set('a.txt', Buffer.from('first file'))
    return {
      source: openSource(uri),
      files: all,
      reopen: () => openSource(uri),
      remove: async (file) =>
        rmSync(
          file === 'a.txt'
            ? single
            : join(file.startsWith(basename(one)) ? one : two, file.slice(file.indexOf('/') + 1)),
        ),
    }
  })

  test('of one base name are told apart', async () => {
    const [one, two] = [join(newFolder(), 'same'), join(newFolder(), 'same')]
    for (const folder of [one, two]) {
      mkdirSync(folder)
      writeFileSync(join(folder, 'x'), folder)
    }
    const items = await list(openSource(sourceUri([one, two])))
    expect(items.map(({ uri }) => uri)).toEqual(['same/x', 'same~2/x'])
  })

  test('are readable', () => {
    const folder = filled()
    expect(readableSource(sourceUri([folder, join(folder, 'a.txt')]))).toBe(`${folder}, ${join(folder, 'a.txt')}`)
  })
})

describe('what the user named', () => {
  test('is missing: told by name', () => {
    expect(() => sourceUri(['/no/such/place'])).toThrow(SourceError)
    expect(() => sourceUri(['/no/such/place'])).toThrow('"/no/such/place"')
  })

  test('is a link: followed, for the user chose it', () => {
    const folder = filled()
    const link = join(newFolder(), 'link')
    symlinkSync(folder, link)
    expect(sourceUri([link])).toBe(pathToFileURL(folder).href)
  })

  test('is a folder where a file is meant', () => {
    expect(() => fileUri(filled())).toThrow(SourceError)
  })
})

describe('filters', () => {
  test.each<[string, { include?: string[]; exclude?: string[] }, string[]]>([
    ['a name at any depth', { include: ['*.txt'] }, ['a.txt', 'b/c.txt', 'é ü.txt']],
    ['a path', { exclude: ['b/**'] }, ['a.txt', 'é ü.txt']],
    ['both', { include: ['*.txt'], exclude: ['b/*'] }, ['a.txt', 'é ü.txt']],
  ])('%s', async (_, filter, expected) => {
    const source = filterSource(openSource(sourceUri([filled()])), { include: [], exclude: [], ...filter })
    expect((await list(source)).map(({ uri }) => uri)).toEqual(expected)
  })
})
