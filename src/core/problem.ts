/**
 * Why an item was not read whole (DESIGN §5), the most telling first: a record whose coverage is not `full` carries
 * the first of those that apply.
 */
export const coverageCauses = [
  'alert_hash',
  'crashed',
  'memory_limit',
  'time_limit',
  'unreadable',
  'changed_while_reading',
  'encrypted',
  'expansion_ratio',
  'too_large',
  'too_deep',
  'too_many',
  'truncated',
  'malformed',
  'unsupported_type',
  'no_text',
  'ocr_off',
  'known_good',
] as const
export type CoverageCause = (typeof coverageCauses)[number]

/** How much of an item was really read. */
export type Coverage = 'full' | 'partial' | 'none'

/** The stage of the pipeline in which something happened. */
export type Stage = 'source' | 'identify' | 'extract' | 'classify' | 'detect' | 'score'

/** A fault of the input that did not stop the run. `message` never quotes content of the item. */
export interface Problem {
  readonly cause: CoverageCause
  readonly stage: Stage
  /** The unit that met it: a format, detector or source id. */
  readonly by: string
  readonly message: string
}

/**
 * A fault of the input. Formats and sources throw it; everything else that they throw is a fault of ours.
 * The message is ours and fixed: it never carries bytes, text or names from the item.
 */
export class ItemError extends Error {
  override readonly name = 'ItemError'
  readonly code: CoverageCause
  constructor(code: CoverageCause, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * Turns a fault of the input into data.
 * @throws the error itself when it is not an {@link ItemError}: a fault of ours is never swallowed.
 */
export function problemOf(error: unknown, stage: Stage, by: string): Problem {
  if (!(error instanceof ItemError)) throw error
  return { cause: error.code, stage, by, message: error.message }
}
