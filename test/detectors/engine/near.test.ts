import { describe, expect, it } from 'vitest'
import { isLabelGap, support } from '../../../src/detectors/engine/near.ts'
import { defineUnit, planOf } from '../../../src/detectors/engine/plan.ts'
import { scanText } from '../../../src/detectors/engine/scan.ts'

const unit = defineUnit({
  id: 'near',
  version: 1,
  entityType: 'X',
  title: 'for the test',
  sensitivity: { category: 'simple' },
  reference: 'https://example.com',
  examples: { hits: [], misses: [] },
  words: { card: ['card'] },
  find: () => [],
})

describe('the gap between a label and its value', () => {
  it.each([
    ' ',
    ': ',
    ' :\n',
    ' n° : ',
    ' is ',
    ' no. ',
    ' (optional): ',
    '** : ',
    '": "',
    ' est le ',
    ' | ',
    '=',
    ' étant le ',
  ])('may be %j', (gap) => {
    expect(isLabelGap(`label${gap}value`, 5, 5 + gap.length)).toBe(true)
  })

  it.each([' of the patient ', '\n\n', ' 12 ', ' x: ', ' '.repeat(50)])('is not %j', (gap) => {
    expect(isLabelGap(`label${gap}value`, 5, 5 + gap.length)).toBe(false)
  })
})

describe('what a word says of a value', () => {
  it.each([
    ['card: 4111', 'label'],
    ['card lost, number 4111', 'context'],
    ['4111 is my card', 'context'],
    [`card${' and more'.repeat(12)} 4111`, undefined],
    ['4111 alone', undefined],
  ])('in %j: %s', (text, expected) => {
    const start = text.indexOf('4111')
    expect(support(scanText(text, planOf(unit)), 'card', start, start + 4)).toBe(expected)
  })
})
