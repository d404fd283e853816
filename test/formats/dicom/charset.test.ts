import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueDecoder } from '../../../src/formats/dicom/charset.ts'

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
const esc = '\x1b'

describe('one charset for all', () => {
  const rows: readonly (readonly [string, Buffer, string])[] = [
    ['ISO_IR 100', bytes('Andr', [0xe9]), 'André'],
    ['ISO_IR 101', bytes([0xa3], 'ukasz'), 'Łukasz'],
    ['ISO_IR 144', bytes([0xb8, 0xd2, 0xd0, 0xdd]), 'Иван'],
    ['ISO_IR 127', bytes([0xc7, 0xe4]), 'ال'],
    ['ISO_IR 126', bytes([0xc1, 0xed, 0xed, 0xe1]), 'Αννα'],
    ['ISO_IR 138', bytes([0xf9, 0xec]), 'של'],
    ['ISO_IR 148', bytes([0xde], 'ahin'), 'Şahin'],
    ['ISO_IR 203', bytes([0xa4]), '€'],
    ['ISO_IR 166', bytes([0xa1, 0xa2]), 'กข'],
    ['ISO_IR 13', bytes([0xd4, 0xcf]), 'ﾔﾏ'],
    ['ISO_IR 192', Buffer.from('Zoë 山田'), 'Zoë 山田'],
    ['GB18030', bytes([0xcd, 0xf5]), '王'],
    ['GBK', bytes([0xcd, 0xf5]), '王'],
    ['ISO 2022 IR 100', bytes('Andr', [0xe9]), 'André'],
  ]
  test.each(rows)('%s', (term, value, expected) => {
    expect(valueDecoder([term])(value)).toBe(expected)
  })
})

describe('code extensions', () => {
  const rows: readonly (readonly [string, readonly string[], Buffer, string])[] = [
    [
      'Japanese in two bytes',
      ['', 'ISO 2022 IR 87'],
      bytes(
        'Yamada^Tarou=',
        `${esc}$B`,
        [0x3b, 0x33, 0x45, 0x44],
        `${esc}(B^`,
        `${esc}$B`,
        [0x42, 0x40, 0x4f, 0x3a],
        `${esc}(B`,
      ),
      'Yamada^Tarou=山田^太郎',
    ],
    [
      'Japanese katakana and two bytes',
      ['ISO 2022 IR 13', 'ISO 2022 IR 87'],
      bytes([0xd4, 0xcf, 0xc0, 0xde], '=', `${esc}$B`, [0x3b, 0x33, 0x45, 0x44], `${esc}(J`),
      'ﾔﾏﾀﾞ=山田',
    ],
    ['the supplementary Japanese set', ['', 'ISO 2022 IR 159'], bytes(`${esc}$(D`, [0x30, 0x21], `${esc}(B`), '丂'],
    [
      'Korean, which begins anew behind each delimiter',
      ['', 'ISO 2022 IR 149'],
      bytes('Hong^Gildong=', `${esc}$)C`, [0xfb, 0xf3], '^', `${esc}$)C`, [0xd1, 0xce, 0xd4, 0xd7]),
      'Hong^Gildong=洪^吉洞',
    ],
    ['Chinese', ['', 'ISO 2022 IR 58'], bytes('Wang=', `${esc}$)A`, [0xcd, 0xf5]), 'Wang=王'],
    [
      'Greek and Cyrillic in one value',
      ['ISO 2022 IR 100', 'ISO 2022 IR 126', 'ISO 2022 IR 144'],
      bytes([0xe9], '=', `${esc}-F`, [0xe1], '=', `${esc}-L`, [0xd0]),
      'é=α=а',
    ],
  ]
  test.each(rows)('%s', (_, terms, value, expected) => {
    expect(valueDecoder(terms)(value)).toBe(expected)
  })
})

describe('files that say nothing', () => {
  test('are in UTF-8 where the bytes are, else in the charset of western Europe', () => {
    expect(valueDecoder([])(Buffer.from('Zoë'))).toBe('Zoë')
    expect(valueDecoder(['ISO_IR 999'])(bytes('Zo', [0xeb]))).toBe('Zoë')
  })

  test('any bytes under any terms give well-formed text', () => {
    const terms = fc.array(fc.constantFrom('', 'ISO 2022 IR 87', 'ISO 2022 IR 149', 'ISO_IR 13', 'GB18030', 'nonsense'))
    const escapes = fc.constantFrom('\x1b$B', '\x1b$)C', '\x1b(J', '\x1b', '\x1b-F')
    const value = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 8 }).map((raw) => Buffer.from(raw)),
        escapes.map((raw) => Buffer.from(raw, 'latin1')),
      ),
    )
    fc.assert(
      fc.property(terms, value, (names, parts) => {
        expect(valueDecoder(names)(Buffer.concat(parts)).isWellFormed()).toBe(true)
      }),
    )
  })
})
