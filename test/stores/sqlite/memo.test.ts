import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mask } from '../../../src/core/mask.ts'
import { makeExplain } from '../../../src/stores/sqlite/explanations.ts'
import { makeMemo } from '../../../src/stores/sqlite/memo.ts'
import { newVault } from '../../../src/stores/values/vault.ts'
import { general, outcome, score } from '../made-up.ts'

const { vault } = newVault('masked', { key: Buffer.alloc(32, 1), passphrase: undefined })

it('a value that is remembered is kept as it was the first time', () => {
  const memo = makeMemo(vault)
  const value = fc.constantFrom('Ada Quill', 'ada quill', 'Ada', 'a@x.example', '')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('PERSON', 'EMAIL_ADDRESS', 'field:x'), value, value), { maxLength: 40 }),
      (uses) => {
        for (const [type, text, canonical] of uses) {
          const fresh = makeMemo(vault)(type, text, canonical)
          expect(memo(type, text, canonical)).toEqual(fresh)
          expect(fresh.masked).toBe(mask(type, text))
        }
      },
    ),
  )
})

it('an explanation is remembered only as long as the score is the same', () => {
  const explain = makeExplain()
  const { facts, severity } = outcome('a')
  const linked = score(facts, general(), { resolvesToName: true, by: ['folder name'] })
  const elsewhere = score(facts, 'clinic', { resolvesToName: false, by: [] })
  for (const one of [severity, severity, linked, elsewhere, linked, severity]) {
    expect(JSON.parse(explain(JSON.stringify(facts), one))).toEqual(one)
  }
})
