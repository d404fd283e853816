import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const jpResidenceCard = numberDetector({
  id: 'jp-residence-card',
  version: 1,
  entityType: 'JP_RESIDENCE_CARD',
  title: 'Japanese residence card number',
  country: 'jp',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://elaws.e-gov.go.jp/document?lawid=326CO0000000319 (出入国管理及び難民認定法 第19条の4)',
  writings: { 'AA9{8}AA': 0.2 },
  context: listed('residence card, residence card number, residence card no, zairyu card'),
  signs: ['在留カード', '在留カード番号'],
  examples: {
    hits: ['Residence card AB12345678CD', '在留カード番号：AB12345678CD'],
    misses: ['AB1234567CD'],
  },
})
