import { describe, expect, it } from 'vitest'
import type { Place } from '../../../src/core/content.ts'
import { locationJson } from '../../../src/stores/values/location.ts'

const part = (name: string): Place => ({ unit: 'part', part: name, offset: 0 })

describe('a place', () => {
  it.each<[Place, unknown]>([
    [
      { unit: 'text', offset: 2 },
      { unit: 'text', offset: 5, length: 3 },
    ],
    [
      { unit: 'page', page: 4, offset: 2 },
      { unit: 'page', page: 4, offset: 5, length: 3 },
    ],
    [
      { unit: 'filename', offset: 0 },
      { unit: 'filename', offset: 5, length: 3 },
    ],
    [
      { unit: 'metadata', name: 'A "b"', offset: 0 },
      { unit: 'metadata', name: 'A "b"', offset: 5, length: 3 },
    ],
    [part('sheet "X"\n'), { unit: 'part', part: 'sheet "X"\n', offset: 5, length: 3 }],
  ])('is JSON: %o', (place, expected) => {
    expect(JSON.parse(locationJson(place, 5, 3, false))).toEqual(expected)
  })

  it('has no length where only its beginning is known', () => {
    expect(JSON.parse(locationJson(part('body'), 5, null, true))).toEqual({ unit: 'part', part: 'body', offset: 5 })
  })

  it.each([
    ['body', 'body'],
    ['slide 3', 'slide 3'],
    ['speaker notes 12', 'speaker notes 12'],
    ['sheet 2', 'sheet 2'],
    ['sheet Smith', 'sheet S•••'],
    ['sheet smith', 'sheet s•••'],
    ['sheet ada quill', 'sheet a••• q•••'],
    ['Ada Quill', 'A••• Q•••'],
    ['header Ada', 'header A•••'],
    ['ann@b.example', 'a•••'],
  ])('keeps our words and masks names of the item: %s', (name, expected) => {
    expect(JSON.parse(locationJson(part(name), 0, 1, true)).part).toBe(expected)
  })
})
