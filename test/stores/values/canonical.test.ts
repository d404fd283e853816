import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalOf, isFullName, nameWords, plainSpelling } from '../../../src/stores/values/canonical.ts'

describe('the spelling of persons', () => {
  it.each([
    ['DUPONT Jean', 'Jean Dupont'],
    ['Zoé Ångström', 'ANGSTROM, ZOE'],
    ['Straße, Uwe', 'Uwe STRASSE'],
    ['Jean-Pierre Le Gall', 'le gall jean pierre'],
    ["O'Neil  Ann", 'Ann O’Neil'],
    ['ＡＤＡ Quill', 'quill ada'],
    ['محمد علي', 'علي محمد'],
  ])('is one for %s and %s', (a, b) => {
    expect(canonicalOf('PERSON', a)).toBe(canonicalOf('PERSON', b))
    expect(canonicalOf('PERSON', a)).not.toBe('')
  })

  it('is another for other persons', () => {
    expect(canonicalOf('PERSON', 'Jean Dupont')).not.toBe(canonicalOf('PERSON', 'Jeanne Dupont'))
  })

  it('is settled once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const once = canonicalOf('PERSON', name)
        expect(canonicalOf('PERSON', once)).toBe(once)
      }),
    )
  })
})

it('leaves other types as their detectors spell them', () => {
  expect(canonicalOf('IBAN_CODE', 'FR76 B A')).toBe('FR76 B A')
  expect(plainSpelling('  Cafe\u0301 ')).toBe('café')
})

it.each([
  ['Jean Dupont', true],
  ['J. Dupont', false],
  ['Dupont', false],
  ['Li Na', true],
  ['Dupont 1980', false],
])('tells a name in full: %s', (name, expected) => {
  expect(isFullName(nameWords(name))).toBe(expected)
})
