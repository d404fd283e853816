/** Characters of one value that are held; a longer one is given as text. */
const valueCharacters = 2 ** 22

/** Splits a list of JSON values, which comes in pieces: `[…, …]`, or one value behind another. */
export interface JsonRows {
  write(piece: string): void
  end(): void
  /** The texts of the values that were completed since the last call. */
  take(): readonly string[]
  /** What is neither a value nor what stands between values, since the last call. */
  takeRest(): string
  readonly faults: { truncated: boolean; cut: boolean }
}

const [quote, backslash, openObject, openArray, closeObject, closeArray] = [0x22, 0x5c, 0x7b, 0x5b, 0x7d, 0x5d]

/** @param isList whether the values stand in one array */
export function createJsonRows(isList: boolean): JsonRows {
  const faults = { truncated: false, cut: false }
  let values: string[] = []
  let rest = ''
  let held = ''
  // Where reading goes on within what is held, and how deep it is there; the list's own bracket does not count.
  let [at, depth, start] = [0, 0, -1]
  let isInString = false
  let hasBegun = !isList

  function read(): void {
    for (; at < held.length; at += 1) {
      if (isInString) {
        const end = stringEnd()
        if (end < 0) return
        at = end
        isInString = false
        continue
      }
      const unit = held.charCodeAt(at)
      if (unit === quote && depth > 0) isInString = true
      else if (unit === openObject || unit === openArray) open(unit)
      else if (unit === closeObject || unit === closeArray) close()
      else if (depth === 0 && unit > 0x20 && unit !== 0x2c) rest += held[at]
    }
  }

  /** The closing quote; -1 where it is not there yet, and then `at` is where to look on. */
  function stringEnd(): number {
    for (let end = held.indexOf('"', at); end >= 0; end = held.indexOf('"', end + 1)) {
      let slashes = 0
      while (held.charCodeAt(end - 1 - slashes) === backslash) slashes += 1
      if (slashes % 2 === 0) return end
    }
    // A backslash at the end may escape what comes next: looked at again from before it.
    let back = held.length
    while (back > at && held.charCodeAt(back - 1) === backslash) back -= 1
    at = back
    return -1
  }

  function open(unit: number): void {
    if (depth === 0 && !hasBegun && unit === openArray) {
      hasBegun = true
      return
    }
    if (depth === 0) start = at
    depth += 1
  }

  function close(): void {
    if (depth === 0) return
    depth -= 1
    if (depth > 0 || start < 0) return
    values.push(held.slice(start, at + 1))
    start = -1
  }

  return {
    write(piece) {
      held = held === '' ? piece : held + piece
      read()
      const keep = start < 0 ? at : start
      held = held.slice(keep)
      at -= keep
      if (start >= 0) start = 0
      if (held.length <= valueCharacters) return
      faults.cut = true
      rest += held
      held = ''
      ;[at, depth, start, isInString] = [0, 0, -1, false]
    },
    end() {
      if (start >= 0) {
        faults.truncated = true
        rest += held
      }
      held = ''
    },
    take() {
      const taken = values
      values = []
      return taken
    },
    takeRest() {
      const taken = rest
      rest = ''
      return taken
    },
    faults,
  }
}

const longNumber = /[:[,\s]-?\d{16,}/

/** The value of a JSON text; undefined where it is none. Numbers that have more digits than a double stay as they are written. */
export function parsedJson(text: string): unknown {
  try {
    return longNumber.test(text) ? JSON.parse(text, asWritten) : JSON.parse(text)
  } catch (error) {
    // Not JSON: the caller reads it as text.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function asWritten(this: unknown, _key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && !Number.isSafeInteger(value) && context?.source !== undefined
    ? context.source
    : value
}
