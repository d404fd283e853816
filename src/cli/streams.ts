import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs'

/** Why the command can't be done as it was given. The message is for the user. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** A place to write to: standard output, or a new file that only its owner may read. */
export function withOutput(file: string | undefined, use: (write: (piece: string | Uint8Array) => void) => void): void {
  if (file === undefined) {
    use(writeOut)
    return
  }
  const target = openForWriting(file)
  try {
    use((piece) => writeFully(target, piece))
  } finally {
    closeSync(target)
  }
}

/** Writes to standard output at once: a report of any size never waits in memory. */
export function writeOut(piece: string | Uint8Array): void {
  writeFully(1, piece)
}

function openForWriting(file: string): number {
  try {
    return openSync(file, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, 0o600)
  } catch (error) {
    throw new UsageError(`can't write ${JSON.stringify(file)}: ${codeOf(error)}`)
  }
}

function writeFully(target: number, piece: string | Uint8Array): void {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(target, bytes, at)
    } catch (error) {
      // A full pipe of a slow reader: wait a little and try again.
      if (codeOf(error) !== 'EAGAIN') throw error
      Atomics.wait(pause, 0, 0, 5)
    }
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4))

/** The passphrase from a file (its first line) or the environment; undefined where neither is given. */
export function passphraseFrom(file: unknown): string | undefined {
  if (typeof file !== 'string') return process.env.LEAKSIFT_PASSPHRASE
  try {
    return readFileSync(file, 'utf8').split('\n', 1)[0]?.trimEnd()
  } catch (error) {
    throw new UsageError(`can't read the passphrase file ${JSON.stringify(file)}: ${codeOf(error)}`)
  }
}

/** The system's word for an error, or the error itself thrown on where it is none of the system's. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}
