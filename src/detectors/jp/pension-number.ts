import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const jpPensionNumber = numberDetector({
  id: 'jp-pension-number',
  version: 1,
  entityType: 'JP_PENSION_NUMBER',
  title: 'Japanese basic pension number',
  country: 'jp',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://elaws.e-gov.go.jp/document?lawid=334AC0000000141 (国民年金法 第14条)',
  writings: { '9{4}-9{6}': 0.05, '9{10}': 0.05 },
  context: listed('basic pension number, pension number, kiso nenkin bango, nenkin bango'),
  signs: ['基礎年金番号', '年金番号', '年金手帳'],
  examples: {
    hits: ['Basic pension number 1234-567890', '基礎年金番号：1234-567890'],
    misses: ['1234-567890'],
  },
})
