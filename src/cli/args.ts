import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { circumstances, severityLevels } from '../core/severity.ts'
import { valueModes } from '../options.ts'
import { version } from '../version.ts'
import { exitCodeHelp } from './exit-code.ts'

/** What the commands do; each gets its arguments and its raw options. */
export interface Actions {
  scan(sources: string[], options: RawOptions): Promise<void>
  detect(file: string | undefined, options: RawOptions): Promise<void>
  inspect(file: string, options: RawOptions): Promise<void>
  report(store: string, options: RawOptions): Promise<void>
  export(store: string, options: RawOptions): Promise<void>
  show(store: string, uri: string, options: RawOptions): Promise<void>
  doctor(options: RawOptions): Promise<void>
  completion(shell: string): Promise<void>
}
export type RawOptions = Readonly<Record<string, unknown>>

/** The command line as data: help, did-you-mean and completion are made from it. */
export function makeProgram(actions: Actions): Command {
  const program = new Command('leaksift')
    .description(
      'Says what a leaked folder holds: which kinds of records, how many, how sensitive.\nOffline; the input is only read; values are masked unless asked for.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('Run with --help for usage and examples.')
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
  program
    .command('doctor')
    .description('say what this machine has: runtime, libraries, models, limits')
    .option('--json', 'as JSON')
    .action((options: RawOptions) => actions.doctor(options))
  program
    .command('completion')
    .description('print a completion script for a shell')
    .argument('<shell>', 'bash, zsh or fish')
    .addHelpText('after', '\nExample:\n  source <(leaksift completion bash)')
    .action((shell: string) => actions.completion(shell))
  return program
}

function addScan(program: Command, actions: Actions): void {
  program
    .command('scan')
    .description('examine files and folders into a store, and print a summary')
    .argument('<source...>', 'files and folders')
    .option('--store <file>', 'where the results go', 'leak.sqlite')
    .option('--workers <n>', 'threads that examine (default: one for each processor)', wholeNumber)
    .addOption(
      new Option('--resume', 'go on with an earlier scan (this is the default)').conflicts(['fresh', 'retryFailed']),
    )
    .addOption(new Option('--fresh', 'forget what the store holds and start over').conflicts(['resume', 'retryFailed']))
    .addOption(
      new Option('--retry-failed', 'go on, and try again what could not be read').conflicts(['resume', 'fresh']),
    )
    .addOption(valuesOption())
    .option('--key-file <file>', "the store's key (default: beside the store, as STORE.key)")
    .addOption(passphraseOption())
    .addOption(new Option('--ocr <when>', 'read text from pixels: auto (pages without text, pictures that look like pages), off, or all pictures').choices(['auto', 'off', 'all']).default('auto'))
    .option('--languages <list>', 'ISO 639-1 codes of the languages to expect: fr,en,de …', list)
    .addOption(
      new Option('--circumstances <list>', `of the breach: ${Object.keys(circumstances).join(', ')}`)
        .argParser(list)
        .default(undefined, 'unknown-recipients'),
    )
    .addOption(
      new Option('--context <context>', 'whose dump it is').choices(['auto', 'clinic', 'general']).default('auto'),
    )
    .option('--include <glob>', 'only these paths (may be repeated)', collect, [])
    .option('--exclude <glob>', 'not these paths (may be repeated)', collect, [])
    .option('--max-file-size <size>', 'larger files are recorded and not read: 500M, 2G', byteSize)
    .option('--time-limit <seconds>', 'for one file with all inside it', positiveNumber)
    .addOption(
      new Option('--fail-on <level>', 'exit with 4 if a record is of this severity or worse').choices([
        ...severityLevels,
      ]),
    )
    .addOption(
      new Option('--progress <how>', 'on standard error').choices(['auto', 'bar', 'json', 'none']).default('auto'),
    )
    .addHelpText(
      'after',
      `\nExamples:
  leaksift scan ./bucket --store case-17.sqlite
  leaksift scan ./bucket --store case-17.sqlite      a second time: only what is new, changed or unfinished
  leaksift scan ./bucket --exclude '*.log' --exclude 'cache/**' --circumstances unknown-recipients,malicious
  leaksift scan ./bucket --progress json 2>progress.ndjson >summary.json\n\n${exitCodeHelp}`,
    )
    .action((sources: string[], options: RawOptions) => actions.scan(sources, options))
}

function addDetect(program: Command, actions: Actions): void {
  program
    .command('detect')
    .description('find personal data in a text')
    .argument('[file]', "a text file; '-' or nothing reads standard input", '-')
    .addOption(
      new Option('--format <format>', 'of the input: a text, or a JSON object a line')
        .choices(['text', 'ndjson'])
        .default('text'),
    )
    .option('--language <code>', 'ISO 639-1 code (default: told from the text)')
    .option('--entities <list>', 'only these entity types, weak matches too', list)
    .option('--min-confidence <n>', 'leave out what is less sure', share)
    .option('--explain', 'say why, step by step')
    .addOption(
      new Option('--values <how>', 'clear shows the values found').choices(['masked', 'clear']).default('masked'),
    )
    .addHelpText(
      'after',
      `\nExamples:
  leaksift detect letter.txt
  echo 'IBAN FR76 3000 6000 0112 3456 7890 189' | leaksift detect --explain
  leaksift detect --format ndjson <texts.ndjson      {"id","text","language"?,"entities"?} a line in, {"id","findings"} a line out`,
    )
    .action((file: string, options: RawOptions) => actions.detect(file, options))
}

function addInspect(program: Command, actions: Actions): void {
  program
    .command('inspect')
    .description('everything that is found in one file; no store')
    .argument('<file>', 'the file')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--values <how>', 'clear shows the values found').choices(['masked', 'clear']).default('masked'),
    )
    .addHelpText('after', '\nExample:\n  leaksift inspect ./bucket/devis.pdf --format json')
    .action((file: string, options: RawOptions) => actions.inspect(file, options))
}

function addReaders(program: Command, actions: Actions): void {
  program
    .command('report')
    .description('tell what a store holds')
    .argument('<store>', 'a store made by scan')
    .addOption(new Option('--format <format>', 'how').choices(['text', 'json', 'csv']).default('text'))
    .option('--output <file>', 'write it there instead of standard output')
    .addOption(keyFileOption())
    .addOption(passphraseOption())
    .addHelpText('after', '\nExample:\n  leaksift report leak.sqlite --format json --output report.json')
    .action((store: string, options: RawOptions) => actions.report(store, options))
  program
    .command('export')
    .description('write every record of a store, one after the other')
    .argument('<store>', 'a store made by scan')
    .addOption(new Option('--format <format>', 'how').choices(['ndjson', 'csv', 'parquet']).default('ndjson'))
    .option('--canonical', 'without ids, times and keyed digests: equal for equal scans')
    .option('--output <file>', 'write it there instead of standard output')
    .addOption(keyFileOption())
    .addOption(passphraseOption())
    .addHelpText(
      'after',
      '\nExample:\n  leaksift export leak.sqlite | jq -c \'select(.severity == "very_high") | .uri\'',
    )
    .action((store: string, options: RawOptions) => actions.export(store, options))
  program
    .command('show')
    .description('one record: its kind and why, its findings, its score term by term')
    .argument('<store>', 'a store made by scan')
    .argument('<uri>', "the record's path below the source")
    .addOption(new Option('--format <format>', 'how').choices(['text', 'json']).default('text'))
    .addOption(keyFileOption())
    .addOption(passphraseOption())
    .addHelpText('after', "\nExample:\n  leaksift show leak.sqlite 'patients/devis.pdf'")
    .action((store: string, uri: string, options: RawOptions) => actions.show(store, uri, options))
}

function valuesOption(): Option {
  return new Option('--values <how>', 'how values are kept: masked, sealed under a passphrase, or in clear')
    .choices([...valueModes])
    .default('masked')
}

function keyFileOption(): Option {
  return new Option('--key-file <file>', "the store's key (default: beside the store)")
}

function passphraseOption(): Option {
  return new Option('--passphrase-file <file>', 'holds the passphrase of a sealed store (or set LEAKSIFT_PASSPHRASE)')
}

function wholeNumber(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}

function positiveNumber(text: string): number {
  const value = Number(text)
  if (!(value > 0)) throw new InvalidArgumentError('It must be a number above 0.')
  return value
}

function share(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('It must be a number from 0 to 1.')
  return value
}

function byteSize(text: string): number {
  const parts = /^(\d{1,9}(?:\.\d{1,3})?)([kMGT]?)B?$/i.exec(text)
  if (!parts) throw new InvalidArgumentError('It must be a size such as 300k, 500M or 2G.')
  const factor = 1_024 ** ['', 'k', 'm', 'g', 't'].indexOf((parts[2] ?? '').toLowerCase())
  return Math.round(Number(parts[1]) * factor)
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

function collect(text: string, before: string[]): string[] {
  return [...before, text]
}

/** Whether an error is commander's way to say that help was printed, and not a fault. */
export function isHelp(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0
}
