import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeName, encodeName, memberUri, nameOf } from '../../src/core/item.ts'

describe('names as steps of a uri', () => {
  test.each<[string, Uint8Array, string]>([
    ['plain', Buffer.from('facture 12.pdf'), 'facture 12.pdf'],
    ['accents, Arabic, an emoji', Buffer.from('é خطة 😀.pdf'), 'é خطة 😀.pdf'],
    ['Latin-1 bytes', Buffer.from('caf\xe9', 'latin1'), 'caf\ufffde9'],
    ['a literal replacement sign', Buffer.from('\ufffd'), '\ufffdef\ufffdbf\ufffdbd'],
    ['a trailing exclamation mark of a file', Buffer.from('wow!'), 'wow!'],
  ])('%s', (_, bytes, step) => {
    expect(encodeName(bytes)).toBe(step)
    expect(Buffer.from(decodeName(step))).toEqual(Buffer.from(bytes))
  })

  test('any bytes come back, and different bytes stay different', () => {
    const name = fc
      .uint8Array({ minLength: 1, maxLength: 40 })
      .filter((bytes) => !bytes.includes(0x2f) && !bytes.includes(0))
    fc.assert(
      fc.property(name, name, fc.boolean(), (a, b, isFolder) => {
        expect(Buffer.from(decodeName(encodeName(a, isFolder)))).toEqual(Buffer.from(a))
        expect(encodeName(a, isFolder) === encodeName(b, isFolder)).toBe(Buffer.from(a).equals(Buffer.from(b)))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('members of containers', () => {
  test.each<[string, string, string]>([
    ['a path', 'b/c.pdf', 'a.zip!/b/c.pdf'],
    ['a way out', '../../etc/passwd', 'a.zip!/\ufffd2e\ufffd2e/\ufffd2e\ufffd2e/etc/passwd'],
    ['an absolute path', '/etc/passwd', 'a.zip!/_/etc/passwd'],
    ['a nameless member', '', 'a.zip!/_'],
    ['a zero byte', 'a\0/b', 'a.zip!/a\ufffd00/b'],
  ])('%s', (_, member, uri) => {
    expect(memberUri('a.zip', member)).toBe(uri)
  })

  test('never hold a step that would lead out', () => {
    fc.assert(
      fc.property(fc.string(), (member) => {
        const steps = memberUri('a.zip', member).slice('a.zip!/'.length).split('/')
        expect(steps.every((step) => step !== '' && step !== '.' && step !== '..')).toBe(true)
      }),
    )
  })
})

test.each<[string, string, string]>([
  ['a/b/C.PDF', 'C.PDF', 'pdf'],
  ['a.b/c', 'c', ''],
  ['.profile', '.profile', ''],
  ['x.tar.gz', 'x.tar.gz', 'gz'],
])('%s has a name and an extension', (uri, name, extension) => {
  expect(nameOf(uri)).toEqual({ name, extension })
})
