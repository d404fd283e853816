import { Argument, type Command, Option } from 'commander'
import { exitCodeHelp } from '../exit-code.ts'
import { collect, fileName } from '../option-values.ts'
import type { Actions, RawOptions } from './actions.ts'
import { keyFileOption, passphraseOption } from './shared-options.ts'

/** Adds `verify`. */
export function addVerify(program: Command, actions: Actions): void {
  program
    .command('verify')
    .description('compare a source with what a store noted when it was scanned: what was added, removed, changed since')
    .argument('<store>', 'a store made by scan', fileName)
    .addArgument(new Argument('<source...>', 'the files and folders that were scanned, or a copy').argParser(collect))
    .option('--quick', 'compare sizes and times only, and open no file')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--values <how>', 'clear shows paths with the names in them')
        .choices(['masked', 'clear'])
        .default('masked'),
    )
    .addOption(keyFileOption())
    .addOption(passphraseOption())
    .addHelpText(
      'after',
      `\nExamples:
  leaksift verify leak.sqlite ./bucket
  leaksift verify leak.sqlite ./bucket --values clear --format json

Exits with 0 where nothing was added, removed or changed, 4 where something was, 3 where something could not be compared.

${exitCodeHelp}`,
    )
    .action((store: string, sources: string[], options: RawOptions) => actions.verify(store, sources, options))
}

/** Adds `rekey` and `forget`. */
export function addKeys(program: Command, actions: Actions): void {
  program
    .command('rekey')
    .description('give a store a new key, and seal anew what is sealed; the old key opens nothing any more')
    .argument('<store>', 'a store made by scan', fileName)
    .addOption(keyFileOption())
    .addOption(passphraseOption())
    .addOption(
      new Option(
        '--new-passphrase-file <file>',
        'its first line is the passphrase from now on (or set LEAKSIFT_NEW_PASSPHRASE; default: the same as before)',
      ).argParser(fileName),
    )
    .addHelpText(
      'after',
      `\nExamples:
  leaksift rekey leak.sqlite
  leaksift rekey leak.sqlite --passphrase-file old.txt --new-passphrase-file new.txt

Copies of the store and of the old key that were made before still open each other.\n\n${exitCodeHelp}`,
    )
    .action((store: string, options: RawOptions) => actions.rekey(store, options))
  program
    .command('forget')
    .description('destroy the key of a store and all that only the key opens, and say what remains; cannot be undone')
    .argument('<store>', 'a store made by scan, with values masked or sealed', fileName)
    .addOption(
      new Option(
        '--key-file <file>',
        "the store's key; other stores that use the same file lose it too (default: beside the store, as STORE.key)",
      ).argParser(fileName),
    )
    .addHelpText('after', `\nExample:\n  leaksift forget leak.sqlite\n\n${exitCodeHelp}`)
    .action((store: string, options: RawOptions) => actions.forget(store, options))
}
