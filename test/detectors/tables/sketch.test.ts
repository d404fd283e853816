import { describe, expect, it } from 'vitest'
import { hashed, hashText, Sketch } from '../../../src/detectors/tables/sketch.ts'

function estimateOf(values: Iterable<string>, dense = 0): number {
  const sketch = new Sketch({ dense })
  for (const value of values) {
    hashText(value)
    sketch.add(hashed.low, hashed.high)
  }
  return sketch.estimate()
}

function* numbered(count: number, prefix: string): Generator<string> {
  for (let at = 0; at < count; at += 1) yield `${prefix}${at}`
}

describe('counting different values', () => {
  it.each([0, 1, 2, 100, 512])('is exact for %i', (count) => {
    expect(estimateOf([...numbered(count, 'a'), ...numbered(count, 'a')])).toBe(count)
  })

  it.each([513, 1_000, 5_000, 20_000, 70_000, 200_000, 1_000_000])('is within 2 %% of %i', (count) => {
    for (const prefix of ['', 'user', 'jane.roe+', '2019-']) {
      const estimate = estimateOf(numbered(count, prefix))
      expect(Math.abs(estimate - count) / count, `${prefix}: ${estimate}`).toBeLessThan(0.02)
    }
  })

  it('is within 6 % where an item has very many columns', () => {
    const estimate = estimateOf(numbered(100_000, 'x'), 1_024)
    expect(Math.abs(estimate - 100_000)).toBeLessThan(6_000)
  })
})

describe('the shape of a text', () => {
  const shapeOf = (text: string) => {
    hashText(text)
    return hashed.shape
  }
  it.each([
    ['Anna', 'Maximilian'],
    ['Jean Roe', 'Éloïse Dupont'],
    ['12 rue X', '1234 avenue Longue'],
    ['a@b.fr', 'somebody@example.com'],
  ])('is one for %s and %s', (one, other) => {
    expect(shapeOf(one)).toBe(shapeOf(other))
  })
  it.each([
    ['Anna', '12'],
    ['Jean Roe', 'Jean-Roe'],
    ['12-34', '12.34'],
  ])('differs for %s and %s', (one, other) => {
    expect(shapeOf(one)).not.toBe(shapeOf(other))
  })
})
