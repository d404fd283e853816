import { createRequire } from 'node:module'

const { CFB } = createRequire(import.meta.url)('@e965/xlsx')

/** A compound file of these streams. */
export function compoundOf(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const file = CFB.utils.cfb_new()
  for (const [path, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${path}`, Buffer.from(bytes))
  return CFB.write(file, { type: 'buffer' })
}

/** A stream of properties: texts by number, and the code page that they are written in. */
export function propertiesOf(texts: Readonly<Record<number, string>>): Buffer {
  const entries = Object.entries(texts).map(
    ([number, text]) => [Number(number), Buffer.from(`${text}\0`, 'latin1')] as const,
  )
  const head = Buffer.alloc(48)
  head.writeUInt16LE(0xfffe, 0)
  head.writeUInt32LE(1, 24)
  head.writeUInt32LE(48, 44)
  const table = Buffer.alloc(8 + 8 * (entries.length + 1))
  table.writeUInt32LE(entries.length + 1, 4)
  const values = [Buffer.from('02000000e4040000', 'hex')]
  let at = table.length
  for (const [index, [number, bytes]] of [[1, undefined] as const, ...entries].entries()) {
    table.writeUInt32LE(number, 8 + 8 * index)
    table.writeUInt32LE(at, 12 + 8 * index)
    const value = bytes ? Buffer.concat([Buffer.alloc(8), bytes]) : values[0]
    if (bytes && value) {
      value.writeUInt32LE(30, 0)
      value.writeUInt32LE(bytes.length, 4)
      values.push(value)
    }
    at += value?.length ?? 0
  }
  return Buffer.concat([head, table, ...values])
}

/** Parts of a Word document, in the order in which they follow each other. */
export interface WordParts {
  readonly body: string
  readonly header?: string
  readonly comments?: string
}

/** A Word document in two pieces, one of narrow and one of wide characters. */
export function wordDocument(
  { body, header = '', comments = '' }: WordParts,
  more: Readonly<Record<string, Uint8Array>> = {},
) {
  const text = body + header + comments
  const half = Math.floor(text.length / 2)
  const head = Buffer.alloc(1_024)
  head.writeUInt16LE(0xa5ec, 0)
  head.writeUInt16LE(0xc1, 2)
  head.writeUInt16LE(0x0200, 10)
  head.writeUInt32LE(body.length, 76)
  head.writeUInt32LE(header.length, 84)
  head.writeUInt32LE(comments.length, 92)
  const narrow = Buffer.from(text.slice(0, half), 'latin1')
  const wide = Buffer.from(text.slice(half), 'utf16le')
  // Some formatting, then two pieces: three counts of characters and two places.
  const table = Buffer.alloc(5 + 5 + 12 + 16)
  table.writeUInt8(1, 0)
  table.writeUInt16LE(2, 1)
  table.writeUInt8(2, 5)
  table.writeUInt32LE(28, 6)
  table.writeUInt32LE(half, 14)
  table.writeUInt32LE(text.length, 18)
  table.writeUInt32LE(0x40000000 | (2 * head.length), 24)
  table.writeUInt32LE(head.length + narrow.length, 32)
  head.writeUInt32LE(0, 0x1a2)
  head.writeUInt32LE(table.length, 0x1a6)
  return compoundOf({ WordDocument: Buffer.concat([head, narrow, wide]), '1Table': table, ...more })
}

/** One record of a presentation or a drawing. */
export function record(type: number, body: Uint8Array, instance = 0, isContainer = false): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt16LE((instance << 4) | (isContainer ? 15 : 0), 0)
  head.writeUInt16LE(type, 2)
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}
