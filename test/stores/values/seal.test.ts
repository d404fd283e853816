import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newSeal, openSeal, type SealPlace } from '../../../src/stores/values/seal.ts'

const key = Buffer.alloc(32, 3)
const passphrase = Buffer.from('a passphrase')
const { seal, parameters } = newSeal(key, passphrase)
const place: SealPlace = { table: 'finding', column: 'value', record: 'abc', name: 'PERSON', digest: 'd' }

describe('a seal', () => {
  it('opens what it sealed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const sealed = seal.seal(text, place)
        expect(seal.open(sealed, place)).toBe(Buffer.from(text).toString())
        expect(seal.seal(text, place)).not.toEqual(sealed)
      }),
    )
  })

  it.each<[string, Partial<SealPlace>]>([
    ['table', { table: 'field' }],
    ['column', { column: 'masked' }],
    ['record', { record: 'abd' }],
    ['name', { name: 'PATIENT_ID' }],
    ['value', { digest: 'e' }],
  ])('opens nothing in another place: %s', (_what, other) => {
    const sealed = seal.seal('a value', place)
    expect(() => seal.open(sealed, { ...place, ...other })).toThrow('does not open')
  })

  it('opens nothing that was changed or cut', () => {
    const sealed = seal.seal('a value', place)
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => seal.open(changed, place)).toThrow('does not open')
      expect(() => seal.open(sealed.subarray(0, at), place)).toThrow('does not open')
    }
  })

  it('is made again of the passphrase and what the store remembers, and of nothing else', () => {
    const sealed = seal.seal('a value', place)
    expect(openSeal(key, passphrase, parameters).open(sealed, place)).toBe('a value')
    expect(() => openSeal(key, Buffer.from('another'), parameters)).toThrow('not the one')
    expect(() => openSeal(key, passphrase, newSeal(key, passphrase).parameters).open(sealed, place)).toThrow(
      'does not open',
    )
  })

  it('opens under the key and the passphrase together, under neither alone', () => {
    const other = Buffer.alloc(32, 4)
    expect(() => openSeal(other, passphrase, parameters)).toThrow('not the one')
    const alone = newSeal(key, undefined)
    const sealed = alone.seal.seal('a value', place)
    expect(openSeal(key, undefined, alone.parameters).open(sealed, place)).toBe('a value')
    expect(() => openSeal(other, undefined, alone.parameters)).toThrow('not the one')
  })

  it.each([{ log2N: 30 }, { r: 1_000 }, { p: 0 }, { log2N: 10.5 }])('asks for no work beyond reason: %o', (wild) => {
    expect(() => openSeal(key, passphrase, Object.assign({}, parameters, wild))).toThrow('never writes')
  })
})
