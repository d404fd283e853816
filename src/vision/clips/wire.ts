/** What goes through a pipe between this process and the decoder's: a head of plain data and bytes. */
export interface Parcel {
  readonly head: unknown
  readonly bytes: Uint8Array
}

/** Bytes that one parcel may have: more can only be a broken pipe. */
const mostBytes = 512 * 2 ** 20

/** A parcel as bytes: two lengths of 32 bits, the head as JSON, the bytes. */
export function packed({ head, bytes }: Parcel): readonly Uint8Array[] {
  const json = Buffer.from(JSON.stringify(head), 'utf8')
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32LE(json.length, 0)
  lengths.writeUInt32LE(bytes.length, 4)
  return [lengths, json, bytes]
}

/** Puts parcels together from what a pipe gives, in pieces of any size. */
export class Unpacker {
  #pieces: Uint8Array[] = []
  #length = 0

  /**
   * The parcels that are whole with this piece.
   * @throws Error where the lengths can't be true
   */
  take(piece: Uint8Array): readonly Parcel[] {
    const parcels: Parcel[] = []
    this.#pieces.push(piece)
    this.#length += piece.length
    for (;;) {
      if (this.#length < 8) return parcels
      const [head, body] = this.#lengths()
      if (head + body > mostBytes) throw new Error('a parcel of impossible length')
      if (this.#length < 8 + head + body) return parcels
      const all = Buffer.concat(this.#pieces)
      const json: unknown = JSON.parse(all.toString('utf8', 8, 8 + head))
      parcels.push({ head: json, bytes: all.subarray(8 + head, 8 + head + body) })
      const rest = all.subarray(8 + head + body)
      this.#pieces = rest.length > 0 ? [rest] : []
      this.#length = rest.length
    }
  }

  #lengths(): readonly [number, number] {
    const first = this.#pieces[0]
    const start = first && first.length >= 8 ? Buffer.from(first.buffer, first.byteOffset, 8) : this.#start()
    return [start.readUInt32LE(0), start.readUInt32LE(4)]
  }

  #start(): Buffer {
    const all = Buffer.concat(this.#pieces)
    this.#pieces = [all]
    return all
  }
}

/** What the decoder's process is asked: frames of a clip, whose bytes it asks for in turn. */
export interface ClipRequest {
  readonly what: 'clip'
  readonly mediaType: string
  /** Bytes of the clip. */
  readonly size: number
  /** How long it is shown for; null where nobody knows. */
  readonly seconds: number | null
  /** Frames that are wanted, packets that may be decoded for them, bytes that may be read, pixels of one frame. */
  readonly frames: number
  readonly packets: number
  readonly bytes: number
  readonly pixels: number
  /** Pixels of the longer side, at most, of what is given back. */
  readonly longest: number
}

/** What is asked of a still that is coded as clips are, whose bytes are the parcel's. */
export interface StillRequest {
  readonly what: 'heic'
  readonly pixels: number
  /** Pixels of the longer side, at most, of what is given back. */
  readonly longest: number
}

/** What goes to the decoder's process: a clip or a still to decode, or the bytes that it asked for. */
export type Question = ClipRequest | StillRequest | { readonly what: 'bytes' }

/** What comes from it. */
export type Answer =
  | {
      /** A still, upright, as a JPEG: the parcel's bytes. */
      readonly what: 'still'
    }
  | { readonly what: 'ready' /** Whether there is a decoder for this machine. */; readonly ok: boolean }
  | { readonly what: 'read'; readonly start: number; readonly length: number }
  | {
      /** A frame, upright, whose RGB pixels are the parcel's bytes. */
      readonly what: 'picture'
      /** Seconds into the clip. */
      readonly at: number
      readonly width: number
      readonly height: number
      /** Width and height before it was made smaller. */
      readonly whole: readonly [number, number]
      /** The time of an earlier frame that shows the same as another, and makes room for this one. */
      readonly instead?: number
    }
  | { readonly what: 'done' /** Seconds that the clip turned out to have. */; readonly seconds: number | null }
