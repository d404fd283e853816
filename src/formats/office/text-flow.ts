import type { Extract, Origin } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'

/** Characters of text that one item may still give; shared by all its parts. */
export interface TextBudget {
  left: number
  /** Set when text was left out. */
  isSpent: boolean
}

/**
 * Puts the text of one part of a document together, line by line, and hands on segments of bounded size. Breaks are
 * written when text follows, so that none stands at the beginning or the end, and at most one blank line between.
 */
export interface TextFlow {
  text(text: string): void
  /** Ends the line; twice leaves a blank line. */
  breakLine(): void
  /** A whole line. */
  line(text: string): void
  rowStart(): void
  /** Cells of a row are separated by tabs. */
  cellStart(): void
  rowEnd(): void
  /** What is written from here on goes aside, until {@link endAside} hands it out. May be nested. */
  beginAside(): void
  endAside(): string
  /** Hands on what is left. Nothing may follow. */
  finish(): void
}

interface Draft {
  text: string
  breaks: number
}

/** @param out receives the segments, each as soon as it is full */
export function textFlow(part: string, origin: Origin, limits: Limits, budget: TextBudget, out: Extract[]): TextFlow {
  const drafts: Draft[] = []
  const rows: { cells: number }[] = []
  let draft: Draft = { text: '', breaks: 0 }
  let hasText = false
  let offset = 0

  const append = (text: string) => {
    if (draft.text.length > budget.left) {
      budget.isSpent = true
      return
    }
    draft.text += text
    if (drafts.length > 0) return
    hasText = true
    if (draft.text.length > limits.segmentCharacters) cut(limits.segmentCharacters)
  }
  const writeBreaks = () => {
    const isFirst = drafts.length > 0 ? draft.text === '' : !hasText
    const count = isFirst ? 0 : Math.min(2, draft.breaks)
    draft.breaks = 0
    if (count > 0) append(count === 1 ? '\n' : '\n\n')
  }
  const cut = (atMost: number) => {
    while (draft.text.length > atMost) {
      const end = cutPoint(draft.text, limits.segmentCharacters)
      emit(draft.text.slice(0, end))
      draft.text = draft.text.slice(end)
    }
  }
  const emit = (piece: string) => {
    if (piece.length > budget.left) budget.isSpent = true
    const text = piece.length > budget.left ? piece.slice(0, pairStart(piece, budget.left)) : piece
    budget.left -= text.length
    if (/\S/.test(text)) {
      const place = { unit: 'part', part, offset } as const
      out.push({ what: 'segment', text: text.toWellFormed(), place, origin })
    }
    offset += codePoints(text)
  }
  return {
    text(text) {
      if (text === '') return
      if (draft.breaks > 0) writeBreaks()
      append(text)
    },
    breakLine() {
      draft.breaks += 1
    },
    line(text) {
      draft.breaks = Math.max(1, draft.breaks)
      this.text(text)
      draft.breaks += 1
    },
    rowStart() {
      draft.breaks = Math.min(1, draft.breaks)
      writeBreaks()
      rows.push({ cells: 0 })
    },
    cellStart() {
      const row = rows.at(-1)
      if (!row || row.cells++ === 0) return
      draft.breaks = 0
      append('\t')
    },
    rowEnd() {
      rows.pop()
      draft.breaks = Math.max(1, draft.breaks)
    },
    beginAside() {
      drafts.push(draft)
      draft = { text: '', breaks: 0 }
    },
    endAside() {
      const { text } = draft
      draft = drafts.pop() ?? { text: '', breaks: 0 }
      return text
    },
    finish() {
      for (let outer = drafts.pop(); outer; outer = drafts.pop()) draft = { text: outer.text + draft.text, breaks: 0 }
      cut(0)
    },
  }
}

/** Where a text of more than `atMost` characters is best cut: after a line, else after a word, never inside a pair. */
function cutPoint(text: string, atMost: number): number {
  if (text.length <= atMost) return text.length
  const line = text.lastIndexOf('\n', atMost - 1) + 1
  if (line > atMost / 2) return line
  const word = text.lastIndexOf(' ', atMost - 1) + 1
  return word > atMost / 2 ? word : Math.max(1, pairStart(text, atMost))
}

/** `at`, or one less where it would part a surrogate pair. */
function pairStart(text: string, at: number): number {
  const before = text.charCodeAt(at - 1)
  return at > 0 && before >= 0xd800 && before < 0xdc00 ? at - 1 : at
}

function codePoints(text: string): number {
  if (!/[\ud800-\udbff]/.test(text)) return text.length
  let count = 0
  for (const _ of text) count++
  return count
}
