import { CommanderError } from 'commander'
import { printable, safeJson } from '../core/escape.ts'
import { HashListError } from '../hash-lists/read.ts'
import { SourceError } from '../sources/registry.ts'
import { StoreError } from '../stores/store.ts'
import { isHelp, makeProgram } from './args.ts'
import { completionScript } from './completion.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { ClosedPipe, reasonOf, UsageError, writeErr, writeOut } from './streams.ts'

/** Why the program ends otherwise than done: a line for the user, and the exit code. */
interface Fault {
  readonly message: string
  readonly code: ExitCode
  /** For a fault of ours: where it arose, a line each. */
  readonly frames?: readonly string[]
}

/** Faults of the store itself, not of how the command was given. */
const storeFaults: readonly StoreError['code'][] = ['full', 'corrupt', 'unreadable', 'locked']

/** The whole program: words in, exit code out. Each command loads only what it needs. */
export async function main(words: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done
  const keep = async (done: Promise<ExitCode>): Promise<void> => {
    code = await done
  }
  const readers = () => import('./commands/readers.ts')
  const program = makeProgram({
    scan: async (sources, options) => keep((await import('./commands/scan.ts')).scanCommand(sources, options)),
    detect: async (file, options) => keep((await import('./commands/detect.ts')).detectCommand(file, options)),
    inspect: async (file, options) => keep((await import('./commands/inspect.ts')).inspectCommand(file, options)),
    report: async (store, options) => keep((await readers()).reportCommand(store, options)),
    export: async (store, options) => keep((await readers()).exportCommand(store, options)),
    show: async (store, uri, options) => keep((await readers()).showCommand(store, uri, options)),
    verify: async (store, sources, options) =>
      keep((await import('./commands/verify.ts')).verifyCommand(store, sources, options)),
    rekey: async (store, options) => keep((await import('./commands/keys.ts')).rekeyCommand(store, options)),
    forget: async (store, options) => keep((await import('./commands/keys.ts')).forgetCommand(store, options)),
    doctor: async (options) => keep((await import('./commands/doctor.ts')).doctorCommand(options)),
    completion: async (shell) => writeOut(completionScript(program, shell)),
  })
  try {
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    return tell(error, words)
  }
}

/** Says what went wrong: in a line where the user can mend it, with our own frames where only we can. */
export function tell(error: unknown, words: readonly string[]): ExitCode {
  if (isHelp(error) || error instanceof ClosedPipe) return exitCodes.done
  // Without a command the help was printed in place of a message.
  if (error instanceof CommanderError && error.code === 'commander.help') return exitCodes.usage
  const { message, code, frames = [] } = faultOf(error, words)
  if (wantsJson(words)) {
    writeErr(`${safeJson({ type: 'error', message: [message, ...frames].join('\n'), exit_code: code })}\n`)
  } else {
    // Names that the user gave, or that lie on the disk, may hold anything.
    writeErr(`leaksift: ${[message, ...frames].map(printable).join('\n')}\n`)
  }
  return code
}

function faultOf(error: unknown, words: readonly string[]): Fault {
  if (error instanceof CommanderError) return { message: parserMessage(error, words), code: exitCodes.usage }
  if (error instanceof UsageError || error instanceof SourceError || error instanceof HashListError)
    return { message: error.message, code: exitCodes.usage }
  if (error instanceof StoreError)
    return { message: error.message, code: storeFaults.includes(error.code) ? exitCodes.failed : exitCodes.usage }
  if (isOfSystem(error)) return { message: `${error.syscall} failed: ${reasonOf(error)}`, code: exitCodes.failed }
  return { message: 'This is a fault of leaksift, please report it.', code: exitCodes.failed, frames: framesOf(error) }
}

/** Commander's message on one line: `error: unknown option '--stor'\n(Did you mean --store?)` is its own form. */
function parserMessage({ message }: CommanderError, words: readonly string[]): string {
  const [text = '', hint] = message.replace(/^error: /, '').split('\n')
  const command = words.find((word) => commandNames.includes(word))
  const help = `leaksift ${command === undefined ? '' : `${command} `}--help`
  return `${text.replace(/\.$/, '')}${hint === undefined ? '' : ` ${hint}`}; see ${help}`
}

const commandNames = [
  'scan',
  'detect',
  'inspect',
  'report',
  'export',
  'show',
  'verify',
  'rekey',
  'forget',
  'doctor',
  'completion',
]

/** With `--progress json` standard error holds JSON lines and nothing else, whatever happens. */
function wantsJson(words: readonly string[]): boolean {
  return words.some((word, at) => word === '--progress=json' || (word === '--progress' && words[at + 1] === 'json'))
}

function isOfSystem(error: unknown): error is Error & { readonly syscall: string } {
  return error instanceof Error && 'code' in error && 'syscall' in error && typeof error.syscall === 'string'
}

/** What kind of error it is and where it arose: its message may quote what was being read. */
function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return ['what was thrown is no error']
  const { name, message, stack = '' } = error
  const behind = stack.slice(stack.indexOf(message) + message.length)
  return [`    ${name}`, ...behind.split('\n').filter((line) => /^ +at /.test(line))]
}
