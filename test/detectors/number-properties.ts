import fc from 'fast-check'
import { expect, it } from 'vitest'
import { detect } from '../../src/detectors/detect.ts'
import type { Unit } from '../../src/detectors/engine/plan.ts'
import { expandWriting } from '../../src/detectors/engine/writings.ts'
import { segmentOf } from '../contracts/detector-contract.ts'

/** What the properties of a number need to know. */
export interface NumberFacts {
  readonly unit: Unit
  /** Made-up numbers that are valid, by arithmetic of the test's own or another library's. */
  readonly valid: fc.Arbitrary<string>
  /** A label that the unit knows. */
  readonly label: string
  /** Places (from 0) whose change the check digits always show; none where they may miss one. */
  readonly guarded: readonly number[]
}

/** Values that the unit alone finds when it was asked for by name. */
export function askedValues(unit: Unit, text: string): readonly string[] {
  return detect(segmentOf(text), [unit], { entities: [unit.entityType] }).map((finding) => finding.value)
}

/** Every valid number in each accepted writing is found; any one digit changed where the check digits guard it is not. */
export function numberProperties({ unit, valid, label, guarded }: NumberFacts): void {
  const declared = Object.values(unit.writings ?? {})
    .flat()
    .flatMap(expandWriting)
  const writings = declared.length > 0 ? declared : [undefined]

  it('finds every valid number in each accepted writing', () => {
    let seen = 0
    fc.assert(
      fc.property(valid, (number) => {
        for (const writing of writings) {
          const written = writing === undefined ? number : writeAs(number, writing)
          if (written === undefined) continue
          seen += 1
          for (const text of [written, written.toLowerCase()]) {
            expect(askedValues(unit, `${label}: ${text}.`)).toContain(text)
          }
        }
      }),
      { numRuns: 60 },
    )
    expect(seen).toBeGreaterThan(0)
  })

  if (guarded.length === 0) return
  it('does not take a number with one digit changed', () => {
    fc.assert(
      fc.property(valid, fc.constantFrom(...guarded), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        const digit = number.charAt(place)
        fc.pre(/\d/.test(digit))
        const changed = number.slice(0, place) + ((Number(digit) + shift) % 10) + number.slice(place + 1)
        expect(askedValues(unit, `x ${changed}.`)).not.toContain(changed)
      }),
      { numRuns: 300 },
    )
  })
}

/** The number with its signs in the places of a writing, where they fit. */
export function writeAs(number: string, writing: string): string | undefined {
  const places = writing.replace(/[^9A]/g, '')
  if (places.length !== number.length) return undefined
  let at = 0
  let written = ''
  for (const sign of writing) {
    if (!/[9A]/.test(sign)) written += sign
    else {
      const own = number.charAt(at)
      if ((sign === '9') !== /\d/.test(own)) return undefined
      written += own
      at += 1
    }
  }
  return written
}

/** A string of `length` digits. */
export function digits(length: number): fc.Arbitrary<string> {
  return fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
}

/** Positions from 0 to `length` - 1. */
export function places(length: number): readonly number[] {
  return Array.from({ length }, (_, place) => place)
}

/** Appends the digits or letters that make `isValid` hold, trying each of `endings`. */
export function completed(
  body: fc.Arbitrary<string>,
  endings: readonly string[],
  isValid: (number: string) => boolean,
) {
  return body
    .map((head) => endings.map((ending) => head + ending).find(isValid) ?? '')
    .filter((number) => number !== '')
}

/** '0' … '9', or '00' … '99'. */
export function tails(length: 1 | 2): readonly string[] {
  return Array.from({ length: 10 ** length }, (_, tail) => String(tail).padStart(length, '0'))
}
