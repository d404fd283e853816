import { defineUnit } from '../engine/plan.ts'
import { type ScanContext, scanFor } from '../engine/scan.ts'
import { weigh } from '../engine/weigh.ts'
import { datesIn, dateWritings } from './dates.ts'
import { dateWords } from './words.ts'

export const dateTime = defineUnit({
  id: 'date-time',
  version: 1,
  entityType: 'DATE_TIME',
  title: 'Date, with a time where one is written',
  sensitivity: { category: 'simple' },
  reference: 'https://www.iso.org/standard/70907.html',
  words: dateWords,
  writings: dateWritings,
  anchors: [
    { by: 'writings', topics: Object.keys(dateWritings) },
    { by: 'words', topics: ['month'] },
    { by: 'runs', from: 4, to: 4 },
  ],
  examples: {
    hits: [
      'le 12/05/2024',
      '2024-03-15T14:30:00+02:00',
      '3 de enero de 2020',
      'March 3rd, 2024',
      '15. 3. 1980',
      'مايو 2021',
    ],
    misses: ['31/02/2024', '12.50 EUR', '1/2 tablet', '99/99/9999', 'may 10 be', 'version 1.2.3'],
  },
  find(text: string, context: ScanContext) {
    return datesIn(scanFor(dateTime, text, context)).map(({ start, end, canonical, form, confidence }) => ({
      start,
      end,
      canonical,
      ...weigh(`date-time ${form}`, confidence),
    }))
  },
})
