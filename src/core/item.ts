/** What a listing says an entry is. Only files are opened; the rest is recorded and left alone. */
export type ItemType = 'file' | 'folder' | 'link' | 'special'

/**
 * One entry of a source, as plain data that crosses threads and machines. `uri` is its path below the source,
 * '/'-separated, and is enough for the source to open it again (see {@link encodeName}).
 */
export interface ItemRef {
  readonly uri: string
  readonly type: ItemType
  /** Bytes; 0 where the listing could not tell. */
  readonly size: number
  /** ISO 8601 UTC with milliseconds, or null where unknown. */
  readonly modifiedAt: string | null
  /** Set where listing the entry failed: it is recorded with this problem and not opened. */
  readonly problem?: { readonly cause: 'unreadable' | 'too_deep'; readonly message: string }
  /** Shapes of patients' numbers to look for in it, learnt from the rest of the dump. */
  readonly patientCodes?: readonly string[]
}

const mark = '\uFFFD'
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * One name of a file system, or of a container's member, as one step of a `uri`: as it stands when it is plain UTF-8.
 * Bytes that are not (and a literal U+FFFD, a '/' inside a name, and a '!' at its end, which would read as the mark
 * of a container) become U+FFFD and two hexadecimal digits each, so that different names never become the same uri.
 * @param bytes the name, not empty, no NUL
 * @param isFolder whether a '!' at the end would be misread (folders and containers, never files)
 */
export function encodeName(bytes: Uint8Array, isFolder = false): string {
  const name = tryDecode(bytes)
  if (name !== undefined && !name.includes(mark) && !name.includes('/') && !(isFolder && name.endsWith('!')))
    return name
  return escapeBytes(bytes, isFolder)
}

/** The bytes that {@link encodeName} was given. */
export function decodeName(step: string): Uint8Array {
  if (!step.includes(mark)) return new TextEncoder().encode(step)
  const pieces = step.split(mark)
  const chunks = [new TextEncoder().encode(pieces[0])]
  for (const piece of pieces.slice(1)) {
    chunks.push(Uint8Array.of(Number.parseInt(piece.slice(0, 2), 16)), new TextEncoder().encode(piece.slice(2)))
  }
  return Buffer.concat(chunks)
}

/** The uri of a member inside a container: `a.zip` and `b/c.pdf` give `a.zip!/b/c.pdf`. Empty steps are named '_'. */
export function memberUri(containerUri: string, memberName: string): string {
  const steps = memberName.split('/').map((step, index, all) => {
    if (step === '' || step === '.' || step === '..' || step.includes('\0'))
      return escapeBytes(Buffer.from(step === '' ? '_' : step), true)
    return encodeName(new TextEncoder().encode(step), index < all.length - 1)
  })
  return `${containerUri}!/${steps.join('/')}`
}

/** The last step of a uri, and its extension in lower case without the dot ('' where there is none). */
export function nameOf(uri: string): { readonly name: string; readonly extension: string } {
  const name = uri.slice(uri.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return { name, extension: dot > 0 ? name.slice(dot + 1).toLowerCase() : '' }
}

function tryDecode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    // Not UTF-8: the caller writes the bytes out.
    return undefined
  }
}

function escapeBytes(bytes: Uint8Array, isFolder: boolean): string {
  let out = ''
  for (let at = 0; at < bytes.length; ) {
    const length = validLength(bytes, at)
    const piece = length > 0 ? decoder.decode(bytes.subarray(at, at + length)) : ''
    const isReserved =
      piece === mark || piece === '/' || piece === '\0' || (piece === '!' && isFolder && at === bytes.length - 1)
    const isDots =
      piece === '.' && (bytes.length === 1 || (bytes.length === 2 && bytes[0] === 0x2e && bytes[1] === 0x2e))
    if (length > 0 && !isReserved && !isDots) out += piece
    else
      for (const byte of bytes.subarray(at, at + Math.max(1, length))) out += mark + byte.toString(16).padStart(2, '0')
    at += Math.max(1, length)
  }
  return out
}

/** Length of the valid UTF-8 sequence at `at`, or 0. */
function validLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  const length =
    lead < 0x80
      ? 1
      : lead >= 0xc2 && lead < 0xe0
        ? 2
        : lead >= 0xe0 && lead < 0xf0
          ? 3
          : lead >= 0xf0 && lead < 0xf5
            ? 4
            : 0
  if (length === 0 || at + length > bytes.length) return 0
  return tryDecode(bytes.subarray(at, at + length)) === undefined ? 0 : length
}
