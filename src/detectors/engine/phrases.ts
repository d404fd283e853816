import type { Lexicon } from './lexicon.ts'
import { type KnownWords, longestJoin } from './read-signs.ts'

/** Known words and phrases of a text, in order, longest first where several begin alike. */
export interface Cues {
  readonly cueStart: readonly number[]
  readonly cueEnd: readonly number[]
  readonly cueNode: readonly number[]
  /** Indices of cues by topic number. */
  readonly cuesByTopic: readonly (readonly number[] | undefined)[]
  /** The topics that have any. */
  readonly cueTopics: readonly number[]
}

/** Signs that may stand between the words of a phrase. */
const joins = Uint8Array.from({ length: 0x100 }, (_, code) =>
  ' \t\'./-°º(")'.includes(String.fromCharCode(code)) ? 1 : 0,
)

/** Joins words that stand side by side to the longest phrases that the lexicon has. */
export function joinPhrases(codes: Uint16Array, words: KnownWords, lexicon: Lexicon): Cues {
  const cueStart: number[] = []
  const cueEnd: number[] = []
  const cueNode: number[] = []
  const cuesByTopic: number[][] = []
  const cueTopics: number[] = []
  const { length } = words.start
  for (let first = 0; first < length; first += 1) {
    let last = first
    let found = words.node[first] ?? 0
    let node = 0
    for (let index = first; index < length; index += 1) {
      const id = words.id[index] ?? 0
      if (id === 0 || (index > first && !isJoin(codes, words.end[index - 1] ?? 0, words.start[index] ?? 0))) break
      node = index === first ? (lexicon.firstNode[id] ?? 0) : (lexicon.edges.get(node * lexicon.words.length + id) ?? 0)
      if (node === 0) break
      if (lexicon.topicsAt[node] !== undefined) {
        found = node
        last = index
      }
      if (lexicon.goesOn[node] === 0) break
    }
    if (found === 0) continue
    const cue = cueNode.push(found) - 1
    cueStart.push(words.start[first] ?? 0)
    cueEnd.push(words.end[last] ?? 0)
    for (const topic of lexicon.topicsAt[found] ?? []) {
      const cues = cuesByTopic[topic]
      if (cues !== undefined) cues.push(cue)
      else {
        cuesByTopic[topic] = [cue]
        cueTopics.push(topic)
      }
    }
    first = last
  }
  return { cueStart, cueEnd, cueNode, cuesByTopic, cueTopics }
}

function isJoin(codes: Uint16Array, from: number, to: number): boolean {
  if (to - from >= longestJoin) return false
  for (let at = from; at < to; at += 1) if (joins[codes[at] ?? 0] !== 1) return false
  return true
}
