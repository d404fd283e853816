import type { Extract, Format, ReadContext } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import { rtfTextHandler } from './rtf-text.ts'
import { readRtf } from './rtf-tokens.ts'
import { makeSink } from './sink.ts'

const mediaType = 'application/rtf'

/** Rich Text Format (Microsoft's specification, version 1.9.1). */
export const rtf: Format = Object.freeze({
  id: 'rtf',
  title: 'Rich Text Format',
  medium: 'document',
  mediaTypes: Object.freeze({ [mediaType]: ['rtf'] }),
  recognizes({ bytes }) {
    let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
    while (at < 16 && (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09)) at++
    return Buffer.from(bytes.subarray(at, at + 5)).toString('latin1') === '{\\rtf' ? mediaType : undefined
  },
  read,
} satisfies Format)

async function* read(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const sink = makeSink(limits)
  const handler = rtfTextHandler(sink)
  for await (const _ of readRtf(reader, handler)) {
    yield* sink.drain()
    if (sink.isFull()) break
  }
  handler.finish()
  yield* sink.finish()
}
