import type { Candidate, Detector } from '../../core/finding.ts'
import { defineUnit, type Unit } from '../engine/plan.ts'
import { type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { weigh } from '../engine/weigh.ts'

/** A name that other tools give to the phone numbers of one country. */
export interface RegionalPhone extends Omit<Detector, 'find'> {
  /** A whole number from its first digit, plus sign or bracket on. */
  readonly pattern: RegExp
}

/**
 * Finds the phone numbers of one country, where they were asked for by that name. Else they are told as PHONE_NUMBER:
 * no value under two names.
 */
export function regionalPhone(rule: RegionalPhone): Unit {
  const { pattern, ...described } = rule
  const sticky = new RegExp(`(?:${pattern.source})(?!\\d)`, 'y')
  const unit: Unit = defineUnit({
    ...described,
    onlyAsked: true,
    anchors: [],
    needsWords: true,
    find(text, context: ScanContext) {
      const found: Candidate[] = []
      if (!context.asked) return found
      const scan = scanFor(unit, text, context)
      let passed = 0
      for (const run of scan.runStart) {
        const start = startOf(scan, run)
        if (start < passed) continue
        sticky.lastIndex = start
        const written = sticky.exec(scan.text)?.[0]
        if (written === undefined) continue
        passed = start + written.length
        const canonical = written.replace(/[^\d+]/g, '')
        found.push({ start, end: passed, canonical, ...weigh(rule.id, 0.6) })
      }
      return found
    },
  })
  return unit
}

/** A plus sign or an opening bracket before the first digits belongs to the number. */
function startOf({ codes }: Scan, run: number): number {
  const before = codes[run - 1] ?? 0
  return before === 0x2b || before === 0x28 ? run - 1 : run
}
