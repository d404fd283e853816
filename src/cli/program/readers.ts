import { type Command, Option } from 'commander'
import { exitCodeHelp } from '../exit-code.ts'
import { fileName } from '../option-values.ts'
import type { Actions, RawOptions } from './actions.ts'
import { keyFileOption, outputOption, passphraseOption } from './shared-options.ts'

/** Adds `report`, `export` and `show`. */
export function addReaders(program: Command, actions: Actions): void {
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
