/**
 * leaksift as a library: the same words and options as the command line. Input is only read, nothing is printed, and
 * nothing is written but the store that is named and its key.
 *
 * ```ts
 * import { detect, inspect, openStore, scan } from 'leaksift'
 *
 * const { summary } = await scan(['./bucket'], { store: 'case-17.sqlite' }, { signal: AbortSignal.timeout(60_000) })
 * summary.severity.very_high // how many records are of that severity
 *
 * await using store = await openStore('case-17.sqlite')
 * for (const { uri, kind, severity, coverage } of store.records()) tell(uri, kind, severity, coverage)
 *
 * const findings = detect('Contact: jane.roe@example.org') // values in clear: what to keep of them is up to the caller
 * const [file] = await inspect('./bucket/invoice.pdf')
 * ```
 * @module
 */
export type { Extract, Format, Medium, Origin, Place } from './core/content.ts'
export type { Detector, Evidence, Finding, Sensitivity } from './core/finding.ts'
export type { ItemRef } from './core/item.ts'
export { defaultLimits, type Limits } from './core/limits.ts'
export { type Masked, mask } from './core/mask.ts'
export type { ItemOutcomes, Outcome } from './core/outcome.ts'
export { type Coverage, type CoverageCause, coverageCauses, ItemError, type Problem } from './core/problem.ts'
export { type Field, type RecordKind, type RecordKindId, recordKinds } from './core/record.ts'
export type { Reporter, ScanInfo, StoredRecord, Summary } from './core/result.ts'
export {
  type Circumstance,
  circumstances,
  type DumpContext,
  type Severity,
  type SeverityLevel,
  severityLevels,
} from './core/severity.ts'
export type { OpenItem, Source } from './core/source.ts'
export { type DetectOptions, detectText as detect } from './detect-text.ts'
export { HashListError } from './hash-lists/read.ts'
export { inspect } from './inspect.ts'
export type { ScanOptions, ScanOptionsInput } from './options.ts'
export type { Progress } from './run.ts'
export { type ScanHooks, type ScanResult, scan } from './scan.ts'
export { SourceError } from './sources/registry.ts'
export { forgetStore, openStoreReader as openStore, rekeyStore } from './stores/registry.ts'
export { type ReadOptions, type RecordFilter, type Store, StoreError, type StoreReader } from './stores/store.ts'
export { type Difference, type Standing, type Verification, type VerifyOptions, verify } from './verify.ts'
export { version } from './version.ts'
