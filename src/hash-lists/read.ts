import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { findHash, type HashColumns, type HashPlace, hashColumns, isRemark } from './line.ts'

/** Why a list of hashes can't be used. The message is for the user; the name in it is the user's own. */
export class HashListError extends Error {
  override readonly name = 'HashListError'
}

/** What a whole list is. */
export interface ReadList {
  /** Of the file, hexadecimal. */
  readonly sha256: string
  readonly hashes: number
}

/** Takes one hash: so many hexadecimal digits from a place on. The bytes are another's after the call. */
export type TakeHash = (bytes: Uint8Array, at: number, digits: number) => void

const pieceBytes = 4 * 2 ** 20
/** A longer line is no line of a list. */
const lineBytes = 65_536
const lineFeed = 0x0a
const carriageReturn = 0x0d

/**
 * Reads a list of MD5, SHA-1 and SHA-256 hashes, a line each, piece by piece. Every line must hold a hash, but empty ones,
 * remarks (`#`, `%`, `;`) and a CSV's header: a list that is not what it is taken for must not pass for one.
 * @throws HashListError where the file can't be read, a line holds no hash, or none does
 */
export function readHashList(file: string, take: TakeHash): ReadList {
  const lines = lineTaker(file, take)
  const sha256 = createHash('sha256')
  for (const piece of piecesOf(file)) {
    sha256.update(piece)
    lines.take(piece)
  }
  lines.end()
  if (lines.hashes === 0) throw new HashListError(`the list ${JSON.stringify(file)} holds no hash`)
  return { sha256: sha256.digest('hex'), hashes: lines.hashes }
}

function* piecesOf(file: string): Generator<Uint8Array> {
  const handle = attempt(file, () => openSync(file, 'r'))
  try {
    const piece = Buffer.allocUnsafeSlow(pieceBytes)
    for (;;) {
      const length = attempt(file, () => readSync(handle, piece))
      if (length === 0) return
      yield piece.subarray(0, length)
    }
  } finally {
    closeSync(handle)
  }
}

/** Cuts pieces into lines, and gives away the hash of each. */
function lineTaker(file: string, take: TakeHash) {
  const place: HashPlace = { at: 0, digits: 0 }
  let rest: Uint8Array = new Uint8Array(0)
  let number = 0
  let hashes = 0
  let columns: HashColumns = 0
  let isFirst = true

  function takeLine(bytes: Uint8Array, start: number, lineEnd: number): void {
    number += 1
    const end = lineEnd > start && bytes[lineEnd - 1] === carriageReturn ? lineEnd - 1 : lineEnd
    const begin = number === 1 ? behindMark(file, bytes, start, end) : start
    if (end - begin > lineBytes) throw wrong(file, number)
    findHash(bytes, begin, end, columns, place)
    if (place.digits > 0) {
      hashes += 1
      isFirst = false
      take(bytes, place.at, place.digits)
    } else if (!isRemark(bytes, begin, end)) {
      const header = isFirst ? hashColumns(Buffer.from(bytes.subarray(begin, end)).toString('latin1')) : undefined
      if (header === undefined) throw wrong(file, number)
      columns = header
      isFirst = false
    }
  }

  return {
    get hashes() {
      return hashes
    },
    take(piece: Uint8Array): void {
      const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
      let start = 0
      for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
        takeLine(bytes, start, end)
        start = end + 1
      }
      if (bytes.length - start > lineBytes) throw wrong(file, number + 1)
      rest = Uint8Array.prototype.slice.call(bytes, start)
    },
    end(): void {
      if (rest.length > 0) takeLine(rest, 0, rest.length)
    },
  }
}

/** Behind the mark that says UTF-8. Lists in other forms are told by name, as they are common mistakes. */
function behindMark(file: string, bytes: Uint8Array, start: number, end: number): number {
  const head = Buffer.from(bytes.subarray(start, Math.min(end, start + 16))).toString('latin1')
  if (head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff') || head.includes('\0')) {
    const isDatabase = head.startsWith('SQLite format 3')
    const what = isDatabase ? 'an SQLite database: export its hashes as text' : 'not plain text: save it as UTF-8'
    throw new HashListError(`the list ${JSON.stringify(file)} is ${what}`)
  }
  return head.startsWith('\xef\xbb\xbf') ? start + 3 : start
}

function wrong(file: string, number: number): HashListError {
  return new HashListError(
    `line ${number} of the list ${JSON.stringify(file)} holds no MD5, SHA-1 or SHA-256; nothing was scanned`,
  )
}

function attempt<T>(file: string, call: () => T): T {
  try {
    return call()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    // What is none of the system's is a fault of ours.
    if (code === undefined) throw error
    throw new HashListError(`can't read the list ${JSON.stringify(file)}: ${reasons[code] ?? code}`)
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'its permissions do not allow it',
}
