import { expect, test } from 'vitest'
import { takenNames } from '../../src/core/taken-names.ts'

test('names keep the numbers they were given last, however many there are', () => {
  const taken = takenNames()
  const names = Array.from({ length: 5_000 }, (_, at) => `folder/${at}`)
  for (const [at, name] of names.entries()) taken.set(name, at + 1)
  for (const name of names.slice(0, 100)) taken.set(name, 7)
  expect(taken.size).toBe(5_000)
  expect(names.slice(0, 100).every((name) => taken.get(name) === 7)).toBe(true)
  expect(names.slice(100).every((name, at) => taken.get(name) === at + 101)).toBe(true)
  expect(['', 'folder', 'folder/5000'].map((name) => taken.get(name))).toEqual([0, 0, 0])
})
