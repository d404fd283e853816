import type { Colour } from './decode.ts'

/** Looks of medical pictures that are told by colours and shape alone, as labels of a picture. */
export const medicalLooks = Object.freeze(['fundus', 'histology', 'tomogram'] as const)
export type MedicalLook = (typeof medicalLooks)[number]

/** Places a side that a picture is looked at by, and points a side of each. */
const places = 64
const points = 4
/** Grey below which a place is black, and above which it is bare ground. */
const black = 28
const ground = 205
/** Share of bare ground in a picture of tissue. */
const leastBare = 0.12

/**
 * Which kind of medical picture it looks like: the back of an eye (an orange disc on black), stained tissue under a microscope (one texture all
 * over, in stains, with bare ground between), or a slice through a body (a grey, closed shape on black). Radiographs that fill
 * the picture and ultrasound are not told. Ask only of pictures without persons: a glance, no diagnosis.
 */
export function medicalLook(picture: Colour): MedicalLook | undefined {
  const places = sampled(picture)
  if (!mayBeMedical(places)) return undefined
  const seen = new Seen(picture, places)
  if (isFundus(seen)) return 'fundus'
  if (isTomogram(seen)) return 'tomogram'
  return isHistology(seen) ? 'histology' : undefined
}

/** A disc of warm colours that fills the picture, whole or cut above and below; its corners are black. */
function isFundus({ red, green, blue, lit, chroma, disc }: Seen): boolean {
  if (lit < 0.4 || chroma < 25 || red < 1.35 * green || green < 1.1 * blue) return false
  return disc.inside >= 0.95 && disc.outside >= 0.9 && disc.room >= 0.05
}

/** Grey without any colour, black along the edges, and one closed shape, not round and not white. */
function isTomogram({ chroma, lit, edge, disc, box, spread, white, crossings }: Seen): boolean {
  if (chroma > 1.5 || edge < 0.85 || lit < 0.2 || lit > 0.8) return false
  const isDisc = disc.inside >= 0.93 && disc.outside >= 0.93 && Math.abs(box.width - box.height) < 0.06
  const isClosed = lit / (box.width * box.height) >= 0.55 && crossings <= 5
  return isClosed && !isDisc && Math.min(box.width, box.height) >= 0.4 && spread >= 12 && spread <= 60 && white < 0.3
}

/** Bright, with strokes of the same strength everywhere, in stains on bare ground. */
function isHistology({ mean, bare, stained, dark, texture }: Seen): boolean {
  return (
    mean >= 140 && bare >= leastBare && stained >= 0.4 && dark < 0.01 && texture.usual >= 8 && texture.weakest >= 0.6
  )
}

/** What a glance tells: shares of all places where nothing else is said. */
class Seen {
  /** Mean colours of places that are not black. */
  readonly red: number
  readonly green: number
  readonly blue: number
  /** Mean distance from grey, in chroma. */
  readonly chroma: number
  readonly lit: number
  readonly dark: number
  /** Share of the places along the edges that is black. */
  readonly edge: number
  readonly bare: number
  readonly stained: number
  /** Of places that are not black: mean grey, spread of greys, share that is white. */
  readonly mean: number
  readonly spread: number
  readonly white: number
  /** Changes between black and not black in a row, on average. */
  readonly crossings: number
  /** What is not black lies in it: shares of the picture's sides. */
  readonly box: { readonly width: number; readonly height: number }
  /** A disc as wide as that: how much of it is lit, how much around it is black, and how much there is around it. */
  readonly disc: { readonly inside: number; readonly outside: number; readonly room: number }
  /** Mean difference between neighbours, and that of the smoothest tenth of 64 tiles by it. */
  readonly texture: { readonly usual: number; readonly weakest: number }

  constructor(picture: Colour, { greys, colours }: Sampled) {
    const isLit = (at: number) => (greys[at] ?? 0) >= black
    const all = [...greys.keys()]
    const lit = all.filter(isLit)
    const share = (some: readonly number[]) => some.length / all.length
    const meanOf = (of: (at: number) => number) => lit.reduce((sum, at) => sum + of(at), 0) / Math.max(1, lit.length)
    const colour = (at: number, channel: number) => colours[at * 3 + channel] ?? 0
    this.red = meanOf((at) => colour(at, 0))
    this.green = meanOf((at) => colour(at, 1))
    this.blue = meanOf((at) => colour(at, 2))
    this.chroma = all.reduce((sum, at) => sum + chromaOf(colour(at, 0), colour(at, 1), colour(at, 2)), 0) / all.length
    this.lit = share(lit)
    this.dark = 1 - this.lit
    const edges = all.filter((at) => [0, places - 1].includes(at % places) || [0, places - 1].includes(rowOf(at)))
    this.edge = edges.filter((at) => !isLit(at)).length / edges.length
    const least = (at: number) => Math.min(colour(at, 0), colour(at, 1), colour(at, 2))
    const most = (at: number) => Math.max(colour(at, 0), colour(at, 1), colour(at, 2))
    this.bare = share(all.filter((at) => least(at) > ground))
    this.stained = share(all.filter((at) => most(at) - least(at) > 18 && most(at) > 70))
    this.mean = meanOf((at) => greys[at] ?? 0)
    this.spread = Math.sqrt(meanOf((at) => ((greys[at] ?? 0) - this.mean) ** 2))
    this.white = meanOf((at) => ((greys[at] ?? 0) > 235 ? 1 : 0))
    this.crossings = all.filter((at) => at > 0 && isLit(at) !== isLit(at - 1)).length / places
    const [columns, rows] = [lit.map((at) => at % places), lit.map(rowOf)]
    const [left, right, top, bottom] = [least0(columns), most0(columns) + 1, least0(rows), most0(rows) + 1]
    this.box = { width: Math.max(1, right - left) / places, height: Math.max(1, bottom - top) / places }
    const shape = picture.height / picture.width
    const away = (at: number) =>
      (2 * Math.hypot((at % places) + 0.5 - (left + right) / 2, (rowOf(at) + 0.5 - (top + bottom) / 2) * shape)) /
      Math.max(1, right - left)
    const [inner, outer] = [all.filter((at) => away(at) < 0.93), all.filter((at) => away(at) > 1.07)]
    this.disc = {
      inside: inner.filter(isLit).length / Math.max(1, inner.length),
      outside: outer.filter((at) => !isLit(at)).length / Math.max(1, outer.length),
      room: share(outer),
    }
    this.texture = textureOf(greys)
  }
}

/** Black corners, or bare ground: without them, there is none of the looks, and most pictures have neither. */
function mayBeMedical({ greys, colours }: Sampled): boolean {
  const last = places * places - 1
  const corners = [0, places - 1, last - places + 1, last].filter((at) => (greys[at] ?? 0) < black)
  if (corners.length >= 2) return true
  let bare = 0
  for (let at = 0; at < colours.length; at += 3)
    if (Math.min(colours[at] ?? 0, colours[at + 1] ?? 0, colours[at + 2] ?? 0) > ground) bare += 1
  return bare >= leastBare * greys.length
}

function rowOf(at: number): number {
  return Math.floor(at / places)
}

function least0(numbers: readonly number[]): number {
  return numbers.reduce((least, one) => Math.min(least, one), places)
}

function most0(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one), 0)
}

/** Distance from grey (ITU-R BT.601). */
function chromaOf(red: number, green: number, blue: number): number {
  return Math.abs(0.5 * blue - 0.169 * red - 0.331 * green) + Math.abs(0.5 * red - 0.419 * green - 0.081 * blue)
}

interface Sampled {
  readonly greys: Float32Array
  readonly colours: Float32Array
}

/** Mean colours and greys at each place. */
function sampled({ width, height, data }: Colour): Sampled {
  const colours = new Float32Array(places * places * 3)
  const side = places * points
  for (let row = 0; row < side; row += 1) {
    const y = Math.floor(((row + 0.5) * height) / side)
    for (let column = 0; column < side; column += 1) {
      const from = (y * width + Math.floor(((column + 0.5) * width) / side)) * 3
      const to = (Math.floor(row / points) * places + Math.floor(column / points)) * 3
      for (let channel = 0; channel < 3; channel += 1)
        colours[to + channel] = (colours[to + channel] ?? 0) + (data[from + channel] ?? 0) / points ** 2
    }
  }
  const greys = Float32Array.from({ length: places * places }, (_, at) => {
    const [red, green, blue] = [colours[at * 3] ?? 0, colours[at * 3 + 1] ?? 0, colours[at * 3 + 2] ?? 0]
    return 0.299 * red + 0.587 * green + 0.114 * blue
  })
  return { greys, colours }
}

const tilesAside = 8

function textureOf(greys: Float32Array): Seen['texture'] {
  const tiles = new Float64Array(tilesAside * tilesAside)
  const placesOfTile = places / tilesAside
  for (const [at, grey] of greys.entries()) {
    const column = at % places
    if (column % placesOfTile === 0) continue
    const tile = Math.floor(rowOf(at) / placesOfTile) * tilesAside + Math.floor(column / placesOfTile)
    const differences = placesOfTile * (placesOfTile - 1)
    tiles[tile] = (tiles[tile] ?? 0) + Math.abs(grey - (greys[at - 1] ?? 0)) / differences
  }
  const sorted = tiles.toSorted()
  const usual = sorted.reduce((sum, one) => sum + one, 0) / sorted.length
  return { usual, weakest: (sorted[Math.floor(sorted.length / 10)] ?? 0) / Math.max(0.1, usual) }
}
