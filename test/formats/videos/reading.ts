import type { Extract, Format } from '../../../src/core/content.ts'
import { defaultLimits } from '../../../src/core/limits.ts'
import { bytesReader } from '../../../src/core/reader.ts'
import { openHead } from '../../../src/formats/head.ts'

/** What a format says of some bytes, sorted by what it is. */
export async function readBytes(format: Format, bytes: Uint8Array) {
  const reader = bytesReader(bytes)
  const head = await openHead(reader)
  const mediaType = (await format.recognizes(head)) ?? ''
  const extracts: Extract[] = []
  for await (const part of format.read(reader, { limits: defaultLimits, mediaType, head })) extracts.push(part)
  const metadata: Record<string, string[]> = {}
  const personal: string[] = []
  for (const part of extracts) {
    if (part.what !== 'metadata') continue
    metadata[part.name] = [...(metadata[part.name] ?? []), part.value]
    if (part.personal) personal.push(part.name)
  }
  return {
    metadata,
    personal,
    flags: extracts.flatMap((part) => (part.what === 'flag' ? [part.name] : [])),
    gaps: extracts.flatMap((part) => (part.what === 'gap' ? [part.cause] : [])),
    frames: extracts.flatMap((part) => {
      if (part.what !== 'frame' || part.source.kind !== 'clip') return []
      const { kind, mediaType: type, seconds } = part.source
      return [{ kind, mediaType: type, seconds }]
    }),
  }
}
