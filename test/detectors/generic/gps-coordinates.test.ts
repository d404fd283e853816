import { describe, expect, it } from 'vitest'
import { gpsCoordinates } from '../../../src/detectors/generic/gps-coordinates.ts'
import { table } from '../table.ts'

table(gpsCoordinates, [
  ['GPS: 48.85837, 2.29448', ['48.85837, 2.29448']],
  ['{"lat": 40.41678, "lng": -3.70379}', ['40.41678, "lng": -3.70379']],
  ['48.85837° N, 2.29448° E', ['48.85837° N, 2.29448° E']],
  ['48°51\'30.1"N 2°17\'40.1"E', ['48°51\'30.1"N 2°17\'40.1"E']],
  ['position -33.8568 151.2153', ['-33.8568 151.2153']],
  ['12.3456, 45.6789', []],
  ['GPS: 98.85837, 2.29448', []],
  ['n° 48.85 2.29', []],
])

describe('the canonical form of a position', () => {
  it.each([
    ['48°51\'30"N 2°17\'40"E', '48.85833,2.29444'],
    ['40°26\'46"S 79°58\'56"W', '-40.44611,-79.98222'],
    ['GPS 48.85837, -2.29448', '48.85837,-2.29448'],
  ])('of %j is %s', (text, canonical) => {
    const found = [...gpsCoordinates.find(text, { origin: 'text', asked: false })]
    expect(found.map((candidate) => candidate.canonical)).toEqual([canonical])
  })
})
