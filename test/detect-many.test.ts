import { describe, expect, test } from 'vitest'
import type { AnswerPlan, Request } from '../src/answers.ts'
import { answersTo } from '../src/detect-many.ts'
import { readRules, segmentsOf } from '../src/detect-text.ts'

const rules = readRules(
  JSON.stringify({
    thresholds: { EMAIL_ADDRESS: 0.6 },
    detectors: [
      {
        id: 'staff-number',
        entity: 'STAFF_NUMBER',
        title: 'Number of an employee',
        pattern: '\\bSN-\\d{6}\\b',
        confidence: 0.4,
        context: ['staff number'],
        examples: { hits: ['staff number SN-123456'], misses: ['SN-12'] },
      },
    ],
  }),
)
const sentences = [
  'Patiente : Mme Anne Exemple, née le 12/03/1971, IBAN FR76 3000 6000 0112 3456 7890 189.',
  'Contact 😀 jane.roe@example.org or +44 20 7946 0958; staff number SN-123456.',
  'Der Rechnungsbetrag ist am 1. Mai fällig. DNI 12345678Z, tarjeta 4111 1111 1111 1111.',
]
const show: AnswerPlan = { clear: false, explain: false }
const plans: readonly (readonly [string, AnswerPlan])[] = [
  [
    'of some types from a confidence on, with the values',
    { ...show, clear: true, minConfidence: 0.9, entities: ['IBAN_CODE', 'EMAIL_ADDRESS'] },
  ],
  ['with rules and an explanation', { ...show, explain: true, rules: rules.file }],
]

async function* lineRequests(): AsyncGenerator<Request> {
  for (let task = 0; task < 12; task += 1) {
    const lines = Array.from({ length: 5 }, (_, at) => {
      const number = task * 5 + at + 1
      return { number, text: JSON.stringify({ id: number, text: `${number} ${sentences[number % 3]}` }) }
    })
    yield { lines }
  }
}

async function* textBytes(): AsyncGenerator<Uint8Array> {
  for (let line = 0; line < 26_000; line += 1) {
    yield Buffer.from(
      line % 400 === 0 ? `${sentences[line % 3]}\n` : 'Über uns: täglich geöffnet, auch sonntags von neun an.\n',
    )
  }
}

async function printed(
  requests: AsyncIterable<Request>,
  plan: AnswerPlan,
  workers: number,
  when: 'threads at once' | 'threads once loaded' = 'threads at once',
): Promise<string> {
  let all = ''
  const here = when === 'threads at once' ? { hereCharacters: 400 } : {}
  for await (const { text, fault } of answersTo(requests, plan, { workers, ...here })) {
    all += text
    if (fault) return `${all}fault in line ${fault.line}: ${fault.code}`
  }
  return all
}

describe('many requests', () => {
  test.each(plans)('are answered alike by 1, 2 and 4 workers: %s', { timeout: 60_000 }, async (_, plan) => {
    const one = await printed(lineRequests(), plan, 1)
    expect(
      one
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(Array.from({ length: 60 }, (_, at) => at + 1))
    for (const workers of [2, 4]) expect(await printed(lineRequests(), plan, workers)).toBe(one)
  })

  test('of one text are answered alike too', { timeout: 60_000 }, async () => {
    const plan = { ...show, explain: true }
    const one = await printed(segmentsOf(textBytes()), plan, 1)
    expect(one).toMatch(/^EMAIL_ADDRESS .*\n {4}pattern: /m)
    expect(await printed(segmentsOf(textBytes()), plan, 2)).toBe(one)
    expect(await printed(segmentsOf(textBytes()), plan, 2, 'threads once loaded')).toBe(one)
  })

  test('end at the first that is wrong', { timeout: 60_000 }, async () => {
    async function* wrongOnes(): AsyncGenerator<Request> {
      yield* lineRequests()
      yield { lines: [{ number: 61, text: '{"id": 61}' }] }
      yield { lines: [{ number: 62, text: '{' }] }
    }
    const one = await printed(wrongOnes(), show, 1)
    expect(one).toMatch(/\nfault in line 61: wrong_form$/)
    expect(await printed(wrongOnes(), show, 2)).toBe(one)
  })
})
