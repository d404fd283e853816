import type { Child, Extract, Gap } from '../../../core/content.ts'
import type { Limits } from '../../../core/limits.ts'
import { bytesReader } from '../../../core/reader.ts'
import type { Compound } from './compound.ts'

/** Passes on as many children as one item may have, and says where there are more. */
export function* bounded(found: Iterable<Child | Gap>, { children }: Limits): Generator<Extract, void, undefined> {
  let count = 0
  for (const one of found) {
    if (one.what === 'child' && ++count > children) {
      return yield { what: 'gap', cause: 'too_many', message: `more than ${children} objects in one document` }
    }
    yield one
  }
}

/** The documents inside a document. */
export function* objectsOf(file: Compound): Generator<Child, void, undefined> {
  for (const { path, bytes } of file.documents()) yield child(path, bytes)
}

export function child(name: string, bytes: Uint8Array): Child {
  return { what: 'child', name, modifiedAt: null, reader: bytesReader(bytes) }
}

/** Kinds of pictures that are kept as they came ([MS-ODRAW] 2.2.23): how they begin, by the type of their record. */
const pictures: ReadonlyMap<number, readonly [extension: string, signature: Buffer]> = new Map([
  [0xf01d, ['jpg', Buffer.from('ffd8ff', 'hex')]],
  [0xf01e, ['png', Buffer.from('89504e47', 'hex')]],
  [0xf029, ['tif', Buffer.from('49492a00', 'hex')]],
  [0xf02a, ['jpg', Buffer.from('ffd8ff', 'hex')]],
] as const)
/** Behind the record's head stand one or two digests and a sign, then the picture. */
const [headBytes, beforePicture] = [8, 36]

/** The pictures in a stream of drawings, found by the heads of their records. */
export function* picturesOf(stream: Buffer | undefined): Generator<Child, void, undefined> {
  if (!stream) return
  let count = 0
  for (let at = stream.indexOf(0xf0, 3); at >= 0; at = stream.indexOf(0xf0, at + 1)) {
    const known = pictures.get(0xf000 | (stream[at - 1] ?? 0))
    if (!known || at + 5 > stream.length) continue
    const start = at - 3
    const end = start + headBytes + stream.readUInt32LE(at + 1)
    const [extension, signature] = known
    const picture = stream.indexOf(signature, start + headBytes)
    if (end > stream.length || picture < 0 || picture > start + headBytes + beforePicture) continue
    count += 1
    yield child(`pictures/${count}.${extension}`, stream.subarray(picture, end))
    at = end - 1
  }
}
