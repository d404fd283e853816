import { createNames } from '../core/readable-name.ts'
import { looksEmbedded } from './embedded.ts'
import type { EmbeddedFiles } from './embedded-files.ts'
import { createJsonTokens, type JsonFault, type JsonHandler } from './json-tokens.ts'

/** Turns JSON into lines to read: one a value, `key: value`, with the name of the object it stands in above. */
export interface JsonLines {
  write(piece: string): void
  end(): void
  /** The lines since the last call. */
  take(): string
  readonly faults: ReadonlySet<JsonFault>
  /** Whether strings were left out because they hold data in base64. */
  hasEmbedded(): boolean
}

/** Characters of a line behind which the values of an array go on in a new one. */
const lineCharacters = 500

interface Level {
  readonly isArray: boolean
  /** What the array or object itself is called. */
  readonly label: string
  /** What the next value is called. */
  key: string
  hasHeading: boolean
}

const markup = /^\s{0,100}<[a-zA-Z!][\s\S]{0,1000000}<\/[a-zA-Z][a-zA-Z0-9]{0,20}>\s{0,100}$/

/**
 * @param nesting levels of arrays and objects within each other
 * @param textOfMarkup what to make of a value that is a piece of HTML; without it, it stands as it is
 * @param files takes values that hold data in base64; without it, they are left out
 */
export function createJsonLines(
  nesting: number,
  textOfMarkup?: (html: string) => string,
  files?: EmbeddedFiles,
): JsonLines {
  const nameOf = createNames()
  const levels: Level[] = []
  let out = ''
  // The length of the line that further values of an array may join; 0 where there is none.
  let joinable = 0
  let isSkipped = false
  let hasEmbedded = false

  function label(): string {
    return levels.at(-1)?.key ?? ''
  }

  function endLine(): void {
    if (joinable > 0) out += '\n'
    joinable = 0
  }

  /** Begins a line for a value, or goes on in the line of its array; returns what to write before the value. */
  function begin(length: number): string {
    const level = levels.at(-1)
    if (joinable > 0 && joinable + length < lineCharacters) return ', '
    endLine()
    joinable = 1
    if (level && !level.isArray && !level.hasHeading) {
      level.hasHeading = true
      if (level.label !== '') out += `${level.label}\n`
    }
    return label() === '' ? '' : `${label()}: `
  }

  function add(value: string): void {
    const written = begin(value.length) + value
    out += written
    joinable += written.length
    if (!levels.at(-1)?.isArray || value.includes('\n')) endLine()
  }

  const handler: JsonHandler = {
    open(isArray) {
      endLine()
      const own = label()
      levels.push({ isArray, label: own, key: isArray ? own : '', hasHeading: false })
    },
    close(isArray) {
      endLine()
      const level = levels.pop()
      const parent = levels.at(-1)
      if (!isArray && level?.hasHeading && (parent?.isArray ?? true)) out += '\n'
    },
    key(name) {
      const level = levels.at(-1)
      if (level) level.key = nameOf(name)
    },
    string(piece, isFirst, isLast) {
      if (isFirst) {
        isSkipped = looksEmbedded(piece)
        hasEmbedded ||= isSkipped && !files
      }
      if (isSkipped) {
        files?.add(piece)
        if (isLast) files?.end()
        return
      }
      if (isFirst && isLast) {
        const text = textOfMarkup && markup.test(piece) ? textOfMarkup(piece) : piece
        if (text.trim() !== '') add(text)
        return
      }
      // A long string goes out as it comes, in a line of its own.
      if (isFirst) {
        endLine()
        out += begin(piece.length)
      }
      out += piece
      joinable = lineCharacters
      if (isLast) endLine()
    },
    word(word) {
      if (word !== 'null') add(word)
    },
    raw(text) {
      endLine()
      out += text
    },
  }

  const tokens = createJsonTokens(handler, nesting)
  return {
    write: tokens.write,
    end() {
      tokens.end()
      endLine()
    },
    take() {
      const lines = out
      out = ''
      return lines
    },
    faults: tokens.faults,
    hasEmbedded: () => hasEmbedded,
  }
}
