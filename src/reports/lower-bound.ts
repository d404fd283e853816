import type { Summary } from '../core/result.ts'

/** Whether there may be more than the summary counts: something was not read whole, or the scan is not finished. */
export function isLowerBound({ scan, coverage }: Summary): boolean {
  return scan.status !== 'finished' || coverage.partial + coverage.none > 0
}
