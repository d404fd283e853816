import { describe, expect, it } from 'vitest'
import { defineUnit, planOf } from '../../../src/detectors/engine/plan.ts'
import { hitsOf, scanText } from '../../../src/detectors/engine/scan.ts'
import { expandWriting, makeWritingTrie } from '../../../src/detectors/engine/writings.ts'

const unit = defineUnit({
  id: 'writings',
  version: 1,
  entityType: 'X',
  title: 'for the test',
  sensitivity: { category: 'simple' },
  reference: 'https://example.com',
  examples: { hits: [], misses: [] },
  writings: {
    card: ['9{4} 9{4}', '9{8}'],
    code: ['A9{7}A', '9{2}A'],
    date: ['9{1,2}/9{1,2}/9{4}', '9{1,2}. 9{1,2}. 9{4}'],
  },
  find: () => [],
})

function hits(text: string, topic: string): readonly string[] {
  const found = hitsOf(scanText(text, planOf(unit)), topic)
  return Array.from({ length: found.length / 4 }, (_, at) => {
    const [start, end, longer] = found.slice(at * 4)
    return text.slice(start, end) + (longer === 1 ? '+' : '')
  })
}

describe('numbers in known writings', () => {
  it.each([
    ['1234 5678', 'card', ['1234 5678']],
    ['x 12345678.', 'card', ['12345678']],
    ['1234  5678', 'card', []],
    ['1234 5678 9012', 'card', ['1234 5678+', '5678 9012+']],
    ['123456789', 'card', []],
    ['12345678,50', 'card', []],
    ['0.12345678', 'card', []],
    ['12345678-9', 'card', ['12345678+']],
    ['X1234567L, x1234567l', 'code', ['X1234567L', 'x1234567l']],
    ['XX1234567L', 'code', []],
    ['1/2/2024 01/12/2024', 'date', ['1/2/2024', '01/12/2024']],
    ['1 / 2 / 2024', 'date', ['1 / 2 / 2024']],
    ['1. 2. 2024', 'date', ['1. 2. 2024']],
    ['12/12/20245', 'date', []],
  ])('in %j of topic %s are %j', (text, topic, expected) => {
    expect(hits(text, topic)).toEqual(expected)
  })

  it('takes counts apart', () => {
    expect(expandWriting('9{1,2}-A{2}')).toEqual(['9-AA', '99-AA'])
    expect(expandWriting('99')).toEqual(['99'])
  })

  it.each(['', '9-', '9--9', '9;9', 'B'])('refuses the writing %j', (writing) => {
    expect(() => makeWritingTrie([{ x: [writing] }])).toThrow('not a writing')
  })
})
