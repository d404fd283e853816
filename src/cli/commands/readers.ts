import type { StoredRecord } from '../../core/result.ts'
import { recordPage } from '../../reports/record-page.ts'
import { exports, reports } from '../../reports/registry.ts'
import { openStoreReader } from '../../stores/registry.ts'
import type { RawOptions } from '../args.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { passphraseFrom, UsageError, withOutput, writeOut } from '../streams.ts'

/** Tells what a store holds. */
export async function reportCommand(store: string, raw: RawOptions): Promise<ExitCode> {
  await render(store, raw, reports, String(raw.format))
  return exitCodes.done
}

/** Writes every record of a store. */
export async function exportCommand(store: string, raw: RawOptions): Promise<ExitCode> {
  if (raw.canonical === true && raw.format !== 'ndjson') throw new UsageError('--canonical goes with --format ndjson')
  await render(store, raw, exports, raw.canonical === true ? 'ndjson-canonical' : String(raw.format))
  return exitCodes.done
}

async function render(store: string, raw: RawOptions, reporters: typeof reports, id: string): Promise<void> {
  const reporter = reporters.find((one) => one.id === id)
  if (!reporter) throw new UsageError(`no format ${JSON.stringify(id)}`)
  if (raw.format === 'parquet' && raw.output === undefined && process.stdout.isTTY) {
    throw new UsageError('Parquet is binary: name a file with --output, or pipe it')
  }
  await using reader = await openReader(store, raw)
  const summary = await reader.summary()
  withOutput(typeof raw.output === 'string' ? raw.output : undefined, (write) => {
    void reporter.render(summary, () => reader.records(), write)
  })
}

/** One record, in full. */
export async function showCommand(store: string, uri: string, raw: RawOptions): Promise<ExitCode> {
  await using reader = await openReader(store, raw)
  const record: StoredRecord | undefined = reader.records({ uri }).next().value
  if (!record) throw new UsageError(`the store has no record ${JSON.stringify(uri)}; export lists all of them`)
  writeOut(raw.format === 'json' ? `${JSON.stringify(record, null, 2)}\n` : `${recordPage(record)}\n`)
  return exitCodes.done
}

function openReader(store: string, raw: RawOptions) {
  const passphrase = passphraseFrom(raw.passphraseFile)
  return openStoreReader(store, {
    ...(typeof raw.keyFile === 'string' ? { keyFile: raw.keyFile } : {}),
    ...(passphrase === undefined ? {} : { passphrase }),
  })
}
