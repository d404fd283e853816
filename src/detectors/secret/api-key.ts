import type { Candidate } from '../../core/finding.ts'
import { defineUnit } from '../engine/plan.ts'
import { type Scan, type ScanContext, scanFor } from '../engine/scan.ts'
import { reweigh, weigh } from '../engine/weigh.ts'
import { formsByHead, tokenForms } from './token-forms.ts'

/** Letters and digits that a token has in one piece. */
const shortestPart = 6

export const apiKey = defineUnit({
  id: 'api-key',
  version: 1,
  entityType: 'API_KEY',
  title: 'Key or token of a service, by the form that the service documents',
  sensitivity: { category: 'simple' },
  reference: 'https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns',
  anchors: [{ by: 'runs', from: shortestPart, to: Number.POSITIVE_INFINITY }],
  examples: {
    hits: [
      'aws_access_key_id = AKIAIOSFODNN7EXAMPLE',
      'glpat-abcDEF123456ghiJKL78',
      'Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
    ],
    misses: ['AKIA', 'sk-learn 1.2.3', 'eyJhbGciOiJIUzI1NiJ9', 'npm_config_registry=3'],
  },
  find(text: string, context: ScanContext) {
    const scan = scanFor(apiKey, text, context)
    const found: Candidate[] = []
    const { runStart, runEnd } = scan
    let passed = 0
    for (let run = 0; run < runStart.length; run += 1) {
      const start = runStart[run] ?? 0
      if (start < passed || (runEnd[run] ?? 0) - start < shortestPart) continue
      const candidate = tokenAt(scan, tokenStart(scan, start, passed))
      if (candidate === undefined) continue
      found.push(candidate)
      passed = candidate.end
    }
    return found
  },
})

/** Signs of a token before its first piece with a digit. */
const longestHead = 48
const byHead = formsByHead(tokenForms)

/** Back over the signs of a token from a piece with a digit. */
function tokenStart({ codes }: Scan, from: number, passed: number): number {
  let start = from
  while (start > passed && from - start < longestHead && isTokenSign(codes[start - 1] ?? 0)) start -= 1
  return start
}

function isTokenSign(code: number): boolean {
  const lower = code | 0x20
  return (
    (lower >= 0x61 && lower <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x2d ||
    code === 0x2e
  )
}

function tokenAt({ text, codes }: Scan, start: number): Candidate | undefined {
  for (const { head, form, isChecked } of byHead.get(text.slice(start, start + 3)) ?? []) {
    if (!text.startsWith(head, start)) continue
    form.lastIndex = start
    const token = form.exec(text)?.[0]
    if (token === undefined || !/\d/.test(token)) continue
    const end = start + token.length
    if (isTokenSign(codes[end] ?? 0) && codes[end] !== 0x2e && codes[end] !== 0x2d) continue
    const shaped = weigh('the form that a service gives its keys', 0.9, 'structure')
    if (isChecked === undefined) return { start, end, canonical: token, ...shaped }
    const weighed = isChecked(token)
      ? reweigh(shaped, 'checksum', 'check digits hold', 10)
      : reweigh(shaped, 'checksum', 'its checksum fails', 0.05)
    return { start, end, canonical: token, ...weighed }
  }
  return undefined
}
