import { ItemError } from '../../core/problem.ts'

/**
 * Unpacks one block of Snappy, of no more than `atMost` bytes.
 * @throws ItemError `malformed`
 */
export async function unpackSnappy(packed: Uint8Array, atMost: number): Promise<Uint8Array> {
  const { value: size } = varint(packed, 0)
  if (size > atMost) throw damaged()
  const { snappyUncompress } = await import('hyparquet')
  const out = new Uint8Array(size)
  try {
    snappyUncompress(packed, out)
    return out
  } catch {
    // The library throws plain errors for whatever the bytes lack: always a fault of the item.
    throw damaged()
  }
}

const damaged = () => new ItemError('malformed', 'a packed block is damaged')

/** A number of seven bits a byte, the lowest first. @throws ItemError `malformed` */
export function varint(bytes: Uint8Array, from: number): { readonly value: number; readonly at: number } {
  let [value, factor] = [0, 1]
  for (let at = from; at < from + 10 && at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    value += (byte & 127) * factor
    if (byte < 128) return { value, at: at + 1 }
    factor *= 128
  }
  throw damaged()
}
