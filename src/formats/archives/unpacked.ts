import type { ReadContext } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import { bytesReader, type Reader } from '../../core/reader.ts'
import type { SpoolPlace } from '../../core/spool.ts'
import { replayedReader } from './replayed.ts'

/** Bytes of one expanded member that are held in memory. */
export const heldBytes = 32 * 2 ** 20

/** A member opened for reading in any order. `damage` says why the reader gives less than the member had. */
export interface OpenMember {
  readonly reader: Reader
  readonly damage: ItemError | undefined
  /** Gives back what reading it takes; the reader is of no use then. */
  readonly close?: () => Promise<void>
}

/** Starts a member from its first byte. The first time is paid for from the container's budget, repeats are not. */
export type Play = (isRepeat: boolean) => AsyncGenerator<Uint8Array, void, undefined>

/** What opening a member may use. */
export type UnpackContext = { readonly limits: Pick<ReadContext['limits'], 'memberBytes' | 'spoolBytes'> } & Pick<
  ReadContext,
  'spool'
>

/**
 * A member that comes as a stream, as an item: held in memory while it is small, else kept in the spool; where there is
 * no room for it, it is expanded anew whenever reading goes back.
 * @throws ItemError where nothing of the member can be read; ours and the reader's faults go on
 */
export async function unpacked(play: Play, context: UnpackContext): Promise<OpenMember> {
  const { memberBytes } = context.limits
  const keeper = keeperOf(context)
  let damage: ItemError | undefined
  try {
    for await (const piece of play(false)) {
      const rest = memberBytes - keeper.size()
      await keeper.add(piece.length > rest ? piece.subarray(0, rest) : piece)
      if (piece.length <= rest) continue
      damage = new ItemError('too_large', `a member expands to more than ${memberBytes} bytes`)
      break
    }
  } catch (error) {
    // What came before the fault is kept, and the fault is handed on beside it; faults of ours go on.
    const isOurs = !(error instanceof ItemError) || isOfReader(error)
    if (isOurs || keeper.size() === 0) {
      await keeper.drop()
      throw error
    }
    damage = error
  }
  return keeper.open(play, damage)
}

/** Takes the pieces of one member. */
function keeperOf({ limits, spool }: UnpackContext) {
  const held: Uint8Array[] = []
  let heldLength = 0
  let size = 0
  let place: SpoolPlace | undefined
  let isSpooled = true
  const drop = async () => {
    isSpooled = false
    await place?.[Symbol.asyncDispose]()
    place = undefined
  }
  /** From the first piece that is not held on, all of them; false where there is no room. */
  const keep = async (piece: Uint8Array) => {
    if (!place) {
      place = await spool?.open(limits.spoolBytes)
      for (const one of held) if (place && !(await place.append(one))) return false
    }
    return place !== undefined && (await place.append(piece))
  }
  return {
    size: () => size,
    drop,
    async add(piece: Uint8Array) {
      const isHeld = heldLength === size && size + piece.length <= heldBytes
      size += piece.length
      if (isHeld) {
        held.push(piece)
        heldLength = size
      } else if (isSpooled && !(await keep(piece))) await drop()
    },
    async open(play: Play, damage: ItemError | undefined): Promise<OpenMember> {
      // The beginning of a bomb says what it is; the rest of what it may expand to is not worth its time.
      if (heldLength === size || damage?.code === 'expansion_ratio') {
        await drop()
        return { reader: bytesReader(joined(held)), damage }
      }
      if (place) return { reader: place.reader(), damage, close: drop }
      return { reader: replayedReader(size, () => play(true)), damage }
    },
  }
}

/** Faults of the bytes below, not of the member: they end the whole item. */
export function isOfReader({ code }: ItemError): boolean {
  return code === 'unreadable' || code === 'changed_while_reading' || code === 'time_limit'
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
}
