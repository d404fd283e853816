import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { StoreError } from '../store.ts'

const keyBytes = 32
const shape = /^leaksift-key-1 ([0-9a-f]{64})\s*$/

/**
 * The key in a file.
 * @throws StoreError `no_key` where the file is missing, can't be read or holds no key
 */
export function readKeyFile(path: string): Buffer {
  const text = readText(path)
  if (text === undefined) {
    throw new StoreError(
      'no_key',
      `The store's key is missing: there is no ${path}. Put it back, name its place (--key-file), or start over (--fresh).`,
    )
  }
  return parse(text, path)
}

/**
 * The key in a file, made where there is none; nobody but its owner can read it. A key that lies there already is
 * taken and never overwritten: it may be all that is left to link another store by.
 */
export function readOrMakeKeyFile(path: string): Buffer {
  const text = readText(path)
  // A file without a byte is what a start that was killed leaves behind.
  if (text !== undefined && text !== '') return parse(text, path)
  const key = randomBytes(keyBytes)
  write(path, `leaksift-key-1 ${key.toString('hex')}\n`, text === undefined ? 'wx' : 'r+')
  return key
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1')
  } catch (error) {
    // Missing is an answer; anything else is told to the user as it is.
    if (codeOf(error) === 'ENOENT') return undefined
    throw new StoreError('no_key', `The key file ${path} can't be read (${codeOf(error)}).`)
  }
}

function parse(text: string, path: string): Buffer {
  const hex = shape.exec(text)?.[1]
  if (hex === undefined) throw new StoreError('no_key', `${path} does not hold a key that leaksift made.`)
  return Buffer.from(hex, 'hex')
}

function write(path: string, text: string, flags: 'wx' | 'r+'): void {
  try {
    const file = openSync(path, flags, 0o600)
    try {
      writeSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new StoreError('full', `No space is left to write the key file ${path}.`)
    }
    throw new StoreError('unreadable', `The key file ${path} can't be written (${code}).`)
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown reason'
}
