import type { Line } from '../answers.ts'
import { UsageError } from './streams.ts'

/** Bytes of one line; a longer one is a mistake in the input rather than a text. */
const lineLimit = 256 * 2 ** 20

const lineFeed = 0x0a

/**
 * Lines that end in a line feed and in nothing else (JSON may hold every other mark as it stands), as they become
 * complete: all those of one piece of input together, so that answers go out as soon as there is nothing to wait for.
 * @throws UsageError where a line is longer than one text may be
 */
export async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<readonly Line[]> {
  let open: Buffer[] = []
  let held = 0
  let number = 1
  const lineOf = (bytes: Buffer): Line => {
    const text = bytes.toString('utf8')
    return { number, text: number === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text }
  }
  for await (const piece of pieces) {
    const lines: Line[] = []
    let from = 0
    for (let end = piece.indexOf(lineFeed); end >= 0; end = piece.indexOf(lineFeed, from)) {
      lines.push(lineOf(Buffer.concat([...open, piece.subarray(from, end)])))
      open = []
      held = 0
      number += 1
      from = end + 1
    }
    if (lines.length > 0) yield lines
    if (from === piece.length) continue
    open.push(piece.subarray(from))
    held += piece.length - from
    if (held > lineLimit) throw new UsageError(`line ${number} of the input is longer than 256 MiB`)
  }
  if (held > 0) yield [lineOf(Buffer.concat(open))]
}
