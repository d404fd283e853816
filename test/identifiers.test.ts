import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { identifiersPage } from '../scripts/identifiers.ts'

test('docs/identifiers.md lists every detector as it is (npm run identifiers)', () => {
  expect(readFileSync(new URL('../docs/identifiers.md', import.meta.url), 'utf8')).toBe(identifiersPage())
})
