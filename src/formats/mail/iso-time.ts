/** A time that a program wrote in words, as ISO 8601 UTC with milliseconds; '' where it is none. */
export function isoTime(value: string | Date | null | undefined): string {
  if (value === '' || value === null || value === undefined) return ''
  const time = value instanceof Date ? value : new Date(value)
  return Number.isNaN(time.getTime()) ? '' : time.toISOString()
}
