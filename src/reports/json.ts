import { safeJson } from '../core/escape.ts'
import type { Reporter } from '../core/result.ts'
import { isLowerBound } from './lower-bound.ts'

/** The version of the JSON report's shape; raised when a member changes its meaning or goes. */
export const reportVersion = 1

/**
 * The summary as one JSON object: `{ "report": 1, "lowerBound": …, … }` with the members of Summary. Where
 * `lowerBound` is true, every count means "at least".
 */
export const jsonReport: Reporter = Object.freeze({
  id: 'json',
  title: 'the summary as JSON',
  render(summary, _records, write) {
    write(`${safeJson({ report: reportVersion, lowerBound: isLowerBound(summary), ...summary }, 2)}\n`)
  },
} satisfies Reporter)
