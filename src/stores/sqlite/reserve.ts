import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'

/** Enough for the log to take a transaction of some rows: how the run ended. */
const reserveBytes = 32 * 2 ** 10

/** Room on the disk that is kept for the last words of a run that fills it. */
export interface Reserve extends Disposable {
  /** Gives the room back to the disk. */
  release(): void
}

/** Where the room is kept, beside the store. */
export function reservePath(path: string): string {
  return `${path}-reserve`
}

/**
 * Takes the room; noise, for a disk may keep no room for zeros.
 * @throws ENOSPC and other errors of the file system: where there is no room for this, there is none for a store
 */
export function keepReserve(path: string): Reserve {
  const file = reservePath(path)
  writeFileSync(file, randomBytes(reserveBytes), { mode: 0o600 })
  const release = () => rmSync(file, { force: true })
  return { release, [Symbol.dispose]: release }
}
