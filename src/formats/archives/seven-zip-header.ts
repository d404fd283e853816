import { type Entry, readFiles } from './seven-zip-files.ts'
import { damaged, HeaderReader, ids } from './seven-zip-reader.ts'
import { readStreams, type Streams } from './seven-zip-streams.ts'

/** A header that is packed itself, or what it says of the archive's members. */
export type Header =
  | { readonly isPacked: true; readonly streams: Streams }
  | { readonly isPacked: false; readonly entries: readonly Entry[] }

/**
 * Reads a 7z header (7zFormat.txt of the LZMA SDK).
 * @throws ItemError `malformed`
 */
export function readHeader(bytes: Buffer): Header {
  const reader = new HeaderReader(bytes)
  const id = reader.byte()
  if (id === ids.encodedHeader) return { isPacked: true, streams: readStreams(reader) }
  if (id !== ids.header) throw damaged()
  let streams: Streams = { folders: [], subStreams: [] }
  for (;;) {
    const part = reader.byte()
    if (part === ids.end) return { isPacked: false, entries: [] }
    if (part === ids.archiveProperties) skipProperties(reader)
    else if (part === ids.additionalStreams) readStreams(reader)
    else if (part === ids.mainStreams) streams = readStreams(reader)
    else if (part === ids.files) return { isPacked: false, entries: readFiles(reader, streams.subStreams) }
    else throw damaged()
  }
}

function skipProperties(reader: HeaderReader): void {
  while (reader.byte() !== ids.end) reader.take(reader.number())
}
