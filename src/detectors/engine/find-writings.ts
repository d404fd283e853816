import type { Runs } from './read-signs.ts'
import { isDigit, signs } from './signs.ts'
import { separatorSymbol, type WritingTrie } from './writings.ts'

/** Runs a writing may have; the walk goes no further. */
const mostRuns = 32

/**
 * Numbers in a known writing by topic number, each as four numbers: start, end, 1 if groups of the same kind go on before
 * or behind it, index of the writing in its topic's list.
 */
export function findWritings(
  codes: Uint16Array,
  runs: Runs,
  trie: WritingTrie,
): readonly (readonly number[] | undefined)[] {
  const hits: number[][] = []
  const { next, width, endsAt } = trie
  const { start, end, kind } = runs
  const { length } = start
  for (let first = 0; first < length; first += 1) {
    let node = 0
    for (let index = first; index < length && index - first < mostRuns; index += 1) {
      const symbol = kind[index] ?? 0
      if (symbol === 0) break
      node = next[node * width + symbol] ?? 0
      if (node === 0) break
      const ends = endsAt[node]
      if (ends !== undefined) keepHits(hits, ends, codes, runs, first, index)
      if (index + 1 === length) break
      const separator = separatorSymbol(codes, end[index] ?? 0, start[index + 1] ?? 0)
      node = separator === 0 ? 0 : (next[node * width + separator] ?? 0)
      if (node === 0) break
    }
  }
  return hits
}

function keepHits(
  hits: number[][],
  ends: readonly number[],
  codes: Uint16Array,
  runs: Runs,
  first: number,
  last: number,
): void {
  const start = runs.start[first] ?? 0
  const end = runs.end[last] ?? 0
  if ((start > 1 && isDecimal(codes, start - 1, start - 2)) || isDecimal(codes, end, end + 1)) return
  const longer = isPartOfLonger(codes, runs, first, last) ? 1 : 0
  for (let at = 0; at < ends.length; at += 2) {
    const topic = ends[at] ?? 0
    const into = hits[topic]
    if (into === undefined) hits[topic] = [start, end, longer, ends[at + 1] ?? 0]
    else into.push(start, end, longer, ends[at + 1] ?? 0)
  }
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
