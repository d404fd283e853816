import type { Reader } from '../../core/reader.ts'
import type { BlockBudget } from './access.ts'
import { u16 } from './bytes.ts'

const chunkBytes = 256 * 2 ** 10

/**
 * Where a JPEG ends: behind its end mark (EOI), with all its scans before it. Undefined where the file ends first.
 * @param scanAt where its first scan (SOS) or its end mark begins
 */
export async function findEnd(reader: Reader, scanAt: number, budget: BlockBudget): Promise<number | undefined> {
  let at: number | undefined = scanAt
  while (at !== undefined) {
    budget.spend()
    const head = await reader.read(at, 4)
    if (head[1] === 0xd9) return at + 2
    if (head.length < 4) return undefined
    at = await nextMarker(reader, at + 2 + u16(head, 2, false))
  }
  return undefined
}

/** The next mark that is neither a stuffed byte (FF00), a restart (FFD0 … FFD7) nor filling (FFFF). */
async function nextMarker(reader: Reader, from: number): Promise<number | undefined> {
  for (let start = from; start + 2 <= reader.size; start += chunkBytes - 1) {
    const bytes = await reader.read(start, chunkBytes)
    for (let at = bytes.indexOf(0xff); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
      const code = bytes[at + 1] ?? 0
      if (code > 0x01 && code !== 0xff && (code < 0xd0 || code > 0xd7)) return start + at
    }
  }
  return undefined
}
