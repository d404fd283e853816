import { Command, CommanderError } from 'commander'
import { version } from '../version.ts'
import { exitCodeHelp } from './exit-code.ts'
import type { Actions } from './program/actions.ts'
import { addKeys, addVerify } from './program/custody.ts'
import { addHelpers } from './program/helpers.ts'
import { addDetect, addInspect } from './program/one-input.ts'
import { addReaders } from './program/readers.ts'
import { addScan } from './program/scan.ts'
import { writeErr, writeOut } from './streams.ts'

export type { Actions, RawOptions } from './program/actions.ts'

/** The command line as data: help, did-you-mean and completion are made from it. Faults are thrown, not printed. */
export function makeProgram(actions: Actions): Command {
  const program = new Command('leaksift')
    .description(
      'Says what a leaked folder holds: which kinds of records, how many, how sensitive.\nOffline; the input is only read; values are masked unless asked for.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({ writeOut, writeErr, outputError: () => undefined })
    .exitOverride()
    .configureHelp({ sortSubcommands: false, showGlobalOptions: false })
    .addHelpText(
      'after',
      `\nExamples:
  leaksift scan ./bucket                       examine a folder into leak.sqlite and print a summary
  leaksift scan ./bucket --fail-on high        for scripts: exit code 4 if a record is that severe
  leaksift report leak.sqlite --format json    the summary as JSON
  leaksift show leak.sqlite 'a/b/devis.pdf'    one record, and why
  leaksift detect letter.txt                   personal data in one text\n\n${exitCodeHelp}`,
    )
  addScan(program, actions)
  addDetect(program, actions)
  addInspect(program, actions)
  addReaders(program, actions)
  addVerify(program, actions)
  addKeys(program, actions)
  addHelpers(program, actions)
  return program
}

/** Whether an error is commander's way to say that help was printed, and not a fault. */
export function isHelp(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0
}
