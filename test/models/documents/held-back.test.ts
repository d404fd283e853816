import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judgedBy } from '../../../models/documents/cases.ts'
import { makeDocuments } from '../../../models/documents/dataset.ts'
import { calibrationError, reliabilityOf, scoreOf } from '../../../models/documents/evaluate.ts'
import { modelKinds, readTexts } from '../../../models/documents/texts.ts'
import { documentModel } from '../../../src/records/model/model.ts'

const languages = ['ar', 'de', 'en', 'es', 'fr', 'it', 'nl', 'pt']
const otherSeed = 77
const judged = [...makeDocuments(otherSeed, 6, ({ isHeldBack }) => isHeldBack)].map((document) =>
  judgedBy(documentModel(), document),
)

describe('texts written by hand', () => {
  const templates = readTexts().flatMap((texts) => texts.templates)

  it.each(languages)('%s: has all kinds, of each several authors, a fifth of them held back', (language) => {
    for (const kind of modelKinds) {
      const own = templates.filter((one) => one.language === language && one.kind === kind)
      expect(own.length, kind).toBeGreaterThanOrEqual(5)
      expect(own.filter(({ isHeldBack }) => isHeldBack).length, kind).toBe(Math.floor(own.length / 5))
    }
  })

  it('have a title of their own in their language and kind', () => {
    const names = templates.map(({ language, kind, title }) => `${language} ${kind} ${title}`)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('the model on templates that it was never trained on', () => {
  it.each(languages)('%s: macro-F1 of at least 0.95', (language) => {
    const own = judged.filter((one) => one.language === language)
    const wrong = own.filter(({ kind, got }) => kind !== got).map(({ title, kind, got }) => `${title}: ${kind} ${got}`)
    expect(scoreOf(own).macro, wrong.join('; ')).toBeGreaterThanOrEqual(0.95)
  })

  it('is as sure as it is right: calibration error of at most 0.05', () => {
    expect(calibrationError(reliabilityOf(judged))).toBeLessThanOrEqual(0.05)
  })

  it('is the one that its card speaks of', () => {
    const read = (name: string) => readFileSync(new URL(`../../../models/${name}`, import.meta.url))
    expect(read('documents.md').toString()).toContain(createHash('sha256').update(read('documents.bin')).digest('hex'))
  })
})
