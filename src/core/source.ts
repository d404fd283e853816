import { fileURLToPath } from 'node:url'
import type { ItemRef } from './item.ts'
import type { Reader } from './reader.ts'

/** An open item; who opens it closes it. */
export interface OpenItem extends Reader, Disposable {
  /** Whether the item still has the size and time it had when it was opened. */
  isUnchanged(): Promise<boolean>
}

/**
 * sources: where bytes come from. `uri` alone reopens the source, in another thread too. Items come lazily and in a
 * stable order; links are listed and never followed; a listing that fails is an entry with a problem, not an end.
 */
export interface Source extends AsyncDisposable {
  readonly uri: string
  /** @param signal ends the listing between two entries */
  items(signal: AbortSignal): AsyncIterable<ItemRef>
  /**
   * @throws ItemError `unreadable` where the item is gone, forbidden or no file,
   *   `changed_while_reading` where it is not of the size that was listed
   */
  open(item: ItemRef): Promise<OpenItem>
  /** How many files and bytes there are, for a progress bar; undefined where counting would cost as much as listing. */
  count?(signal: AbortSignal): Promise<{ readonly files: number; readonly bytes: number }>
}

/** One uri for several sources. */
export function unionUri(uris: readonly string[]): string {
  return `union:${encodeURIComponent(JSON.stringify(uris))}`
}

/** The uris of the sources that a union is made of. */
export function unionParts(uri: string): readonly string[] {
  const parts: unknown = JSON.parse(decodeURIComponent(uri.slice('union:'.length)))
  if (!Array.isArray(parts) || !parts.every((part) => typeof part === 'string'))
    throw new Error('not a union of sources')
  return parts
}

/** The paths behind a source's uri, for people to read. */
export function readableSource(uri: string): string {
  if (uri.startsWith('union:')) return unionParts(uri).map(readableSource).join(', ')
  return uri.startsWith('file:') ? fileURLToPath(uri) : uri
}
