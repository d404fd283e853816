type Pieces = AsyncIterable<Uint8Array>

/** Undoes the difference to the byte so many places before. */
export async function* undoDelta(pieces: Pieces, distance: number): AsyncGenerator<Uint8Array, void, undefined> {
  const before = new Uint8Array(distance)
  let place = 0
  for await (const piece of pieces) {
    const bytes = Uint8Array.from(piece)
    for (let at = 0; at < bytes.length; at++) {
      const byte = ((bytes[at] ?? 0) + (before[place] ?? 0)) & 255
      bytes[at] = byte
      before[place] = byte
      place = (place + 1) % distance
    }
    yield bytes
  }
}

/** Bytes of a jump or call that may go on in the next piece. */
const jumpBytes = 4

/** Makes the targets of jumps and calls of x86 code relative again, as they were before they were packed. */
export async function* undoX86(pieces: Pieces): AsyncGenerator<Uint8Array, void, undefined> {
  const filter = new X86Filter()
  let open: Uint8Array = new Uint8Array()
  for await (const piece of pieces) {
    const bytes = Buffer.concat([open, piece])
    const done = filter.undo(bytes)
    open = bytes.subarray(done)
    if (done > 0) yield bytes.subarray(0, done)
  }
  if (open.length > 0) yield open
}

const isAllowed = [true, true, true, false, true, false, false, false]
const bitNumbers = [0, 1, 2, 2, 3, 3, 3, 3]

/** The filter that the LZMA SDK calls BCJ x86. */
class X86Filter {
  #mask = 0
  #position = 0

  /** Changes the bytes in place; gives how many are done. */
  undo(bytes: Buffer): number {
    const end = bytes.length - jumpBytes
    let mask = this.#mask
    let before = -1
    let at = 0
    for (; at < end; at++) {
      if (((bytes[at] ?? 0) & 0xfe) !== 0xe8) continue
      const since = at - before
      before = at
      if (since > 3) mask = 0
      else {
        mask = (mask << (since - 1)) & 7
        const high = bytes[at + 4 - (bitNumbers[mask] ?? 0)]
        if (mask !== 0 && (!isAllowed[mask] || isSign(high))) {
          mask = (mask << 1) | 1
          continue
        }
      }
      if (!isSign(bytes[at + 4])) {
        mask = (mask << 1) | 1
        continue
      }
      bytes.writeInt32LE(target(bytes.readInt32LE(at + 1), this.#position + at + 5, mask), at + 1)
      at += jumpBytes
    }
    at = Math.max(at, 0)
    const since = at - before
    this.#mask = since > 3 ? 0 : mask << (since - 1)
    this.#position += at
    return at
  }
}

function isSign(byte: number | undefined): boolean {
  return byte === 0 || byte === 0xff
}

function target(packed: number, position: number, mask: number): number {
  let from = packed
  let to = (from - position) | 0
  if (mask !== 0) {
    const shift = 8 * (bitNumbers[mask] ?? 0)
    while (isSign((to >>> (24 - shift)) & 255)) {
      from = to ^ (2 ** (32 - shift) - 1)
      to = (from - position) | 0
    }
  }
  return (to << 7) >> 7
}
