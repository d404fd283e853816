import type { Candidate } from '../../core/finding.ts'
import { runAtOrAfter } from '../engine/near.ts'
import type { Scan } from '../engine/scan.ts'
import { ratios, reweigh } from '../engine/weigh.ts'

/** Groups of the same length from which on it tells something how many of them are telephone numbers. */
const telling = { whole: 8, groups: 24 }
/** Digits from which on a group is a number of its own. */
const wholeNumber = 8
const fewest = 1 / 3
/** Written so that no table of numbers has it. */
const plain = /^(?:\+|\(|\d\d([ .-])\d\d(?:\1\d\d){3}$|\d{3}-\d{3}-\d{4}$)/

/**
 * In a table of numbers some are, by chance, what a numbering plan has: where few of the groups of a length are part of
 * one, those without a word for telephones beside them are doubted.
 */
export function withoutChance(scan: Scan, found: readonly Candidate[]): readonly Candidate[] {
  if (!found.some((candidate) => isBare(scan, candidate))) return found
  const inAll = new Map<number, number>()
  for (const kind of scan.runKind) inAll.set(kind, (inAll.get(kind) ?? 0) + 1)
  const inPhones = new Map<number, number>()
  for (const { start, end } of found) {
    for (let run = runAtOrAfter(scan, start); (scan.runStart[run] ?? end) < end; run += 1) {
      const kind = scan.runKind[run] ?? 0
      inPhones.set(kind, (inPhones.get(kind) ?? 0) + 1)
    }
  }
  const isChance = (kind: number) => {
    const all = inAll.get(kind) ?? 0
    return all >= (kind >= wholeNumber ? telling.whole : telling.groups) && (inPhones.get(kind) ?? 0) < all * fewest
  }
  return found.map((candidate) =>
    isBare(scan, candidate) && isChance(scan.runKind[runAtOrAfter(scan, candidate.start)] ?? 0)
      ? { ...candidate, ...reweigh(candidate, 'pattern', 'one of many numbers that are none', ratios.byChance) }
      : candidate,
  )
}

/** No word for telephones stands beside it, and it is written as tables are. */
function isBare({ text }: Scan, { start, end, evidence }: Candidate): boolean {
  if (evidence.some(({ step }) => step === 'label' || step === 'context')) return false
  return !plain.test(text.slice(start, end))
}
