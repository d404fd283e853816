import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Segment } from '../../../src/core/content.ts'
import type { Finding } from '../../../src/core/finding.ts'
import { LooseCodes, learntFindings } from '../../../src/detectors/record/loose-codes.ts'

const shapes = new Set(['P######', '80########', 'PAT-#####'])

function segment(text: string, told: Partial<Segment> = {}): Segment {
  return { what: 'segment', text, place: { unit: 'text', offset: 0 }, origin: 'text', ...told }
}

function counted(text: string, told: Partial<Segment> = {}, findings: readonly Finding[] = []) {
  const codes = new LooseCodes()
  codes.take(segment(text, told), findings)
  return codes.counts()
}

const name = { place: { unit: 'filename', offset: 0 }, origin: 'filename' } as const

describe("patients' numbers without a label", () => {
  test.each([
    ['Suivi P004512 : bonne évolution', ['P004512']],
    ['(P004512) seen again', ['P004512']],
    ['p004512 and P004513.', ['p004512', 'P004513']],
    ['client n° P004512', ['P004512']],
    ['Quill Ada, 8001234567, left eye', ['8001234567']],
    ['pat-20431', ['pat-20431']],
    ['order no. P004512', []],
    ['Facture n° P004512', []],
    ['lot: 8001234567', []],
    ['XP004512', []],
    ['P0045123', []],
    ['P004512.7 and 3.8001234567', []],
    ['https://example.org/P004512', []],
    ['a+8001234567', []],
    ['P004512@example.org', []],
  ])('%s', (text, values) => {
    expect(learntFindings(segment(text), [], shapes).map(({ value }) => value)).toEqual(values)
  })

  test.each([
    ['clients/P004512/before_1.jpg', ['P004512']],
    ['before_P004512_2019.jpg', ['P004512']],
    ['scans/P004512.pdf', ['P004512']],
    ['orders/order P004512.pdf', ['P004512']],
    ['pat-20431!/8001234567.dcm', ['pat-20431', '8001234567']],
    ['scans/AP004512.pdf', []],
  ])('in the path %s', (path, values) => {
    expect(learntFindings(segment(path, name), [], shapes).map(({ value }) => value)).toEqual(values)
  })

  test('are told with their place in code points, one spelling, and why', () => {
    const [found] = learntFindings(segment('😀 p004512', { place: { unit: 'page', page: 2, offset: 100 } }), [], shapes)
    expect(found).toMatchObject({
      entityType: 'PATIENT_ID',
      value: 'p004512',
      canonical: 'P004512',
      place: { page: 2 },
      offset: 102,
      length: 7,
      confidence: 0.8,
      evidence: [{ step: 'pattern', confidence: 0.8 }],
    })
  })

  test('are believed less where only digits tell', () => {
    const [lettered, digits] = learntFindings(segment('P004512 8001234567'), [], shapes)
    expect(digits?.confidence).toBeLessThan(lettered?.confidence ?? 0)
  })

  test('are nothing where something else was found', () => {
    const text = segment('tel 8001234567, P004512')
    const [lettered] = learntFindings(text, [], new Set(['P######']))
    const phone = { ...lettered, entityType: 'PHONE_NUMBER', offset: 4, length: 10 } as Finding
    expect(learntFindings(text, [phone], shapes).map(({ value }) => value)).toEqual(['P004512'])
    expect(counted(text.text, {}, [phone])).toEqual([{ shape: 'P######', loose: 1, other: 0 }])
  })

  test('stand in the text where they say they do', () => {
    const piece = fc.constantFrom('P004512', '😀', ' ', 'é', '8001234567', '\n', 'order ', 'P00451', '-', '_', '/', '.')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const signs = [...text]
        for (const { value, offset, length } of learntFindings(segment(text), [], shapes))
          expect(signs.slice(offset, offset + length).join('')).toBe(value)
      }),
    )
  })
})

describe('codes that nothing claims', () => {
  test('are counted by shape, those of orders and invoices by themselves', () => {
    expect(counted('P004512 P004513, order P004514, lot 123, 2024-00871')).toEqual([
      { shape: 'P######', loose: 2, other: 1 },
      { shape: '20##-#####', loose: 1, other: 0 },
    ])
  })

  test('are counted in few shapes, however many there are', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    const many = [...letters].flatMap((one) => [...letters].map((other) => `${one}${other}1234`)).join(' ')
    expect(counted(many)).toHaveLength(32)
  })

  test('are looked for to the end of endless repetitions', () => {
    for (const piece of ['A1', '12-', '1', 'ab_12 ', 'facture n° ', '12/345 ', 'P-', '_1_']) {
      const text = piece.repeat(200_000)
      expect(counted(text).length).toBeLessThanOrEqual(32)
    }
  })
})
