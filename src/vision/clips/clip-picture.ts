import type { Colour } from '../decode.ts'

/** A picture of a clip, upright. */
export interface ClipPicture {
  /** Seconds into the clip. */
  readonly at: number
  readonly picture: Colour
  /** Pixels of the picture as it was decoded, upright. */
  readonly width: number
  readonly height: number
}
