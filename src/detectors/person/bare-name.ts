import { cueEndingBefore, cueStartingAt } from '../engine/near.ts'
import { isCueOf, type Scan } from '../engine/scan.ts'
import { isStop, type ReadName, readName } from './name.ts'

const capitalsBefore = /(?:^|[^\p{L}\p{M}\d'&/-])((?:\p{Lu}{2,20}(?:['-]\p{Lu}{2,20}){0,2}[ ,]{1,2}){1,3})$/u
const longestBefore = 64

/** Whether a given name is among the words of a name. */
export function isGivenName(scan: Scan, name: ReadName): boolean {
  for (
    let cue = cueStartingAt(scan, name.start);
    (scan.cueStart[cue] ?? Number.POSITIVE_INFINITY) < name.end;
    cue += 1
  ) {
    const at = scan.cueStart[cue] ?? 0
    const isWhole = at === name.start || scan.text.charAt(at - 1) === ' '
    if (isWhole && isCueOf(scan, cue, 'given-name') && /[\p{Lu}\u0621-\u064a]/u.test(scan.text.charAt(at))) return true
  }
  return false
}

/** The name around a given name: capitals before it ('DUPONT Marie'), capitalised words behind it ('Marie Dupont'). */
export function nameAround(scan: Scan, cue: number): (ReadName & { readonly confidence: number }) | undefined {
  const { text } = scan
  const from = scan.cueStart[cue] ?? 0
  if (!/\p{Lu}|[\u0621-\u064a]/u.test(text.charAt(from)) || /[\p{L}\d@_.'/-]/u.test(text.charAt(from - 1)))
    return undefined
  if (isNamedAfter(scan, from)) return undefined
  const name = readName(scan, from, false)
  if (name === undefined) return undefined
  const surname = surnameBefore(scan, name, cue)
  if (surname !== undefined) return { ...name, ...surname }
  return { ...name, confidence: name.words + name.initials > 1 ? 0.7 : 0.42 }
}

const cellBefore = /(?:^|[\n:|\t\u00a6;]|- )[ \t]*((?:\p{Lu}[\p{L}\p{M}'-]{1,24},? ){1,3})$/u
const cellBehind = /^[ \t]*(?:$|[\n|\u00a6;,(\t]|- |\d)/

/** A surname before a given name: in capitals, or alone with it in a line, a cell or behind a colon. */
function surnameBefore(scan: Scan, name: ReadName, cue: number) {
  const { text } = scan
  // 'DOMBRET, Michael DOUBEK': what stands before belongs to someone else.
  if (
    name.end > (scan.cueEnd[cue] ?? 0) &&
    name.words > 1 &&
    !isGivenName(scan, { ...name, start: scan.cueEnd[cue] ?? 0 })
  )
    return undefined
  const before = text.slice(Math.max(0, name.start - longestBefore), name.start)
  const isInCapitals = !/\p{Ll}/u.test(text.slice(name.start, name.end))
  const isCell = cellBehind.test(text.slice(name.end, name.end + 4))
  const capitals = isInCapitals ? undefined : capitalsBefore.exec(before)?.[1]
  const cell = isCell ? cellBefore.exec(before)?.[1] : undefined
  const start = startOfNames(scan, name.start, capitals ?? cell)
  return start === name.start
    ? undefined
    : { start, words: name.words + 1, confidence: capitals === undefined ? 0.6 : 0.8 }
}

/** Where the words of `written`, which end at `from`, are names throughout; behind those that other things begin with. */
function startOfNames(scan: Scan, from: number, written: string | undefined): number {
  let start = from - (written?.length ?? 0)
  for (const word of written?.match(/[^ ,]+[ ,]+/g) ?? []) {
    const end = start + word.trimEnd().replace(/,$/, '').length
    if (!isStop(scan, start, end) && !isOther(scan, start)) return start
    start += word.length
  }
  return from
}

/** A greeting, or the name of a place: 'Chère Julie', 'Place Jeanne'. */
function isOther(scan: Scan, start: number): boolean {
  const cue = cueStartingAt(scan, start)
  return scan.cueStart[cue] === start && (isCueOf(scan, cue, 'name-label-weak') || isCueOf(scan, cue, 'place-noun'))
}

/** Streets, hospitals and schools are named after people. */
function isNamedAfter(scan: Scan, from: number): boolean {
  const cue = cueEndingBefore(scan, from)
  if (cue < 0 || !isCueOf(scan, cue, 'place-noun')) return false
  return /^[.']?[ ](?:\p{Lu}[\p{L}.'-]{0,20} ){0,3}(?:de |du |del |di |do |da |von |la |de la |d'|Dr\.? )?(?:\p{Lu}[\p{L}.'-]{0,20} )?$|^-$/u.test(
    scan.text.slice(scan.cueEnd[cue] ?? 0, from),
  )
}
