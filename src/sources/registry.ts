import { lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { encodeName } from '../core/item.ts'
import { type Source, unionParts, unionUri } from '../core/source.ts'
import { fileSource } from './file.ts'
import { folderSource } from './folder.ts'
import { unionSource } from './union.ts'

/** Why what the user named is no source. The message is for the user; the path in it is the user's own. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
}

/** How the first letters of a uri say which source opens it. */
const schemes: Readonly<Record<string, (uri: string) => Source>> = Object.freeze({
  'file:': (uri) => (statSync(fileURLToPath(uri)).isDirectory() ? folderSource(uri) : fileSource(uri)),
  'union:': openUnion,
})

/**
 * The uri of what a user named: one path as itself, several as a union. Links among the arguments are the user's own
 * choice and are followed, once, here.
 * @throws SourceError where a path does not exist or is neither file nor folder
 */
export function sourceUri(paths: readonly string[]): string {
  const uris = paths.map(locate)
  if (uris.length === 1 && uris[0] !== undefined) return uris[0]
  return unionUri(uris)
}

/**
 * The uri of one file that a user named.
 * @throws SourceError where there is none of the name, or it is a folder
 */
export function fileUri(path: string): string {
  const uri = locate(path)
  if (!lstatSync(fileURLToPath(uri)).isFile())
    throw new SourceError(`${JSON.stringify(path)} is a folder, and this takes one file`)
  return uri
}

/** Opens a source again from its uri alone, in any thread. Who opens it closes it. */
export function openSource(uri: string): Source {
  const open = schemes[uri.slice(0, uri.indexOf(':') + 1)]
  if (!open) throw new SourceError('no source is known for this kind of address')
  return open(uri)
}

function locate(argument: string): string {
  let path: string
  try {
    path = realpathSync(resolve(argument))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new SourceError(`there is no file or folder ${JSON.stringify(argument)}`)
    if (code === 'EACCES' || code === 'ELOOP')
      throw new SourceError(`${JSON.stringify(argument)} can't be reached: ${code}`)
    throw error
  }
  const stats = lstatSync(path)
  if (!stats.isFile() && !stats.isDirectory())
    throw new SourceError(`${JSON.stringify(argument)} is neither a file nor a folder`)
  return pathToFileURL(path).href
}

function openUnion(uri: string): Source {
  const taken = new Set<string>()
  const parts = unionParts(uri).map((part) => {
    const isFile = statSync(fileURLToPath(part)).isFile()
    return { label: labelOf(part, taken, !isFile), source: openSource(part), isFile }
  })
  return unionSource(uri, parts)
}

/** The base name of a part, made different from those before it. */
function labelOf(uri: string, taken: Set<string>, isFolder: boolean): string {
  const base = encodeName(Buffer.from(basename(fileURLToPath(uri)) || 'root'), isFolder)
  let label = base
  for (let number = 2; taken.has(label); number += 1) label = `${base}~${number}`
  taken.add(label)
  return label
}
