import type { ColumnType } from '../../core/table.ts'

/** Cells whose writing is looked at; behind them only those with signs that none had before. */
const lookedAt = 5_000
/** Share of the cells looked at that must be written alike. */
const leastAlike = 0.95

const writings: readonly (readonly [ColumnType, RegExp])[] = [
  ['boolean', /^(?:true|false|t|f|yes|no|y|n|oui|non|ja|nein|s[ií]|wahr|falsch|vrai|faux)$/i],
  ['integer', /^-?\d{1,30}$/],
  ['decimal', /^-?(?:\d{1,30}|\d{1,3}(?:[ ,.']\d{3}){1,8})?(?:[.,]\d{1,30})?(?:e[+-]?\d{1,3})?$/i],
  [
    'date',
    /^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{2,4})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[AP]M)? ?(?:Z|[+-]\d{2}:?\d{2}|UTC)?)?$/i,
  ],
]

/** Tells what a column's values are written as. */
export class ColumnTyping {
  readonly #counts = new Map<ColumnType, number>()
  #looked = 0
  #signs = 0

  /** @param signs what the value is made of */
  look(value: string, signs: number): void {
    if (this.#looked >= lookedAt && (signs & ~this.#signs) === 0) return
    this.#signs |= signs
    this.#looked += 1
    const type = writings.find(([, pattern]) => pattern.test(value))?.[0] ?? 'text'
    this.#counts.set(type, (this.#counts.get(type) ?? 0) + 1)
  }

  type(): ColumnType {
    if (this.#looked === 0) return 'empty'
    const count = (type: ColumnType) => this.#counts.get(type) ?? 0
    const enough = leastAlike * this.#looked
    if (count('integer') >= enough) return 'integer'
    if (count('integer') + count('decimal') >= enough) return 'decimal'
    return (['date', 'boolean'] as const).find((type) => count(type) >= enough) ?? 'text'
  }
}
