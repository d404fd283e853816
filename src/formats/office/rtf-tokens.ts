import type { Reader } from '../../core/reader.ts'

/** What is told of an RTF file, in order. */
export interface RtfHandler {
  open(): void
  close(): void
  /** A control word, or a control symbol, which is one sign that is no letter. */
  word(name: string, parameter: number | undefined): void
  /** A byte of text written as \'hh. */
  byte(value: number): void
  /** Plain text, in the character set of the place. Valid only during the call. */
  bytes(piece: Buffer): void
  /** Raw data after \bin. Valid only during the call. */
  binary(piece: Buffer): void
}

const pieceBytes = 1 << 18
/** Letters of a control word (RTF 1.9.1, "Control Word"). */
const wordLetters = 32
const parameterDigits = 10
const [brace, endBrace, backslash, quote, lineFeed, carriageReturn] = [0x7b, 0x7d, 0x5c, 0x27, 0x0a, 0x0d]

/**
 * Takes an RTF file apart.
 * @returns after each piece, for the caller to hand on what the handler made of it
 * @throws ItemError of the reader only
 */
export async function* readRtf(reader: Reader, handler: RtfHandler): AsyncGenerator<void, void, undefined> {
  let open: Buffer = Buffer.alloc(0)
  const state = { binaryLeft: 0 }
  for (let at = 0; at < reader.size; at += pieceBytes) {
    const bytes = await reader.read(at, Math.min(pieceBytes, reader.size - at))
    const piece = Buffer.concat([open, bytes])
    const isLast = at + pieceBytes >= reader.size || bytes.length === 0
    open = piece.subarray(tokenize(piece, isLast, state, handler))
    yield
    if (isLast) return
  }
}

/** Tells all whole tokens of a piece. @returns how far it came */
function tokenize(piece: Buffer, isLast: boolean, state: { binaryLeft: number }, handler: RtfHandler): number {
  let at = 0
  while (at < piece.length) {
    if (state.binaryLeft > 0) {
      const end = Math.min(piece.length, at + state.binaryLeft)
      handler.binary(piece.subarray(at, end))
      state.binaryLeft -= end - at
      at = end
      continue
    }
    const sign = piece[at]
    if (sign === backslash) {
      // A control word at the end of a piece may go on in the next.
      if (!isLast && at + wordLetters + parameterDigits + 3 > piece.length) return at
      at = control(piece, at + 1, state, handler)
    } else if (sign === brace || sign === endBrace) {
      if (sign === brace) handler.open()
      else handler.close()
      at += 1
    } else if (sign === lineFeed || sign === carriageReturn || sign === 0) at += 1
    else {
      const end = textEnd(piece, at)
      handler.bytes(piece.subarray(at, end))
      at = end
    }
  }
  return at
}

function textEnd(piece: Buffer, start: number): number {
  for (let at = start; at < piece.length; at++) {
    const sign = piece[at]
    if (sign === backslash || sign === brace || sign === endBrace || sign === lineFeed || sign === carriageReturn)
      return at
  }
  return piece.length
}

/** Reads what follows a backslash. @returns where it ends */
function control(piece: Buffer, start: number, state: { binaryLeft: number }, handler: RtfHandler): number {
  if (start >= piece.length) return start
  if (!isLetter(piece[start])) return symbol(piece, start, handler)
  let at = start
  while (at < start + wordLetters && isLetter(piece[at])) at++
  const name = piece.toString('latin1', start, at)
  const isNegative = piece[at] === 0x2d
  const digits = isNegative ? at + 1 : at
  let end = digits
  while (end < digits + parameterDigits && isDigit(piece[end])) end++
  const parameter = end > digits ? Number(piece.toString('latin1', at, end)) : undefined
  if (end === digits) end = at
  if (name === 'bin' && parameter !== undefined && parameter > 0) state.binaryLeft = parameter
  handler.word(name, parameter)
  // One space belongs to the word.
  return piece[end] === 0x20 ? end + 1 : end
}

function symbol(piece: Buffer, start: number, handler: RtfHandler): number {
  const sign = piece[start]
  if (sign !== quote) {
    handler.word(sign === carriageReturn || sign === lineFeed ? 'par' : String.fromCharCode(sign ?? 0), undefined)
    return start + 1
  }
  const value = Number.parseInt(piece.toString('latin1', start + 1, start + 3), 16)
  if (Number.isNaN(value)) return start + 1
  handler.byte(value)
  return start + 3
}

function isLetter(sign: number | undefined): boolean {
  return sign !== undefined && ((sign >= 0x61 && sign <= 0x7a) || (sign >= 0x41 && sign <= 0x5a))
}

function isDigit(sign: number | undefined): boolean {
  return sign !== undefined && sign >= 0x30 && sign <= 0x39
}
