/** Recordings of silence, made byte by byte. */

type Tags = Readonly<Record<string, string>>

const bytes = (...parts: readonly (string | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
const little = (value: number) => Buffer.from(new Uint32Array([value]).buffer)
const big = (value: number) => little(value).reverse()

/** Frames of MPEG-1 layer III, 128 kbit/s at 44.1 kHz. */
export const frames = (count: number) =>
  Buffer.concat(Array.from({ length: count }, () => bytes('\xff\xfb\x90\x64', Buffer.alloc(413))))

/** ID3v2.3 with text frames, and a picture where one is given. */
export function id3(tags: Tags, picture?: Uint8Array): Buffer {
  const parts = Object.entries(tags).map(([name, value]) => [name, bytes('\x03', Buffer.from(value))] as const)
  if (picture) parts.push(['APIC', bytes('\0image/png\0\x03\0', picture)])
  const all = Buffer.concat(parts.map(([name, content]) => bytes(name, big(content.length), '\0\0', content)))
  const size = [21, 14, 7, 0].map((shift) => (all.length >> shift) & 127)
  return bytes('ID3\x03\0\0', Buffer.from(size), all)
}

export const mp3 = (tags: Tags, picture?: Uint8Array) => bytes(id3(tags, picture), frames(4))

export function wav(tags: Tags): Buffer {
  const info = Object.entries(tags).map(([name, value]) => {
    const content = bytes(value, value.length % 2 === 0 ? '\0\0' : '\0')
    return bytes(name, little(content.length), content)
  })
  const list = bytes('INFO', ...info)
  const format = Buffer.from('01000100401f0000803e000002001000', 'hex')
  const data = Buffer.alloc(160)
  const body = bytes('WAVEfmt ', little(16), format, 'LIST', little(list.length), list, 'data', little(160), data)
  return bytes('RIFF', little(body.length), body)
}

function comments(tags: Tags): Buffer {
  const list = Object.entries(tags).map(([name, value]) => Buffer.from(`${name}=${value}`))
  return bytes(little(4), 'test', little(list.length), ...list.map((one) => bytes(little(one.length), one)))
}

export function flac(tags: Tags): Buffer {
  // Blocks of 4,096 samples, 8 kHz, one channel of 16 bits, 1,600 samples (RFC 9639, 8.2).
  const info = bytes(Buffer.from('1000100000000000000001f400f000000640', 'hex'), Buffer.alloc(16))
  const told = comments(tags)
  return bytes(
    'fLaC\0',
    big(info.length).subarray(1),
    info,
    '\x84',
    big(told.length).subarray(1),
    told,
    '\xff\xf8',
    Buffer.alloc(99),
  )
}

export function ogg(tags: Tags): Buffer {
  const page = (content: Buffer, number: number, flags: number) => {
    const sizes = [...Array.from({ length: Math.floor(content.length / 255) }, () => 255), content.length % 255]
    const head = bytes('OggS\0', Buffer.from([flags]), Buffer.alloc(8), little(1), little(number), little(0))
    return bytes(head, Buffer.from([sizes.length, ...sizes]), content)
  }
  const head = bytes('OpusHead\x01\x01\0\0', little(48_000), '\0\0\0')
  return Buffer.concat([page(head, 0, 2), page(bytes('OpusTags', comments(tags)), 1, 0), page(Buffer.alloc(50), 2, 4)])
}

/** Frames of AAC as they are streamed. */
export const aac = () =>
  Buffer.concat(Array.from({ length: 5 }, () => bytes('\xff\xf1\x50\x80\x08\x1f\xfc', Buffer.alloc(57))))
