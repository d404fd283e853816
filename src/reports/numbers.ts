const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const

/** Bytes for people: 68.9 MB. Powers of 1,000. */
export function bytesText(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000
    unit += 1
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`
}

/** A whole number with thousands apart, the same on every machine: 900,000. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
