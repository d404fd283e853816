import type { Child, Extract } from '../../core/content.ts'
import { bytesReader } from '../../core/reader.ts'
import { isoTime } from '../xmp.ts'
import { type Allowance, gapOnce } from './allowance.ts'
import type { PdfDocument } from './document.ts'
import { type Engine, readString } from './engine.ts'
import { pdfTime } from './metadata.ts'

const nameCharacters = 255

/** Files attached to the document as a whole: e-invoices, sources, the parts of a portfolio. */
export function* readAttachments(document: PdfDocument, allowance: Allowance): Generator<Extract> {
  const { engine, handle } = document
  const count = engine.call.FPDFDoc_GetAttachmentCount(handle)
  for (let index = 0; index < count; index += 1) {
    if (allowance.children <= 0) {
      yield* tooMany(allowance)
      return
    }
    const attachment = engine.call.FPDFDoc_GetAttachment(handle, index)
    if (attachment !== 0) yield* attachmentItem(document, attachment, `attachment-${index + 1}`, allowance)
  }
}

/** One attached file as an item inside the document. */
export function* attachmentItem(
  document: PdfDocument,
  attachment: number,
  fallbackName: string,
  allowance: Allowance,
): Generator<Extract> {
  if (allowance.children <= 0) {
    yield* tooMany(allowance)
    return
  }
  const { engine } = document
  const write = (buffer: number, length: number) => engine.call.FPDFAttachment_GetName(attachment, buffer, length)
  const name = readString(engine, write, nameCharacters).replaceAll('\n', ' ') || fallbackName
  const bytes = fileOf(document, attachment, allowance)
  if (bytes === 'expansion_ratio')
    yield* gapOnce(allowance, bytes, 'an attached file expands to too many times its size')
  else if (bytes === 'too_large') {
    yield* gapOnce(allowance, 'too_large', `an attached file of more than ${allowance.limits.expandedBytes} bytes`)
  } else if (bytes === 'malformed') yield* gapOnce(allowance, 'malformed', 'an attached file cannot be read')
  else {
    allowance.children -= 1
    yield child(name, modifiedAt(engine, attachment), bytes)
  }
}

/** A structure of the document that is a file by itself. */
export function child(name: string, modified: string | null, bytes: Uint8Array): Child {
  return { what: 'child', name, modifiedAt: modified, reader: bytesReader(bytes) }
}

function* tooMany(allowance: Allowance): Generator<Extract> {
  yield* gapOnce(allowance, 'too_many', `more than ${allowance.limits.children} attached files`)
}

type Copied = Uint8Array | 'too_large' | 'malformed'

function fileOf({ engine, file }: PdfDocument, attachment: number, { limits }: Allowance): Copied | 'expansion_ratio' {
  const { call } = engine
  const expanded = file().length * limits.expansionRatio
  const most = Math.min(limits.expandedBytes, expanded)
  const bytes = copied(engine, most, (buffer, length, out) =>
    call.FPDFAttachment_GetFile(attachment, buffer, length, out),
  )
  return bytes === 'too_large' && expanded < limits.expandedBytes ? 'expansion_ratio' : bytes
}

/**
 * Bytes that the library expands into a buffer of ours, copied out of its memory.
 * @param write tells the length at `out` and fills the buffer where it is long enough; 0 where there are no bytes
 */
export function copied(
  engine: Engine,
  most: number,
  write: (buffer: number, length: number, out: number) => number,
): Copied {
  const { call, scratch } = engine
  if (write(0, 0, scratch) === 0) return 'malformed'
  const length = lengthAt(engine, scratch)
  if (length > most) return 'too_large'
  if (length === 0) return new Uint8Array()
  const address = call.malloc(length)
  if (address === 0) return 'too_large'
  try {
    if (write(address, length, scratch) === 0) return 'malformed'
    return engine.bytes().slice(address, address + Math.min(length, lengthAt(engine, scratch)))
  } catch (error) {
    throw engine.faultOf(error)
  } finally {
    if (!engine.isLost()) call.free(address)
  }
}

function lengthAt(engine: Engine, address: number): number {
  const bytes = engine.bytes()
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(address, true)
}

function modifiedAt(engine: Engine, attachment: number): string | null {
  const read = (key: string) =>
    readString(
      engine,
      (buffer, length) => engine.call.FPDFAttachment_GetStringValue(attachment, engine.name(key), buffer, length),
      64,
    )
  const time = pdfTime(read('ModDate') || read('CreationDate'))
  // Without a zone it is no instant.
  return time !== undefined && isoTime(time) !== undefined ? new Date(time).toISOString() : null
}
