import { describe, expect, it } from 'vitest'
import { dateTime } from '../../../src/detectors/date/date-time.ts'
import { table } from '../table.ts'

table(dateTime, [
  ['le 12/05/2024', ['12/05/2024']],
  ['12.05.2024, 12-05-2024, 2024-05-12, 2024/05/12', ['12.05.2024', '12-05-2024', '2024-05-12', '2024/05/12']],
  ['5-20-2021', ['5-20-2021']],
  ['am 15. 3. 1980', ['15. 3. 1980']],
  ['21/05/21 and 21.5.21', ['21/05/21', '21.5.21']],
  ['at 2024-03-15T14:30:00.123+02:00, no', ['2024-03-15T14:30:00.123+02:00']],
  ['le 12/05/2024 à 14h30.', ['12/05/2024 à 14h30']],
  ['3 mai 2024, 1er mars 2020', ['3 mai 2024', '1er mars 2020']],
  ['May 3rd, 2024', ['May 3rd, 2024']],
  ['3 de enero de 2020', ['3 de enero de 2020']],
  ['el 05-febrero-1931', ['05-febrero-1931']],
  ['3. März 1999', ['3. März 1999']],
  ['12 maggio 2001', ['12 maggio 2001']],
  ['1 de março de 2019', ['1 de março de 2019']],
  ['4 augustus 2010', ['4 augustus 2010']],
  ['في 5 مايو 2021', ['5 مايو 2021']],
  ['١٢/٠٥/٢٠٢٤', ['١٢/٠٥/٢٠٢٤']],
  ['julio de 2008', ['julio de 2008']],
  ['depuis 1984', ['1984']],
  ['1 2 0 5 2 0 2 4', ['1 2 0 5 2 0 2 4']],
  ['31/02/2024', []],
  ['13/13/2024', []],
  ['12.50 EUR, 1/2', []],
  ['192.0.2.17', []],
  ['you may 10 times', []],
  ['a12dec45ff', []],
  ['version 1.2.3', []],
  ['2024-05-12T10:00:00.123Z INFO started', []],
])

describe('the canonical form of a date', () => {
  it.each([
    ['25/12/2024', '2024-12-25'],
    ['12/25/2024', '2024-12-25'],
    ['05/05/2024', '2024-05-05'],
    ['03/05/2024', '03-05-2024'],
    ['2024-5-3', '2024-05-03'],
    ['3 mai 2024', '2024-05-03'],
    ['mai 2024', '2024-05'],
  ])('of %s is %s', (text, canonical) => {
    const found = [...dateTime.find(text, { origin: 'text', asked: false })].filter((one) => one.confidence >= 0.5)
    expect(found.map((candidate) => candidate.canonical)).toEqual([canonical])
  })
})
