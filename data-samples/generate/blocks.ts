/** A page as its writer thinks of it; pdf, office and html each set it in their own way. */
export type Block =
  | { readonly letterhead: readonly string[] }
  | { readonly to: readonly string[] }
  | { readonly title: string }
  | { readonly heading: string }
  | { readonly text: string }
  | { readonly list: readonly string[] }
  | { readonly pairs: readonly (readonly [string, string])[] }
  /** Columns after the first are set to the right where they hold numbers. `widths` are shares. */
  | {
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly widths?: readonly number[]
    }
  | { readonly totals: readonly (readonly [string, string])[] }
  | { readonly sign: readonly string[] }
  | { readonly foot: string }
  | { readonly turn: 'page' }

/** What a file says of itself beside its page. */
export interface About {
  readonly title: string
  readonly author?: string
  readonly lastModifiedBy?: string
  readonly company?: string
  readonly keywords?: string
  /** ISO 8601 UTC, to the second. */
  readonly created: string
  readonly color?: string
  readonly rightToLeft?: boolean
  readonly language: string
}

/** Whether a cell is an amount, a quantity or a percentage. */
export function isNumeric(cell: string): boolean {
  return /^[-+]?[\d\s.,’']*\d[\d\s.,]*\s*(?:€|£|\$|%|EUR|GBP|USD|AED|د\.إ|درهم)?$|^[€£$]\s?[\d.,]+$/u.test(cell.trim())
}

/** The page as lines of plain text, tables with their columns padded. @param colon what stands between label and value */
export function asText(blocks: readonly Block[], colon = ': '): string {
  return `${blocks.map((block) => blockText(block, colon)).join('\n\n')}\n`
}

function blockText(block: Block, colon: string): string {
  if ('letterhead' in block) return block.letterhead.join('\n')
  if ('to' in block) return block.to.map((line) => `${' '.repeat(44)}${line}`).join('\n')
  if ('title' in block) return `${block.title}\n${'='.repeat([...block.title].length)}`
  if ('heading' in block) return `${block.heading}\n${'-'.repeat([...block.heading].length)}`
  if ('text' in block) return block.text
  if ('list' in block) return block.list.map((item) => `- ${item}`).join('\n')
  if ('pairs' in block) return block.pairs.map(([label, value]) => `${label}${colon}${value}`).join('\n')
  if ('head' in block) return tableText([block.head, ...block.rows])
  if ('totals' in block)
    return block.totals.map(([label, value]) => `${label.padStart(52)}  ${value.padStart(14)}`).join('\n')
  if ('sign' in block) return block.sign.join('\n')
  if ('foot' in block) return `${'_'.repeat(60)}\n${block.foot}`
  return '\f'
}

function tableText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at > 0 && isNumeric(cell) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
  return rows.map((row) => line(row).trimEnd()).join('\n')
}
