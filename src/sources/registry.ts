import { lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
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

/**
 * The uris under which a source lists the file at a path; none where it lies elsewhere, or the source is the file itself.
 * @param path absolute, without links but for the last step
 */
export function urisWithin(sourceUri: string, path: string): readonly string[] {
  if (sourceUri.startsWith('union:')) {
    return partsOf(sourceUri).flatMap(({ label, uri, isFile }) => {
      if (isFile) return fileURLToPath(uri) === path ? [label] : []
      return urisWithin(uri, path).map((below) => `${label}/${below}`)
    })
  }
  const steps = relative(fileURLToPath(sourceUri), path)
  if (steps === '' || isAbsolute(steps) || steps === '..' || steps.startsWith(`..${sep}`)) return []
  const names = steps.split(sep).map((step) => Buffer.from(step))
  return [names.map((name, at) => encodeName(name, at < names.length - 1)).join('/')]
}

/** Where a file lies or would lie, with the links on the way to it followed. */
export function placeOf(file: string): string {
  const path = resolve(file)
  try {
    return join(realpathSync(dirname(path)), basename(path))
  } catch {
    // Its folder does not exist or can't be reached: then no source lists it, and who opens it will say so.
    return path
  }
}

/** Opens a source again from its uri alone, in any thread. Who opens it closes it. */
export function openSource(uri: string): Source {
  const open = schemes[uri.slice(0, uri.indexOf(':') + 1)]
  if (!open) throw new SourceError('no source is known for this kind of address')
  return open(uri)
}

function locate(argument: string): string {
  let path: string
  if (argument === '') throw new SourceError('the name of a source is empty')
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
  // A control character at the end would get lost: whatever parses an address cuts it off there.
  return pathToFileURL(join(path, 'x')).href.slice(0, path.endsWith(sep) ? -1 : -2)
}

function openUnion(uri: string): Source {
  return unionSource(
    uri,
    partsOf(uri).map(({ label, uri: part, isFile }) => ({ label, source: openSource(part), isFile })),
  )
}

function partsOf(uri: string): { readonly label: string; readonly uri: string; readonly isFile: boolean }[] {
  const taken = new Set<string>()
  return unionParts(uri).map((part) => {
    const isFile = statSync(fileURLToPath(part)).isFile()
    return { label: labelOf(part, taken, !isFile), uri: part, isFile }
  })
}

/** The base name of a part, made different from those before it. */
function labelOf(uri: string, taken: Set<string>, isFolder: boolean): string {
  const base = encodeName(Buffer.from(basename(fileURLToPath(uri)) || 'root'), isFolder)
  let label = base
  for (let number = 2; taken.has(label); number += 1) label = `${base}~${number}`
  taken.add(label)
  return label
}
