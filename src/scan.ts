import { hash } from 'node:crypto'
import type { IdentifierFamily, Sensitivity } from './core/finding.ts'
import type { HashListRef, HashVerdict } from './core/hash-list.ts'
import { changedLimits, chosenLimits, type Limits } from './core/limits.ts'
import type { Overflow } from './core/overflow.ts'
import type { Summary } from './core/result.ts'
import type { DumpContext } from './core/severity.ts'
import type { Source } from './core/source.ts'
import { custodyOf } from './custody.ts'
import type { ExaminePlan } from './examine.ts'
import { surveyHashList } from './hash-lists/lists.ts'
import { type ScanOptions, type ScanOptionsInput, scanOptions } from './options.ts'
import { makeOverflow } from './overflow.ts'
import { confinement, forbidCoreDumps } from './pool/confinement.ts'
import type { Examiner } from './pool/examiner.ts'
import { inlineExaminer } from './pool/inline.ts'
import { processExaminer } from './pool/processes.ts'
import { threadExaminer } from './pool/threads.ts'
import { checkedRules } from './rules.ts'
import { type Progress, type RunResult, run } from './run.ts'
import { decideContext } from './scoring/context.ts'
import { score } from './scoring/score.ts'
import { filterSource } from './sources/filter.ts'
import { openSource, placeOf, sourceUri, urisWithin } from './sources/registry.ts'
import { removeStaleSpools } from './spool/place.ts'
import { createSpool } from './spool/private-spool.ts'
import { filesOfStore, openStore } from './stores/registry.ts'
import type { DecideContext, Rescore, ScanStart } from './stores/store.ts'
import { type Tools, toolsFor } from './toolbox.ts'
import { version } from './version.ts'

/** What the caller may watch and end a scan by. */
export interface ScanHooks {
  /** Ends the scan after what is in flight; it can be resumed. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
  /** Told once, when counting is done, how much there is; entries and bytes. */
  readonly onTotal?: (total: { readonly files: number; readonly bytes: number }) => void
}

/** A scan's end and the counts of its store. */
export interface ScanResult extends RunResult {
  readonly summary: Summary
  /** Uris of the store's own files where they lie in the source: they were left out. */
  readonly ownFiles: readonly string[]
}

/**
 * Scans files and folders into a store.
 * @throws SourceError where there is nothing of the name, StoreError where the store can't be used, HashListError where a
 *   list of hashes is none, ZodError where an option is out of range, RuleError where a rule does not hold
 */
export async function scan(
  paths: readonly string[],
  input: ScanOptionsInput = {},
  hooks: ScanHooks = {},
): Promise<ScanResult> {
  const options = scanOptions.parse(input)
  const tools = toolsFor(options.rules && checkedRules(options.rules).file)
  const uri = sourceUri(paths)
  const ownFiles = ownFilesIn(uri, options)
  const hashLists = surveyHashLists(options)
  await using source = filterSource(openSource(uri), options, new Set(ownFiles))
  forbidCoreDumps()
  await using store = await openStore(options.store, {
    values: options.values,
    fresh: options.mode === 'fresh',
    ...(options.keyFile === undefined ? {} : { keyFile: options.keyFile }),
    ...(options.passphrase === undefined ? {} : { passphrase: options.passphrase }),
  })
  await using _spools = staleSpools()
  await removeStaleSpools()
  const plan = { ...planOf(options), ...(hashLists.length > 0 ? { hashLists } : {}) }
  const overflow = makeOverflow(createSpool(), plan.limits.spoolBytes)
  await using examiner = makeExaminer(source, uri, plan, tools, options, overflow)
  const over = new AbortController()
  const running = run({
    source,
    store,
    examiner,
    overflow,
    signal: hooks.signal ?? new AbortController().signal,
    start: startOf(uri, options, tools, hashLists),
    decide: decideFor(options.context),
    rescore: rescoreFor(options, tools),
    ...(hooks.onProgress ? { onProgress: hooks.onProgress } : {}),
  }).finally(() => over.abort())
  const counting = hooks.onTotal ? tellTotal(source, over.signal, hooks.onTotal) : undefined
  const [ended, counted] = await Promise.allSettled([running, counting])
  if (ended.status === 'rejected') throw ended.reason
  if (counted.status === 'rejected') throw counted.reason
  return { ...ended.value, summary: await store.summary(), ownFiles }
}

/** Removes them once more at the end: of a process that died during the scan, or that still was dying at its start. */
function staleSpools(): AsyncDisposable {
  return {
    async [Symbol.asyncDispose]() {
      await removeStaleSpools()
    },
  }
}

/** Whether the dump is read in a process of its own. */
function isConfined({ workers, isolation }: ScanOptions): boolean {
  return workers > 0 && isolation === 'process'
}

/** How the process that reads a dump is confined on this machine, in words that go behind "the process". */
export function isolationHolds(): readonly string[] {
  return confinement().holds
}

/** The uris by which the source lists the store's own files: they are no part of the dump. */
function ownFilesIn(uri: string, { store, keyFile }: ScanOptions): readonly string[] {
  return filesOfStore(store, keyFile).flatMap((file) => urisWithin(uri, placeOf(file)))
}

/** The options of a scan as every item is examined by. */
export function planOf(options: ScanOptions): ExaminePlan {
  return {
    limits: limitsOf(options),
    context: options.context === 'auto' ? 'general' : options.context,
    circumstances: options.circumstances,
    ocr: options.ocr,
    ...(options.passwords.length > 0 ? { passwords: options.passwords } : {}),
    ...(options.languages ? { languages: options.languages } : {}),
    ...(options.rules ? { rules: options.rules } : {}),
  }
}

function limitsOf(options: ScanOptions): Limits {
  const limits = chosenLimits(options.limits)
  return {
    ...limits,
    itemBytes: options.maxFileSize ?? limits.itemBytes,
    itemSeconds: options.timeLimit ?? limits.itemSeconds,
  }
}

function makeExaminer(
  source: Source,
  uri: string,
  plan: ExaminePlan,
  tools: Tools,
  { workers, isolation }: ScanOptions,
  overflow: Overflow,
): Examiner {
  if (workers === 0) return inlineExaminer(source, tools, plan, overflow)
  const start = isolation === 'threads' ? threadExaminer : processExaminer
  return start(uri, plan, { workers, overflow })
}

/**
 * Those options that change what is found: a resume must bring the same. Passwords are not among them, for nothing of
 * them may be kept; `retry-failed` tries those that come later.
 */
function startOf(
  source: string,
  options: ScanOptions,
  { sensitivities }: Tools,
  hashLists: readonly HashListRef[],
): ScanStart {
  const { ocr, languages, circumstances, context, include, exclude, maxFileSize, timeLimit } = options
  return {
    toolVersion: version,
    source,
    options: {
      ocr,
      languages: languages ?? null,
      circumstances: [...circumstances].sort(),
      context,
      include,
      exclude,
      maxFileSize: maxFileSize ?? null,
      timeLimit: timeLimit ?? null,
      limits: changedLimits(chosenLimits(options.limits)),
      // What a rule file looks for may be telling: its digest says whether it is the same.
      rules: options.rules ? hash('sha256', JSON.stringify(options.rules)) : null,
      knownGood: sumsOf('known_good', hashLists),
      alertHashes: sumsOf('alert_hash', hashLists),
    },
    redo: options.mode === 'retry-failed' ? 'failed' : 'unfinished',
    families: familiesOf(sensitivities.entities),
    custody: custodyOf(isConfined(options) ? isolationHolds() : []),
  }
}

/** Every list that the options name, read through once so that what is no list is told before anything begins. */
function surveyHashLists({ alertHashes, knownGood }: ScanOptions): readonly HashListRef[] {
  return [
    ...alertHashes.map((file) => surveyHashList('alert_hash', file)),
    ...knownGood.map((file) => surveyHashList('known_good', file)),
  ]
}

/** By what a later run knows the lists again: the SHA-256 of each file; null where there are none. */
function sumsOf(verdict: HashVerdict, lists: readonly HashListRef[]): readonly string[] | null {
  const sums = lists.filter((list) => list.verdict === verdict).map(({ sha256 }) => sha256)
  return sums.length > 0 ? [...new Set(sums)].sort() : null
}

function familiesOf(entities: ReadonlyMap<string, Sensitivity>): Record<string, IdentifierFamily> {
  const families: Record<string, IdentifierFamily> = {}
  for (const [type, { identifier }] of entities) if (identifier) families[type] = identifier
  return families
}

function decideFor(context: ScanOptions['context']): DecideContext {
  const stated: DumpContext | undefined = context === 'auto' ? undefined : context
  return (recordsByKind) => stated ?? decideContext(recordsByKind)
}

function rescoreFor(options: ScanOptions, { sensitivities }: Tools): Rescore {
  return (facts, context, links) => score(facts, context, options.circumstances, links, sensitivities)
}

async function tellTotal(source: Source, signal: AbortSignal, tell: NonNullable<ScanHooks['onTotal']>): Promise<void> {
  const total = await source.count?.(signal)
  if (total && !signal.aborted) tell(total)
}
