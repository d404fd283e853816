import type { Flag, Frame } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'
import type { Picture } from '../../core/outcome.ts'
import type { Problem } from '../../core/problem.ts'
import { lookAt, nudityLabel } from '../look.ts'
import { viewOfPixels } from '../view.ts'
import type { ClipPicture } from './clip-picture.ts'
import { clipPictures } from './pictures.ts'
import { isPanorama, isTurntable } from './turns.ts'

/** What was seen of a clip. */
export interface ClipLook {
  /** Its frames, in the order of time, each with its seconds. */
  readonly pictures: readonly Picture[]
  /** `panorama_360`, `turntable_360`, `nudity_suspected` */
  readonly flags: readonly Flag[]
  /** Why nothing, or not all, was seen. */
  readonly problem?: Pick<Problem, 'cause' | 'message'>
}

/** Looks at frames of a clip, as a still is looked at. A clip that can't be decoded gives a problem and no frames. */
export async function lookAtClip({ source }: Frame, { limits }: { readonly limits: Limits }): Promise<ClipLook> {
  if (source.kind !== 'clip') return { pictures: [], flags: [] }
  const { pictures: frames, fault } = await clipPictures(source, limits)
  const problem = fault && { cause: fault.code, message: fault.message }
  if (frames.length === 0) {
    // The first picture of an animation was looked at as a still.
    const isAnimation = source.mediaType.startsWith('image/')
    return { pictures: [], flags: [], ...(isAnimation ? {} : { problem: problem ?? noDecoder }) }
  }
  const pictures: Picture[] = []
  let isUnseen = false
  for (const { at, picture, width, height } of frames) {
    const frameAt = Math.round(at * 1_000) / 1_000
    const seen = await lookAt(await viewOfPixels(picture, width, height))
    if (!seen) isUnseen = true
    pictures.push(seen ? { ...seen, frameAt } : { ...unseen, frameAt, width, height })
  }
  return {
    pictures,
    flags: flagsOf(frames, pictures),
    ...(isUnseen ? { problem: noModels } : problem ? { problem } : {}),
  }
}

const unseen = { faces: null, persons: null, exposure: null, labels: null, hash: null } as const
const noDecoder = {
  cause: 'unsupported_type',
  message: 'no decoder here reads its pictures: it was not looked at',
} as const
const noModels = { cause: 'unsupported_type', message: 'its pictures were not looked at' } as const

/** Frames that must look so: each is another chance to be wrong. */
const nudeFrames = 2

function flagsOf(frames: readonly ClipPicture[], pictures: readonly Picture[]): readonly Flag[] {
  const flags: Flag[] = []
  if (isPanorama(frames.map(({ picture }) => picture)))
    flags.push({ what: 'flag', name: 'panorama_360', detail: 'frames twice as wide as high whose sides meet' })
  if (
    isTurntable(
      frames.map(({ picture }) => picture),
      pictures,
    )
  )
    flags.push({ what: 'flag', name: 'turntable_360', detail: 'one person in the middle, turning' })
  if (
    pictures.filter(({ labels }) => labels?.[nudityLabel] !== undefined).length >= Math.min(nudeFrames, pictures.length)
  )
    flags.push({ what: 'flag', name: 'nudity_suspected' })
  return flags
}
