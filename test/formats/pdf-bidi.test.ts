import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMostlyRightToLeft, readingOrder } from '../../src/formats/pdf/bidi.ts'

const read = (visual: string, isRightToLeft = false) => readingOrder([...visual], isRightToLeft).join('')
const backwards = (text: string) => [...text].reverse().join('')

describe('readingOrder', () => {
  it.each([
    ['plain Latin', 'Mia Roth, 12', 'Mia Roth, 12'],
    ['Hebrew alone', backwards('שלום עולם'), 'שלום עולם'],
    ['a date in Hebrew', `12/05/2024 ${backwards('תאריך')}`, 'תאריך 12/05/2024'],
    ['an amount with separators', `1,234.50 ${backwards('סכום:')}`, 'סכום: 1,234.50'],
    ['groups of digits in their order', `45 23 01 ${backwards('טלפון')}`, 'טלפון 01 23 45'],
    ['Latin words in Hebrew', `${backwards('רופא')} Mia Roth ${backwards('דוקטור')}`, 'דוקטור Mia Roth רופא'],
    ['Hebrew in a Latin line', `Name of the child: ${backwards('משה כהן')} (son)`, 'Name of the child: משה כהן (son)'],
    ['brackets drawn for the other direction', `(${backwards('דוד')}) ${backwards('שלום')}`, 'שלום (דוד)'],
    ['Arabic with Arabic digits', `٢٠٢٤ ${backwards('تاريخ')}`, 'تاريخ ٢٠٢٤'],
  ])('%s', (_, visual, logical) => {
    expect(read(visual)).toBe(logical)
  })

  it('goes by the text around a line that holds few letters of its own', () => {
    expect(read(`mia@roth.example ${backwards('דואר')}`, true)).toBe('דואר mia@roth.example')
    expect(isMostlyRightToLeft(['דואר אלקטרוני', 'mia'].flatMap((text) => [...text]))).toBe(true)
    expect(isMostlyRightToLeft(['mail of דוד'].flatMap((text) => [...text]))).toBe(false)
  })

  it('keeps every piece, whatever the line', () => {
    const piece = fc.constantFrom('a', 'B', '1', '٣', 'ש', 'ب', ' ', '.', '-', '(', '»', '😀', 'ab', '   ')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const bracket = /[()[\]{}<>«»]/
        const count = (list: readonly string[]) => list.filter((one) => !bracket.test(one)).sort()
        expect(count(readingOrder(pieces))).toEqual(count(pieces))
        expect(readingOrder(pieces)).toHaveLength(pieces.length)
      }),
    )
  })
})
