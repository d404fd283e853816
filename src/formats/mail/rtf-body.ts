import { createRequire } from 'node:module'
import { bufferOf } from '../decoder.ts'
import type { Attachment } from './message.ts'

const require = createRequire(import.meta.url)

/**
 * A body that is there as packed rich text only ([MS-OXRTFCP]), as a document of its own; packed as it is, and so unread,
 * where its sizes do not fit: the library follows them wherever they lead.
 */
export function rtfBody(packed: Uint8Array): Attachment {
  const bytes = bufferOf(packed)
  const fits = bytes.length >= 16 && bytes.readUInt32LE(0) + 4 <= bytes.length
  const mark = fits ? bytes.toString('latin1', 8, 12) : ''
  if (mark !== 'LZFu' && mark !== 'MELA') return { name: 'body.lzfu', bytes: Uint8Array.from(packed) }
  const { decompressRTF }: { decompressRTF(packed: number[]): number[] } = require('@kenjiuno/decompressrtf')
  return { name: 'body.rtf', bytes: Uint8Array.from(decompressRTF([...packed])) }
}
