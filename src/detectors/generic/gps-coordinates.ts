import type { Candidate } from '../../core/finding.ts'
import { listed } from '../engine/lexicon.ts'
import { support } from '../engine/near.ts'
import { defineUnit } from '../engine/plan.ts'
import { cuesOf, type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { ratios, reweigh, weigh } from '../engine/weigh.ts'

export const gpsCoordinates = defineUnit({
  id: 'gps-coordinates',
  version: 1,
  entityType: 'GPS_COORDINATES',
  title: 'Geographic position (latitude and longitude)',
  sensitivity: { category: 'behavioural', identifier: 'phone_or_address' },
  reference: 'https://www.iso.org/standard/75147.html',
  words: {
    gps: listed(`
    gps, lat, latitude, lng, lon, long, longitude, coordinates, coord, coords, position, geo, location, wgs,
    coordonnées, koordinaten, breitengrad, längengrad, coordenadas, latitud, longitud, ubicación, coordinate,
    latitudine, longitudine, posizione, coördinaten, breedtegraad, إحداثيات
  `),
  },
  anchors: [
    { by: 'words', topics: ['gps'] },
    { by: 'literals', literals: ['°'] },
  ],
  needsWords: true,
  examples: {
    hits: [
      'GPS: 48.85837, 2.29448',
      '48°51\'30.1"N 2°17\'40.1"E',
      '{"lat": 40.41678, "lng": -3.70379}',
      '48.85837° N, 2.29448° E',
    ],
    misses: ['12.345, 67.890', '48.85837', 'GPS: 98.85837, 2.29448', '0.12345, 0.67890'],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(gpsCoordinates, text, context)
    const isLikely = context.asked || cuesOf(scan, 'gps').length > 0 || scan.text.includes('°')
    return isLikely ? [...degrees(scan), ...decimals(scan)] : []
  },
})

const half = `\\d{1,3} ?° ?(?:\\d{1,2} ?['\\u2032] ?)?(?:\\d{1,2}(?:[.,]\\d{1,6})? ?(?:"|\\u2033|'') ?)?`
const sexagesimal = new RegExp(`(${half})([NSns]) ?[,;/]? ?(${half})([EWOewo])(?![A-Za-z])`, 'y')
const signed = `[+-]?\\d{1,3}\\.\\d{3,15}`
const pair = new RegExp(
  `(${signed}) ?°? ?([NS])?["']?[ \\t]{0,4}[,;/]?[ \\t\\n]{0,4}(?:["']?(?:lng|lon|long|longitude|longitudine|longitud)["']?[ \\t]{0,2}[:=]?[ \\t]{0,2}["']?)?(${signed})(?![\\d]) ?°? ?([EWO](?![A-Za-z]))?`,
  'iy',
)

/** With degree signs and the letters of the hemispheres. */
function* degrees({ text }: Scan): Iterable<Candidate> {
  for (let at = text.indexOf('°'); at >= 0; at = text.indexOf('°', at + 1)) {
    const start = numberStart(text, at)
    sexagesimal.lastIndex = start
    const match = start < at ? sexagesimal.exec(text) : null
    if (match === null) continue
    const [written, north = '', ns = '', east = '', ew = ''] = match
    const latitude = toDegrees(north) * (/s/i.test(ns) ? -1 : 1)
    const longitude = toDegrees(east) * (/w|o/i.test(ew) ? -1 : 1)
    const found = claim(match.index, written.trimEnd(), latitude, longitude, 0.95)
    if (found !== undefined) yield found
  }
}

/** Where the digits before a degree sign begin; `at` where none stand there. */
function numberStart(text: string, at: number): number {
  let start = text.charCodeAt(at - 1) === 0x20 ? at - 1 : at
  const end = start
  while (start > 0 && end - start < 3 && text.charCodeAt(start - 1) >= 0x30 && text.charCodeAt(start - 1) <= 0x39)
    start -= 1
  return start === end ? at : start
}

function toDegrees(written: string): number {
  const [whole = 0, minutes = 0, seconds = 0] = (written.match(/\d+(?:[.,]\d+)?/g) ?? []).map((part) =>
    Number(part.replace(',', '.')),
  )
  return whole + minutes / 60 + seconds / 3600
}

/** Two decimal numbers side by side; without a word or letter that says so, tables are full of them. */
function* decimals(scan: Scan): Iterable<Candidate> {
  const { text, runStart, runEnd, runKind } = scan
  let done = 0
  for (let run = 0; run + 2 < runStart.length; run += 1) {
    const start = runStart[run] ?? 0
    if (start < done || (runKind[run] ?? 0) < 1 || (runKind[run] ?? 0) > 3 || (runKind[run + 1] ?? 0) < 3) continue
    if (text.charCodeAt(runEnd[run] ?? 0) !== 0x2e || runStart[run + 1] !== (runEnd[run] ?? 0) + 1) continue
    const isSigned = /[+-]/.test(text.charAt(start - 1))
    pair.lastIndex = isSigned ? start - 1 : start
    const match = pair.exec(text)
    if (match === null) continue
    const [written, latitude, ns, longitude, ew] = match
    done = match.index + written.length
    const [north, east] = [Number(latitude), Number(longitude)]
    const found = claim(
      match.index,
      written.trimEnd(),
      /s/i.test(ns ?? '') ? -north : north,
      /w|o/i.test(ew ?? '') ? -east : east,
      0.15,
    )
    if (found === undefined) continue
    const isLettered = ns !== undefined && ew !== undefined
    const role = support(scan, 'gps', found.start, found.end) ?? (isLettered ? 'label' : undefined)
    yield role === undefined
      ? found
      : { ...found, ...reweigh(weigh('gps-coordinates', 0.15), role, 'a word or letter for positions', ratios[role]) }
  }
}

function claim(
  start: number,
  written: string,
  latitude: number,
  longitude: number,
  confidence: number,
): Candidate | undefined {
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined
  const canonical = `${latitude.toFixed(5)},${longitude.toFixed(5)}`
  return { start, end: start + written.length, canonical, ...weigh('gps-coordinates', confidence) }
}
