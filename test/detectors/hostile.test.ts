import { describe, expect, it } from 'vitest'
import { pieces } from '../../bench/hostile-pieces.ts'
import { planOf, type Unit } from '../../src/detectors/engine/plan.ts'
import { repaired } from '../../src/detectors/engine/repair.ts'
import { type Scan, type ScanContext, scanText } from '../../src/detectors/engine/scan.ts'
import { resolveOverlaps } from '../../src/detectors/overlap.ts'
import { detectors } from '../../src/detectors/registry.ts'

const units: readonly Unit[] = detectors
const plan = planOf(units)

const small = 4_000
const growth = 20
/** Work that grows with the square of the text would take 400 times as long; the noise of a busy machine stays far below. */
const most = 150
/** Times below this (milliseconds) are noise. */
const floor = 1

/** The best of three, in milliseconds of this process alone: the least that the work takes, whatever else the machine does. */
function timeOf(work: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const before = process.cpuUsage()
      work()
      return process.cpuUsage(before).user / 1_000
    }),
  )
}

/** How much longer the work takes on a text that is `growth` times as long. */
function growthOf(few: () => unknown, many: () => unknown): number {
  return timeOf(many) / Math.max(floor, timeOf(few))
}

function contextOf(scan: Scan): ScanContext {
  return { language: 'fr', origin: 'text', asked: true, scan }
}

describe('work on endless repetition grows with its length, not with its square', () => {
  it.each(pieces.map((piece) => [piece]))('of %j', { retry: 2 }, (piece) => {
    const short = piece.repeat(Math.ceil(small / piece.length))
    const long = short.repeat(growth)
    expect(
      growthOf(
        () => scanText(short, plan),
        () => scanText(long, plan),
      ),
      'the scan',
    ).toBeLessThan(most)
    const [few, many] = [scanText(short, plan), scanText(long, plan)]
    for (const unit of units) {
      // A copy of the scan: what detectors share of a text is worked out again.
      const work = (text: string, scan: Scan) => () => [...unit.find(text, contextOf({ ...scan }))]
      expect(growthOf(work(short, few), work(long, many)), unit.id).toBeLessThan(most)
    }
    expect(
      growthOf(
        () => repaired(few, contextOf({ ...few })),
        () => repaired(many, contextOf({ ...many })),
      ),
      'repairs',
    ).toBeLessThan(most)
    const claims = (text: string, scan: Scan) =>
      units.flatMap((unit) => [...unit.find(text, contextOf(scan))].map((candidate) => ({ unit, candidate })))
    const [fewClaims, manyClaims] = [claims(short, few), claims(long, many)]
    expect(
      growthOf(
        () => resolveOverlaps([...fewClaims]),
        () => resolveOverlaps([...manyClaims]),
      ),
      'overlaps',
    ).toBeLessThan(most)
  })
})
