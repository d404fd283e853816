import type { Frame } from '../core/content.ts'
import type { Limits } from '../core/limits.ts'
import { type Colour, decodeColour, uprightSize } from './decode.ts'
import { smaller } from './pixels.ts'
import { shownBytes } from './shown.ts'

/** One encoded picture, decoded once for everyone who looks at it. */
export interface View {
  /** In colour, the longer side {@link viewPixels} at most. */
  readonly picture: Colour
  /** Pixels of the whole picture, upright. */
  readonly width: number
  readonly height: number
  /** The picture in more detail, for a second look: up to so many pixels on the longer side. Decodes anew. */
  closer(longest: number): Promise<Colour | undefined>
}

/** Enough for every model's first look; a quarter of most cameras' pictures, which JPEG decodes at little cost. */
export const viewPixels = 960

/** Views live as long as their frames do. */
const views = new WeakMap<Frame, Promise<View | undefined>>()

/** Undefined where nothing here can decode the picture, it is beyond the limits, or the frame is no still. */
export function viewOf(frame: Frame, limits: Limits): Promise<View | undefined> {
  let view = views.get(frame)
  if (!view) {
    view = decodeView(frame, limits)
    views.set(frame, view)
  }
  return view
}

async function decodeView(frame: Frame, limits: Limits): Promise<View | undefined> {
  const bytes = await shownBytes(frame, limits)
  if (!bytes) return undefined
  const picture = await decodeColour(bytes, viewPixels, limits)
  if (!picture) return undefined
  const size = (await uprightSize(bytes, limits)) ?? picture
  const isWhole = Math.max(size.width, size.height) <= viewPixels
  return {
    picture,
    width: size.width,
    height: size.height,
    closer: async (longest) => (isWhole ? picture : decodeColour(bytes, longest, limits)),
  }
}

/** A view of a picture that is decoded already, with the size that it had before. */
export async function viewOfPixels(whole: Colour, width: number, height: number): Promise<View> {
  const picture = await smaller(whole, viewPixels)
  return { picture, width, height, closer: async (longest) => smaller(whole, longest) }
}
