import { describe, expect, it } from 'vitest'
import {
  changedLimits,
  chosenLimits,
  defaultLimits,
  type Limits,
  limitPresets,
  limitRanges,
} from '../../src/core/limits.ts'
import { scanOptions, settableLimits } from '../../src/options.ts'

const names = Object.keys(defaultLimits) as (keyof Limits)[]

describe('limits', () => {
  it.each(names)('%s: the default and the presets are whole numbers in its range', (name) => {
    const [least, most] = limitRanges[name]
    const sets: readonly Limits[] = [
      defaultLimits,
      ...Object.values(limitPresets).map((preset) => chosenLimits(preset)),
    ]
    for (const limits of sets) {
      expect(Number.isSafeInteger(limits[name])).toBe(true)
      expect(limits[name]).toBeGreaterThanOrEqual(least)
      expect(limits[name]).toBeLessThanOrEqual(most)
    }
  })

  it('a preset changes what it names, and what is set one by one counts before it', () => {
    expect(chosenLimits()).toEqual(defaultLimits)
    expect(chosenLimits('quick')).toEqual({ ...defaultLimits, ...limitPresets.quick })
    expect(chosenLimits({ preset: 'quick', pages: 7, depth: undefined })).toEqual({
      ...defaultLimits,
      ...limitPresets.quick,
      pages: 7,
    })
  })

  it('quick is nowhere more than the default, thorough nowhere less', () => {
    for (const name of names) {
      expect(chosenLimits('quick')[name]).toBeLessThanOrEqual(defaultLimits[name])
      expect(chosenLimits('thorough')[name]).toBeGreaterThanOrEqual(defaultLimits[name])
    }
  })

  it('choices that come to the same are kept as the same', () => {
    expect(changedLimits(chosenLimits({ pages: defaultLimits.pages }))).toBeNull()
    expect(JSON.stringify(changedLimits(chosenLimits({ pages: 1, depth: 2 })))).toBe('{"depth":2,"pages":1}')
    expect(changedLimits(chosenLimits('thorough'))).toEqual(limitPresets.thorough)
  })

  it.each(settableLimits)('%s can be set to its bounds, and not beyond them', (name) => {
    const [least, most] = limitRanges[name]
    const isTaken = (value: number) => scanOptions.safeParse({ limits: { [name]: value } }).success
    expect([least, most].map(isTaken)).toEqual([true, true])
    expect([least - 1, most + 1, least + 0.5, Number.NaN].map(isTaken)).toEqual([false, false, false, false])
  })

  it.each([
    ['a name that there is not', { pges: 1 }, "there is no limit 'pges'"],
    ['what belongs to the listing', { folderDepth: 3 }, "there is no limit 'folderDepth'"],
    ['a preset that there is not', { preset: 'slow' }, "'preset' must be quick or thorough"],
    ['another preset by its name', 'slow', 'it must be quick, thorough or an object'],
    ['a number out of range', { pages: 0 }, "'pages' must be a whole number from 1 to 10000000"],
  ])('%s is refused, and said why', (_name, limits, told) => {
    const { error } = scanOptions.safeParse({ limits })
    expect(error?.issues.map(({ message }) => message).join()).toContain(told)
  })
})
