/**
 * Lists the licences of everything that an installed leaksift has linked in, and fails on what may not be: the GPL and AGPL,
 * and what nobody knows. Reads the lock file and, where that says nothing, what is installed. Run by `npm run licences`.
 */
import { existsSync, readFileSync } from 'node:fs'

interface Entry {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
}

/** Licences under which a package may be linked into one that is under Apache-2.0, by their SPDX names. */
const allowed = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
    'MPL-2.0',
  ],
  ...['Python-2.0', 'Unicode-3.0', 'Unlicense', 'Zlib'],
  // Shared libraries that can be replaced: what the LGPL asks for.
  ...['LGPL-2.1-or-later', 'LGPL-3.0', 'LGPL-3.0-only', 'LGPL-3.0-or-later'],
])

/** What a package's own word does not tell. */
const notes: Readonly<Record<string, string>> = {
  '@napi-rs/webcodecs':
    'its binary holds x264 and x265 (GPL): optional, loaded in a process of its own and never linked in',
}

const lock: { packages: Record<string, Entry> } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
)
const rows = Object.entries(lock.packages)
  .filter(([path, { dev }]) => path !== '' && dev !== true)
  .map(([path, entry]) => ({
    path,
    name: path.replace(/^.*node_modules\//, ''),
    ...entry,
    licence: licenceOf(path, entry),
  }))
  .sort((a, b) => (a.name < b.name ? -1 : 1))

for (const { name, version, licence, optional } of rows) {
  const note = Object.entries(notes).find(([known]) => name.startsWith(known))?.[1]
  const more = [...(optional ? ['optional'] : []), ...(note ? [note] : [])].join('; ')
  process.stdout.write(`${licence}\t${name} ${version ?? ''}${more ? `\t(${more})` : ''}\n`)
}
const wrong = rows.filter(({ licence }) => !isAllowed(licence))
process.stdout.write(`\n${rows.length} packages, ${wrong.length} that may not be linked in\n`)
for (const { name, licence } of wrong) process.stderr.write(`not allowed: ${name} (${licence})\n`)
process.exitCode = wrong.length === 0 ? 0 : 1

function licenceOf(path: string, { license }: Entry): string {
  if (license) return license
  const file = new URL(`../${path}/package.json`, import.meta.url)
  if (!existsSync(file)) return 'unknown'
  const { license: own }: { license?: unknown } = JSON.parse(readFileSync(file, 'utf8'))
  return typeof own === 'string' ? own : 'unknown'
}

/** Of an SPDX expression: every part of an AND, any part of an OR. */
function isAllowed(expression: string): boolean {
  const plain = expression.replace(/[()]/g, '')
  return plain.split(/ and /i).every((part) => part.split(/ or /i).some((one) => allowed.has(one.trim())))
}
