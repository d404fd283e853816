import { describe, expect, test } from 'vitest'
import { columns } from '../../src/reports/layout.ts'
import { bytesText, counted, countText } from '../../src/reports/numbers.ts'

describe('numbers for people', () => {
  test.each<[number, string]>([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1.0 MB'],
    [68_900_000, '68.9 MB'],
    [1.5e12, '1.5 TB'],
    [5e18, '5000.0 PB'],
  ])('%d bytes are %s', (bytes, text) => expect(bytesText(bytes)).toBe(text))

  test('thousands stand apart', () => {
    expect([0, 999, 1_000, 900_000, 1_234_567].map(countText)).toEqual(['0', '999', '1,000', '900,000', '1,234,567'])
    expect([1, 2].map((count) => counted(count, 'record', 'records'))).toEqual(['1 record', '2 records'])
  })
})

describe('columns', () => {
  const rows = [
    ['a', '1', 'x'],
    ['long', '100', 'words'],
  ]
  test('numbers stand at the right, words at the left', () => {
    expect(columns(rows)).toBe('  a       1      x\n  long  100  words')
    expect(columns(rows, 'left')).toBe('  a     1    x\n  long  100  words')
    expect(columns(rows, 'texts')).toBe('  a       1  x\n  long  100  words')
  })

  test('wide signs take two columns of a terminal, joining marks none', () => {
    expect(
      columns(
        [
          ['名前', 'x'],
          ['e\u0301', 'x'],
          ['abcd', 'x'],
        ],
        'left',
      ),
    ).toBe('  名前  x\n  e\u0301     x\n  abcd  x')
  })

  test('no line ends in blanks', () => {
    expect(
      columns(
        [
          ['a', ''],
          ['bb', 'c'],
        ],
        'left',
      ),
    ).toBe('  a\n  bb  c')
    expect(columns([])).toBe('')
  })
})
