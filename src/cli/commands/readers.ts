import { safeJson } from '../../core/escape.ts'
import type { StoredRecord } from '../../core/result.ts'
import { type RecordView, recordPage } from '../../reports/record-page.ts'
import { exports, reports } from '../../reports/registry.ts'
import { nextSteps } from '../../reports/text.ts'
import { filesOfStore, openStoreReader } from '../../stores/registry.ts'
import type { StoreReader } from '../../stores/store.ts'
import type { RawOptions } from '../args.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { passphraseFrom, quoted, UsageError, withOutput, writeOut } from '../streams.ts'

/** Tells what a store holds. */
export async function reportCommand(store: string, raw: RawOptions): Promise<ExitCode> {
  await render(store, raw, reports, String(raw.format))
  return exitCodes.done
}

/** Writes every record of a store. */
export async function exportCommand(store: string, raw: RawOptions): Promise<ExitCode> {
  const isCanonical = raw.canonical === true
  if (isCanonical && raw.format !== 'ndjson') throw new UsageError('--canonical goes with --format ndjson')
  if (raw.format === 'parquet' && raw.output === undefined && process.stdout.isTTY) {
    throw new UsageError('Parquet is binary: name a file with --output, or pipe it')
  }
  await render(store, raw, exports, isCanonical ? 'ndjson-canonical' : String(raw.format))
  return exitCodes.done
}

async function render(store: string, raw: RawOptions, reporters: typeof reports, id: string): Promise<void> {
  const reporter = reporters.find((one) => one.id === id)
  if (!reporter) throw new UsageError(`no format ${quoted(id)}`)
  await using reader = await openReader(store, raw)
  const summary = await reader.summary()
  const keyFile = typeof raw.keyFile === 'string' ? raw.keyFile : undefined
  const output = typeof raw.output === 'string' ? raw.output : undefined
  await withOutput(output, filesOfStore(store, keyFile), async (write) => {
    await reporter.render(summary, () => reader.records(), write)
    if (id === 'text') write(`\n${nextSteps(summary, store)}\n`)
  })
}

/** One record, in full. */
export async function showCommand(store: string, uri: string, raw: RawOptions): Promise<ExitCode> {
  await using reader = await openReader(store, raw)
  const record = find(reader, uri)
  if (raw.format === 'json') writeOut(`${safeJson(record, 2)}\n`)
  else writeOut(`${recordPage(viewOf(record, reader))}\n`)
  return exitCodes.done
}

/** By its uri, by its id, or by the uri as reports print it, masked where somebody was named in it. */
function find(reader: StoreReader, uri: string): StoredRecord {
  const exact = first(reader, { uri })
  if (exact) return exact
  const id = /^#(\d{1,15})$/.exec(uri)?.[1]
  const byId = id === undefined ? undefined : first(reader, { id: Number(id) })
  if (byId) return byId
  const printed = Iterator.from(reader.records())
    .filter((record) => record.uri === uri)
    .take(mostNamed + 1)
    .toArray()
  const [only, ...others] = printed
  if (!only) throw new UsageError(`the store has no record ${quoted(uri)}; export lists all of them`)
  if (others.length === 0) return only
  const ids = printed.slice(0, mostNamed).map((record) => `#${record.id}`)
  const more = printed.length > mostNamed ? ' …' : ''
  throw new UsageError(`several records are printed as ${quoted(uri)}: name one by its id: ${ids.join(' ')}${more}`)
}

/** Ids that a message lists. */
const mostNamed = 8

function first(
  reader: StoreReader,
  filter: { readonly uri: string } | { readonly id: number },
): StoredRecord | undefined {
  return reader.records(filter).next().value
}

function viewOf(record: StoredRecord, reader: StoreReader): RecordView {
  const uriOf = (id: number | null) => (id === null ? null : (first(reader, { id })?.uri ?? null))
  return { ...record, parent: uriOf(record.parentId), copyOf: uriOf(record.duplicateOf) }
}

function openReader(store: string, raw: RawOptions): Promise<StoreReader> {
  const passphrase = passphraseFrom(raw.passphraseFile)
  return openStoreReader(store, {
    ...(typeof raw.keyFile === 'string' ? { keyFile: raw.keyFile } : {}),
    ...(passphrase === undefined ? {} : { passphrase }),
  })
}
