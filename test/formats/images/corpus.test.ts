import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../src/core/limits.ts'
import { ItemError } from '../../../src/core/problem.ts'
import { bytesReader } from '../../../src/core/reader.ts'
import { openHead } from '../../../src/formats/head.ts'
import { formats } from '../../../src/formats/registry.ts'
import { readPicture } from '../../support/picture-builder.ts'

const corpus = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url))
const pictures = formats.filter(({ medium }) => medium === 'image')

const wanted = [
  'Make',
  'Model',
  'DateTimeOriginal',
  'Orientation',
  'Software',
  'SerialNumber',
  'LensModel',
  'Artist',
  'Copyright',
  'OwnerName',
]
const positions = ['GPSLatitude', 'GPSLongitude', 'GPSAltitude']

interface Case {
  readonly path: string
  readonly labels: { readonly oracle?: Readonly<Record<string, unknown>> }
}

function casesOf(category: string): Case[] {
  const lines = readFileSync(`${corpus}${category}/manifest.jsonl`, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Case)
}

async function formatOf(bytes: Uint8Array) {
  const head = await openHead(bytesReader(bytes))
  for (const format of pictures) if ((await format.recognizes(head)) !== undefined) return format
  return undefined
}

const plain = (value: unknown) => String(value).replaceAll(/\s+/g, ' ').trim()
const digits = (value: unknown) => plain(value).replaceAll(/\D/g, '').slice(0, 14)

function isSame(name: string, have: string | undefined, want: unknown): boolean {
  if (have === undefined) return false
  if (name === 'DateTimeOriginal') return digits(have) === digits(want)
  if (!positions.includes(name)) return plain(have) === plain(want)
  return Math.abs(Number(have) - Number(want)) < 1e-4 * Math.max(1, name === 'GPSAltitude' ? Math.abs(Number(want)) : 1)
}

describe.skipIf(!existsSync(`${corpus}exif`))('the labelled pictures (needs the corpus beside the checkout)', () => {
  it('say what ExifTool says of them', async () => {
    const misses: string[] = []
    let compared = 0
    for (const { path, labels } of casesOf('exif')) {
      const { oracle } = labels
      if (!oracle || 'Error' in oracle) continue
      const bytes = new Uint8Array(readFileSync(corpus + path))
      const format = await formatOf(bytes)
      const tags = format ? (await readPicture(format, bytes)).tags : {}
      for (const name of [...wanted, ...positions]) {
        const want = oracle[name]
        if (want === undefined || plain(want) === '') continue
        compared += 1
        if (!isSame(name, tags[name]?.at(-1), want)) misses.push(`${path}: ${name}`)
      }
    }
    expect(compared).toBeGreaterThan(300)
    expect(misses.filter((miss) => miss.includes('GPS'))).toEqual([])
    expect(misses.length / compared).toBeLessThan(0.01)
  })
})

describe.skipIf(!existsSync(`${corpus}hostile`))('hostile files (need the corpus beside the checkout)', () => {
  it('end in an ItemError, or in a gap at most, where they are taken for pictures', async () => {
    const folders = readdirSync(`${corpus}hostile`, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const files = folders.flatMap(({ name }) =>
      readdirSync(`${corpus}hostile/${name}`).map((file) => `${name}/${file}`),
    )
    let taken = 0
    for (const file of files) {
      const bytes = new Uint8Array(readFileSync(`${corpus}hostile/${file}`))
      for (const format of pictures) {
        // Also the formats that these files are not of: their walks must end on anything.
        const head = await openHead(bytesReader(bytes))
        const mediaType = await format.recognizes(head)
        if (mediaType !== undefined) taken += 1
        const [usual = ''] = Object.keys(format.mediaTypes)
        const extracts = format.read(bytesReader(bytes), { limits: defaultLimits, mediaType: mediaType ?? usual, head })
        const gaps: string[] = []
        try {
          for await (const extract of extracts) if (extract.what === 'gap') gaps.push(extract.cause)
        } catch (error) {
          expect(error).toBeInstanceOf(ItemError)
          gaps.push('thrown')
        }
        expect(gaps.length).toBeLessThan(2)
      }
    }
    expect(taken).toBeGreaterThan(5)
  })
})
