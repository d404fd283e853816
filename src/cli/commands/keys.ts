import { counted } from '../../reports/numbers.ts'
import { forgetStore, rekeyStore } from '../../stores/registry.ts'
import type { Forgotten } from '../../stores/store.ts'
import type { RawOptions } from '../args.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { passphraseFrom, quoted, UsageError, writeOut } from '../streams.ts'

/** Shorter ones are guessed in no time. */
const passphraseAtLeast = 8

/** Gives a store a new key. */
export async function rekeyCommand(store: string, raw: RawOptions): Promise<ExitCode> {
  const passphrase = passphraseFrom(raw.passphraseFile)
  const newPassphrase = passphraseFrom(raw.newPassphraseFile, 'LEAKSIFT_NEW_PASSPHRASE')
  if (newPassphrase !== undefined && newPassphrase.length < passphraseAtLeast) {
    throw new UsageError(`the new passphrase: it needs at least ${passphraseAtLeast} characters`)
  }
  await rekeyStore(store, {
    ...keyFileOf(raw),
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(newPassphrase === undefined ? {} : { newPassphrase }),
  })
  writeOut(`${quoted(store)} has a new key. Copies of it, and of its old key, that lie elsewhere are as they were.\n`)
  return exitCodes.done
}

/** Destroys the key of a store and all that only the key opens. */
export async function forgetCommand(store: string, raw: RawOptions): Promise<ExitCode> {
  writeOut(`${forgottenText(store, await forgetStore(store, keyFileOf(raw)))}\n`)
  return exitCodes.done
}

function forgottenText(store: string, { keyFile, values, records, findings, hashes }: Forgotten): string {
  const key =
    keyFile === null
      ? 'No key file was there to destroy. If one lies elsewhere it is of no use for this file any more; delete it yourself.'
      : `Its key ${quoted(keyFile)} was overwritten and deleted.`
  const paths = counted(records, 'path', 'paths')
  const remains = [
    values === 'sealed'
      ? `the shape of ${paths} (first letters, known extensions), without the paths themselves`
      : `${paths} as they stand, names in them included: reports mask those, whoever opens the file does not`,
    'kind, severity, size, time, type, language and coverage of each record, with the reasons',
    `the masked shape of ${counted(findings, 'finding', 'findings')} (${'j•••@g•••.com'}), and which of them are equal`,
    `the SHA-256 of ${counted(hashes, 'file', 'files')}: whoever has a copy of a file can tell that it was in the dump`,
    'metadata that tells of nobody (the make of a camera), tables by their columns, coarse hashes of pictures',
  ]
  return [
    `${quoted(store)} is forgotten: no value in it can be opened, guessed or linked to another store.`,
    key,
    'What remains in the store:',
    ...remains.map((line) => `  - ${line}`),
    'What is beyond this command: copies, backups and snapshots of the store and its key, what a disk keeps of deleted files, and reports or exports that were written.',
  ].join('\n')
}

function keyFileOf(raw: RawOptions): { readonly keyFile?: string } {
  return typeof raw.keyFile === 'string' ? { keyFile: raw.keyFile } : {}
}
