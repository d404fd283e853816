/** Which cells stand at the right of their column: none, all but the first, or the second alone. */
export type Alignment = 'left' | 'numbers' | 'texts'

/** Rows as columns, two blanks apart and two from the margin. */
export function columns(rows: readonly (readonly string[])[], align: Alignment = 'numbers'): string {
  const widths: number[] = []
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, width(cell))
  }
  const isRight = (at: number) => (align === 'numbers' && at > 0) || (align === 'texts' && at === 1)
  return rows
    .map((row) => `  ${row.map((cell, at) => pad(cell, widths[at] ?? 0, isRight(at))).join('  ')}`.trimEnd())
    .join('\n')
}

function pad(cell: string, to: number, isRight: boolean): string {
  const blanks = ' '.repeat(Math.max(0, to - width(cell)))
  return isRight ? blanks + cell : cell + blanks
}

/** Columns that a terminal gives a text: none to marks that join the letter before, two to wide letters. */
function width(cell: string): number {
  if (!beyondLatin.test(cell)) return cell.length
  let taken = 0
  for (const sign of cell) taken += joining.test(sign) ? 0 : wide.test(sign) ? 2 : 1
  return taken
}

const beyondLatin = /[^\u0000-\u02ff\u2000-\u206f]/
const joining = /\p{Mn}|\p{Me}/u
const wide =
  /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Hangul}|\p{Emoji_Presentation}|[\uff01-\uff60\u3000-\u303f]/u
