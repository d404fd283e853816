/**
 * npm before 11.19 compiles any dependency that has a binding.gyp unless the lock file says `"gypfile": false`; and npm
 * forgets to carry that over from the package (better-sqlite3 says it, and brings its binaries). Run by `npm run lock`
 * after each change of dependencies, so that an install needs no Python and no compiler.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)
const lock: { packages: Record<string, Record<string, unknown>> } = JSON.parse(readFileSync(file, 'utf8'))
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '' || entry.optional === true) continue
  const manifest: Record<string, unknown> = JSON.parse(
    readFileSync(new URL(`../${path}/package.json`, import.meta.url), 'utf8'),
  )
  if (manifest.gypfile === false) entry.gypfile = false
}
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
