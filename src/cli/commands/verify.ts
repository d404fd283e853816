import { printable, safeJson } from '../../core/escape.ts'
import { columns } from '../../reports/layout.ts'
import { countText } from '../../reports/numbers.ts'
import type { Difference, Verification } from '../../verify.ts'
import type { RawOptions } from '../args.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { passphraseFrom, quoted, writeOut } from '../streams.ts'

/** Compares a source with what a store noted of it; each difference is printed as it is found. */
export async function verifyCommand(store: string, sources: string[], raw: RawOptions): Promise<ExitCode> {
  const { verify } = await import('../../verify.ts')
  const passphrase = passphraseFrom(raw.passphraseFile)
  const isJson = raw.format === 'json'
  const options = {
    quick: raw.quick === true,
    clear: raw.values === 'clear',
    ...(typeof raw.keyFile === 'string' ? { keyFile: raw.keyFile } : {}),
    ...(passphrase === undefined ? {} : { passphrase }),
  }
  const verification = await verify(store, sources, options, (difference) => {
    writeOut(isJson ? `${safeJson({ type: 'difference', ...difference })}\n` : `${line(difference)}\n`)
  })
  writeOut(
    isJson ? `${safeJson({ type: 'end', ...verification })}\n` : `${ending(store, verification, options.quick)}\n`,
  )
  return exitCodeOf(verification)
}

function line({ standing, id, uri, detail }: Difference): string {
  const number = id === null ? '' : ` #${id}`
  return `${standing.padEnd(10)}  ${printable(uri)}${number}${detail === '' ? '' : `  (${printable(detail)})`}`
}

function ending(store: string, { scan, counts }: Verification, isQuick: boolean): string {
  const noted = [
    ['scan', `${scan.status}, ${scan.finishedAt ?? scan.startedAt}, leaksift ${scan.toolVersion}`],
    ['manifest', scan.manifestSha256 ?? 'none was noted: the scan did not end'],
    ['compared', isQuick ? 'sizes and times only' : 'every byte'],
  ]
  const rows = Object.entries(counts).map(([standing, count]) => [standing, countText(count)])
  const isSame = counts.added + counts.removed + counts.changed === 0
  const verdict = isSame
    ? counts.uncompared === 0
      ? 'The source is as it was scanned.'
      : 'Nothing is known to have changed, but not all could be compared.'
    : 'The source is not as it was scanned.'
  return [`Store ${quoted(store)}`, columns(noted, 'left'), columns(rows), verdict].join('\n')
}

function exitCodeOf({ counts }: Verification): ExitCode {
  if (counts.added + counts.removed + counts.changed > 0) return exitCodes.severe
  return counts.uncompared > 0 ? exitCodes.incomplete : exitCodes.done
}
