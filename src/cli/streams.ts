import {
  closeSync,
  constants,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'

/** Why the command can't be done as it was given. The message is for the user. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Whoever reads our output has enough (`| head`). No fault: there is just nothing more to say. */
export class ClosedPipe extends Error {
  override readonly name = 'ClosedPipe'
}

/** Takes a piece of output; it is written when the call returns. */
export type Write = (piece: string | Uint8Array) => void

/**
 * Calls `use` with a place to write to: standard output, or a file that only its owner may read. A file appears under
 * its name when it is whole; until then it is called FILE.part.
 * @param not files that it must not be
 * @throws UsageError where it can't be written to
 */
export async function withOutput(
  file: string | undefined,
  not: readonly string[],
  use: (write: Write) => void | Promise<void>,
): Promise<void> {
  if (file === undefined) {
    await use(writeOut)
    return
  }
  const { target, part } = openOutput(file, not)
  try {
    try {
      await use((piece) => writeFully(target, piece))
    } finally {
      closeSync(target)
    }
    if (part !== undefined) renameSync(part, file)
  } catch (error) {
    if (part !== undefined) rmSync(part, { force: true })
    throw error
  }
}

function openOutput(file: string, not: readonly string[]): { readonly target: number; readonly part?: string } {
  try {
    if (not.some((other) => isSame(file, other)))
      throw new UsageError(`can't write ${quoted(file)}: it is the store, or belongs to it`)
    // A device, a pipe or a link can't be replaced by another file; a folder is refused by the system.
    if (!isPlainFile(file)) return { target: openForWriting(file) }
    return { target: openForWriting(`${file}.part`, constants.O_NOFOLLOW), part: `${file}.part` }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`can't write ${quoted(file)}: ${reasonOf(error)}`)
  }
}

/**
 * Writes to standard output at once: a report of any size never waits in memory.
 * @throws ClosedPipe where nobody reads any more
 */
export function writeOut(piece: string | Uint8Array): void {
  writeFully(1, piece)
}

/** Writes to standard error at once; where nobody listens there, that is no reason to end. */
export function writeErr(text: string): void {
  try {
    writeFully(2, text)
  } catch (error) {
    // Whatever the system has against it: there is nowhere left to say it but the exit code.
    if (!(error instanceof ClosedPipe)) codeOf(error)
  }
}

/** A name or word that the user gave, as it appears in a message: in quotes, on one line. */
export function quoted(word: string): string {
  return JSON.stringify(word)
}

function isPlainFile(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? true
}

function isSame(file: string, other: string): boolean {
  const [a, b] = [file, other].map((name) => statSync(name, { throwIfNoEntry: false, bigint: true }))
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino
}

function openForWriting(file: string, more = 0): number {
  return openSync(file, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | more, 0o600)
}

function writeFully(target: number, piece: string | Uint8Array): void {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(target, bytes, at)
    } catch (error) {
      const code = codeOf(error)
      if (code === 'EPIPE') throw new ClosedPipe()
      if (code !== 'EAGAIN') throw error
      // A full pipe of a slow reader: wait a little and try again.
      Atomics.wait(pause, 0, 0, 5)
    }
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4))

/** The passphrase from a file (its first line) or the environment; undefined where neither is given. */
export function passphraseFrom(file: unknown, variable = 'LEAKSIFT_PASSPHRASE'): string | undefined {
  if (typeof file !== 'string') return process.env[variable] || undefined
  try {
    return readFileSync(file, 'utf8').split('\n', 1)[0]?.replace(/\r$/, '')
  } catch (error) {
    throw new UsageError(`can't read the passphrase file ${quoted(file)}: ${reasonOf(error)}`)
  }
}

/** The lines of a file, for trying them on what is locked. */
export function passwordsFrom(file: unknown): readonly string[] {
  if (typeof file !== 'string') return []
  try {
    const lines = readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
    return [...new Set(lines.filter((line) => line !== ''))]
  } catch (error) {
    throw new UsageError(`can't read the file of passwords ${quoted(file)}: ${reasonOf(error)}`)
  }
}

/** The system's word for an error, or the error itself thrown on where it is none of the system's. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}

/** Why the system refused something, in words; the error itself thrown on where it is none of the system's. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  const words = reasons[code]
  return words === undefined ? code : `${words} (${code})`
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'its permissions do not allow it',
  EPERM: 'its permissions do not allow it',
  EROFS: 'it lies where nothing can be written',
  ELOOP: 'it is a link',
  ENOSPC: 'no space is left',
  EDQUOT: 'no space is left to this user',
  EFBIG: 'it became larger than a file may be',
  EMFILE: 'too many files are open',
  EBADF: 'it is closed',
  EIO: 'the disk reported an error',
}
