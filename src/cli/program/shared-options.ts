import { Option } from 'commander'
import { fileName } from '../option-values.ts'

/** Whether values are shown as they are. */
export function valuesShown(): Option {
  return new Option('--values <how>', 'clear shows the values found').choices(['masked', 'clear']).default('masked')
}

/** Where a command writes to. */
export function outputOption(): Option {
  return new Option(
    '--output <file>',
    'write it there, for its owner alone to read, instead of standard output',
  ).argParser(fileName)
}

/** The key of a store that is read. */
export function keyFileOption(): Option {
  return new Option(
    '--key-file <file>',
    "the store's key; only a sealed store asks for it (default: beside the store, as STORE.key); named, it opens what is sealed under it alone",
  ).argParser(fileName)
}

/** What locked files are opened with. */
export function passwordsOption(): Option {
  return new Option(
    '--passwords <file>',
    'one password a line, tried on zip, 7z, RAR, PDF and Office files that are locked; nothing else is tried, and none is kept',
  ).argParser(fileName)
}

/** What sealed values are opened with. */
export function passphraseOption(): Option {
  return new Option(
    '--passphrase-file <file>',
    'its first line is the passphrase of a sealed store (or set LEAKSIFT_PASSPHRASE)',
  ).argParser(fileName)
}
