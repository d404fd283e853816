import type { Mark } from './marks.ts'

/** Pixels of the side of a tile. */
const tile = 4

/** Which places of a picture are taken, to within a few pixels. */
export class Cover {
  readonly #across: number
  readonly #tiles: Uint8Array

  /** @param boxes pixels, right and bottom exclusive; what lies beyond the picture is of no account */
  constructor(width: number, height: number, boxes: Iterable<Mark>) {
    this.#across = Math.ceil(width / tile) + 1
    this.#tiles = new Uint8Array(this.#across * (Math.ceil(height / tile) + 1))
    for (const { left, top, right, bottom } of boxes) {
      const [from, to] = [Math.max(0, Math.floor(left / tile)), Math.min(width, right)]
      for (let y = Math.max(0, Math.floor(top / tile)); y * tile < Math.min(height, bottom); y += 1) {
        const row = y * this.#across
        this.#tiles.fill(1, row + from, Math.max(row + from, row + Math.ceil(to / tile)))
      }
    }
  }

  /** Whether the middle of a mark is taken. */
  has({ left, top, right, bottom }: Mark): boolean {
    const [x, y] = [Math.floor((left + right) / 2 / tile), Math.floor((top + bottom) / 2 / tile)]
    return this.#tiles[y * this.#across + x] === 1
  }
}
