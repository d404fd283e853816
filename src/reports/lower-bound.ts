import type { Summary } from '../core/result.ts'

/** Whether there may be more than the summary counts: something was not read whole, or the scan is not finished. */
export function isLowerBound(summary: Summary): boolean {
  return summary.scan.status !== 'finished' || unreadCount(summary) + summary.listed.alerts > 0
}

/** Records that were not read whole, but for those that the user declared to be known. */
export function unreadCount({ coverage, listed }: Summary): number {
  return coverage.partial + coverage.none - listed.knownGood
}
