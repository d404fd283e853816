import { describe, expect, test } from 'vitest'
import { detectText } from '../../../src/detect-text.ts'

const addressesIn = (text: string) =>
  detectText(text)
    .filter(({ entityType, confidence }) => entityType === 'ADDRESS' && confidence >= 0.6)
    .map(({ value }) => value)

describe('addresses in running text', () => {
  test.each([
    ['We moved to 48 Juniper Crescent, Ashford last spring.', 'Juniper Crescent'],
    ['She has lived at 12 McAllister Road, Dunmore since 2011.', 'McAllister Road'],
    ['Please send it to 7 LeFevre Lane, Springfield, IL 62704.', 'LeFevre Lane'],
  ])('%s', (text, within) => {
    expect(addressesIn(text).join('\n')).toContain(within)
  })

  test.each([
    '#define XK_U 0x0055 /* U+0055 LATIN CAPITAL LETTER U */',
    'encrypted by SHA1 and 3-Key TripleDES',
    'equal to 2 GiB - 1 byte in all',
    'installed via PEP 658.',
    '* Date:\tThu Dec 3, 1987',
    'dozens of 8-bit Vietnamese code pages',
    'RFC 7914 Scrypt KDF. Can be used',
    'ERROR,    12,    12,MachineState.ERROR,MachineState.START',
  ])('are not in %s', (text) => {
    expect(addressesIn(text)).toEqual([])
  })
})
