/** Where a hash stands in a line; nothing where `digits` is 0. */
export interface HashPlace {
  at: number
  /** 32 (MD5), 40 (SHA-1), 64 (SHA-256), or 0. */
  digits: number
}

/** Which columns of a CSV hold hashes, one bit a column from the lowest; 0 where any may. */
export type HashColumns = number

/**
 * Finds the hash of one line, whatever usual form the line has: the hash alone; as `sha256sum` and `md5sum` write it
 * (before a blank and a name, or behind `SHA256 (name) = `); or a field of a CSV, the strongest where there are several
 * (NSRL's RDS). What stands in a name is no hash.
 * @param end behind the line's last byte, without its line break
 * @param place where the answer goes: lists have millions of lines, and no object is made for each
 */
export function findHash(bytes: Uint8Array, start: number, end: number, columns: HashColumns, place: HashPlace): void {
  place.digits = 0
  // sha256sum marks a line whose name has escapes in it.
  const first = bytes[start] === backslash ? start + 1 : start
  const run = hexRun(bytes, first, end)
  if (columns === 0 && isHash(run) && (first + run === end || isBlank(bytes[first + run]))) {
    place.at = first
    place.digits = run
    return
  }
  if (columns === 0 && isTagged(bytes, start, end)) behindName(bytes, start, end, place)
  else strongestField(bytes, start, end, columns, place)
}

/** The columns of a header whose names are those of hashes; undefined where the line is no header of hashes. */
export function hashColumns(line: string): HashColumns | undefined {
  if (!/\b(?:md-?5|sha-?1|sha-?256|hash(?:es)?)\b/i.test(line)) return undefined
  let columns = 0
  for (const [at, name] of line.split(separatorOf(line)).slice(0, columnsAtMost).entries()) {
    if (/^\W*(?:md-?5|sha-?1|sha-?256)\W*$/i.test(name)) columns |= 1 << at
  }
  return columns
}

/** Whether nobody would expect a hash in the line: it is empty, or a remark. */
export function isRemark(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const sign = bytes[at]
    if (isBlank(sign)) continue
    return sign === 0x23 || sign === 0x25 || sign === semicolon
  }
  return true
}

const columnsAtMost = 30
const quote = 0x22
const comma = 0x2c
const semicolon = 0x3b
const tab = 0x09
const space = 0x20
const backslash = 0x5c
const equals = 0x3d
const openBracket = 0x28

function isBlank(sign: number | undefined): boolean {
  return sign === space || sign === tab
}

function isHash(digits: number): boolean {
  return digits === 32 || digits === 40 || digits === 64
}

function separatorOf(line: string): string {
  return [',', '\t', ';'].find((sign) => line.includes(sign)) ?? ','
}

/** How many hexadecimal digits stand in a row; 65 where there are more than 64. */
function hexRun(bytes: Uint8Array, start: number, end: number): number {
  const last = Math.min(end, start + 65)
  let at = start
  while (at < last && (hexValues[bytes[at] ?? 0] ?? 0) < 16) at += 1
  return at - start
}

/** The value of a hexadecimal digit by its sign; 255 for every other sign. */
export const hexValues: Uint8Array = new Uint8Array(256).fill(255)
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  hexValues[digit.charCodeAt(0)] = value
  hexValues[digit.toUpperCase().charCodeAt(0)] = value
}

/** `SHA256 (name) = …`: the name of an algorithm, a blank and a bracket. */
function isTagged(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < Math.min(end, start + 12); at += 1) {
    if (bytes[at] === space) return bytes[at + 1] === openBracket
    if (bytes[at] === comma) return false
  }
  return false
}

function behindName(bytes: Uint8Array, start: number, end: number, place: HashPlace): void {
  const at = bytes.lastIndexOf(equals, end - 1) + 2
  if (at < start + 2) return
  const run = hexRun(bytes, at, end)
  if (!isHash(run) || at + run !== end) return
  place.at = at
  place.digits = run
}

function strongestField(bytes: Uint8Array, start: number, end: number, columns: HashColumns, place: HashPlace): void {
  let column = 0
  for (let at = start; at <= end; column += 1) {
    const isAsked = columns === 0 || (column < columnsAtMost && (columns & (1 << column)) !== 0)
    let from = at
    while (from < end && isBlank(bytes[from]) && bytes[from] !== tab) from += 1
    const isQuoted = bytes[from] === quote
    if (isQuoted) from += 1
    const run = isAsked ? hexRun(bytes, from, end) : 0
    at = isQuoted ? behindQuote(bytes, from, end) : from
    while (at < end && !isSeparator(bytes[at])) at += 1
    if (isHash(run) && run > place.digits && endsField(bytes, from + run, at, isQuoted)) {
      place.at = from
      place.digits = run
    }
    at += 1
  }
}

function isSeparator(sign: number | undefined): boolean {
  return sign === comma || sign === semicolon || sign === tab
}

/** Behind the quote that closes the field; two of them stand for one inside it. */
function behindQuote(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at += 1) {
    if (bytes[at] !== quote) continue
    if (bytes[at + 1] !== quote) return at + 1
    at += 1
  }
  return end
}

/** Whether nothing but the closing quote and blanks stands between the hash and the end of its field. */
function endsField(bytes: Uint8Array, from: number, end: number, isQuoted: boolean): boolean {
  let at = from
  if (isQuoted) {
    if (bytes[at] !== quote) return false
    at += 1
  }
  while (at < end && isBlank(bytes[at])) at += 1
  return at >= end
}
