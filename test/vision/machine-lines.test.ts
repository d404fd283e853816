import { describe, expect, test } from 'vitest'
import { withMachineLines } from '../../src/vision/machine-lines.ts'
import type { Word } from '../../src/vision/page-words.ts'

const words = (...lines: string[]): Word[] =>
  lines.flatMap((line, row) =>
    line.split(' ').map((text, at) => {
      const box = { left: 20 + at * 200, top: 40 * row, width: 180, height: 20 }
      return { text, confidence: 0.4, block: 1, line: `1.1.${row}`, ...box }
    }),
  )
const read = (...lines: string[]) => withMachineLines(words(...lines)).map(({ text }) => text)

// The specimens of ICAO Doc 9303, parts 4, 5 and 6, as an engine misreads them.
const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']
const card = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<']
const small = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6']

describe('machine-readable lines', () => {
  test.each([[passport], [card], [small]])('right ones stay as they are', (lines) => {
    expect(read(...lines)).toEqual(lines)
  })

  test.each<[string, readonly string[], readonly string[]]>([
    ['letters for digits', [passport[0] ?? '', 'L8989O2C36UTO74O8I22F12O4IS9ZE184226B<<<<<10'], passport],
    ['letters for fillers', ['P<UTOERIKSSON<<ANNA<MARIA<KLLLLLLLLLLLLLKKLK', passport[1] ?? ''], passport],
    ['fillers that are missing', ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<', passport[1] ?? ''], passport],
    ['a line torn in two', ['P<UTOERIKSSON<<ANNA <MARIA<<<<<<<<<<<<<<<<<<<', passport[1] ?? ''], passport],
    ['a digit for a letter', [card[0] ?? '', card[1] ?? '', 'ER1KSS0N<<ANNA<MARIA<<<<<<<<<<'], card],
    ['an identity card', ['I<UTOD23I4589O7<<<<<<<<<<<<<<<', '74O8I22F12O4I59UTO<<<<<<<<<<<6', card[2] ?? ''], card],
  ])('%s are mended', (_, lines, right) => {
    expect(read('PASSPORT', ...lines)).toEqual(['PASSPORT', ...right])
  })

  test('what no check digit proves stays as it was read', () => {
    const wrong = [passport[0] ?? '', 'L898902C36UTO7408123F1204159ZE184226B<<<<<10']
    expect(read(...wrong)).toEqual(wrong)
    expect(read('JUST SOME WORDS OF A PAGE', 'AND MORE')).toEqual('JUST SOME WORDS OF A PAGE AND MORE'.split(' '))
  })

  test('a hostile line takes no time', () => {
    expect(read('O'.repeat(44), `${'O0'.repeat(22)}`)).toHaveLength(2)
    expect(read('<'.repeat(5_000), 'K'.repeat(5_000))).toHaveLength(2)
  })
})
