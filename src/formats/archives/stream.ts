import type { Transform } from 'node:stream'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'

/** Bytes that Node's expanders give at a time. */
export const expandedPieceBytes = 1 << 18
/** What one packed piece may expand to: it is held until the next is asked for. */
const heldBytes = 96 * 2 ** 20

/** A stretch of a reader in order, in pieces. */
export async function* piecesOf(
  reader: Reader,
  start: number,
  end: number,
  pieceBytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = start; at < end; at += pieceBytes) yield await reader.read(at, Math.min(pieceBytes, end - at))
}

/**
 * What packed pieces expand to in one of Node's expanders. The same pieces give the same bytes before the same fault,
 * however fast they are taken: a piece goes in when all that came of the one before is out.
 * @param flow made for this call with {@link expandedPieceBytes}; closed at the end
 * @param packed small enough that no piece expands to more than some ten megabytes, unless it means harm
 * @throws ItemError `truncated`, `malformed`, `expansion_ratio`, and what `packed` throws
 */
export async function* expandedBy(
  flow: Transform,
  packed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const ready: Uint8Array[] = []
  let held = 0
  let fault: NodeJS.ErrnoException | undefined
  // Closed is the one state in which every stream ends, after its last byte or its fault.
  const isClosed = new Promise<void>((resolve) => flow.once('close', resolve))
  flow.on('data', (chunk: Uint8Array) => {
    held += chunk.length
    if (held > heldBytes) flow.destroy()
    else ready.push(chunk)
  })
  flow.on('error', (error) => {
    fault = error
  })
  try {
    for await (const piece of packed) {
      if (flow.destroyed || flow.readableEnded) break
      await Promise.race([isClosed, written(flow, piece)])
      yield* ready.splice(0)
      if (held > heldBytes) throw new ItemError('expansion_ratio', 'a small part of it expands to very much')
      held = 0
    }
    if (!flow.destroyed) flow.end()
    await isClosed
    yield* ready.splice(0)
  } finally {
    flow.destroy()
  }
  if (fault) throw faultOf(fault)
}

/** Resolves when the piece has been expanded, or has failed to be: the stream's `error` event tells. */
function written(flow: Transform, packed: Uint8Array): Promise<void> {
  return new Promise((resolve) => flow.write(packed, () => resolve()))
}

function faultOf({ code }: NodeJS.ErrnoException): ItemError {
  if (code === 'Z_BUF_ERROR') return new ItemError('truncated', 'the packed bytes end too early')
  return new ItemError('malformed', 'the packed bytes can not be expanded')
}
