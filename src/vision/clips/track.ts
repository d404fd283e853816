/** One encoded picture of a clip. */
export interface Packet {
  /** Whether it can be decoded without any other. */
  readonly isKey: boolean
  /** Seconds into the clip. */
  readonly at: number
  readonly data: Uint8Array
}

/** The pictures of a clip, encoded. What its methods give are its own packets, to be handed back to them. */
export interface Track {
  /** As WebCodecs writes it (`avc1.42c01e`), or `mjpeg`; undefined for a codec that nothing here knows. */
  readonly codec: string | undefined
  /** What configures the decoder beside the packets. */
  readonly description: Uint8Array
  /** Pixels as encoded. */
  readonly width: number
  readonly height: number
  /** Degrees clockwise to upright. */
  readonly rotation: number
  readonly seconds: number
  /** The last key packet at or before a time, else the first of all. */
  keyAt(seconds: number): Promise<Packet | undefined>
  /** The next packet in the order of decoding. */
  next(packet: Packet): Promise<Packet | undefined>
}
