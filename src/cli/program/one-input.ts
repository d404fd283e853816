import { type Command, Option } from 'commander'
import { exitCodeHelp } from '../exit-code.ts'
import { fileName, language, list, numberWithin, wholeNumber } from '../option-values.ts'
import type { Actions, RawOptions } from './actions.ts'
import { passwordsOption, valuesShown } from './shared-options.ts'

/** Adds `detect`. */
export function addDetect(program: Command, actions: Actions): void {
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
Offsets count Unicode code points. A PERSON has a "role" where the text tells: patient, practitioner, relative or staff.

${exitCodeHelp}`,
    )
    .action((file: string, options: RawOptions) => actions.detect(file, options))
}

/** Adds `inspect`. */
export function addInspect(program: Command, actions: Actions): void {
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
