/** Rows as columns, two blanks apart and two from the margin: all to the left, or numbers after the first to the right. */
export function columns(rows: readonly (readonly string[])[], align: 'left' | 'numbers' = 'numbers'): string {
  const widths: number[] = []
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, width(cell))
  }
  return rows
    .map((row) =>
      `  ${row.map((cell, at) => pad(cell, widths[at] ?? 0, at > 0 && align === 'numbers')).join('  ')}`.trimEnd(),
    )
    .join('\n')
}

function pad(cell: string, to: number, isRight: boolean): string {
  const blanks = ' '.repeat(Math.max(0, to - width(cell)))
  return isRight ? blanks + cell : cell + blanks
}

function width(cell: string): number {
  return [...cell].length
}
