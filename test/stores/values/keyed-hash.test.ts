import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeKeyedHash } from '../../../src/stores/values/keyed-hash.ts'

const reference = (key: Uint8Array, label: string, text: string) =>
  createHmac('sha256', key).update(`${label}\0${text}`).digest('base64url')

it('is HMAC-SHA-256', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 64 }),
      fc.string(),
      fc.string({ unit: 'binary', maxLength: 3_000, size: 'max' }),
      (key, label, text) => {
        expect(makeKeyedHash(key)(label, text)).toBe(reference(key, label, text))
      },
    ),
  )
})

it.each([0, 1, 1_021, 1_022, 1_023, 1_024, 5_000])('is that for texts of %i signs of three bytes', (length) => {
  const key = Buffer.alloc(32, 7)
  const text = '•'.repeat(length)
  expect(makeKeyedHash(key)('X', text)).toBe(reference(key, 'X', text))
})

it('does not mix two texts', () => {
  const digest = makeKeyedHash(Buffer.alloc(32, 1))
  const long = digest('PERSON', 'a much longer text than the one after it')
  expect(digest('PERSON', 'short')).toBe(reference(Buffer.alloc(32, 1), 'PERSON', 'short'))
  expect(digest('PERSON', 'a much longer text than the one after it')).toBe(long)
})

it('takes no key that would have to be hashed first', () => {
  expect(() => makeKeyedHash(Buffer.alloc(65))).toThrow(RangeError)
})
