import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import { bytesReader, type Reader } from '../../core/reader.ts'
import { replayedReader } from './replayed.ts'

/** Bytes of one expanded member that are held in memory. */
export const heldBytes = 32 * 2 ** 20

/** A member opened for reading in any order. `damage` says why the reader gives less than the member had. */
export interface OpenMember {
  readonly reader: Reader
  readonly damage: ItemError | undefined
}

/** Starts a member from its first byte. The first time is paid for from the container's budget, repeats are not. */
export type Play = (isRepeat: boolean) => AsyncGenerator<Uint8Array, void, undefined>

/**
 * A member that comes as a stream, as an item: held in memory while it is small, else gone through once for its size
 * and expanded anew whenever reading goes back. So nothing of it is ever written to a disk.
 * @throws ItemError where nothing of the member can be read; ours and the reader's faults go on
 */
export async function unpacked(play: Play, limits: Pick<Limits, 'memberBytes'>): Promise<OpenMember> {
  const held: Uint8Array[] = []
  let heldLength = 0
  let size = 0
  let damage: ItemError | undefined
  try {
    for await (const piece of play(false)) {
      if (size + piece.length > limits.memberBytes) {
        damage = new ItemError('too_large', `a member expands to more than ${limits.memberBytes} bytes`)
        size = limits.memberBytes
        break
      }
      size += piece.length
      if (heldLength + piece.length <= heldBytes && heldLength + piece.length === size) {
        held.push(piece)
        heldLength += piece.length
      }
    }
  } catch (error) {
    // What came before the fault is kept, and the fault is handed on beside it; faults of ours go on.
    if (!(error instanceof ItemError) || isOfReader(error)) throw error
    if (size === 0) throw error
    damage = error
  }
  // The beginning of a bomb says what it is; the rest of what it may expand to is not worth its time.
  if (heldLength === size || damage?.code === 'expansion_ratio') return { reader: bytesReader(joined(held)), damage }
  return { reader: replayedReader(size, () => play(true)), damage }
}

/** Faults of the bytes below, not of the member: they end the whole item. */
export function isOfReader({ code }: ItemError): boolean {
  return code === 'unreadable' || code === 'changed_while_reading' || code === 'time_limit'
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
}
