import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { encodeName } from '../core/item.ts'
import type { Source } from '../core/source.ts'
import { describe, openFile } from './local.ts'

/** A single file: a source of one item, named as the file is. */
export function fileSource(uri: string): Source {
  const path = Buffer.from(fileURLToPath(uri))
  const name = encodeName(Buffer.from(basename(fileURLToPath(uri))))
  return {
    uri,
    async *items() {
      yield describe(name, path)
    },
    async open(item) {
      return openFile(path, item)
    },
    async count() {
      return { files: 1, bytes: describe(name, path).size }
    },
    async [Symbol.asyncDispose]() {},
  }
}
