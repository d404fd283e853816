import { type Notes, type Rank, ranks } from '../images/notes.ts'

const sign = /^([+-]\d{1,7}(?:\.\d{1,12})?)([+-]\d{1,8}(?:\.\d{1,12})?)([+-]\d{1,6}(?:\.\d{1,12})?)?/

/**
 * Notes a position written as ISO 6709, annex H (`+48.8577+002.2950+035.0/`; degrees, degrees with minutes, or with
 * minutes and seconds, by the number of digits), in decimal degrees and metres.
 */
export function notePosition(text: string, notes: Notes, rank: Rank = ranks.exif): void {
  const match = sign.exec(text.trim())
  const latitude = match?.[1] === undefined ? undefined : degrees(match[1], 2)
  const longitude = match?.[2] === undefined ? undefined : degrees(match[2], 3)
  if (latitude === undefined || longitude === undefined) return
  noteDegrees(latitude, longitude, match?.[3] === undefined ? undefined : Number(match[3]), notes, rank)
}

/** Notes a position in degrees, and metres above the sea. */
export function noteDegrees(
  latitude: number,
  longitude: number,
  altitude: number | undefined,
  notes: Notes,
  rank: Rank = ranks.exif,
): void {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return
  notes.tag('GPSLatitude', rounded(latitude), rank)
  notes.tag('GPSLongitude', rounded(longitude), rank)
  if (altitude !== undefined && Number.isFinite(altitude)) notes.tag('GPSAltitude', rounded(altitude), rank)
}

function degrees(text: string, wholeDigits: number): number | undefined {
  const [whole = '', fraction = ''] = text.slice(1).split('.', 2)
  const factor = text.startsWith('-') ? -1 : 1
  const rest = whole.length - wholeDigits
  const tail = fraction === '' ? '' : `.${fraction}`
  if (rest <= 0) return factor * Number(whole + tail)
  if (rest === 2) return factor * (Number(whole.slice(0, -2)) + Number(whole.slice(-2) + tail) / 60)
  if (rest !== 4) return undefined
  const minutes = Number(whole.slice(-4, -2)) / 60
  return factor * (Number(whole.slice(0, -4)) + minutes + Number(whole.slice(-2) + tail) / 3_600)
}

function rounded(value: number): string {
  return String(Math.round(value * 1e8) / 1e8)
}
