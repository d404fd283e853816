import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Source } from '../../src/core/source.ts'
import { readableSource } from '../../src/core/source.ts'
import { filterSource } from '../../src/sources/filter.ts'
import { openSource, placeOf, SourceError, sourceUri, urisWithin } from '../../src/sources/registry.ts'

const work = realpathSync(mkdtempSync(join(tmpdir(), 'leaksift-own-')))
afterAll(() => rmSync(work, { recursive: true, force: true }))

async function urisOf(source: Source): Promise<string[]> {
  const uris: string[] = []
  for await (const { uri } of source.items(new AbortController().signal)) uris.push(uri)
  return uris
}

function folderWith(name: string, files: readonly string[]): string {
  const folder = join(work, name)
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), file)
  }
  return folder
}

describe('a name that a user may give', () => {
  test.each([
    'bell\u0007',
    'tab\t',
    'line\n',
    'blank ',
    '%41',
    '#',
    '?',
    'esc\u001b]0;x\u0007',
    'é\u202e',
    'back\\slash',
  ])('%j is found again from its address', async (name) => {
    const folder = folderWith(name, ['a.txt'])
    const uri = sourceUri([folder])
    expect(readableSource(uri)).toBe(folder)
    expect(await urisOf(openSource(uri))).toEqual(['a.txt'])
  })

  test('the root of the file system has an address', () => {
    expect(readableSource(sourceUri(['/']))).toBe('/')
  })

  test('an empty one is not the current folder', () => {
    expect(() => sourceUri([''])).toThrow(SourceError)
  })
})

describe('where a source lists a file', () => {
  test('is what its listing says', async () => {
    const one = folderWith('one', ['x.sqlite', 'sub!/y.sqlite', 'z\uFFFD/z.sqlite'])
    const two = folderWith('two/one', ['x.sqlite'])
    const single = join(folderWith('single', ['s.sqlite']), 's.sqlite')
    const uri = sourceUri([one, two, single])
    const listed = await urisOf(openSource(uri))
    const files = ['x.sqlite', 'sub!/y.sqlite', 'z\uFFFD/z.sqlite'].map((file) => join(one, file))
    const found = [...files, join(two, 'x.sqlite'), single].map((file) => urisWithin(uri, placeOf(file)))
    expect(found.every((uris) => uris.length === 1)).toBe(true)
    expect(found.flat().sort()).toEqual(listed.sort())
  })

  test('is nowhere for what lies elsewhere, and for the source itself', () => {
    const folder = folderWith('here', ['a'])
    const uri = sourceUri([folder])
    for (const file of [work, join(work, 'a'), join(work, 'here2', 'a'), folder, '/'])
      expect(urisWithin(uri, file)).toEqual([])
    expect(urisWithin(sourceUri([join(folder, 'a')]), join(folder, 'a'))).toEqual([])
  })

  test('follows links on the way there, and needs no file to be there', () => {
    const folder = folderWith('linked', ['a'])
    symlinkSync(folder, join(work, 'way'))
    expect(urisWithin(sourceUri([folder]), placeOf(join(work, 'way', 'new.sqlite')))).toEqual(['new.sqlite'])
    expect(placeOf(join(work, 'no folder', 'x'))).toBe(join(work, 'no folder', 'x'))
  })
})

describe('a filtered source', () => {
  test('counts what it lists, and leaves out what it is told to', async () => {
    const folder = folderWith('counted', ['a.txt', 'b.log', 'c/d.txt', 'c/e.log'])
    const all = openSource(sourceUri([folder]))
    const signal = new AbortController().signal
    const some = filterSource(all, { include: ['*.txt'], exclude: [] })
    expect(await urisOf(some)).toEqual(['a.txt', 'c/d.txt'])
    expect(await some.count?.(signal)).toEqual({ files: 2, bytes: 'a.txtc/d.txt'.length })
    const others = filterSource(all, { include: [], exclude: [] }, new Set(['b.log', basename('c')]))
    expect(await urisOf(others)).toEqual(['a.txt', 'c/d.txt', 'c/e.log'])
    expect(filterSource(all, { include: [], exclude: [] })).toBe(all)
  })
})
