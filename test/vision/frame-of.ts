import type { Frame } from '../../src/core/content.ts'
import { bytesReader } from '../../src/core/reader.ts'

/** An encoded picture, handed over to be looked at. */
export const frameOf = (bytes: Uint8Array): Frame => ({
  what: 'frame',
  place: { unit: 'text', offset: 0 },
  source: { kind: 'encoded', reader: bytesReader(bytes) },
})
