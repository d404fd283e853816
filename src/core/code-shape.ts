/** One to four letters and a number, tied or not: 'P004512', 'pat-20431'. */
const lettered = /^([A-Z]{1,4})([-_]?)(\d{3,12})$/
/** Two numbers, as files are counted within a year: '2024-00871', '14/20431'. */
const paired = /^(\d{2,6})([-/])(\d{3,8})$/
const digitsOnly = /^\d{7,12}$/

/**
 * What numbers given out in one series have in common: their letters, lengths and separator, and the first two digits
 * where there is no letter. 'p004512' is 'P######', '8001234567' is '80########'. The same for every number of the series,
 * so it tells of nobody.
 * @returns undefined for what is not written like a number of a series
 */
export function codeShape(written: string): string | undefined {
  const upper = written.toUpperCase()
  const [, letters, tie, number] = lettered.exec(upper) ?? []
  if (letters !== undefined) return `${letters}${tie}${'#'.repeat(number?.length ?? 0)}`
  if (!digitsOnly.test(upper) && !paired.test(upper)) return undefined
  return upper.slice(0, 2) + upper.slice(2).replace(/\d/g, '#')
}

/** A shape without what is particular to one series: what shares it with other series of numbers of the same length. */
export function classOf(shape: string): string {
  return hasLetters(shape) ? shape : shape.replace(/\d/g, '#')
}

/** Whether letters tell the series from a mere number. */
export function hasLetters(shape: string): boolean {
  return /^[A-Z]/.test(shape)
}

/** How often one record has codes of one shape that nothing claims, and codes that a label claims for something else. */
export interface CodeCount {
  readonly shape: string
  readonly loose: number
  readonly other: number
}
