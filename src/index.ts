/**
 * leaksift as a library: the same words and options as the command line.
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
export { inspect } from './inspect.ts'
export type { ScanOptions, ScanOptionsInput } from './options.ts'
export type { Progress } from './run.ts'
export { type ScanHooks, type ScanResult, scan } from './scan.ts'
export { SourceError } from './sources/registry.ts'
export { openStoreReader as openStore } from './stores/registry.ts'
export { type Store, StoreError } from './stores/store.ts'
export { version } from './version.ts'
