import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mask } from '../../src/core/mask.ts'

describe('mask', () => {
  it.each([
    ['EMAIL_ADDRESS', 'jane.roe@gmail.com', 'j•••@g•••.com'],
    ['EMAIL_ADDRESS', '@x', '•••'],
    ['IBAN_CODE', 'FR76 3000 6000 0112 3456 7890 189', 'FR76 •••• •••• •••• •••• •••• •89'],
    ['CREDIT_CARD', '4111-1111-1111-1234', '••••-••••-••••-1234'],
    ['CREDIT_CARD', '1234', '••••'],
    ['PHONE_NUMBER', '+33 1 42 68 53 00', '+33 1 •• •• •• 00'],
    ['PHONE_NUMBER', '01 42 68 53 00', '•• •• •• •• 00'],
    ['URL', 'https://example.com/jane', 'https://e•••'],
    ['GPS_COORDINATES', '48.85837, 2.29448', '••.•••••, •.•••••'],
    ['DATE_OF_BIRTH', '12/03/1952', '••/••/••••'],
    ['DATE_OF_BIRTH', '3 mai 1952', '• ••• ••••'],
    ['PERSON', 'Jane van der Roe', 'J••• v••• d••• R•••'],
    ['PERSON', 'أحمد محمود', 'أ••• م•••'],
    ['FR_NIR', '2 55 08 14 168 025 38', '••• ••• ••• ••• ••• ••• •••'],
    ['ADDRESS', '12 rue Oak\n75002 Paris', '••• r••• O••• ••• P•••'],
  ])('%s %j is %j', (type, value, masked) => {
    expect(mask(type, value)).toBe(masked)
  })

  it('is the same for the same value, composed or not', () => {
    expect(mask('PERSON', 'He\u0301le\u0300ne')).toBe(mask('PERSON', 'Hélène'))
  })

  it('is never the value itself, never long, and holds no digit of a number that is its own', () => {
    const types = [
      'PERSON',
      'FR_NIR',
      'ADDRESS',
      'PATIENT_ID',
      'DATE_TIME',
      'IP_ADDRESS',
      'AGE',
      'GPS_COORDINATES',
      'ANY',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.string({ unit: 'grapheme', maxLength: 200 }), (type, value) => {
        const masked = mask(type, value)
        expect([...masked].length).toBeLessThanOrEqual(64)
        if (/[\p{L}\p{N}]{2}/u.test(value)) expect(masked).not.toBe(value)
        expect(masked).not.toMatch(/[0-9]/)
      }),
    )
  })
})
