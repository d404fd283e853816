import type { Frame } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'
import { animationPictures } from './animation.ts'
import { type Decoded, decodeClip } from './decoder.ts'
import { decodeWithFfmpeg } from './ffmpeg.ts'

/** A frame that is a clip. */
export type ClipSource = Extract<Frame['source'], { kind: 'clip' }>

/** Types whose pictures the decoder's process knows how to get at. */
const ownTypes: ReadonlySet<string> = new Set([
  'video/mp4',
  'video/quicktime',
  'video/3gpp',
  'video/x-matroska',
  'video/webm',
  'video/mp2t',
  'video/x-msvideo',
])

/**
 * Frames spread over a clip, upright, in the order of time: by the decoder's process where it knows the codec, else by
 * ffmpeg; none where neither can decode it.
 */
export async function clipPictures(source: ClipSource, limits: Limits): Promise<Omit<Decoded, 'seconds'>> {
  const { reader, mediaType } = source
  if (mediaType.startsWith('image/')) return { pictures: (await animationPictures(reader, limits)) ?? [] }
  const own = ownTypes.has(mediaType) ? await decodeClip(source, limits) : nothing
  if (own.pictures.length > 0) return { ...own, pictures: own.pictures.toSorted((a, b) => a.at - b.at) }
  const seconds = source.seconds ?? own.seconds
  // What breaks the decoder may not break ffmpeg: the fault counts where that has nothing to show either.
  const pictures = await decodeWithFfmpeg({ reader, mediaType, seconds }, limits)
  return pictures ? { pictures } : own
}

const nothing: Decoded = Object.freeze({ pictures: [], seconds: null })
