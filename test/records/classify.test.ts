import { describe, expect, it } from 'vitest'
import type { DataCategory } from '../../src/core/finding.ts'
import type { RecordKind, RecordKindId } from '../../src/core/record.ts'
import { classify } from '../../src/records/classify.ts'
import { kinds } from '../../src/records/registry.ts'
import { textSample } from './samples.ts'

function kind(id: RecordKindId, confidence: number | undefined, category: DataCategory = 'simple'): RecordKind {
  return {
    id,
    title: id,
    sensitivity: { category },
    examples: { hits: [], misses: [] },
    match: () => (confidence === undefined ? undefined : { confidence, because: [id] }),
    fields: () => [
      { name: 'invoice.total', value: '1.00', confidence: 0.9 },
      { name: 'invoice.tax', value: '0.20', confidence: 0.9 },
    ],
  }
}

describe('classify', () => {
  it('takes the surest', () => {
    expect(classify(textSample('x'), [kind('invoice', 0.7), kind('table', 0.9)]).kind).toBe('table')
  })

  it('takes the more sensitive of a tie, in whatever order they come', () => {
    const tied = [kind('table', 0.9), kind('medical_report', 0.89, 'sensitive'), kind('invoice', 0.895, 'financial')]
    expect(classify(textSample('x'), tied).kind).toBe('medical_report')
    expect(classify(textSample('x'), tied.toReversed()).kind).toBe('medical_report')
  })

  it('takes other where none is likelier than not, as sure as the likeliest is unlikely', () => {
    const got = classify(textSample('x'), [kind('invoice', 0.3), kind('other', 0.5)])
    expect(got).toMatchObject({ kind: 'other', confidence: 0.7, because: ['other'] })
  })

  it('prefers what the format read from structure to what the text seems to say', () => {
    const fields = [{ what: 'field', name: 'invoice.total', value: '99.00', confidence: 1 }] as const
    const got = classify(textSample('x', { fields }), [kind('invoice', 0.9)])
    expect(got.fields.map(({ name, value }) => `${name} ${value}`)).toEqual(['invoice.total 99.00', 'invoice.tax 0.20'])
  })

  it.each([
    ['message', 'message/rfc822', 'message'],
    ['archive', 'application/zip', 'archive'],
    ['table', 'text/csv', 'table'],
    ['image', 'application/dicom', 'medical_image'],
    ['image', 'image/jpeg', 'other'],
  ] as const)('knows medium %s of type %s for %s', (medium, mediaType, expected) => {
    expect(classify(textSample('', { medium, mediaType }), kinds).kind).toBe(expected)
  })
})
