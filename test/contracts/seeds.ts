import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** In the environment: the folder to which the fixtures of the format contract are written, as seeds for mutants. */
export const seedsVariable = 'LEAKSIFT_SEEDS'

/** Writes a fixture where it is asked for: `FOLDER/<format>/<number>-<name>`. */
export function keepSeed(format: string, name: string, bytes: Uint8Array): void {
  const folder = process.env[seedsVariable]
  if (folder === undefined) return
  mkdirSync(join(folder, format), { recursive: true })
  writeFileSync(join(folder, format, name.replace(/[^A-Za-z0-9.-]+/g, '-').slice(0, 60)), bytes)
}
