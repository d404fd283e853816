import { describe, expect, it } from 'vitest'
import { detectText } from '../src/detect-text.ts'
import { RuleError, readRules } from '../src/rules.ts'

const rule = {
  id: 'staff-number',
  entity: 'STAFF_NUMBER',
  title: 'Number of an employee',
  pattern: '\\bSN-\\d{6}\\b',
  confidence: 0.4,
  context: ['staff number'],
  examples: { hits: ['staff number SN-123456'], misses: ['SN-12', 'see SN-123456'] },
}
const rulesOf = (changes: object = {}, rest: object = {}) =>
  readRules(JSON.stringify({ detectors: [{ ...rule, ...changes }], ...rest }))
const typesIn = (text: string, options: object) => detectText(text, options).map(({ entityType }) => entityType)

describe('a rule file', () => {
  it('adds detectors beside the built-in ones', () => {
    const rules = rulesOf()
    expect(typesIn('staff number SN-123456, jane.roe@example.com', { rules })).toEqual([
      'STAFF_NUMBER',
      'EMAIL_ADDRESS',
    ])
    expect(typesIn('staff number SN-123456, jane.roe@example.com', {})).toEqual(['EMAIL_ADDRESS'])
  })

  it('raises and lowers the confidence from which a type is told', () => {
    const rules = readRules('{"thresholds": {"EMAIL_ADDRESS": 0.995}}')
    expect(typesIn('jane.roe@example.com', { rules })).toEqual([])
    const low = rulesOf({ examples: { hits: ['SN-123456'], misses: ['SN-1'] } }, { thresholds: { STAFF_NUMBER: 0.3 } })
    expect(typesIn('SN-123456', { rules: low })).toEqual(['STAFF_NUMBER'])
    expect(typesIn('SN-123456', { rules: low, minConfidence: 0.6 })).toEqual([])
  })

  it('says why', () => {
    const [found] = detectText('staff number: SN-123456', { rules: rulesOf() })
    expect(found?.evidence.map(({ step }) => step)).toEqual(['pattern', 'label'])
  })

  it.each([
    ['a+'],
    ['a*'],
    ['a{2,}'],
    ['a{1,65}'],
    ['(a{1,3}){2}'],
    ['(?=a)b'],
    ['(?<!a)b'],
    ['(a)\\1'],
    ['('],
    ['a{0,60}b{0,60}c{0,60}'],
  ])('refuses the pattern %s', (pattern) => {
    expect(() => rulesOf({ pattern })).toThrow(RuleError)
  })

  it.each([['[+*]\\+a{1,3}'], ['\\d{2}(?:-\\d{2}){3}'], ['colou?r']])('takes the pattern %s', (pattern) => {
    expect(() => rulesOf({ pattern })).toThrow('example 1 of its hits is not found')
  })

  it.each([
    ['an example that is not found', { examples: { hits: ['SN-1'], misses: ['x'] } }],
    [
      'an example that is found',
      { examples: { hits: ['staff number SN-123456'], misses: ['staff number SN-123456'] } },
    ],
    ['no example', { examples: { hits: [], misses: [] } }],
    ['an unknown member', { colour: 'red' }],
    ['a wrong id', { id: 'Staff Number' }],
    ['a wrong share', { confidence: 2 }],
  ])('refuses %s', (_, changes) => {
    expect(() => rulesOf(changes)).toThrow(RuleError)
  })

  it('never quotes the file', () => {
    expect(() => readRules('{"secret"')).toThrow(/^it is not JSON$/)
    expect(() => readRules('thresholds:\n  secret: "open')).toThrow(/^it is not YAML from line \d+ on$/)
    expect(() => readRules('secret')).toThrow(RuleError)
    expect(() => readRules('')).toThrow(RuleError)
  })

  it('reads the same from YAML, patterns without doubled backslashes', () => {
    const yaml = String.raw`# our own numbers
thresholds:
  PERSON: 0.8
detectors:
  - id: staff-number
    entity: STAFF_NUMBER
    title: Number of an employee
    pattern: '\bSN-\d{6}\b'
    confidence: 0.4
    context: [staff number]
    examples:
      hits: [staff number SN-123456]
      misses: [SN-12, see SN-123456]
`
    expect(readRules(yaml).file).toEqual(rulesOf({}, { thresholds: { PERSON: 0.8 } }).file)
  })

  it.each([
    ['aliases, which may grow without bound', 'thresholds: &a {PERSON: 0.8}\ndetectors: *a'],
    ['tags of its own', 'thresholds: !!js/function x'],
    ['a key twice', 'thresholds: {PERSON: 0.8, PERSON: 0.9}'],
    ['two documents', 'thresholds: {}\n---\nthresholds: {}'],
  ])('refuses YAML with %s', (_, yaml) => {
    expect(() => readRules(yaml)).toThrow(RuleError)
  })
})
