import type { Extract, Format, ReadContext } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import { type Reader, readAll } from '../../core/reader.ts'
import { windowReader } from '../archives/window.ts'
import { bufferOf } from '../decoder.ts'
import { makeSink, type Sink } from '../office/sink.ts'
import { tagName } from '../videos/tag-names.ts'
import { bplistTexts, startsLikeBplist } from './bplist.ts'

const mediaType = 'application/applefile'
const [single, double] = [0x00051600, 0x00051607]
/** Entries of one file; Apple's programs write two. */
const entriesAtMost = 64
/** Bytes of the part with attributes that are read. */
const attributeBytes = 2 ** 20
/** Ids of entries (RFC 1740). */
const [dataFork, resourceFork, realName, comment, finderInfo] = [1, 2, 3, 4, 9]
/** A resource fork of no more bytes than this is the empty one that macOS writes. */
const emptyForkBytes = 286

/**
 * What macOS puts beside a file where a disk or an archive has no room for it (`._name`; RFC 1740): where it was loaded from,
 * by which program, comments.
 */
export const appleDouble: Format = Object.freeze({
  id: 'apple-double',
  title: 'AppleDouble: what macOS keeps beside a file',
  medium: 'other',
  mediaTypes: Object.freeze({ [mediaType]: [] }),
  recognizes({ bytes }) {
    if (bytes.length < 26 || bytes[0] !== 0 || bytes[1] !== 5) return undefined
    const start = bufferOf(bytes)
    const mark = start.readUInt32BE(0)
    return (mark === single || mark === double) && start.readUInt16BE(24) <= entriesAtMost ? mediaType : undefined
  },
  read,
} satisfies Format)

async function* read(reader: Reader, { limits, name }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const sink = makeSink(limits)
  const head = bufferOf(await reader.read(0, 26 + 12 * entriesAtMost))
  const count = head.readUInt16BE(24)
  let hasData = false
  for (let at = 26; at < 26 + 12 * count; at += 12) {
    if (at + 12 > head.length) throw new ItemError('truncated', 'the list of entries is cut off')
    const [id, offset, length] = [head.readUInt32BE(at), head.readUInt32BE(at + 4), head.readUInt32BE(at + 8)]
    const part = windowReader(reader, offset, Math.max(0, Math.min(length, reader.size - offset)))
    if (part.size < length) sink.gap('truncated', 'an entry is cut off')
    // One file has one; more would be a file that contains itself many times.
    if (id === dataFork && !hasData) {
      hasData = true
      sink.child(name ?? 'data', part)
    } else if (id === realName) note('FileName', bufferOf(await readAll(part, attributeBytes)), sink)
    else if (id === comment) note('Comment', bufferOf(await readAll(part, attributeBytes)), sink)
    else if (id === finderInfo) await noteAttributes(reader, offset, sink)
    else if (id === resourceFork && length > emptyForkBytes)
      sink.gap('unsupported_type', 'the resource fork was not read')
    yield* sink.drain()
  }
}

/** Extended attributes behind the Finder's own information (`struct attr_header` of xnu's vfs_xattr.c). */
async function noteAttributes(reader: Reader, offset: number, sink: Sink): Promise<void> {
  const headerAt = offset + 34
  const bytes = bufferOf(await reader.read(0, attributeBytes))
  if (bytes.length < headerAt + 36 || bytes.toString('latin1', headerAt, headerAt + 4) !== 'ATTR') return
  let at = headerAt + 36
  for (let left = bytes.readUInt16BE(headerAt + 34); left > 0; left--) {
    if (at + 11 > bytes.length) return sink.gap('truncated', 'attributes are cut off')
    const [start, length, nameLength] = [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4), bytes[at + 10] ?? 0]
    const name = bytes.toString('utf8', at + 11, at + 11 + nameLength).replace(/\0.*$/s, '')
    at += (11 + nameLength + 3) & ~3
    if (start + length > bytes.length) sink.gap('truncated', 'attributes are cut off')
    else note(attributeName(name), bytes.subarray(start, start + length), sink)
  }
}

/** As ExifTool calls them: 'com.apple.metadata:kMDItemWhereFroms' → 'XAttrMDItemWhereFroms'. */
function attributeName(name: string): string {
  return `XAttr${tagName(name.replace(/^com\.apple\.(?:metadata:_?k?)?/, '').replace(/[:#].*$/, ''))}`
}

function note(name: string, bytes: Buffer, sink: Sink): void {
  const texts = startsLikeBplist(bytes) ? (bplistTexts(bytes) ?? []) : [bytes.toString('utf8').replace(/\0+$/, '')]
  // What is no text is a number, a colour or a time: nothing that speaks of anybody.
  for (const value of texts) if (/^[^\0-\x08\x0e-\x1f\ufffd]+$/.test(value)) sink.metadata(name, value, true)
}
