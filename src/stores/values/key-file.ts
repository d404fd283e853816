import { randomBytes } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
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

/**
 * The key of a store. Where a change of keys was cut off between the store and its key file, the new key still lies beside it.
 * @param isOwn tells the store's key from others
 * @throws StoreError `no_key` as {@link readKeyFile} does
 */
export function storeKey(path: string, isOwn: (key: Buffer) => boolean): Buffer {
  const besides = readText(newKeyPath(path))
  const next = besides === undefined ? null : shape.exec(besides)
  const key = next && Buffer.from(next[1] ?? '', 'hex')
  return key && isOwn(key) ? key : readKeyFile(path)
}

/** Where a new key lies until the store has taken it. */
export function newKeyPath(path: string): string {
  return `${path}.new`
}

/** Writes a new key beside the one that holds; {@link settleNewKey} puts it in its place. */
export function writeNewKey(path: string): Buffer {
  rmSync(newKeyPath(path), { force: true })
  const key = randomBytes(keyBytes)
  write(newKeyPath(path), `leaksift-key-1 ${key.toString('hex')}\n`, 'wx')
  return key
}

/** Destroys the old key and puts the new one in its place. */
export function settleNewKey(path: string): void {
  overwrite(path)
  renameSync(newKeyPath(path), path)
  syncFolder(path)
}

/**
 * Overwrites a key file, then deletes it. What the medium or a snapshot keeps of it is beyond a program.
 * @returns whether there was one
 */
export function destroyKeyFile(path: string): boolean {
  if (readText(path) === undefined) return false
  overwrite(path)
  rmSync(path)
  syncFolder(path)
  return true
}

function overwrite(path: string): void {
  const file = openSync(path, 'r+')
  try {
    writeSync(file, randomBytes(Math.max(64, fstatSync(file).size)))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** So that a crash of the system does not bring the name back. */
function syncFolder(path: string): void {
  // Windows opens no folders.
  if (process.platform === 'win32') return
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
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
