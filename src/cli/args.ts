import { Argument, Command, CommanderError, Option } from 'commander'
import { circumstances, severityLevels } from '../core/severity.ts'
import { valueModes } from '../core/value-mode.ts'
import { version } from '../version.ts'
import { type Shell, shells } from './completion.ts'
import { exitCodeHelp } from './exit-code.ts'
import {
  byteSize,
  circumstanceList,
  collect,
  fileName,
  language,
  languages,
  list,
  numberWithin,
  wholeNumber,
} from './option-values.ts'
import { writeErr, writeOut } from './streams.ts'

/** What the commands do; each gets its arguments and its raw options. */
export interface Actions {
  scan(sources: string[], options: RawOptions): Promise<void>
  detect(file: string, options: RawOptions): Promise<void>
  inspect(file: string, options: RawOptions): Promise<void>
  report(store: string, options: RawOptions): Promise<void>
  export(store: string, options: RawOptions): Promise<void>
  show(store: string, uri: string, options: RawOptions): Promise<void>
  verify(store: string, sources: string[], options: RawOptions): Promise<void>
  rekey(store: string, options: RawOptions): Promise<void>
  forget(store: string, options: RawOptions): Promise<void>
  doctor(options: RawOptions): Promise<void>
  completion(shell: Shell): Promise<void>
}
export type RawOptions = Readonly<Record<string, unknown>>

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
  addKeys(program, actions)
  addHelpers(program, actions)
  return program
}

function addScan(program: Command, actions: Actions): void {
  program
    .command('scan')
    .description('examine files and folders into a store, and print a summary')
    .addArgument(new Argument('<source...>', 'files and folders').argParser(collect))
    .addOption(
      new Option('--store <file>', 'where the results go, and an earlier scan goes on')
        .argParser(fileName)
        .default('leak.sqlite'),
    )
    .option(
      '--workers <n>',
      'threads that examine (default: one for each processor); 0 examines without threads, and then nothing ends a file that hangs',
      wholeNumber(0, 256),
    )
    .addOption(
      new Option(
        '--resume',
        'go on with an earlier scan: only what is new, changed or unfinished (this is the default)',
      ).conflicts(['fresh', 'retryFailed']),
    )
    .addOption(
      new Option('--fresh', 'delete what the store holds, and start over').conflicts(['resume', 'retryFailed']),
    )
    .addOption(
      new Option(
        '--retry-failed',
        'go on, and try again what was not read at all, is locked, or ran into a limit',
      ).conflicts(['resume', 'fresh']),
    )
    .addOption(
      new Option(
        '--values <how>',
        'how values are kept: masked, sealed under a passphrase (or under the key alone that --key-file names), or in clear',
      )
        .choices(valueModes)
        .default('masked'),
    )
    .addOption(
      new Option(
        '--key-file <file>',
        'the key that digests are made with; made where there is none (default: beside the store, as STORE.key)',
      ).argParser(fileName),
    )
    .addOption(passphraseOption())
    .addOption(passwordsOption())
    .option(
      '--known-good <file>',
      'MD5, SHA-1 or SHA-256 sums, a line each, plain or CSV (NSRL): such files are recorded and not examined (may be repeated)',
      collect,
    )
    .option(
      '--alert-hashes <file>',
      'sums of what authorities look for: a match is flagged alert_hash, not opened, and counted apart (may be repeated)',
      collect,
    )
    .addOption(
      new Option(
        '--ocr <when>',
        'read text from pixels: auto (pages without text, pictures that look like pages), off, or all pictures',
      )
        .choices(['auto', 'off', 'all'])
        .default('auto'),
    )
    .option('--languages <list>', 'ISO 639-1 codes of the languages to expect: fr,en,de', languages)
    .option('--rules <file>', 'detectors and thresholds of your own, as YAML or JSON (docs/rules.md)')
    .option(
      '--circumstances <list>',
      `of the breach: ${Object.keys(circumstances).join(', ')}, or none (default: unknown-recipients)`,
      circumstanceList,
    )
    .addOption(
      new Option('--context <context>', 'whose dump it is; auto tells from the share of medical records')
        .choices(['auto', 'clinic', 'general'])
        .default('auto'),
    )
    .option('--include <glob>', "only these paths; a pattern without '/' is for names (may be repeated)", collect)
    .option('--exclude <glob>', 'not these paths (may be repeated)', collect)
    .option(
      '--max-file-size <size>',
      'larger files are recorded and not read: 500M, 2G, in powers of 1,024 (default: 64G)',
      byteSize,
    )
    .option(
      '--time-limit <seconds>',
      'for one file with all inside it (default: 120); large files get more',
      numberWithin(1, 86_400),
    )
    .addOption(
      new Option(
        '--limits <preset|file>',
        'what items may cost: quick, thorough, or a JSON file {"preset", name: number, …}; leaksift doctor lists all names with their defaults',
      ).argParser(fileName),
    )
    .addOption(
      new Option('--fail-on <level>', 'exit with 4 if a record is of this severity or worse').choices(severityLevels),
    )
    .addOption(
      new Option('--progress <how>', 'on standard error; auto is a bar on a terminal, else nothing')
        .choices(['auto', 'bar', 'json', 'none'])
        .default('auto'),
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
      new Option('--format <format>', 'of the input: one text, or a JSON object a line')
        .choices(['text', 'ndjson'])
        .default('text'),
    )
    .option('--language <code>', 'ISO 639-1 (default: told from the text)', language)
    .option('--entities <list>', 'only these entity types, and weak matches of them too', list)
    .option('--min-confidence <n>', 'leave out what is less sure (default: 0.5; 0 with --entities)', numberWithin(0, 1))
    .option('--rules <file>', 'detectors and thresholds of your own, as YAML or JSON (docs/rules.md)')
    .option(
      '--workers <n>',
      'threads for what is beyond the first megabyte (default: one for each processor); the answers are the same',
      wholeNumber(1, 256),
    )
    .option('--explain', 'say why, step by step')
    .addOption(valuesShown())
    .addHelpText(
      'after',
      `\nExamples:
  leaksift detect letter.txt
  echo 'IBAN FR76 3000 6000 0112 3456 7890 189' | leaksift detect --explain
  echo '{"id": 1, "text": "jane.roe@example.org"}' | leaksift detect --format ndjson
  leaksift detect --format ndjson --workers 2 --min-confidence 0.8 texts.ndjson

A line of NDJSON is {"id", "text", "language"?, "entities"?}; it is answered by {"id", "findings"}, in order.
Offsets count Unicode code points.

${exitCodeHelp}`,
    )
    .action((file: string, options: RawOptions) => actions.detect(file, options))
}

function addInspect(program: Command, actions: Actions): void {
  program
    .command('inspect')
    .description('everything that is found in one file; no store')
    .argument('<file>', 'the file', fileName)
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .addOption(passwordsOption())
    .addOption(valuesShown())
    .addHelpText('after', `\nExample:\n  leaksift inspect ./bucket/devis.pdf --format json\n\n${exitCodeHelp}`)
    .action((file: string, options: RawOptions) => actions.inspect(file, options))
}

function addReaders(program: Command, actions: Actions): void {
  program
    .command('report')
    .description('tell what a store holds')
    .argument('<store>', 'a store made by scan', fileName)
    .addOption(
      new Option('--format <format>', 'a summary as text or JSON, or one line of CSV a record')
        .choices(['text', 'json', 'csv'])
        .default('text'),
    )
    .addOption(outputOption())
    .addOption(keyFileOption())
    .addOption(passphraseOption())
    .addHelpText(
      'after',
      `\nExample:\n  leaksift report leak.sqlite --format json --output report.json\n\n${exitCodeHelp}`,
    )
    .action((store: string, options: RawOptions) => actions.report(store, options))
  program
    .command('export')
    .description('write every record of a store, one after the other')
    .argument('<store>', 'a store made by scan', fileName)
    .addOption(
      new Option('--format <format>', 'ndjson: whole records; csv and parquet: one row a record, without findings')
        .choices(['ndjson', 'csv', 'parquet'])
        .default('ndjson'),
    )
    .option('--canonical', 'without ids, times and keyed digests: equal for equal scans (ndjson only)')
    .addOption(outputOption())
    .addOption(keyFileOption())
    .addOption(passphraseOption())
    .addHelpText(
      'after',
      `\nExamples:
  leaksift export leak.sqlite --output records.ndjson
  leaksift export leak.sqlite | grep -c '"severity":"very_high"'
  leaksift export leak.sqlite --format parquet --output records.parquet\n\n${exitCodeHelp}`,
    )
    .action((store: string, options: RawOptions) => actions.export(store, options))
  program
    .command('show')
    .description('one record: its kind and why, its findings, its score term by term')
    .argument('<store>', 'a store made by scan', fileName)
    .argument('<uri>', "the record's path below the source, as export prints it; or #ID", fileName)
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .addOption(keyFileOption())
    .addOption(passphraseOption())
    .addHelpText(
      'after',
      `\nExamples:
  leaksift show leak.sqlite 'patients/devis.pdf'
  leaksift show leak.sqlite 'mails.zip!/inbox/42.eml'    what lies inside an archive
  leaksift show leak.sqlite '#17'                        by the id that export prints\n\n${exitCodeHelp}`,
    )
    .action((store: string, uri: string, options: RawOptions) => actions.show(store, uri, options))
}

function addKeys(program: Command, actions: Actions): void {
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

function addHelpers(program: Command, actions: Actions): void {
  program
    .command('doctor')
    .description('say what this machine has: runtime, libraries, models, limits')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExits with 1 where something that a scan needs does not work.')
    .action((options: RawOptions) => actions.doctor(options))
  program
    .command('completion')
    .description('print a completion script for a shell')
    .addArgument(new Argument('<shell>', 'which one').choices(shells))
    .addHelpText(
      'after',
      `\nExamples:
  source <(leaksift completion bash)
  leaksift completion zsh >"\${fpath[1]}/_leaksift"
  leaksift completion fish >~/.config/fish/completions/leaksift.fish`,
    )
    .action((shell: Shell) => actions.completion(shell))
}

function valuesShown(): Option {
  return new Option('--values <how>', 'clear shows the values found').choices(['masked', 'clear']).default('masked')
}

function outputOption(): Option {
  return new Option(
    '--output <file>',
    'write it there, for its owner alone to read, instead of standard output',
  ).argParser(fileName)
}

function keyFileOption(): Option {
  return new Option(
    '--key-file <file>',
    "the store's key; only a sealed store asks for it (default: beside the store, as STORE.key); named, it opens what is sealed under it alone",
  ).argParser(fileName)
}

function passwordsOption(): Option {
  return new Option(
    '--passwords <file>',
    'one password a line, tried on zip, 7z, RAR and PDF files that are locked; nothing else is tried, and none is kept',
  ).argParser(fileName)
}

function passphraseOption(): Option {
  return new Option(
    '--passphrase-file <file>',
    'its first line is the passphrase of a sealed store (or set LEAKSIFT_PASSPHRASE)',
  ).argParser(fileName)
}

/** Whether an error is commander's way to say that help was printed, and not a fault. */
export function isHelp(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0
}
