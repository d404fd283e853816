import type { Runs } from './read-signs.ts'
import { firstLetter, isDigit, isMark, signs } from './signs.ts'
import { separatorSymbol, type WritingTrie } from './writings.ts'

/** Runs a writing may have; the walk goes no further. */
const mostRuns = 32

/** Numbers in known writings. */
export interface Hits {
  readonly byTopic: readonly (readonly number[] | undefined)[]
  /** The topics that have any. */
  readonly topics: readonly number[]
}

/**
 * Numbers in a known writing by topic number, each as four numbers: start, end, 1 if groups of the same kind go on before
 * or behind it, index of the writing in its topic's list.
 * @param isLive 1 for each topic that is looked for in this text
 */
export function findWritings(codes: Uint16Array, runs: Runs, trie: WritingTrie, isLive: Uint8Array): Hits {
  const hits: { byTopic: number[][]; topics: number[] } = { byTopic: [], topics: [] }
  const { next, width, endsAt } = trie
  const { start, end, kind } = runs
  const { length } = start
  for (let first = 0; first < length; first += 1) {
    let node = 0
    for (let index = first; index < length && index - first < mostRuns; ) {
      const symbol = kind[index] ?? 0
      if (symbol === 0) break
      node = next[node * width + symbol] ?? 0
      if (node === 0) break
      if (endsAt[node] !== undefined) keepHits(hits, trie, node, isLive, codes, runs, first, index)
      const behind = end[index] ?? 0
      // The digits of a run that holds letters come again by themselves: they are no next run.
      do index += 1
      while (index < length && (start[index] ?? 0) < behind)
      if (index === length) break
      const separator = separatorSymbol(codes, behind, start[index] ?? 0)
      node = separator === 0 ? 0 : (next[node * width + separator] ?? 0)
      if (node === 0) break
    }
  }
  return hits
}

function keepHits(
  hits: { readonly byTopic: number[][]; readonly topics: number[] },
  { endsAt, flanksAt }: WritingTrie,
  node: number,
  isLive: Uint8Array,
  codes: Uint16Array,
  runs: Runs,
  first: number,
  last: number,
): void {
  const start = runs.start[first] ?? 0
  const end = runs.end[last] ?? 0
  if ((start > 1 && isDecimal(codes, start - 1, start - 2)) || isDecimal(codes, end, end + 1)) return
  const ends = endsAt[node] ?? []
  const flanks = flanksAt[node] ?? []
  let longer = -1
  for (let at = 0; at < ends.length; at += 2) {
    const topic = ends[at] ?? 0
    if (isLive[topic] !== 1) continue
    const flank = flanks[at >> 1]
    let [from, to] = [start, end]
    if (flank !== undefined) {
      from = flank.before === '' ? start : startOfFlank(codes, start, flank.before)
      to = flank.after === '' ? end : endOfFlank(codes, end, flank.after)
      if (from < 0 || to < 0) continue
    }
    if (longer < 0) longer = isPartOfLonger(codes, runs, first, last) ? 1 : 0
    const into = hits.byTopic[topic]
    if (into !== undefined) into.push(from, to, longer, ends[at + 1] ?? 0)
    else {
      hits.byTopic[topic] = [from, to, longer, ends[at + 1] ?? 0]
      hits.topics.push(topic)
    }
  }
}

/** Where the signs of a writing before `start` begin, or -1 where something else stands there. */
function startOfFlank(codes: Uint16Array, start: number, signsBefore: string): number {
  let at = start
  for (let index = signsBefore.length - 1; index >= 0; index -= 1) {
    at -= 1
    if (at < 0 || !isSign(codes[at] ?? 0, signsBefore.charCodeAt(index))) return -1
  }
  return at > 0 && isInside(codes[at - 1] ?? 0) ? -1 : at
}

function endOfFlank(codes: Uint16Array, end: number, signsAfter: string): number {
  for (let index = 0; index < signsAfter.length; index += 1) {
    if (!isSign(codes[end + index] ?? 0, signsAfter.charCodeAt(index))) return -1
  }
  const behind = end + signsAfter.length
  return isInside(codes[behind] ?? 0) ? -1 : behind
}

/** Whether a sign of the text is what a sign of a writing asks for; letters are those of the basic Latin alphabet. */
function isSign(code: number, wanted: number): boolean {
  if (wanted === 0x39) return code >= 0x30 && code <= 0x39
  if (wanted === 0x41) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a
  return code === wanted
}

function isInside(code: number): boolean {
  const sign = signs[code] ?? 0
  return sign >= firstLetter || sign === isDigit || sign === isMark
}

/** Whether the sign at `at` is a decimal sign with a digit beyond it. */
function isDecimal(codes: Uint16Array, at: number, beyond: number): boolean {
  const code = codes[at] ?? 0
  return (code === 0x2e || code === 0x2c) && signs[codes[beyond] ?? 0] === isDigit
}

/** Whether the number goes on, at either end, with the separator that it is grouped by. */
function isPartOfLonger(codes: Uint16Array, { start, end }: Runs, first: number, last: number): boolean {
  const symbolBehind = (index: number) => separatorSymbol(codes, end[index] ?? 0, start[index + 1] ?? 0)
  const before = first > 0 ? symbolBehind(first - 1) : 0
  const after = last + 1 < start.length ? symbolBehind(last) : 0
  if (before === 0 && after === 0) return false
  // A number without groups goes on only where '-' or '/' ties it to the next without a space.
  if (first === last)
    return (before !== 0 && isTie(codes[end[first - 1] ?? 0])) || (after !== 0 && isTie(codes[end[last] ?? 0]))
  return (before !== 0 && before === symbolBehind(first)) || (after !== 0 && after === symbolBehind(last - 1))
}

function isTie(code: number | undefined): boolean {
  return code === 0x2d || code === 0x2f
}
