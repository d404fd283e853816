import { describe, expect, test } from 'vitest'
import { classOf, codeShape, hasLetters } from '../../src/core/code-shape.ts'

describe('the shape of a code', () => {
  test.each([
    ['P004512', 'P######'],
    ['p004512', 'P######'],
    ['pat-20431', 'PAT-#####'],
    ['HC_123', 'HC_###'],
    ['8001234567', '80########'],
    ['2024-00871', '20##-#####'],
    ['14/20431', '14/#####'],
  ])('%s is %s', (written, shape) => {
    expect(codeShape(written)).toBe(shape)
  })

  test.each(['', 'P12', '123456', 'PATIENT0045', '1-2', 'P00A45', '12.345.678', 'X'.repeat(40)])(
    '%j has none',
    (written) => {
      expect(codeShape(written)).toBeUndefined()
    },
  )

  test('tells nothing of a number beyond its first two digits', () => {
    for (let number = 0; number < 2_000; number += 1) {
      expect(codeShape(`P${String(number).padStart(6, '0')}`)).toBe('P######')
      expect(codeShape(`8000${String(number).padStart(6, '0')}`)).toBe('80########')
    }
  })

  test('without letters shares its class with every number as long', () => {
    expect(classOf('80########')).toBe(classOf('12########'))
    expect(classOf('P######')).not.toBe(classOf('Q######'))
    expect([hasLetters('P######'), hasLetters('80########')]).toEqual([true, false])
  })
})
