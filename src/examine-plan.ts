import type { HashListRef } from './core/hash-list.ts'
import type { Limits } from './core/limits.ts'
import type { Circumstance, DumpContext } from './core/severity.ts'
import type { RuleFile } from './rules.ts'

/** What every item of a run is examined by. Plain data: it goes to the workers as it is. */
export interface ExaminePlan {
  readonly limits: Limits
  /** What the dump is taken for until all of it is known. */
  readonly context: DumpContext
  readonly circumstances: readonly Circumstance[]
  /** ISO 639-1 codes to expect; any other language counts as unknown. */
  readonly languages?: readonly string[]
  /** What the user gave to open what is locked. */
  readonly passwords?: readonly string[]
  /** Lists of hashes by which items are known; a pool loads them once. */
  readonly hashLists?: readonly HashListRef[]
  /** Whether text is read from pixels: of pages without text and pictures that look like pages, never, or of every picture. */
  readonly ocr: 'auto' | 'off' | 'all'
  /** Shapes of the patients' numbers that were learnt from the rest of the dump (see `core/code-shape.ts`). */
  readonly patientCodes?: readonly string[]
  /** Detectors and thresholds of the user's own. */
  readonly rules?: RuleFile
}

/** Seconds that an item of this size may take before it counts as hanging; of a container without what is inside it. */
export function secondsFor(sizeBytes: number, limits: Limits): number {
  return limits.itemSeconds + sizeBytes / limits.itemBytesPerSecond
}
