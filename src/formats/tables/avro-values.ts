import { ItemError } from '../../core/problem.ts'
import type { AvroSchema, AvroType } from './avro-schema.ts'

/** Items of one list, and levels of values within each other. */
const [listAtMost, depthAtMost] = [1_000_000, 200]

/** Reads the values of one block, one after the other. */
export class AvroValues {
  readonly #bytes: Buffer
  readonly #schema: AvroSchema
  #at = 0
  #items = 0

  constructor(bytes: Buffer, schema: AvroSchema) {
    this.#bytes = bytes
    this.#schema = schema
  }

  get at(): number {
    return this.#at
  }

  /** @throws ItemError where the bytes hold no such value */
  next(): unknown {
    this.#items = 0
    return this.#read(this.#schema.root, 0)
  }

  #read(type: AvroType, depth: number): unknown {
    if (depth > depthAtMost) throw malformed()
    switch (type.is) {
      case 'null':
        return null
      case 'boolean':
        return this.#take(1)[0] === 1
      case 'int':
      case 'long':
        return logical(this.long(), type.logical)
      case 'float':
        return this.#take(4).readFloatLE(0)
      case 'double':
        return this.#take(8).readDoubleLE(0)
      case 'bytes':
        return this.#take(this.#length())
      case 'string':
        return this.#take(this.#length()).toString('utf8')
      case 'fixed':
        return this.#take(type.size)
      case 'enum':
        return type.symbols[Number(this.long())] ?? null
      case 'union':
        return this.#read(type.of[Number(this.long())] ?? fail(), depth + 1)
      case 'named':
        return this.#read(this.#schema.named.get(type.name) ?? fail(), depth + 1)
      case 'record':
        return this.#record(type.fields, depth)
      case 'array':
      case 'map':
        return this.#list(type, depth)
      default:
        return unknown(type)
    }
  }

  #record(fields: readonly { readonly name: string; readonly type: AvroType }[], depth: number): unknown {
    const record: Record<string, unknown> = Object.create(null)
    for (const { name, type } of fields) record[name] = this.#read(type, depth + 1)
    return record
  }

  #list(type: AvroType & { readonly is: 'array' | 'map' }, depth: number): unknown {
    const items: unknown[] = []
    const members: Record<string, unknown> = Object.create(null)
    for (;;) {
      let count = Number(this.long())
      if (count === 0) return type.is === 'array' ? items : members
      if (count < 0) {
        count = -count
        this.long()
      }
      this.#items += count
      if (this.#items > listAtMost) throw malformed()
      for (let n = 0; n < count; n += 1) {
        if (type.is === 'array') items.push(this.#read(type.of, depth + 1))
        else members[this.#take(this.#length()).toString('utf8')] = this.#read(type.of, depth + 1)
      }
    }
  }

  /** A number of one to ten bytes, low bits first, its sign in the lowest. */
  long(): bigint {
    let value = 0n
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#take(1)[0] ?? 0
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return BigInt.asIntN(64, (value >> 1n) ^ -(value & 1n))
    }
    throw malformed()
  }

  #length(): number {
    return Number(this.long())
  }

  #take(length: number): Buffer {
    if (length < 0 || this.#at + length > this.#bytes.length) throw malformed()
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }
}

function logical(value: bigint, kind: string | undefined): unknown {
  if (kind === 'date') return new Date(Number(value) * 86_400_000)
  if (kind === 'timestamp-millis' || kind === 'local-timestamp-millis') return new Date(Number(value))
  if (kind === 'timestamp-micros' || kind === 'local-timestamp-micros') return new Date(Number(value / 1_000n))
  return value
}

function malformed(): ItemError {
  return new ItemError('malformed', 'a value in it makes no sense')
}

function fail(): never {
  throw malformed()
}

function unknown(type: never): never {
  throw new Error(`a type of unknown kind: ${typeof type}`)
}
