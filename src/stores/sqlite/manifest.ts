import { createHash, type Hash } from 'node:crypto'

/**
 * The manifest of a source: a line for each of its entries in the order of their paths' bytes, `SHA-256  path`, as `sha256sum`
 * writes it (a path with a backslash or a line break is escaped and its line begins with a backslash). An entry whose bytes
 * were not read has a `-` for its sum.
 */
export interface Manifest {
  add(uri: string, sha256: string | null): void
  /** Hexadecimal. */
  sha256(): string
}

/** An empty manifest: only its sum is kept. */
export function makeManifest(): Manifest {
  const sum: Hash = createHash('sha256')
  return {
    add(uri, sha256) {
      const escaped = uri.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
      sum.update(`${escaped === uri ? '' : '\\'}${sha256 ?? '-'}  ${escaped}\n`)
    },
    sha256: () => sum.digest('hex'),
  }
}
