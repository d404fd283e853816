import { describe, expect, it } from 'vitest'
import type { RecordKindId } from '../../src/core/record.ts'
import { classify } from '../../src/records/classify.ts'
import { kinds } from '../../src/records/registry.ts'
import { madeUpDocuments, textSample } from './samples.ts'

const documents = madeUpDocuments()
const judged = documents.map((document) => ({ ...document, got: classify(textSample(document.text), kinds) }))
const languages = ['ar', 'de', 'en', 'es', 'fr', 'it', 'nl', 'pt']
const mainKinds: readonly RecordKindId[] = [
  'invoice',
  'treatment_plan',
  'medical_report',
  'prescription',
  'consent_form',
  'identity_document',
]

describe('made-up documents in eight languages', () => {
  it.each(languages)('%s: at least four of each main kind, and near misses', (language) => {
    const own = documents.filter((document) => document.language === language)
    for (const kind of mainKinds) expect(own.filter((document) => document.kind === kind).length).toBeGreaterThan(3)
    expect(own.filter(({ kind }) => kind === 'other').length).toBeGreaterThan(7)
  })

  it.each(judged.filter(({ kind }) => kind === 'other').map((one) => [one.language, one.title, one.got.kind]))(
    '%s: %s is no record kind',
    (_language, _title, got) => {
      expect(got).toBe('other')
    },
  )

  it.each(languages)('%s: nine in ten are what they are', (language) => {
    const own = judged.filter((document) => document.language === language)
    const wrong = own.filter(({ kind, got }) => got.kind !== kind).map(({ kind, title }) => `${kind}: ${title}`)
    expect(wrong.length / own.length, wrong.join(', ')).toBeLessThan(0.1)
  })

  it.each(mainKinds)('%s: F1 of at least 0.95', (kind) => {
    const right = judged.filter((one) => one.kind === kind && one.got.kind === kind).length
    const taken = judged.filter((one) => one.got.kind === kind).length
    const due = judged.filter((one) => one.kind === kind).length
    expect((2 * right) / (taken + due)).toBeGreaterThanOrEqual(0.95)
  })

  it('gives a kind that is likelier than chance, and reasons', () => {
    for (const { got } of judged) {
      expect(got.confidence).toBeGreaterThan(1 / 7)
      expect(got.because).not.toEqual([])
    }
  })
})

describe('fields of made-up documents', () => {
  const withFields = judged.filter(({ fields, kind, got }) => fields.length > 0 && got.kind === kind)
  it.each(withFields.map((one) => [one.language, one.title, one] as const))('%s: %s', (_language, _title, one) => {
    for (const [name, value] of one.fields) {
      const values = one.got.fields.filter((field) => field.name === name).map((field) => field.value)
      expect(values, name).toContain(value)
    }
  })

  it('stand where their place says', () => {
    for (const { got, text } of withFields) {
      const points = [...text]
      for (const { name, value, place } of got.fields) {
        if (!place || /date|total|tax|currency|iban|lines|issuer_id|registration|legal|validity/.test(name)) continue
        if (name === 'patient.name' || name === 'controller.domain') continue
        expect(points.slice(place.offset, place.offset + [...value].length).join(''), name).toBe(value)
      }
    }
  })
})
