import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'

/** Bytes behind the furthest one read that can be read again without starting over. */
const keptBytes = 8 * 2 ** 20
/** Times that a reader starts over before it gives up: each costs the whole way again. */
const replays = 64

/**
 * Reads in any order from bytes that only come in order: forward goes on, backward starts over. For members too large
 * to be held in memory.
 * @param size bytes that `play` gives; fewer are a fault of the item
 * @param play starts from the first byte again
 * @throws ItemError from `read`: what `play` throws, `malformed` where it ends early, `too_large` after too many replays
 */
export function replayedReader(size: number, play: () => AsyncGenerator<Uint8Array, void, undefined>): Reader {
  let playing: AsyncGenerator<Uint8Array, void, undefined> | undefined
  let kept: Uint8Array[] = []
  let keptStart = 0
  let position = 0
  let played = 0
  let turn: Promise<unknown> = Promise.resolve()

  const restart = async () => {
    await playing?.return()
    if (played++ >= replays) throw new ItemError('too_large', 'a large packed member would be expanded too many times')
    playing = play()
    kept = []
    keptStart = 0
    position = 0
  }
  const advance = async () => {
    const next = await playing?.next()
    if (!next || next.done) throw new ItemError('malformed', 'a member of the archive is shorter than it was')
    kept.push(next.value)
    position += next.value.length
  }
  const forget = (before: number) => {
    for (let first = kept[0]; first && keptStart + first.length <= before; first = kept[0]) {
      keptStart += first.length
      kept.shift()
    }
  }
  const readNow = async (start: number, length: number): Promise<Uint8Array> => {
    const end = Math.min(size, start + length)
    if (start >= end) return new Uint8Array()
    if (!playing || start < keptStart) await restart()
    while (position < end) {
      forget(Math.min(start, position - keptBytes))
      await advance()
    }
    const bytes = copyOut(kept, keptStart, start, end)
    forget(position - keptBytes)
    return bytes
  }
  return {
    size,
    read(start, length) {
      // One at a time: all reads share the place they have come to.
      const mine = turn.then(() => readNow(start, length))
      turn = mine.catch(() => undefined)
      return mine
    },
  }
}

function copyOut(pieces: readonly Uint8Array[], piecesStart: number, start: number, end: number): Uint8Array {
  const bytes = new Uint8Array(end - start)
  let at = piecesStart
  for (const piece of pieces) {
    const [from, to] = [Math.max(start, at), Math.min(end, at + piece.length)]
    if (from < to) bytes.set(piece.subarray(from - at, to - at), from - start)
    at += piece.length
  }
  return bytes
}
