import type { Progress } from '../run.ts'

/** How much there is in all, once it is counted: entries of the source, and their bytes. */
export interface Total {
  readonly files: number
  readonly bytes: number
}

/** How fast a scan is now, and how long it will take. */
export interface Pace {
  /** Entries a second over the last half minute; those that an earlier run had done count too. */
  readonly perSecond: number
  /** Whole seconds; undefined as long as the total is unknown or nothing has been done. */
  readonly secondsLeft: number | undefined
}

/** Seconds that are looked back on: a resumed scan runs through what is known and then slows down. */
const window = 30
/** Seconds between two points that are kept. */
const step = 1

interface Point {
  readonly seconds: number
  readonly entries: number
  readonly bytes: number
}

/** Measures the pace of one scan. */
export function makePace(): (progress: Progress, total: Total | undefined, seconds: number) => Pace {
  // From the first look on: what went before is the time that workers took to start.
  const points: Point[] = []
  return ({ entries, bytes }, total, seconds) => {
    const now = { seconds, entries, bytes }
    const last = points.at(-1)
    if (last === undefined || seconds - last.seconds >= step) points.push(now)
    while (points.length > 1 && seconds - (points[1]?.seconds ?? 0) >= window) points.shift()
    const from = points[0] ?? now
    const passed = Math.max(seconds - from.seconds, 0.001)
    return {
      perSecond: (entries - from.entries) / passed,
      secondsLeft: total && leftAfter(shareOf(now, total) - shareOf(from, total), passed, 1 - shareOf(now, total)),
    }
  }
}

function leftAfter(done: number, seconds: number, open: number): number | undefined {
  if (open <= 0) return 0
  return done > 0 ? Math.round((seconds * open) / done) : undefined
}

/** How much is done, 0…1. Files and bytes count alike: many small files and one large one both take time. */
export function shareOf(
  { entries, bytes }: { readonly entries: number; readonly bytes: number },
  total: Total,
): number {
  const byFiles = total.files > 0 ? entries / total.files : 1
  const byBytes = total.bytes > 0 ? bytes / total.bytes : byFiles
  return Math.min(1, (byFiles + byBytes) / 2)
}
