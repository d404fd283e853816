import type { TaggedType } from '../../src/detectors/names/model.ts'
import type { Random } from './random.ts'

/** A made text with what the tagger should see in it; UTF-16 units, end exclusive. */
export interface MadeText {
  readonly text: string
  readonly spans: readonly MadeSpan[]
}

export interface MadeSpan {
  readonly type: TaggedType
  readonly start: number
  readonly end: number
}

/** What a slot stands for: a text of a type, or one with spans of its own. */
export type Filled = string | { readonly text: string; readonly type: TaggedType } | MadeText

/**
 * Writes a template out. `[a|b|]` is one of its alternatives, `{P}` what the slot says, `\n` a line end,
 * `\{` a bracket.
 * @throws Error where brackets do not match: a fault of the template
 */
export function expand(template: string, random: Random, fill: (slot: string) => Filled): MadeText {
  let text = ''
  const spans: MadeSpan[] = []
  const put = (filled: Filled) => {
    const from = text.length
    if (typeof filled === 'string') text += filled
    else {
      text += filled.text
      if ('type' in filled) spans.push({ type: filled.type, start: from, end: text.length })
      else for (const { type, start, end } of filled.spans) spans.push({ type, start: from + start, end: from + end })
    }
  }
  const write = (part: string) => {
    for (let at = 0; at < part.length; ) {
      const sign = part.charAt(at)
      if (sign === '\\') {
        put(part.charAt(at + 1) === 'n' ? '\n' : part.charAt(at + 1) === 't' ? '\t' : part.charAt(at + 1))
        at += 2
      } else if (sign === '[') {
        const end = closing(part, at)
        write(random.pick(alternatives(part.slice(at + 1, end))))
        at = end + 1
      } else if (sign === '{') {
        const end = part.indexOf('}', at)
        if (end < 0) throw new Error(`no end of a slot in «${part}»`)
        put(fill(part.slice(at + 1, end)))
        at = end + 1
      } else {
        put(sign)
        at += 1
      }
    }
  }
  write(template)
  return { text, spans }
}

function closing(part: string, open: number): number {
  let depth = 0
  for (let at = open; at < part.length; at += 1) {
    if (part.charAt(at) === '[') depth += 1
    if (part.charAt(at) === ']') depth -= 1
    if (depth === 0) return at
  }
  throw new Error(`no end of alternatives in «${part}»`)
}

function alternatives(part: string): readonly string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at <= part.length; at += 1) {
    const sign = part.charAt(at)
    if (sign === '[' || sign === '{') depth += 1
    if (sign === ']' || sign === '}') depth -= 1
    if (at === part.length || (sign === '|' && depth === 0)) {
      found.push(part.slice(from, at))
      from = at + 1
    }
  }
  return found
}
