/**
 * Ways to write a number, by topic. '9' is a digit, 'A' a letter, a count may follow ('9{1,3}'); the separators
 * ' ', '-', '.', '/', '|' and '. ' stand for themselves, with or without spaces around '-', '.', '/', '|'.
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
  /** Symbols of runs that mix letters and digits, by {@link shapeStep shape}. */
  readonly mixed: ReadonlyMap<number, number>
  readonly topics: ReadonlyMap<string, number>
}

/** A run of up to this many digits is the symbol of its length. */
export const longestDigits = 24
const firstSeparator = longestDigits + 1
const separators = [' ', '-', '.', '/', '|', '. ']
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
  const ways: { topic: number; index: number; symbols: number[] }[] = []
  for (const [name, writings] of lists.flatMap((each) => Object.entries(each))) {
    if (topics.has(name)) continue
    const topic = topics.set(name, topics.size).size - 1
    writings.forEach((writing, index) => {
      for (const plain of expandWriting(writing)) ways.push({ topic, index, symbols: symbolsOf(plain, mixed) })
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

function symbolsOf(writing: string, mixed: Map<number, number>): number[] {
  if (!/^[9A]+(?:(?:\. |[ \-./|])[9A]+)*$/.test(writing)) throw new Error(`not a writing: «${writing}»`)
  const parts = writing.match(/[9A]+|\. |[ \-./|]/g) ?? []
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

function weave(ways: readonly { topic: number; index: number; symbols: number[] }[], width: number) {
  const edges = new Map<number, number>()
  const endsAt: (number[] | undefined)[] = [undefined]
  for (const { topic, index, symbols } of ways) {
    let node = 0
    for (const symbol of symbols) {
      const key = node * width + symbol
      node = edges.get(key) ?? endsAt.push(undefined) - 1
      edges.set(key, node)
    }
    endsAt[node] = [...(endsAt[node] ?? []), topic, index]
  }
  const next = new Uint16Array(endsAt.length * width)
  for (const [key, node] of edges) next[key] = node
  return { width, next, endsAt }
}

function buildSeparatorCodes(): Uint8Array {
  const codes = new Uint8Array(128)
  separators.forEach((separator, index) => {
    if (separator.length === 1) codes[separator.charCodeAt(0)] = firstSeparator + index
  })
  return codes
}
