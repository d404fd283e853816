import { defaultLimits } from '../../core/limits.ts'
import type { Reader } from '../../core/reader.ts'
import { decodeColour } from '../decode.ts'
import { openAvi } from './avi-packets.ts'
import { type Choice, choicesOf } from './choose.ts'
import type { ClipPicture } from './clip-picture.ts'
import { decodePackets } from './native.ts'
import { openPackets } from './packets.ts'
import { difference, signatureOf } from './signature.ts'
import type { Track } from './track.ts'
import type { ClipRequest } from './wire.ts'

/** Takes a frame as soon as it is ready; with the time of an earlier one, in whose place it comes. */
export type Show = (picture: ClipPicture, instead?: number) => Promise<void>

/** Mean difference in greys below which two frames show the same. */
const sameScene = 2.5
/** Key pictures that are decoded beyond those asked for, in search of another scene. */
const mostExtra = 2

/**
 * Decodes frames spread over a clip and shows each as it is ready, in no certain order; none where the codec is not known.
 * Where neighbours show the same, further ones are looked for where the scene changes most.
 * @returns how many seconds it turned out to have; null where nobody knows
 * @throws ItemError where the reader does
 */
export async function framesOf(reader: Reader, request: ClipRequest, show: Show): Promise<number | null> {
  const track = await openTrack(reader, request)
  if (!track) return null
  const seconds = track.seconds > 0 ? track.seconds : null
  if (track.codec === undefined || track.width * track.height > request.pixels) return seconds
  const kept: Kept[] = []
  for await (const choice of choicesOf(track, request.frames, request.packets)) {
    await decode(track, choice, request, (picture) => {
      kept.push({ at: picture.at, signature: signatureOf(picture.picture) })
      return show(picture)
    })
  }
  if (kept.length >= request.frames) await showOtherScenes(track, kept, request, show)
  return seconds
}

interface Kept {
  readonly at: number
  readonly signature: Uint8Array
}

function openTrack(reader: Reader, { mediaType, seconds }: ClipRequest): Promise<Track | undefined> {
  if (mediaType === 'video/x-msvideo') return openAvi(reader, defaultLimits)
  return openPackets(reader, mediaType, seconds)
}

async function showOtherScenes(track: Track, kept: Kept[], request: ClipRequest, show: Show): Promise<void> {
  for (let extra = 0; extra < mostExtra; extra += 1) {
    kept.sort((a, b) => a.at - b.at)
    const steps = kept.slice(1).map((one, index) => difference(one.signature, kept[index]?.signature ?? one.signature))
    const same = steps.findIndex((step) => step < sameScene)
    const widest = steps.indexOf(Math.max(...steps))
    const [before, after] = [kept[widest], kept[widest + 1]]
    if (same < 0 || same === widest || !before || !after) return
    const key = await track.keyAt((before.at + after.at) / 2)
    if (!key || kept.some(({ at }) => Math.abs(at - key.at) < 0.001)) return
    let isFound = false
    await decode(track, { packets: [key], wanted: [key.at] }, request, (picture) => {
      isFound = true
      const [instead] = kept.splice(same + 1, 1)
      kept.push({ at: picture.at, signature: signatureOf(picture.picture) })
      return show(picture, instead?.at)
    })
    if (!isFound) return
  }
}

/** Each picture of motion JPEG is a still; everything else is for the decoder. */
async function decode(track: Track, choice: Choice, { longest }: ClipRequest, show: Show): Promise<void> {
  if (track.codec !== 'mjpeg') return decodePackets(track, choice, longest, show)
  for (const { at, data } of choice.packets) {
    if (!choice.wanted.includes(at)) continue
    const picture = await decodeColour(data, longest, defaultLimits)
    if (picture) await show({ at, picture, width: picture.width, height: picture.height })
  }
}
