import { expect, test } from 'vitest'
import { detectText } from '../../../src/detect-text.ts'

const letter = 'Please call Mrs Margaret Holloway of 14 Larch Road, Bristol, before Dr. Peter Whitcombe sees her.\n'
const short = 'Seen by Dr Anna Kowalska on Monday.'

test('what was found in one text does not depend on the texts before it', () => {
  const found = (text: string) => detectText(text, { language: 'en' })
  const first = found(short)
  const long = found(letter.repeat(900))
  expect(first.some(({ entityType }) => entityType === 'PERSON')).toBe(true)
  expect(long.length).toBeGreaterThan(900)
  expect(found(short)).toEqual(first)
  expect(found(letter.repeat(900))).toEqual(long)
  expect(found(letter.slice(0, 40))).toEqual(found(letter.slice(0, 40)))
})
