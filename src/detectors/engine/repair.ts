import type { Candidate } from '../../core/finding.ts'
import { openGates } from './gates.ts'
import type { Unit } from './plan.ts'
import { type Scan, type ScanContext, scanText } from './scan.ts'
import { ratios, reweigh } from './weigh.ts'

/** A candidate of a text whose letters were read as the digits that they look like, with the unit that says it. */
export interface Repaired {
  readonly unit: Unit
  readonly candidate: Candidate
}

/** Letters that text recognition and typists put for digits. */
const lookAlikes: Readonly<Record<string, string>> = { O: '0', o: '0', Q: '0', I: '1', l: '1', S: '5', B: '8' }
/** Those that no unit of measure or time zone is written with: they alone start a repair. */
const telltale = new Set('OoQIl')
/** What is read as a group of digits: digits and their look-alikes alone. */
const group = /(?<![\p{L}\p{N}])[0-9OoQIlSB]{2,24}(?![\p{L}\p{N}])/gu
/** UTF-16 units around a damaged group that are read again: a whole number and its label. */
const around = 64
/** Longest group that is looked at. */
const longest = 24

/**
 * Numbers in which letters stand for digits, where check digits prove the repair: the stretches around groups of digits
 * with such letters are read once more. Stretches that touch are one, so that the work stays linear in the text.
 */
export function repaired(scan: Scan, context: ScanContext): readonly Repaired[] {
  const found: Repaired[] = []
  for (const { from, to } of damagedStretches(scan)) {
    const text = scan.text.slice(from, to)
    const mended = mend(text)
    if (mended === text) continue
    const read = scanText(mended, scan.plan, context.asked)
    const isOpen = openGates(read)
    for (const [index, { unit }] of scan.plan.gates.entries()) {
      if (unit.isRepairable !== true || (isOpen[index] === 0 && !(context.asked && unit.needsWords))) continue
      const given: ScanContext = { ...context, scan: read }
      for (const candidate of unit.find(mended, given)) {
        const told = judged(candidate, text, mended)
        if (told !== undefined)
          found.push({ unit, candidate: { ...told, start: told.start + from, end: told.end + from } })
      }
    }
  }
  return found
}

/** Only what was repaired, and only where its check digits hold. */
function judged(candidate: Candidate, text: string, mended: string): Candidate | undefined {
  const { start, end, evidence } = candidate
  if (text.slice(start, end) === mended.slice(start, end)) return undefined
  if (!evidence.some(({ note }) => note === 'check digits hold')) return undefined
  return { ...candidate, ...reweigh(candidate, 'repair', 'letters read as the digits they look like', ratios.repair) }
}

function mend(text: string): string {
  let digitsEnd = -2
  return text.replace(group, (written: string, at: number) => {
    // A group of letters alone is one of digits only beside another.
    const isDigits = /\d/.test(written) || at - digitsEnd === 1
    if (!isDigits) return written
    digitsEnd = at + written.length
    return written.replace(/[A-Za-z]/g, (letter) => lookAlikes[letter] ?? letter)
  })
}

function* damagedStretches({ text, runStart, runEnd, runKind }: Scan): Iterable<{ from: number; to: number }> {
  let from = -1
  let to = -1
  for (let run = 0; run < runStart.length; run += 1) {
    const kind = runKind[run] ?? 0
    const [start, end] = [runStart[run] ?? 0, runEnd[run] ?? 0]
    if ((kind > 0 && kind <= longest) || end - start > longest || !isDamaged(text, start, end)) continue
    if (from < 0 || start - around > to) {
      if (from >= 0) yield { from, to }
      from = Math.max(0, start - around)
    }
    to = Math.min(text.length, end + around)
  }
  if (from >= 0) yield { from, to }
}

/** Digits and their look-alikes alone, enough of them to be part of a number. */
function isDamaged(text: string, start: number, end: number): boolean {
  const length = end - start
  if (length < 3) return false
  let digits = 0
  let isTold = false
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0x30 && code <= 0x39) digits += 1
    else if (lookAlikes[text.charAt(at)] === undefined) return false
    else isTold ||= telltale.has(text.charAt(at))
  }
  return isTold && digits > 0 && (digits > 1 || length > 3)
}
