const exifTime = /^(\d{4})[:-](\d\d)[:-](\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?)? ?(Z|[+-]\d\d:?\d\d)?$/

/**
 * A time as EXIF, IPTC, XMP and ExifTool write it, in ISO 8601 with the zone it came with and none added:
 * "2020:01:02 03:04:05" gives "2020-01-02T03:04:05". Any other text stays as it is.
 */
export function isoTime(value: string): string {
  if (value.length < 10 || value.length > 35) return value
  const match = exifTime.exec(value)
  if (!match) return value
  const [, year, month, day, hour, minute, second, fraction, zone] = match
  if (!isBetween(month, 1, 12) || !isBetween(day, 1, 31)) return value
  if (hour === undefined) return zone === undefined ? `${year}-${month}-${day}` : value
  if (!isBetween(hour, 0, 24) || !isBetween(minute, 0, 59)) return value
  const seconds = second === undefined ? '' : `:${second}${fraction ?? ''}`
  return `${year}-${month}-${day}T${hour}:${minute}${seconds}${zoneOf(zone)}`
}

function isBetween(text: string | undefined, low: number, high: number): boolean {
  const value = Number(text)
  return value >= low && value <= high
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined || zone === 'Z') return zone ?? ''
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
}

const offset = /^[+-]\d\d:\d\d$/

/** An ISO time with the offset that another tag gave it, where it has none of its own. */
export function withOffset(time: string, zone: string | undefined): string {
  if (zone === undefined || !offset.test(zone)) return time
  return /T[\d:.]{5,18}$/.test(time) ? time + zone : time
}
