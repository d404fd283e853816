import { describe, expect, it } from 'vitest'
import type { Segment } from '../../src/core/content.ts'
import { makeSample, signalsOf } from '../../src/records/sample.ts'
import { textSample } from './samples.ts'

function segment(text: string, origin: Segment['origin'] = 'text'): Segment {
  return { what: 'segment', text, place: { unit: 'text', offset: 0 }, origin }
}

describe('makeSample', () => {
  it('cuts the text at the limit', () => {
    const parts = textSample('', { segments: [segment('abcd'), segment('efgh'), segment('ijkl')] })
    const at = (sampleCharacters: number) => makeSample(parts, { sampleCharacters }).segments.map(({ text }) => text)
    expect(at(12)).toEqual(['abcd', 'efgh', 'ijkl'])
    expect(at(11)).toEqual(['abcd', 'efgh', 'ijk'])
    expect(at(8)).toEqual(['abcd', 'efgh'])
    expect(at(5)).toEqual(['abcd', 'e'])
  })

  it('gives words in lower case without accents, counted, once', () => {
    const sample = textSample('Née née LE 3')
    expect(sample.words().list).toEqual(['nee', 'nee', 'le', '3'])
    expect(sample.words().counts.get('nee')).toBe(2)
    expect(sample.words()).toBe(sample.words())
  })

  it('lets names of files and metadata say nothing of the kind', () => {
    const sample = textSample('', { segments: [segment('facture.pdf', 'filename'), segment('Facture', 'metadata')] })
    expect(signalsOf(sample).hits).toEqual([])
  })
})
