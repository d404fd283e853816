import { describe, expect, it } from 'vitest'
import { makeTermIndex } from '../../src/records/term-index.ts'

const index = makeTermIndex<'title' | 'number' | 'birth' | 'total'>([
  ['facture', 'title'],
  ["facture d'acompte", 'title'],
  ['facture n', 'number'],
  ['née le', 'birth'],
  ['total', 'total'],
  ['وصفة طبية', 'title'],
  ['身份证', 'title'],
])

function found(text: string): readonly string[] {
  return index.find(text, 100).map(({ start, end }) => text.slice(start, end))
}

describe('a term index', () => {
  it.each([
    ['the longest term', 'Facture d’acompte', ['Facture d’acompte']],
    ['whatever the case and the accents', 'NEE LE 3/4', ['NEE LE']],
    ['accents written apart', 'ne\u0301e le', ['ne\u0301e le']],
    ['over a line end', 'née\nle', ['née\nle']],
    ['letters that stand apart', 'F A C T U R E', ['F A C T U R E']],
    ['Arabic with its article', 'الوصفة الطبية', ['الوصفة الطبية']],
    ['words without blanks between them', '我的身份证号', ['身份证']],
  ])('finds %s', (_what, text, terms) => {
    expect(found(text)).toEqual(terms)
  })

  it.each([
    ['a part of a word', 'factures'],
    ['a term over two columns', 'née      le'],
    ['a term over two paragraphs', 'née\n\nle'],
    ['a term that a colon parts', 'née: le'],
  ])('does not find %s', (_what, text) => {
    expect(found(text)).toEqual([])
  })

  it('ends at the limit', () => {
    expect(index.find('total total total', 2)).toHaveLength(2)
  })
})
