import { type SeverityLevel, severityLevels } from '../../core/severity.ts'
import type { ScanOptionsInput } from '../../options.ts'
import { jsonReport } from '../../reports/json.ts'
import { summaryText } from '../../reports/text.ts'
import { type ScanResult, scan } from '../../scan.ts'
import type { RawOptions } from '../args.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { type ProgressMode, progressView } from '../progress.ts'
import { passphraseFrom, UsageError, writeOut } from '../streams.ts'

/** Scans, shows how far it is on standard error, and prints the summary on standard output. */
export async function scanCommand(sources: string[], raw: RawOptions): Promise<ExitCode> {
  const options = optionsOf(raw)
  const stop = stopOnSignals()
  const mode = raw.progress as ProgressMode
  const view = progressView(mode, process.stderr)
  try {
    const result = await scan(sources, options, {
      signal: stop.signal,
      onProgress: (progress) => view.update(progress),
      ...(mode === 'none' || (mode === 'auto' && !process.stderr.isTTY)
        ? {}
        : { onTotal: (total) => view.total(total) }),
    })
    view.end()
    print(result, mode)
    return exitCodeOf(result, options.failOn)
  } finally {
    view.end()
    stop.dispose()
  }
}

function print(result: ScanResult, mode: ProgressMode): void {
  if (result.scan.status === 'interrupted') {
    process.stderr.write('Interrupted. What was examined is kept; the same command goes on from here.\n')
    return
  }
  if (mode === 'json') void jsonReport.render(result.summary, () => [], writeOut)
  else writeOut(`${summaryText(result.summary)}\n`)
}

function exitCodeOf({ scan: { status }, summary }: ScanResult, failOn: SeverityLevel | undefined): ExitCode {
  if (status === 'interrupted') return exitCodes.interrupted
  if (failOn && severityLevels.slice(severityLevels.indexOf(failOn)).some((level) => summary.severity[level] > 0))
    return exitCodes.severe
  return summary.coverage.partial + summary.coverage.none > 0 ? exitCodes.incomplete : exitCodes.done
}

function optionsOf(raw: RawOptions): ScanOptionsInput & { readonly failOn?: SeverityLevel } {
  const { passphraseFile, progress: _progress, resume: _resume, fresh, retryFailed, ...named } = raw
  const passphrase = raw.values === 'sealed' ? passphraseFrom(passphraseFile) : undefined
  if (raw.values === 'sealed' && passphrase === undefined) {
    throw new UsageError(
      '--values sealed needs a passphrase: --passphrase-file FILE, or LEAKSIFT_PASSPHRASE in the environment',
    )
  }
  const mode = fresh ? 'fresh' : retryFailed ? 'retry-failed' : 'resume'
  return { ...named, mode, ...(passphrase === undefined ? {} : { passphrase }) }
}

/** The first signal ends the scan after what is in flight, the second at once. */
function stopOnSignals(): { readonly signal: AbortSignal; dispose(): void } {
  const control = new AbortController()
  const onSignal = () => {
    if (control.signal.aborted) process.exit(exitCodes.interrupted)
    process.stderr.write('\nStopping after the files in hand; once more to stop at once.\n')
    control.abort()
  }
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const signal of signals) process.on(signal, onSignal)
  return {
    signal: control.signal,
    dispose() {
      for (const signal of signals) process.off(signal, onSignal)
    },
  }
}
