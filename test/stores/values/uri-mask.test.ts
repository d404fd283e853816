import { describe, expect, it } from 'vitest'
import { maskSpans, maskUri, spansOf } from '../../../src/stores/values/uri-mask.ts'
import { finding, findingInUri } from '../made-up.ts'

const shown = (uri: string, ...found: readonly [string, string][]) =>
  maskSpans(
    uri,
    spansOf(
      uri,
      found.map(([type, value]) => findingInUri(type, value, uri)),
    ),
  )

describe('a uri in which something was found', () => {
  it.each<[string, [string, string][], string | null]>([
    ['a/b.txt', [], null],
    ['x/Ada Quill/b.txt', [['PERSON', 'Ada Quill']], 'x/A••• Q•••/b.txt'],
    ['😀/Ada Quill/b.txt', [['PERSON', 'Ada Quill']], '😀/A••• Q•••/b.txt'],
    [
      'Ada Quill/ada@x.org.eml',
      [
        ['EMAIL_ADDRESS', 'ada@x.org'],
        ['PERSON', 'Ada Quill'],
      ],
      'A••• Q•••/a•••@x•••.org.eml',
    ],
    [
      'Ada Quill Bee',
      [
        ['PERSON', 'Ada Quill'],
        ['PERSON', 'Quill Bee'],
      ],
      'A••• Q•••B•••',
    ],
    [
      'Ada Quill Bee',
      [
        ['PERSON', 'Ada Quill Bee'],
        ['PERSON', 'Quill'],
      ],
      'A••• Q••• B•••',
    ],
  ])('%s', (uri, found, expected) => {
    expect(shown(uri, ...found)).toBe(expected)
  })

  it('is masked where the place does not hold the value, too', () => {
    const elsewhere = { ...findingInUri('PERSON', 'Ada Quill', 'x/Ada Quill'), offset: 9 }
    expect(maskSpans('x/Ada Quill', spansOf('x/Ada Quill', [elsewhere]))).toBe('x/A••• Q•••')
  })

  it('says nothing of what was found in the text', () => {
    expect(spansOf('Ada Quill', [finding('PERSON', 'Ada Quill')])).toEqual([])
  })
})

it.each([
  ['Ada Quill/scan.pdf', 'A••• Q•••/s•••.pdf'],
  ['a b.zip!/Ada.Quill', '••• •••.zip!/A•••'],
  ['mail.from-ada', 'm•••'],
  ['.hidden', '•••'],
])('of %s only the shape is left', (uri, expected) => {
  expect(maskUri(uri)).toBe(expected)
})
