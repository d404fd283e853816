import sharp from 'sharp'
import { head } from '../test/vision/drawn.ts'

const [width, height] = [4_000, 3_000]

/** A face before a wall, as a camera would save it: 12 megapixels with grain. */
export function headPicture(seed: number): Promise<Buffer> {
  return photographed(
    `<rect width="100%" height="100%" fill="hsl(${200 + seed * 9}, 18%, 60%)"/>${head(1_900 + 60 * seed, 1_350, 1_150)}`,
  )
}

/** Hills, a house and a tree, with nobody there: 12 megapixels with grain. */
export function landscape(seed: number): Promise<Buffer> {
  const trees = Array.from(
    { length: 9 },
    (_, at) =>
      `<rect x="${200 + at * 430}" y="${1_500 + ((at * 137 + seed * 50) % 300)}" width="40" height="300" fill="#5a3d22"/><ellipse cx="${220 + at * 430}" cy="${1_420 + ((at * 137 + seed * 50) % 300)}" rx="150" ry="230" fill="hsl(${95 + at * 4}, 45%, 30%)"/>`,
  )
  return photographed(
    `<rect width="100%" height="100%" fill="#8fb7dc"/><path d="M0 1300 L900 ${800 + seed * 40} L1900 1350 L2900 ${750 + seed * 30} L4000 1300 L4000 3000 L0 3000 Z" fill="#7d8f6a"/>
     <rect y="1800" width="4000" height="1200" fill="#6f8a3f"/><rect x="2500" y="1500" width="600" height="420" fill="#b9a78c"/><path d="M2440 1500 L2800 1220 L3160 1500 Z" fill="#7a3b2c"/>${trees.join('')}`,
  )
}

async function photographed(content: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
    <radialGradient id="skin" cx="0.42" cy="0.38" r="0.75"><stop offset="0" stop-color="#f0c8a8"/><stop offset="0.65" stop-color="#d9a583"/><stop offset="1" stop-color="#9a6a4c"/></radialGradient>
    <filter id="soft"><feGaussianBlur stdDeviation="1.6"/></filter><filter id="softer"><feGaussianBlur stdDeviation="5"/></filter></defs>${content}</svg>`
  const grain = await sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 14 } },
  })
    .png({ compressionLevel: 0 })
    .toBuffer()
  return sharp(Buffer.from(svg))
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 88 })
    .toBuffer()
}
