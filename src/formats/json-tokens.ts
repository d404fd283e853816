/** What a JSON text holds, in order. Strings come unescaped. */
export interface JsonHandler {
  open(isArray: boolean): void
  close(isArray: boolean): void
  key(name: string): void
  /** A string value; a long one comes in several pieces. */
  string(piece: string, isFirst: boolean, isLast: boolean): void
  /** A number, true, false or null as it stands. */
  word(word: string): void
  /** Text behind a fault, as it stands. */
  raw(text: string): void
}

/** Why the rest of the text, or of a line of it, was given as it stands. */
export type JsonFault = 'malformed' | 'too_deep' | 'truncated'

/** Reads JSON (RFC 8259), one value or several in a row, piece by piece. */
export interface JsonTokens {
  write(piece: string): void
  end(): void
  readonly faults: ReadonlySet<JsonFault>
}

/** Characters of a string value that are held before they are given out. */
const stringCharacters = 1 << 16
/** Characters of a key that are kept; a longer key is cut. */
const keyCharacters = 200
/** Characters of a number; more are no number. */
const wordCharacters = 400

type Due = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end'
type Mode = 'between' | 'string' | 'escape' | 'word' | 'raw' | 'raw line'

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}
const wordPattern = /^(?:true|false|null|NaN|-?Infinity|-?\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,5})?)$/

/**
 * A tokeniser that never throws and never backtracks. Behind a fault the rest is given as it stands: up to the line's end
 * where whole values came before (a file of one value a line goes on behind it), else up to the end.
 * @param nesting levels of arrays and objects within each other
 */
export function createJsonTokens(handler: JsonHandler, nesting: number): JsonTokens {
  const faults = new Set<JsonFault>()
  // One entry for each open array (true) or object (false).
  const open: boolean[] = []
  let mode: Mode = 'between'
  let due: Due = 'value'
  let held = ''
  let isKey = false
  let isFirst = true
  let wholeValues = 0

  function fault(kind: JsonFault): void {
    faults.add(kind)
    if (mode === 'string' || mode === 'escape') giveString(true)
    else if (mode === 'word' && held !== '') handler.raw(held)
    held = ''
    mode = wholeValues > 0 ? 'raw line' : 'raw'
  }

  function giveString(isLast: boolean): void {
    const text = held.toWellFormed()
    if (isKey) handler.key(text)
    else if (text !== '' || isLast) {
      handler.string(text, isFirst, isLast)
      isFirst = false
    }
    held = ''
  }

  function valueEnds(): void {
    if (open.length === 0) wholeValues++
    due = open.length === 0 ? 'value' : 'comma or end'
  }

  function close(isArray: boolean): void {
    const mayEnd = isArray
      ? due === 'value or end' || due === 'comma or end' || due === 'value'
      : due === 'key or end' || due === 'comma or end' || due === 'key'
    if (!mayEnd || open.at(-1) !== isArray) {
      fault('malformed')
      return
    }
    open.pop()
    handler.close(isArray)
    valueEnds()
  }

  function openLevel(isArray: boolean): void {
    if (due !== 'value' && due !== 'value or end') {
      fault('malformed')
      return
    }
    if (open.length >= nesting) {
      fault('too_deep')
      return
    }
    open.push(isArray)
    handler.open(isArray)
    due = isArray ? 'value or end' : 'key or end'
  }

  function startString(): void {
    isKey = due === 'key' || due === 'key or end'
    if (!isKey && due !== 'value' && due !== 'value or end') {
      fault('malformed')
      return
    }
    mode = 'string'
    held = ''
    isFirst = true
  }

  function startWord(): void {
    if (due !== 'value' && due !== 'value or end') {
      fault('malformed')
      return
    }
    mode = 'word'
    held = ''
  }

  function punctuation(character: string): void {
    if (character === '{' || character === '[') openLevel(character === '[')
    else if (character === '}' || character === ']') close(character === ']')
    else if (character === '"') startString()
    else if (character === ':' && due === 'colon') due = 'value'
    else if (character === ',' && due === 'comma or end') due = open.at(-1) ? 'value' : 'key'
    else startWord()
  }

  /** Reads between tokens from `at`; returns where to go on. */
  function between(piece: string, at: number): number {
    const unit = piece.charCodeAt(at)
    if (unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0x1e) return at + 1
    punctuation(piece[at] ?? '')
    // What began a word, or broke the grammar, is read again as such.
    return mode === 'word' || mode === 'raw' || mode === 'raw line' ? at : at + 1
  }

  function inString(piece: string, at: number): number {
    let end = at
    let unit = 0
    for (; end < piece.length; end++) {
      unit = piece.charCodeAt(end)
      if (unit === 0x22 || unit === 0x5c || unit < 0x20) break
    }
    if (!isKey || held.length < keyCharacters) held += piece.slice(at, end)
    if (end === piece.length) {
      if (!isKey && held.length >= stringCharacters) givePart()
      return end
    }
    if (unit === 0x5c) mode = 'escape'
    else if (unit === 0x22) endString()
    else if (unit === 0x09) held += '\t'
    else {
      fault('malformed')
      return end
    }
    return end + 1
  }

  /** Gives out what is held of a long string, but for half a character at its end. */
  function givePart(): void {
    const last = held.charCodeAt(held.length - 1)
    const rest = last >= 0xd800 && last < 0xdc00 ? held.slice(-1) : ''
    if (rest !== '') held = held.slice(0, -1)
    giveString(false)
    held = rest
  }

  function endString(): void {
    giveString(true)
    mode = 'between'
    if (isKey) due = 'colon'
    else valueEnds()
  }

  let escaped = ''
  function inEscape(piece: string, at: number): number {
    escaped += piece[at] ?? ''
    const simple = escaped.length === 1 ? escapes[escaped] : undefined
    if (simple !== undefined) held += simple
    else if (/^u[0-9A-Fa-f]{4}$/.test(escaped)) held += String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
    else if (/^u[0-9A-Fa-f]{0,3}$/.test(escaped)) return at + 1
    // An escape that is none: taken as it stands, as many programs write it.
    else held += `\\${escaped}`
    escaped = ''
    mode = 'string'
    return at + 1
  }

  function inWord(piece: string, at: number): number {
    let end = at
    while (end < piece.length && isWordUnit(piece.charCodeAt(end))) end++
    held += piece.slice(at, end)
    if (held.length > wordCharacters || (end < piece.length && !wordPattern.test(held))) fault('malformed')
    else if (end < piece.length) endWord()
    return end
  }

  function endWord(): void {
    handler.word(held)
    held = ''
    mode = 'between'
    valueEnds()
  }

  function inRawLine(piece: string, at: number): number {
    const end = piece.indexOf('\n', at)
    handler.raw(piece.slice(at, end < 0 ? piece.length : end + 1))
    if (end < 0) return piece.length
    while (open.length > 0) handler.close(open.pop() ?? false)
    mode = 'between'
    due = 'value'
    return end + 1
  }

  function step(piece: string, at: number): number {
    switch (mode) {
      case 'between':
        return between(piece, at)
      case 'string':
        return inString(piece, at)
      case 'escape':
        return inEscape(piece, at)
      case 'word':
        return inWord(piece, at)
      case 'raw line':
        return inRawLine(piece, at)
      case 'raw':
        handler.raw(at === 0 ? piece : piece.slice(at))
        return piece.length
    }
  }

  return {
    faults,
    write(piece) {
      for (let at = 0; at < piece.length; ) at = step(piece, at)
    },
    end() {
      if (mode === 'word' && wordPattern.test(held)) endWord()
      if (mode === 'string' || mode === 'escape' || mode === 'word') fault('truncated')
      else if (open.length > 0 && mode === 'between') faults.add('truncated')
    },
  }
}

/** Letters, digits and signs, as words have them. */
function isWordUnit(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    unit === 0x2b ||
    unit === 0x2d ||
    unit === 0x2e
  )
}
