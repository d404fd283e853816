import { latin1 } from '../images/bytes.ts'

/** Bits of an MPEG-1 layer III frame's head to thousands of bits a second, and of MPEG-2's (ISO/IEC 11172-3, 13818-3). */
const rates = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const
const frequencies = [44_100, 48_000, 32_000] as const

/** The type of a recording that tags are read of; undefined for everything else. */
export function audioType(bytes: Uint8Array): string | undefined {
  const start = latin1(bytes, 0, 4)
  if (start.startsWith('ID3')) return tagged(bytes)
  if (start === 'fLaC') return 'audio/flac'
  if ((start === 'RIFF' || start === 'RF64') && latin1(bytes, 8, 12) === 'WAVE') return 'audio/x-wav'
  if (start === 'OggS') return isOggSound(bytes) ? 'audio/ogg' : undefined
  if (latin1(bytes, 4, 8) === 'ftyp') return /^M4[AB] $/.test(latin1(bytes, 8, 12)) ? 'audio/mp4' : undefined
  return frames(bytes, 0)
}

/** Tags of ID3v2 (id3.org) stand before frames of MPEG, and before FLAC where programs do not know better. */
function tagged(bytes: Uint8Array): string | undefined {
  const version = bytes[3] ?? 0
  const size = bytes.subarray(6, 10)
  if (version < 2 || version > 4 || size.some((byte) => byte > 127)) return undefined
  const end = 10 + size.reduce((sum, byte) => sum * 128 + byte, 0)
  if (latin1(bytes, end, end + 4) === 'fLaC') return 'audio/flac'
  return frames(bytes, end) ?? 'audio/mpeg'
}

/** By two frames, the second where the first says that it ends: a mark of 11 bits alone is in many files. */
function frames(bytes: Uint8Array, at: number): string | undefined {
  const length = mpegFrame(bytes, at)
  if (length !== undefined && mpegFrame(bytes, at + length) !== undefined) return 'audio/mpeg'
  const packed = adtsFrame(bytes, at)
  return packed !== undefined && adtsFrame(bytes, at + packed) !== undefined ? 'audio/aac' : undefined
}

function mpegFrame(bytes: Uint8Array, at: number): number | undefined {
  const [sync = 0, kind = 0, rate = 0] = bytes.subarray(at, at + 3)
  // Layer III alone, of MPEG-1, MPEG-2 and MPEG-2.5.
  if (sync !== 0xff || (kind & 0xe6) !== 0xe2 || (kind & 0x18) === 0x08) return undefined
  const isFirst = (kind & 0x18) === 0x18
  const kilobits = rates[isFirst ? 0 : 1][rate >> 4] ?? 0
  const frequency = frequencies[(rate >> 2) & 3]
  if (kilobits === 0 || frequency === undefined) return undefined
  const real = isFirst ? frequency : (kind & 0x10) === 0 ? frequency / 4 : frequency / 2
  return Math.floor(((isFirst ? 144_000 : 72_000) * kilobits) / real) + ((rate >> 1) & 1)
}

/** ISO/IEC 13818-7, 6.2. */
function adtsFrame(bytes: Uint8Array, at: number): number | undefined {
  const [sync = 0, kind = 0, , high = 0, middle = 0, low = 0] = bytes.subarray(at, at + 6)
  const length = ((high & 3) << 11) | (middle << 3) | (low >> 5)
  return sync === 0xff && (kind & 0xf6) === 0xf0 && length > 7 ? length : undefined
}

const oggSound = /OpusHead|\x01vorbis/
const oggPictures = /\x80theora|BBCD\0/

/** By the heads of its streams, which come first (RFC 3533). */
function isOggSound(bytes: Uint8Array): boolean {
  const heads = latin1(bytes, 0, 1_024)
  return oggSound.test(heads) && !oggPictures.test(heads)
}
