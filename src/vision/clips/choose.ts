import type { Packet, Track } from './track.ts'

/** What is decoded of a clip: packets in the order of decoding, and which of the pictures are wanted. */
export interface Choice {
  readonly packets: readonly Packet[]
  /** Times, in seconds, as the packets have them. */
  readonly wanted: readonly number[]
}

/** Bytes of packets that are held at a time. */
const heldBytes = 64 * 2 ** 20
/** Packets behind a wanted one that are decoded with it, for decoders give pictures in another order. */
const behind = 2

/**
 * Pictures spread over a clip: the key pictures before so many evenly spaced times; where a clip has fewer, pictures
 * between them, as far as `most` packets reach. Each choice is given before the next packet is looked for: what is
 * damaged further on does not cost what comes before it.
 */
export async function* choicesOf(track: Track, frames: number, most: number): AsyncGenerator<Choice> {
  const budget = { left: most }
  let run: { readonly key: Packet; readonly times: number[] } | undefined
  for (let index = 0; index < frames; index += 1) {
    const time = ((index + 0.5) * track.seconds) / frames
    const key = await track.keyAt(time)
    if (!key) continue
    if (run && key.at === run.key.at) {
      run.times.push(time)
      continue
    }
    if (run) yield* between(track, run.key, run.times, budget)
    run = { key, times: [] }
    budget.left -= 1
    yield { packets: [key], wanted: [key.at] }
  }
  if (run) yield* between(track, run.key, run.times, budget)
}

/** A key picture and the packets behind it up to the last of the times; the pictures nearest to the times are wanted. */
async function* between(
  track: Track,
  key: Packet,
  times: readonly number[],
  budget: { left: number },
): AsyncGenerator<Choice> {
  if (times.length === 0) return
  const last = Math.max(...times)
  const packets = [key]
  let bytes = key.data.length
  let late = 0
  while (late < behind && budget.left > 0 && bytes < heldBytes) {
    const packet = await track.next(packets.at(-1) ?? key)
    if (!packet || packet.isKey) break
    packets.push(packet)
    budget.left -= 1
    bytes += packet.data.length
    if (packet.at >= last) late += 1
  }
  const nearest = times.map((time) =>
    packets.reduce((best, { at }) => (Math.abs(at - time) < Math.abs(best - time) ? at : best), key.at),
  )
  const wanted = [...new Set(nearest)].filter((at) => at !== key.at)
  if (wanted.length > 0) yield { packets, wanted }
}
