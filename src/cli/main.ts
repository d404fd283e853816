import { CommanderError } from 'commander'
import { ZodError } from 'zod'
import { SourceError } from '../sources/registry.ts'
import { StoreError } from '../stores/store.ts'
import { isHelp, makeProgram } from './args.ts'
import { detectCommand } from './commands/detect.ts'
import { doctorCommand } from './commands/doctor.ts'
import { inspectCommand } from './commands/inspect.ts'
import { exportCommand, reportCommand, showCommand } from './commands/readers.ts'
import { scanCommand } from './commands/scan.ts'
import { completionScript, type Shell, shells } from './completion.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { UsageError, writeOut } from './streams.ts'

process.exitCode = await main(process.argv.slice(2))

/** The whole program: words in, exit code out. */
async function main(words: string[]): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done
  const keep = async (done: Promise<ExitCode>): Promise<void> => {
    code = await done
  }
  const program = makeProgram({
    scan: (sources, options) => keep(scanCommand(sources, options)),
    detect: (file, options) => keep(detectCommand(file ?? '-', options)),
    inspect: (file, options) => keep(inspectCommand(file, options)),
    report: (store, options) => keep(reportCommand(store, options)),
    export: (store, options) => keep(exportCommand(store, options)),
    show: (store, uri, options) => keep(showCommand(store, uri, options)),
    doctor: (options) => keep(doctorCommand(options)),
    completion: async (shell) => {
      if (!isShell(shell))
        throw new UsageError(`no completion for ${JSON.stringify(shell)}; one of ${shells.join(', ')}`)
      writeOut(completionScript(program, shell))
    },
  })
  try {
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    return exitCodeFor(error)
  }
}

function isShell(name: string): name is Shell {
  return shells.some((shell) => shell === name)
}

/** Says what went wrong, in a line where the user can mend it and with its stack where only we can. */
function exitCodeFor(error: unknown): ExitCode {
  if (isHelp(error)) return exitCodes.done
  // Commander has already printed its own.
  if (error instanceof CommanderError) return exitCodes.usage
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return exitCodes.done
  if (error instanceof ZodError) return say(error.issues.map(optionFault).join('\n'), exitCodes.usage)
  if (error instanceof UsageError || error instanceof SourceError) return say(error.message, exitCodes.usage)
  if (error instanceof StoreError)
    return say(error.message, storeFaults.includes(error.code) ? exitCodes.failed : exitCodes.usage)
  const stack = error instanceof Error ? error.stack : undefined
  return say(`This is a fault of leaksift, please report it.\n${withoutMessage(stack)}`, exitCodes.failed)
}

/** Faults of the store itself, not of how the command was given. */
const storeFaults: readonly StoreError['code'][] = ['full', 'corrupt', 'unreadable', 'locked']

function optionFault(issue: ZodError['issues'][number]): string {
  return `${issue.path.length > 0 ? `--${String(issue.path[0]).replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}: ` : ''}${issue.message}`
}

/** Our own frames only: an error's message may quote what was being read. */
function withoutMessage(stack: string | undefined): string {
  const lines = (stack ?? '').split('\n')
  const name = /^[A-Za-z]{1,40}/.exec(lines[0] ?? '')?.[0] ?? 'Error'
  return [name, ...lines.filter((line) => /^\s+at /.test(line))].join('\n')
}

function say(message: string, code: ExitCode): ExitCode {
  process.stderr.write(`leaksift: ${message}\n`)
  return code
}
