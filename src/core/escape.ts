/**
 * Text from a dump made safe for a terminal or a log line: control characters, line breaks, and the marks that turn
 * the direction of writing are written as escapes, so that no name can move the cursor, forge a line or hide its end.
 */
export function printable(text: string): string {
  return text.replace(unsafe, (sign) => {
    const code = sign.codePointAt(0) ?? 0
    return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`
  })
}

/**
 * Data as JSON that is as safe on a terminal as {@link printable} makes text, and still reads back as the same data:
 * what could move the cursor or turn the direction of writing stands as `\\u…`.
 * @param indent blanks for each level; everything on one line without it
 */
export function safeJson(data: unknown, indent?: number): string {
  return JSON.stringify(data, null, indent).replace(unsafeInJson, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** What JSON itself leaves as it stands; all of it is of one UTF-16 unit and only occurs inside strings. */
const unsafeInJson = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g

const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu

/**
 * A cell of CSV (RFC 4180); one that a spreadsheet would take for a formula gets a leading apostrophe. Semicolons are quoted
 * too: where a spreadsheet parts cells by them, what stands behind one would be a cell, and might be a formula.
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return ''
  const text = String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
