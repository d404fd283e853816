import type { Command, Option } from 'commander'

/** Shells that a completion script can be made for. */
export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** A completion script, made from the command line itself so that it can't fall behind. */
export function completionScript(program: Command, shell: Shell): string {
  const described = program.commands.map(describeCommand)
  const names = described.map(({ name }) => name)
  const help: Described = {
    name: 'help',
    description: 'print the help of a command',
    options: [helpFlag],
    words: names,
  }
  return { bash, zsh, fish }[shell](program.name(), [...described, help])
}

interface Described {
  readonly name: string
  readonly description: string
  readonly options: readonly Flag[]
  /** What its argument may be, where that is one of a few words; else it is taken for a file. */
  readonly words: readonly string[]
}

interface Flag {
  readonly flag: string
  readonly description: string
  readonly takes: 'nothing' | 'file' | 'value'
  readonly choices: readonly string[]
}

const helpFlag: Flag = { flag: '--help', description: 'print help', takes: 'nothing', choices: [] }
const versionFlag: Flag = { flag: '--version', description: 'print the version', takes: 'nothing', choices: [] }

function describeCommand(command: Command): Described {
  return {
    name: command.name(),
    description: oneLine(command.description()),
    options: [...command.options.map(describeOption), helpFlag],
    words: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  }
}

function describeOption({ long, short, flags, required, description, argChoices }: Option): Flag {
  return {
    flag: long ?? short ?? '',
    description: oneLine(description),
    takes: required ? (flags.includes('<file>') ? 'file' : 'value') : 'nothing',
    choices: argChoices ?? [],
  }
}

/** Where no word is offered, bash completes names of files by itself. */
function bash(name: string, commands: readonly Described[]): string {
  const cases = commands.map(({ name: command, options, words }) => {
    const choices = options
      .filter((option) => option.choices.length > 0)
      .map(({ flag, choices }) => `        ${flag}) words="${choices.join(' ')}" ;;`)
    const valued = options.filter(({ takes, choices }) => takes !== 'nothing' && choices.length === 0)
    if (valued.length > 0) choices.push(`        ${valued.map(({ flag }) => flag).join('|')}) ;;`)
    const rest = [`          -*) words="${flags(options)}" ;;`, `          *) words="${words.join(' ')}" ;;`]
    const any = ['        *) case "$word" in', ...rest, '        esac ;;']
    return [`      ${command}) case "$before" in`, ...choices, ...any, '      esac ;;'].join('\n')
  })
  return `_${name}() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${commands.map((command) => command.name).join(' ')} ${flags([helpFlag, versionFlag])}"
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

function flags(options: readonly Flag[]): string {
  return options.map(({ flag }) => flag).join(' ')
}

function zsh(name: string, commands: readonly Described[]): string {
  const list = commands.map((command) => `    ${quoted(`${command.name}:${command.description}`)}`).join('\n')
  const cases = commands.map(({ name: command, options, words }) => {
    const rest = words.length > 0 ? `'*:word:(${words.join(' ')})'` : "'*:file:_files'"
    const specs = [...options.map(zshOption), rest]
    return `    ${command})\n      _arguments \\\n${specs.map((spec) => `        ${spec}`).join(' \\\n')} ;;`
  })
  return `#compdef ${name}
_${name}() {
  local -a commands=(
${list}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _arguments '--help[print help]' '--version[print the version]'
    return
  fi
  shift words
  (( CURRENT-- ))
  case "$words[1]" in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = "_${name}" ]; then
  _${name} "$@"
else
  compdef _${name} ${name}
fi
`
}

function zshOption({ flag, description, takes, choices }: Flag): string {
  const value = choices.length > 0 ? `:value:(${choices.join(' ')})` : takes === 'file' ? ':file:_files' : ':value: '
  return quoted(`${flag}[${description.replace(/[[\]:\\]/g, ' ')}]${takes === 'nothing' ? '' : value}`)
}

function fish(name: string, commands: readonly Described[]): string {
  const line = (...words: readonly string[]) => ['complete', '-c', name, ...words].join(' ')
  const names = commands.map(({ name: command, description }) =>
    line('-n', '__fish_use_subcommand', '-f', '-a', command, '-d', quoted(description)),
  )
  const top = [helpFlag, versionFlag].map(({ flag, description }) =>
    line('-n', '__fish_use_subcommand', '-l', flag.slice(2), '-d', quoted(description)),
  )
  const rest = commands.flatMap(({ name: command, options, words }) => {
    const when = ['-n', quoted(`__fish_seen_subcommand_from ${command}`)]
    const own = words.length > 0 ? [line(...when, '-f', '-a', quoted(words.join(' ')))] : []
    return [...own, ...options.map((option) => line(...when, ...fishOption(option)))]
  })
  return `${[...names, ...top, ...rest].join('\n')}\n`
}

function fishOption({ flag, description, takes, choices }: Flag): string[] {
  const value =
    choices.length > 0 ? ['-x', '-a', quoted(choices.join(' '))] : { nothing: [], file: ['-r'], value: ['-x'] }[takes]
  return ['-l', flag.slice(2), '-d', quoted(description), ...value]
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
