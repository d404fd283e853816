import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../bin/leaksift.js', import.meta.url))

/** The samples, as they are committed. */
export const samples = fileURLToPath(new URL('../../data-samples/dump', import.meta.url))

/** A scan in processes of its own, as a user starts it. */
export interface ScanProcess {
  readonly child: ChildProcess
  /** Its exit code, or the signal that ended it, and what it said. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null; readonly said: string }>
}

/** Starts a scan with two workers, without reading text from pixels. */
export function startScan(dump: string, store: string, more: readonly string[] = []): ScanProcess {
  const args = [bin, 'scan', dump, '--store', store, '--workers', '2', '--ocr', 'off', '--progress', 'none', ...more]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  const ended = new Promise<Awaited<ScanProcess['ended']>>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, said }))
  })
  return { child, ended }
}

/** The digest that a whole scan printed. @throws Error where there is none */
export function digestIn(said: string): string {
  const digest = /^Digest ([0-9a-f]{64})$/m.exec(said)?.[1]
  if (digest === undefined) throw new Error(`no digest in:\n${said}`)
  return digest
}

/** Scans until the end, and gives the digest. */
export async function digestOfScan(dump: string, store: string, more: readonly string[] = []): Promise<string> {
  return digestIn((await startScan(dump, store, more).ended).said)
}
