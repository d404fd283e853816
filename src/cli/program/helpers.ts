import { Argument, type Command } from 'commander'
import { type Shell, shells } from '../completion.ts'
import type { Actions, RawOptions } from './actions.ts'

/** Adds `doctor` and `completion`. */
export function addHelpers(program: Command, actions: Actions): void {
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
