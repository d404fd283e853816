import type { Extract } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'
import type { Reader } from '../../core/reader.ts'
import { windowReader } from '../archives/window.ts'
import { bufferOf } from '../decoder.ts'

/** Bytes of a mailbox that are looked through at a time. */
const pieceBytes = 1 << 20
/** Bytes behind a possible beginning of a message that show whether it is one. */
const lineBytes = 2_048

const separator = Buffer.from('\nFrom ')
/** The line that parts messages (RFC 4155): who sent it, as the envelope had it, and when. */
export const mailboxLine = /^From (?:\S{1,300} |- )[^\n]{0,100}\d\d:\d\d/
/** What stands in the line behind it: the first field of a header. */
const firstField = /^From [^\n]{0,600}\n(?:>?From [^\n]{0,600}\n)?[A-Za-z][A-Za-z0-9_-]{0,80}:/

/**
 * The messages of a mailbox (RFC 4155) as items within it, numbered from 1, in one walk over bytes that are never held.
 * @throws ItemError from the reader
 */
export async function* mailboxMessages(reader: Reader, limits: Limits): AsyncGenerator<Extract, void, undefined> {
  let start = 0
  let count = 0
  for await (const end of beginnings(reader)) {
    if (count >= limits.children) {
      yield { what: 'gap', cause: 'too_many', message: `more than ${limits.children} messages in one mailbox` }
      return
    }
    count += 1
    yield await messageAt(reader, start, end, count)
    start = end
  }
}

/** Where messages begin behind the first, and at last where the mailbox ends. */
async function* beginnings(reader: Reader): AsyncGenerator<number, void, undefined> {
  for (let at = 0; at < reader.size; at += pieceBytes) {
    // Beginnings are looked for in the piece, and checked with the bytes behind it.
    const bytes = bufferOf(await reader.read(at, pieceBytes + lineBytes))
    for (
      let found = bytes.indexOf(separator);
      found >= 0 && found < pieceBytes;
      found = bytes.indexOf(separator, found + 1)
    ) {
      const line = bytes.toString('latin1', found + 1, found + 1 + lineBytes)
      if (mailboxLine.test(line) && firstField.test(line.replaceAll('\r', ''))) yield at + found + 1
    }
  }
  yield reader.size
}

async function messageAt(reader: Reader, start: number, end: number, number: number): Promise<Extract> {
  const line = bufferOf(await reader.read(start, Math.min(lineBytes, end - start)))
  const first = line.indexOf('\n') + 1
  return {
    what: 'child',
    name: String(number),
    modifiedAt: null,
    reader: windowReader(reader, start + first, end - start - first),
  }
}
