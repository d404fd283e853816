import type { ZodError } from 'zod'
import { type SeverityLevel, severityLevels } from '../../core/severity.ts'
import type { ScanOptionsInput } from '../../options.ts'
import { jsonReport } from '../../reports/json.ts'
import { isLowerBound } from '../../reports/lower-bound.ts'
import { nextSteps, summaryText } from '../../reports/text.ts'
import type { ScanHooks, ScanResult } from '../../scan.ts'
import { sourceUri } from '../../sources/registry.ts'
import type { RawOptions } from '../args.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { limitsIn } from '../limits-in.ts'
import { type ProgressMode, type ProgressView, progressView } from '../progress.ts'
import { stopOnSignals } from '../signals.ts'
import { ClosedPipe, passphraseFrom, passwordsFrom, quoted, UsageError, writeErr, writeOut } from '../streams.ts'

type ScanArguments = ScanOptionsInput & { readonly store: string; readonly failOn?: SeverityLevel }

/** Scans, shows how far it is on standard error, and prints the summary on standard output. */
export async function scanCommand(sources: string[], raw: RawOptions): Promise<ExitCode> {
  const options = { ...optionsOf(raw), ...(await ownRules(raw)) }
  const mode = raw.progress as ProgressMode
  using stop = stopOnSignals(
    () => view.notice(stopping),
    () => {
      view.end()
      process.exit(exitCodes.interrupted)
    },
  )
  const view = progressView(mode, standardError())
  try {
    const isWatched = mode === 'bar' || mode === 'json' || (mode === 'auto' && process.stderr.isTTY)
    const result = await checked(sources, options, {
      signal: stop.signal,
      onProgress: (progress) => view.update(progress),
      ...(isWatched ? { onTotal: (total) => view.total(total) } : {}),
    })
    return conclude(result, options, mode, view)
  } finally {
    view.end()
  }
}

const stopping = {
  type: 'stopping',
  message: 'Stopping as soon as what is in hand is written; once more to stop at once.',
} as const

function conclude(result: ScanResult, options: ScanArguments, mode: ProgressMode, view: ProgressView): ExitCode {
  const code = exitCodeOf(result, options.failOn)
  view.end()
  if (code === exitCodes.interrupted) {
    const message = 'Interrupted. What was examined is kept; the same command goes on from here.'
    view.notice({ type: 'end', status: 'interrupted', exit_code: code, message })
    return code
  }
  try {
    print(result, options.store, mode)
  } catch (error) {
    // That nobody reads the summary changes nothing about how the scan ended.
    if (!(error instanceof ClosedPipe)) throw error
  }
  view.notice({ type: 'end', status: 'finished', exit_code: code })
  return code
}

function print({ summary, ownFiles }: ScanResult, store: string, mode: ProgressMode): void {
  if (mode === 'json') {
    void jsonReport.render(summary, () => [], writeOut)
    return
  }
  const own =
    ownFiles.length > 0
      ? `\nThe store lies in the source: ${quoted(store)} and the files beside it were left out.\n`
      : ''
  writeOut(`${summaryText(summary)}\n${own}\n${nextSteps(summary, store)}\n`)
}

function exitCodeOf({ scan: { status }, summary }: ScanResult, failOn: SeverityLevel | undefined): ExitCode {
  if (status === 'interrupted') return exitCodes.interrupted
  // Whatever level is asked for, an alert is worse.
  if (failOn && summary.listed.alerts > 0) return exitCodes.severe
  if (failOn && severityLevels.slice(severityLevels.indexOf(failOn)).some((level) => summary.severity[level] > 0))
    return exitCodes.severe
  return isLowerBound(summary) ? exitCodes.incomplete : exitCodes.done
}

/** Scans; what the parser of the command line could not know is said in the same words. */
async function checked(sources: string[], options: ScanArguments, hooks: ScanHooks): Promise<ScanResult> {
  // A source that is not there is told before everything else is loaded.
  sourceUri(sources)
  const [{ scan }, { ZodError }] = await Promise.all([import('../../scan.ts'), import('zod')])
  try {
    return await scan(sources, options, hooks)
  } catch (error) {
    if (error instanceof ZodError) throw new UsageError(error.issues.map(optionFault).join('; '))
    throw error
  }
}

function optionFault({ path, message }: ZodError['issues'][number]): string {
  const [option] = path
  if (typeof option !== 'string') return message
  const name = option.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)
  return option === 'passphrase' ? `the passphrase: ${message}` : `--${name}: ${message}`
}

function optionsOf(raw: RawOptions): ScanArguments {
  const {
    passphraseFile,
    passwords,
    rules: _rules,
    limits,
    progress: _progress,
    resume: _resume,
    fresh,
    retryFailed,
    store,
    ...named
  } = raw
  const passphrase = raw.values === 'sealed' ? passphraseFrom(passphraseFile) : undefined
  if (raw.values !== 'sealed' && passphraseFile !== undefined) {
    throw new UsageError('--passphrase-file goes with --values sealed')
  }
  if (raw.values === 'sealed' && passphrase === undefined && raw.keyFile === undefined) {
    throw new UsageError(
      '--values sealed needs a passphrase (--passphrase-file FILE, or LEAKSIFT_PASSPHRASE in the environment), or a key file that lies elsewhere (--key-file FILE)',
    )
  }
  const mode = fresh ? 'fresh' : retryFailed ? 'retry-failed' : 'resume'
  return {
    ...named,
    passwords: [...passwordsFrom(passwords)],
    ...(typeof limits === 'string' ? { limits: limitsIn(limits) } : {}),
    store: String(store),
    mode,
    ...(passphrase === undefined ? {} : { passphrase }),
  }
}

/** Loaded only where asked for: with it come all detectors. */
async function ownRules({ rules }: RawOptions): Promise<Pick<ScanOptionsInput, 'rules'>> {
  if (typeof rules !== 'string') return {}
  const { rulesIn } = await import('../rules-in.ts')
  return { rules: rulesIn(rules).file }
}

function standardError() {
  const started = performance.now()
  return {
    isTerminal: process.stderr.isTTY === true,
    width: () => process.stderr.columns,
    write: writeErr,
    seconds: () => (performance.now() - started) / 1_000,
  }
}
