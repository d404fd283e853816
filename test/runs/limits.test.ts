import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import type { ItemRef } from '../../src/core/item.ts'
import { defaultLimits } from '../../src/core/limits.ts'
import { openSource, sourceUri } from '../../src/sources/registry.ts'
import { cli } from '../support/cli.ts'
import { examineBytes } from '../support/examining.ts'

const work = realpathSync(mkdtempSync(join(tmpdir(), 'leaksift-limits-')))
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** Pages that show a picture and hold no text. */
async function shownPages(count: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const grey = { width: 300, height: 300, channels: 3, background: '#999' } as const
  const picture = await document.embedPng(await sharp({ create: grey }).png().toBuffer())
  for (let page = 0; page < count; page += 1) document.addPage([300, 300]).drawImage(picture)
  return document.save()
}

describe('limits hold at their number, and end things one past it', { timeout: 120_000 }, () => {
  test('cellCharacters', async () => {
    const email = 'jane.roe@example.org'
    const table = (fill: number) => `name,note\nJane,${'x '.repeat(fill / 2)}${email}\nJim,none\nJoe,none\n`
    const found = async (fill: number) => {
      const [own] = await examineBytes('t.csv', table(fill), { cellCharacters: 100 })
      return own?.findings.some(({ value }) => value === email)
    }
    expect(await found(80)).toBe(true)
    expect(await found(82)).toBe(false)
  })

  test('ocrPages', async () => {
    const causes = async (pages: number) => {
      const [own] = await examineBytes('p.pdf', await shownPages(pages), { ocrPages: 2 }, 'auto')
      return own?.problems.map(({ cause }) => cause)
    }
    expect(await causes(2)).toEqual(['no_text'])
    expect(await causes(3)).toEqual(['no_text', 'too_many'])
  })

  test('folderDepth', async () => {
    const folder = join(work, 'deep')
    const steps = Array.from({ length: defaultLimits.folderDepth }, () => 'd')
    mkdirSync(join(folder, ...steps), { recursive: true })
    writeFileSync(join(folder, ...steps.slice(1), 'within.txt'), 'x')
    writeFileSync(join(folder, ...steps, 'beyond.txt'), 'x')
    const items: ItemRef[] = []
    for await (const item of openSource(sourceUri([folder])).items(new AbortController().signal)) items.push(item)
    expect(items.map(({ uri, type, problem }) => [uri.split('/').length, type, problem?.cause])).toEqual([
      [steps.length, 'folder', 'too_deep'],
      [steps.length, 'file', undefined],
    ])
  })
})

describe('limits of a scan', { timeout: 120_000 }, () => {
  const dump = join(work, 'dump')
  mkdirSync(dump)
  const store = join(work, 'limited.sqlite')
  const file = join(work, 'limits.json')
  const scan = (...more: string[]) => cli(['scan', dump, '--store', store, '--workers', '1', ...more])

  test('a file of them is what the scan keeps to, and it goes on with the same alone', async () => {
    writeFileSync(join(dump, 'three.pdf'), await shownPages(3))
    writeFileSync(file, '{"preset": "quick", "pages": 2}')
    expect((await scan('--limits', file)).stdout).toContain('too_many')
    writeFileSync(file, '{"pages": 2, "preset": "quick"}')
    expect(await scan('--limits', file)).toMatchObject({ code: 3 })
    for (const more of [[], ['--limits', 'quick']]) {
      const { code, stderr } = await scan(...more)
      expect(code).toBe(2)
      expect(stderr).toContain("another 'limits'")
    }
    const { stdout } = await cli(['report', store, '--format', 'json'])
    expect(JSON.parse(stdout)).toMatchObject({ scan: { options: { limits: { pages: 2, depth: 4 } } } })
  })

  test.each([
    ['an unknown name', '{"pges": 4}', 'there is no limit "pges"; did you mean pages?'],
    ['a number out of range', '{"pages": 0}', "'pages' must be a whole number from 1"],
    ['a limit of the listing', '{"folderDepth": 4}', 'folderDepth is of the listing'],
    ['a list', '[]', 'must hold a JSON object'],
    ['what is no JSON', '{', 'is no JSON'],
    ['what is far too long', ' '.repeat(70_000), 'is larger than 64 KiB'],
  ])('%s is refused before anything is written', async (_name, content, told) => {
    writeFileSync(file, content)
    const { code, stderr } = await cli(['scan', dump, '--store', join(work, 'none.sqlite'), '--limits', file])
    expect(code).toBe(2)
    expect(stderr).toContain(told)
  })

  test('a word that is neither a preset nor a file is told so', async () => {
    const { code, stderr } = await cli(['scan', dump, '--store', join(work, 'none.sqlite'), '--limits', 'quik'])
    expect(code).toBe(2)
    expect(stderr).toContain('it is no preset: quick, thorough')
  })
})
