import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../bin/leaksift.js', import.meta.url))

/** The samples, as they are committed. */
export const samples = fileURLToPath(new URL('../../data-samples/dump', import.meta.url))

/** How a call of the program ended. */
export interface CliResult {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** Calls the program as a user would. `onStart` may signal it. */
export function cli(
  args: readonly string[],
  options: {
    input?: string
    /** The caller ends the input itself. */
    keepInputOpen?: boolean
    cwd?: string
    env?: Record<string, string | undefined>
    onStart?: (child: ChildProcess) => void
  } = {},
): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: 'pipe',
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code, signal) =>
      resolve({ code, signal, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    )
    // A program that has seen enough closes its input.
    child.stdin.on('error', () => undefined)
    if (options.keepInputOpen) child.stdin.write(options.input ?? '')
    else child.stdin.end(options.input ?? '')
    options.onStart?.(child)
  })
}

/** The digest that a scan printed. */
export function digestOf({ stdout }: CliResult): string {
  const digest = /^Digest ([0-9a-f]{64})$/m.exec(stdout)?.[1]
  if (!digest) throw new Error(`no digest in the output:\n${stdout}`)
  return digest
}
