import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { defaultSeed, makeDump, truthText } from '../../data-samples/generate/dump.ts'
import { drawAll, drawnBefore } from '../../data-samples/generate/studio.ts'

const folder = new URL('../../data-samples/', import.meta.url).pathname
const dump = join(folder, 'dump')
const committed = readdirSync(dump, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(dump, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .sort()

describe('the committed dump', () => {
  it('comes out byte for byte, with its truth, when the committed pictures are kept', async () => {
    const { files, truth } = await makeDump(
      defaultSeed,
      drawnBefore(async (path) => readFileSync(join(dump, path))),
    )
    expect(files.map(({ path }) => path)).toEqual(committed)
    const different = files.filter(({ path, bytes }) => !readFileSync(join(dump, path)).equals(bytes))
    expect(different.map(({ path }) => path)).toEqual([])
    expect(truthText(truth)).toBe(readFileSync(join(folder, 'truth.json'), 'utf8'))
  })

  it('has the pictures that this machine draws, in size, format and metadata; pixels hang on the encoder', async () => {
    const { files } = await makeDump(defaultSeed, drawAll)
    const pictures = files.filter(({ path, truth }) => truth.drawn && truth.medium === 'image' && !path.includes('(1)'))
    expect(pictures.length).toBeGreaterThan(15)
    for (const { path, bytes } of pictures)
      expect(await facts(bytes), path).toEqual(await facts(readFileSync(join(dump, path))))
  })

  it('follows its seed', async () => {
    const { truth } = await makeDump(
      defaultSeed + 1,
      drawnBefore(async (path) => readFileSync(join(dump, path))),
    )
    const before: { people: readonly { name: string; phone: string }[] } = JSON.parse(
      readFileSync(join(folder, 'truth.json'), 'utf8'),
    )
    expect(truth.people.map(({ name }) => name)).toEqual(before.people.map(({ name }) => name))
    expect(truth.people.map(({ phone }) => phone)).not.toEqual(before.people.map(({ phone }) => phone))
  })

  it('is small, and its names suit every common file system', () => {
    const bytes = committed.reduce((sum, path) => sum + statSync(join(dump, path)).size, 0)
    expect(bytes).toBeLessThan(3 * 2 ** 20)
    for (const path of committed) {
      expect(path).toBe(path.normalize('NFC'))
      expect(path.length).toBeLessThan(150)
      for (const step of path.split('/'))
        expect(step).toMatch(/^[^<>:"\\|?*\p{Cc}\s-][^<>:"\\|?*\p{Cc}]{0,80}(?<![ .])$/u)
    }
    expect(new Set(committed.map((path) => path.toLowerCase())).size).toBe(committed.length)
  })

  it('is all there: duplicates are equal, nothing else is', () => {
    const truth: { files: Record<string, { duplicateOf?: string }> } = JSON.parse(
      readFileSync(join(folder, 'truth.json'), 'utf8'),
    )
    const contents = new Map<string, string>()
    for (const path of committed) {
      const content = readFileSync(join(dump, path)).toString('base64')
      expect(contents.get(content), path).toBe(truth.files[path]?.duplicateOf)
      contents.set(content, path)
    }
  })
})

/** What two encoders agree on. The EXIF block of a picture is ours, but for AVIF's, which the encoder writes. */
async function facts(bytes: Uint8Array) {
  const { format, width, height, exif, xmp, isProgressive, pages } = await sharp(bytes).metadata()
  const ours = format === 'jpeg' ? withoutThumbnail(exif) : format === 'heif' ? exif !== undefined : exif
  return { format, width, height, ours, xmp, isProgressive, pages }
}

/** The notes before the embedded preview, whose pixels differ as well. */
function withoutThumbnail(exif: Uint8Array | undefined): string | undefined {
  return exif && Buffer.from(exif).toString('latin1').split('\xff\xd8')[0]?.slice(0, 600)
}
