import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareUris } from '../../../src/stores/values/uri-order.ts'

it('is the order of UTF-8 bytes', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', '/', 'é', '\u{FFFD}', '\u{E000}', '\u{1F600}', '\u{10FFFF}'),
  })
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareUris(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
    }),
  )
})
