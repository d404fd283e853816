import { describe, expect, it } from 'vitest'
import { casesOf, type Judged } from '../../../models/documents/cases.ts'
import { type MadeUp, makeDocuments } from '../../../models/documents/dataset.ts'
import { calibrationError, reliabilityOf, scoreOf } from '../../../models/documents/evaluate.ts'
import { fillTemplate } from '../../../models/documents/grammar.ts'
import { layOut } from '../../../models/documents/layout.ts'
import { learn } from '../../../models/documents/learn.ts'
import { asRead, withoutAccents } from '../../../models/documents/noise.ts'
import { Random } from '../../../models/documents/random.ts'
import { settings } from '../../../models/documents/settings.ts'
import { Slots } from '../../../models/documents/slots.ts'
import { modelKinds, type Template, type Texts } from '../../../models/documents/texts.ts'
import { evidenceList } from '../../../src/records/model/evidence.ts'
import { writeNetwork } from '../../../src/records/model/network.ts'

const slots = new Slots('fr')

function filled(lines: readonly string[], seed = 1, isHeldBack = false): readonly string[] {
  const template: Template = { language: 'fr', kind: 'other', title: 'test', lines, isHeldBack }
  const pool = Array.from({ length: 30 }, (_, index) => `mot${index}`)
  const pools = new Map([
    ['word', pool],
    ['nested', ['{one|two} {word}']],
    ['lines', ['a//b']],
  ])
  const texts: Texts = { language: 'fr', pools, templates: [template] }
  return fillTemplate(template, texts, slots, new Random(seed))
}

describe('the grammar', () => {
  it('fills choices, pools, pools within pools and slots', () => {
    expect(filled(['{a|b}']).join()).toMatch(/^[ab]$/)
    expect(filled(['{nested}']).join()).toMatch(/^(one|two) mot\d+$/)
    expect(filled(['{d4}', '{date}', '{person}']).join('\n')).toMatch(/^\d{4}\n.{6,20}\n.{3,60}$/)
  })

  it('repeats, leaves out, shuffles and breaks lines by their marks', () => {
    expect(filled(['* x']).length).toBeGreaterThanOrEqual(1)
    expect(filled(['+ x']).length).toBeGreaterThanOrEqual(4)
    expect(new Set(Array.from({ length: 30 }, (_, seed) => filled(['? x'], seed).length))).toEqual(new Set([0, 1]))
    const orders = Array.from({ length: 30 }, (_, seed) => filled(['^ x', '^ y'], seed).join(''))
    expect(new Set(orders)).toEqual(new Set(['xy', 'yx']))
    expect(filled(['{lines}'])).toEqual(['a', 'b'])
  })

  it('keeps a third of a pool for the templates held back', () => {
    const met = (isHeldBack: boolean) =>
      new Set(Array.from({ length: 400 }, (_, seed) => filled(['{word}'], seed, isHeldBack).join()))
    expect(met(true).size).toBe(30)
    expect(met(false).size).toBeLessThan(26)
  })

  it('refuses a gap that nothing fills', () => {
    expect(() => filled(['{nothing-of-the-kind}'])).toThrow(/nothing fills/)
  })
})

describe('made-up documents', () => {
  const some = (seed: number) =>
    [...makeDocuments(seed, 1, ({ language, kind }) => language === 'it' && kind === 'invoice')].map(({ text }) => text)

  it('are the same for the same seed, others for another', () => {
    expect(some(3)).toEqual(some(3))
    expect(some(3)).not.toEqual(some(4))
  })

  it('leave no gap open', () => {
    for (const text of some(5)) expect(text).not.toMatch(/[{}]/)
  })

  it('keep the words of their lines in every layout', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const text = layOut(['Facture', 'Total  12,00'], new Random(seed)).toLowerCase()
      expect(text).toMatch(/facture[\s\S]*total[\s\S]*12,00/)
    }
  })

  it('are misread by OCR here and there, never beyond recognition', () => {
    const text = 'Le patient présente une douleur abdominale depuis trois jours. '.repeat(10)
    for (let seed = 0; seed < 20; seed += 1) {
      const read = asRead(text, new Random(seed))
      expect(Math.abs(read.length - text.length)).toBeLessThan(text.length * 0.2)
    }
    expect(withoutAccents('présenté à l’hôpital')).toBe('presente a l’hopital')
  })
})

describe('training', () => {
  const documents: readonly MadeUp[] = Array.from({ length: 40 }, (_, index) => ({
    language: 'en',
    kind: index % 2 === 0 ? 'invoice' : 'prescription',
    title: `t${index}`,
    text: index % 2 === 0 ? `Invoice no ${index}\nTotal due $12.00` : `Rx amoxicillin 500 mg take ${index} tablets`,
  }))
  const ids = evidenceList.map(({ id }) => id)
  const few = { ...settings, epochs: 2 }

  it('gives the same bytes for the same seed, others for another', () => {
    const bytes = (seed: number) => Buffer.from(writeNetwork(learn(casesOf(documents), ids, few, seed)))
    expect(bytes(1).equals(bytes(1))).toBe(true)
    expect(bytes(1).equals(bytes(2))).toBe(false)
  })

  it('counts documents of small groups more', () => {
    const cases = casesOf([...documents, { language: 'de', kind: 'other', title: 'x', text: 'Preisliste' }])
    expect(cases.at(-1)?.share).toBeGreaterThan(2 * (cases[0]?.share ?? Number.POSITIVE_INFINITY))
    expect(cases.at(-1)?.kind).toBe(modelKinds.indexOf('other'))
  })
})

describe('figures', () => {
  const judged = (kind: Judged['kind'], got: Judged['kind'], confidence: number): Judged => ({
    language: 'en',
    title: 't',
    kind,
    got,
    confidence,
    likelihood: confidence,
  })

  it('F1 is two hits over what is due and what is taken', () => {
    const score = scoreOf([judged('invoice', 'invoice', 1), judged('invoice', 'other', 1), judged('other', 'other', 1)])
    expect(score.perKind.get('invoice')).toBeCloseTo(2 / 3)
    expect(score.perKind.get('other')).toBeCloseTo(2 / 3)
    expect(score.macro).toBeCloseTo(2 / 3)
  })

  it('the calibration error is how far confidence and truth lie apart', () => {
    const bins = reliabilityOf([judged('invoice', 'invoice', 0.92), judged('invoice', 'other', 0.92)])
    expect(bins.filter(({ count }) => count > 0)).toHaveLength(1)
    expect(calibrationError(bins)).toBeCloseTo(0.42)
  })
})
