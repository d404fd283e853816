/**
 * Ways to write a number, by topic. '9' is a digit, 'A' a letter, a count may follow ('9{1,3}'); the separators
 * ' ', '-', '.', '/', '|', ':', '_', '+' and '. ' stand for themselves, with or without spaces around all but ' '.
 */
export type Writings = Readonly<Record<string, readonly string[]>>

/** All writings that a set of detectors asks for, as one trie over {@link Symbol runs and separators}. */
export interface WritingTrie {
  /** Symbols a node may go on with. */
  readonly width: number
  /** `node * width + symbol` to the next node; 0 where there is none. */
  readonly next: Uint16Array
  /** What ends at a node: topic and index of the writing in its topic's list, in pairs. */
  readonly endsAt: readonly (readonly number[] | undefined)[]
  /** What stands beside the part that the trie knows, by node as in `endsAt`: one for each pair, undefined for most. */
  readonly flanksAt: readonly (readonly (Flanks | undefined)[] | undefined)[]
  /** Symbols of runs that mix letters and digits, by {@link shapeStep shape}. */
  readonly mixed: ReadonlyMap<number, number>
  readonly topics: ReadonlyMap<string, number>
}

/**
 * Groups of two and more letters are no runs, so that prose stays cheap: they are looked for beside the runs of a writing
 * once these are found. The signs of a writing ('9', 'A', separators), each to stand for one sign of the text.
 */
export interface Flanks {
  readonly before: string
  readonly after: string
}

/** A run of up to this many digits is the symbol of its length. */
export const longestDigits = 24
const firstSeparator = longestDigits + 1
const separators = [' ', '-', '.', '/', '|', ':', '_', '+', '. ']
const firstMixed = firstSeparator + separators.length

/** One more stretch of digits, or of letters, of a run's shape. Whole numbers up to eight stretches. */
export function shapeStep(shape: number, digits: boolean, length: number): number {
  return shape * 64 + (digits ? 32 : 0) + Math.min(length, 31)
}

const separatorCode = buildSeparatorCodes()

/** The symbol of what stands between two runs, or 0 where it is no separator. */
export function separatorSymbol(codes: Uint16Array, from: number, to: number): number {
  const length = to - from
  const first = codes[from] ?? 0
  if (length === 1) return first < 128 ? (separatorCode[first] ?? 0) : 0
  if (length === 3 && first === 0x20 && codes[from + 2] === 0x20) {
    const middle = codes[from + 1] ?? 0
    return middle === 0x20 || middle >= 128 ? 0 : (separatorCode[middle] ?? 0)
  }
  return length === 2 && first === 0x2e && codes[from + 1] === 0x20 ? firstMixed - 1 : 0
}

/** @throws Error for a writing that breaks the notation: a fault of the list */
export function makeWritingTrie(lists: readonly Writings[]): WritingTrie {
  const topics = new Map<string, number>()
  const mixed = new Map<number, number>()
  const ways: Way[] = []
  for (const [name, writings] of lists.flatMap((each) => Object.entries(each))) {
    if (topics.has(name)) continue
    const topic = topics.set(name, topics.size).size - 1
    writings.forEach((writing, index) => {
      for (const plain of expandWriting(writing)) {
        const { core, flanks } = partWriting(plain)
        ways.push({ topic, index, symbols: symbolsOf(core, mixed), flanks })
      }
    })
  }
  return Object.freeze({ ...weave(ways, firstMixed + mixed.size), mixed, topics })
}

/** Each count taken apart: '9{1,2}/9{4}' gives '9/9999' and '99/9999'. */
export function expandWriting(writing: string): readonly string[] {
  const counted = /([9A])\{(\d{1,2})(?:,(\d{1,2}))?\}/.exec(writing)
  if (counted === null) return [writing]
  const [all, sign = '', from = '', to = from] = counted
  const ways: string[] = []
  for (let count = Number(from); count <= Number(to); count += 1) {
    ways.push(...expandWriting(writing.replace(all, sign.repeat(count))))
  }
  return ways
}

/** Groups with a digit or of one letter that stand side by side: what the trie can know. */
const knownGroups = /(?:(?<![9A])(?:A|[9A]*9[9A]*)(?![9A])(?:\. |[ \-./|:_+])?)+/g

/** The longest part of a writing that is made of runs, and what stands before and behind it. */
export function partWriting(writing: string): { readonly core: string; readonly flanks: Flanks | undefined } {
  if (!/^[9A]+(?:(?:\. |[ \-./|:_+])[9A]+)*$/.test(writing)) throw new Error(`not a writing: «${writing}»`)
  const digitsOf = (text: string) => text.replace(/[^9]/g, '').length
  const [best] = [...writing.matchAll(knownGroups)].sort((one, other) => digitsOf(other[0]) - digitsOf(one[0]))
  if (best === undefined || digitsOf(best[0]) === 0) throw new Error(`no digit in «${writing}»`)
  const core = best[0].replace(/[^9A]+$/, '')
  const [before, after] = [writing.slice(0, best.index), writing.slice(best.index + core.length)]
  return { core, flanks: before === '' && after === '' ? undefined : Object.freeze({ before, after }) }
}

function symbolsOf(writing: string, mixed: Map<number, number>): number[] {
  const parts = writing.match(/[9A]+|\. |[ \-./|:_+]/g) ?? []
  return parts.map((part) => {
    if (!/[9A]/.test(part)) return firstSeparator + separators.indexOf(part)
    if (!part.includes('A')) return part.length
    let shape = 0
    for (const stretch of part.match(/9+|A+/g) ?? []) shape = shapeStep(shape, stretch.startsWith('9'), stretch.length)
    const symbol = mixed.get(shape) ?? firstMixed + mixed.size
    mixed.set(shape, symbol)
    return symbol
  })
}

interface Way {
  readonly topic: number
  readonly index: number
  readonly symbols: readonly number[]
  readonly flanks: Flanks | undefined
}

function weave(ways: readonly Way[], width: number) {
  const edges = new Map<number, number>()
  const endsAt: (number[] | undefined)[] = [undefined]
  const flanksAt: (Flanks | undefined)[][] = []
  for (const { topic, index, symbols, flanks } of ways) {
    let node = 0
    for (const symbol of symbols) {
      const key = node * width + symbol
      node = edges.get(key) ?? endsAt.push(undefined) - 1
      edges.set(key, node)
    }
    endsAt[node] = [...(endsAt[node] ?? []), topic, index]
    flanksAt[node] = [...(flanksAt[node] ?? []), flanks]
  }
  if (endsAt.length > 0xffff) throw new Error('more writings than a trie of 16 bits holds')
  const next = new Uint16Array(endsAt.length * width)
  for (const [key, node] of edges) next[key] = node
  return { width, next, endsAt, flanksAt }
}

function buildSeparatorCodes(): Uint8Array {
  const codes = new Uint8Array(128)
  separators.forEach((separator, index) => {
    if (separator.length === 1) codes[separator.charCodeAt(0)] = firstSeparator + index
  })
  return codes
}
