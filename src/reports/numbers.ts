const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const

/** Bytes for people: 68.9 MB. Powers of 1,000. */
export function bytesText(bytes: number): string {
  let value = bytes
  let unit = 0
  // 999,950 would be written as 1000.0 kB.
  while (value >= (unit === 0 ? 1_000 : 999.95) && unit < units.length - 1) {
    value /= 1_000
    unit += 1
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`
}

/** A whole number with thousands apart, the same on every machine: 900,000. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A number with what it counts: `1 record`, `2 records`. */
export function counted(count: number, one: string, many: string): string {
  return `${countText(count)} ${count === 1 ? one : many}`
}
