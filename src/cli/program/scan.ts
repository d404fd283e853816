import { Argument, type Command, Option } from 'commander'
import { circumstances, severityLevels } from '../../core/severity.ts'
import { valueModes } from '../../core/value-mode.ts'
import { exitCodeHelp } from '../exit-code.ts'
import {
  byteSize,
  circumstanceList,
  collect,
  fileName,
  languages,
  numberWithin,
  wholeNumber,
} from '../option-values.ts'
import type { Actions, RawOptions } from './actions.ts'
import { passphraseOption, passwordsOption } from './shared-options.ts'

/** Adds `scan`. */
export function addScan(program: Command, actions: Actions): void {
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
