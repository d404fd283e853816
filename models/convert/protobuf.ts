/** Writes protocol-buffer messages: the wire format of ONNX files (https://protobuf.dev/programming-guides/encoding/). */
export type Value = number | string | Uint8Array | Float32Array | Message | readonly Value[]

/** A message: field numbers with their values; a list repeats the field, and an undefined one is left out. */
export interface Message {
  readonly [field: number]: Value | undefined
}

const varint = 0
const delimited = 2
const fixed32 = 5

/**
 * The bytes of a message. Numbers must be integers, negative ones take ten bytes as the format asks; one of single
 * precision stands in an array of one.
 */
export function encode(message: Message): Uint8Array {
  const parts: Uint8Array[] = []
  for (const [field, value] of Object.entries(message)) {
    if (value !== undefined) parts.push(...encodeField(Number(field), value))
  }
  return Buffer.concat(parts)
}

function* encodeField(field: number, value: Value): Generator<Uint8Array> {
  if (isList(value)) {
    for (const one of value) yield* encodeField(field, one)
  } else if (typeof value === 'number') {
    yield integer((field << 3) | varint)
    yield integer(value)
  } else if (value instanceof Float32Array) {
    yield integer((field << 3) | fixed32)
    yield new Uint8Array(value.slice(0, 1).buffer)
  } else {
    const bytes = typeof value === 'string' ? Buffer.from(value) : value instanceof Uint8Array ? value : encode(value)
    yield integer((field << 3) | delimited)
    yield integer(bytes.length)
    yield bytes
  }
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

function integer(value: number): Uint8Array {
  let rest = BigInt.asUintN(64, BigInt(value))
  const bytes: number[] = []
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  bytes.push(Number(rest))
  return Uint8Array.from(bytes)
}
