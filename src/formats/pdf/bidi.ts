const rtl = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const rtlDigit = /[\u0660-\u0669\u06f0-\u06f9]/
const letter = /\p{L}/u
const digit = /\p{Nd}/u

/** Whether a text holds letters that are written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rtl.test(text)
}

/** Whether more letters of some texts are written from right to left than from left to right. */
export function isMostlyRightToLeft(texts: Iterable<string>): boolean {
  let balance = 0
  for (const text of texts) {
    const code = text.codePointAt(0) ?? 0
    // The first Hebrew letter stands behind all of Latin, Greek and Cyrillic.
    if (code >= 0x590 && rtl.test(text)) balance += 1
    else if (code >= 0x41 && (code <= 0x5a || code >= 0x61)) balance -= 1
  }
  return balance > 0
}

type Kind = 'rtl' | 'ltr' | 'digit' | 'joiner' | 'space' | 'neutral'

/**
 * Turns what stands from left to right on the page into reading order: the Unicode bidirectional algorithm (UAX 9)
 * run backwards, as far as one line shows it. Pieces are characters, ligatures or gaps; each keeps its own order.
 * @param isRightToLeft whether the text around the line reads from right to left; else its own letters decide
 */
export function readingOrder(pieces: readonly string[], isRightToLeft = false): string[] {
  const kinds = pieces.map(kindOf)
  const rightToLeft = kinds.filter((kind) => kind === 'rtl').length
  if (rightToLeft === 0) return [...pieces]
  const leftToRight = kinds.filter((kind) => kind === 'ltr').length
  if (isRightToLeft || rightToLeft >= leftToRight) return reversed(pieces, kinds)
  return withRunsReversed(pieces, kinds)
}

function kindOf(piece: string): Kind {
  if (rtl.test(piece) && !rtlDigit.test(piece)) return 'rtl'
  if (letter.test(piece)) return 'ltr'
  if (digit.test(piece)) return 'digit'
  if (/^[.,:/+%#@_-]$/.test(piece)) return 'joiner'
  return /^ +$/.test(piece) ? 'space' : 'neutral'
}

/** A line that reads from right to left: turned round, with numbers and foreign words turned back. */
function reversed(pieces: readonly string[], kinds: readonly Kind[]): string[] {
  const out: string[] = []
  for (let at = pieces.length - 1; at >= 0; ) {
    const from = startOfRun(kinds, at)
    for (let index = from; index <= at; index += 1) out.push(pieces[index] ?? '')
    at = from - 1
  }
  return mirrored(out)
}

/** Where the run of digits or foreign words that ends at `at` begins; `at` itself where none does. */
function startOfRun(kinds: readonly Kind[], at: number): number {
  if (kinds[at] !== 'ltr' && kinds[at] !== 'digit') return at
  let start = at
  let hasLetter = kinds[at] === 'ltr'
  for (let index = at - 1; index >= 0; index -= 1) {
    const kind = kinds[index]
    if (kind === 'rtl') break
    if (kind === 'ltr' || kind === 'digit') {
      const isApart = kinds.slice(index + 1, start).some((between) => between === 'space' || between === 'neutral')
      if (isApart && !hasLetter && kind !== 'ltr') break
      hasLetter ||= kind === 'ltr'
      start = index
    } else if (start - index > 4) break
  }
  return start
}

/** A line that reads from left to right: only what stands in the other script is turned. */
function withRunsReversed(pieces: readonly string[], kinds: readonly Kind[]): string[] {
  const out: string[] = []
  for (let at = 0; at < pieces.length; ) {
    if (kinds[at] !== 'rtl') {
      out.push(pieces[at] ?? '')
      at += 1
      continue
    }
    let end = at + 1
    for (let index = end; index < pieces.length && kinds[index] !== 'ltr'; index += 1) {
      if (kinds[index] === 'rtl') end = index + 1
    }
    out.push(...reversed(pieces.slice(at, end), kinds.slice(at, end)))
    at = end
  }
  return out
}

const mirrors = new Map([...'()[]{}<>«»'].map((sign, at, all) => [sign, all[at ^ 1] ?? sign]))

/** Brackets drawn for the other direction close before they open: they are exchanged. */
function mirrored(pieces: string[]): string[] {
  const first = pieces.find((piece) => mirrors.has(piece))
  if (first === undefined || '([{<«'.includes(first)) return pieces
  return pieces.map((piece) => mirrors.get(piece) ?? piece)
}
