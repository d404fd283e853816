/**
 * How many words come out right of pages that are rendered from known text: clean, skewed and photographed.
 * `npm run bench:ocr`
 */
import sharp from 'sharp'
import { defaultLimits } from '../src/core/limits.ts'
import { bytesReader } from '../src/core/reader.ts'
import { languageOf } from '../src/records/language.ts'
import { readPage } from '../src/vision/read-page.ts'
import { drawn, texts, white } from './pages.ts'

/** What is done to a page before it is read. */
const ways: Readonly<Record<string, (page: Buffer) => Promise<Buffer>>> = {
  clean: async (page) => page,
  'skewed by 4°': (page) => sharp(page).rotate(4, { background: white }).jpeg({ quality: 80 }).toBuffer(),
  'on its side': (page) => sharp(page).rotate(90).jpeg({ quality: 80 }).toBuffer(),
  photographed: photographed,
}

await main()

async function main(): Promise<void> {
  const languages = Object.keys(texts)
  console.log(`| page | ${languages.join(' | ')} | mean | seconds a page |`)
  console.log(`| --- |${' ---: |'.repeat(languages.length + 2)}`)
  for (const [name, way] of Object.entries(ways)) {
    const shares: number[] = []
    const start = performance.now()
    for (const text of Object.values(texts)) shares.push(await accuracy(await way(await drawn(text)), text))
    const seconds = (performance.now() - start) / 1_000 / shares.length
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
    console.log(`| ${name} | ${[...shares, mean].map(percent).join(' | ')} | ${seconds.toFixed(1)} |`)
  }
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}

/** The share of a text's words that were read to the letter, each as often as it stands there at the most. */
async function accuracy(bytes: Buffer, text: string): Promise<number> {
  const source = { kind: 'encoded' as const, reader: bytesReader(bytes) }
  const frame = { what: 'frame' as const, place: { unit: 'text' as const, offset: 0 }, source }
  const read = await readPage(frame, { limits: defaultLimits, mode: 'auto', languageOf })
  const left = wordsOf(read?.text ?? '')
  const words = wordsOf(text)
  const right = words.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return right.length / words.length
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** A page on a desk, seen from the side under a lamp: perspective, a shadow, a little blur, noise, JPEG. */
async function photographed(page: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(page).greyscale().raw().toBuffer({ resolveWithObject: true })
  const [wide, high] = [1_600, 2_100]
  const result = Buffer.alloc(wide * high, 66)
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      // The far edge is shorter than the near one.
      const down = (y - 150) / (high - 300)
      const [left, right] = [300 - 160 * down, wide - 240 + 140 * down]
      const across = (x - left) / (right - left)
      const from = [Math.round(across * (info.width - 1)), Math.round(down ** 1.08 * (info.height - 1))] as const
      const isPage = across >= 0 && across <= 1 && down >= 0 && down <= 1
      const shade = isPage ? (data[from[1] * info.width + from[0]] ?? 0) : 66
      const light = 0.5 + 0.45 * (x / wide) * (1 - 0.25 * (y / high))
      const noise = ((x * 7919 + y * 104_729 + x * y * 31) % 17) - 8
      result[y * wide + x] = Math.max(0, Math.min(255, shade * light + noise))
    }
  }
  return sharp(result, { raw: { width: wide, height: high, channels: 1 } })
    .blur(0.8)
    .jpeg({ quality: 75 })
    .toBuffer()
}
