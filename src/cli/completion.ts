import type { Command } from 'commander'

/** Shells that a completion script can be made for. */
export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** Whether a word names one of them. */
export function isShell(word: string): word is Shell {
  return shells.some((shell) => shell === word)
}

/** A completion script, made from the command line itself so that it can't fall behind. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = program.commands.map(describeCommand)
  return { bash, zsh, fish }[shell](program.name(), commands)
}

interface Described {
  readonly name: string
  readonly description: string
  readonly options: readonly {
    readonly flag: string
    readonly description: string
    readonly choices: readonly string[]
  }[]
}

function describeCommand(command: Command): Described {
  const options = command.options.map(({ long, short, description, argChoices }) => ({
    flag: long ?? short ?? '',
    description,
    choices: argChoices ?? [],
  }))
  return {
    name: command.name(),
    description: command.description(),
    options: [...options, { flag: '--help', description: 'print help', choices: [] }],
  }
}

function bash(name: string, commands: readonly Described[]): string {
  const cases = commands.map(({ name: command, options }) => {
    const choices = options
      .filter((option) => option.choices.length > 0)
      .map(({ flag, choices }) => `      ${flag}) words="${choices.join(' ')}" ;;`)
    const flags = options.map(({ flag }) => flag).join(' ')
    return `    ${command})\n      case "$before" in\n${choices.join('\n')}${choices.length > 0 ? '\n' : ''}      *) words="${flags}" ;;\n      esac ;;`
  })
  return `_${name}() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${commands.map((command) => command.name).join(' ')}"
  else
    case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    esac
  fi
  COMPREPLY=( $(compgen -W "$words" -- "$word") )
}
complete -o default -o bashdefault -F _${name} ${name}
`
}

function zsh(name: string, commands: readonly Described[]): string {
  const list = commands.map((command) => `    ${quoted(`${command.name}:${oneLine(command.description)}`)}`).join('\n')
  const cases = commands.map(({ name: command, options }) => {
    const specs = options.map(({ flag, description, choices }) => {
      const values = choices.length > 0 ? `:value:(${choices.join(' ')})` : ''
      return quoted(`${flag}[${oneLine(description).replace(/[[\]:]/g, ' ')}]${values}`)
    })
    return `    ${command}) _arguments ${[...specs, "'*:file:_files'"].join(' ')} ;;`
  })
  return `#compdef ${name}
_${name}() {
  local -a commands=(
${list}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case "$words[1]" in
${cases.join('\n')}
  esac
}
compdef _${name} ${name}
`
}

function fish(name: string, commands: readonly Described[]): string {
  const names = commands.map(
    (command) =>
      `complete -c ${name} -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(oneLine(command.description))}`,
  )
  const options = commands.flatMap(({ name: command, options }) =>
    options.map(({ flag, description, choices }) => {
      const values = choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : ''
      return `complete -c ${name} -n '__fish_seen_subcommand_from ${command}' -l ${flag.replace(/^--/, '')} -d ${quoted(oneLine(description))}${values}`
    }),
  )
  return `${[...names, ...options].join('\n')}\n`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
