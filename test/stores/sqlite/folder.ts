import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of a test's own, with the path of the store in it. */
export interface StoreFolder extends Disposable {
  readonly folder: string
  readonly path: string
  /** Names of what lies in it, in alphabetical order. */
  names(): readonly string[]
  /** Every byte of every file in it. Only while nothing has the store open: closing a file drops its locks. */
  bytes(): Buffer
}

/** Makes one; it goes with the test. */
export function storeFolder(): StoreFolder {
  const folder = mkdtempSync(join(tmpdir(), 'leaksift-store-'))
  return {
    folder,
    path: join(folder, 'leak.sqlite'),
    names: () => readdirSync(folder).sort(),
    bytes: () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}
