import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Segment } from '../../src/core/content.ts'
import { defaultMinConfidence, detect } from '../../src/detectors/detect.ts'
import { detectors } from '../../src/detectors/registry.ts'
import { segmentOf } from '../contracts/detector-contract.ts'

const found = (text: string, language?: string) =>
  detect(segmentOf(text), detectors, { language }).map(({ entityType, value }) => `${entityType} ${value}`)

describe('detect', () => {
  it('finds what a letter of a clinic holds', () => {
    const text = [
      'Dr Anne ROE – 12 rue de la Paix, 75002 Paris – Tél : 01 42 68 53 00',
      'Patient : DOE Jane, née le 12/03/1952, IPP 8001234567',
      'n° sécu : 2 55 08 14 168 025 38, jane.doe@example.com',
      'Règlement : FR76 3000 6000 0112 3456 7890 189',
    ].join('\n')
    expect(found(text, 'fr')).toEqual([
      'PERSON Anne ROE',
      'ADDRESS 12 rue de la Paix, 75002 Paris',
      'PHONE_NUMBER 01 42 68 53 00',
      'PERSON DOE Jane',
      'DATE_OF_BIRTH 12/03/1952',
      'PATIENT_ID 8001234567',
      'FR_NIR 2 55 08 14 168 025 38',
      'EMAIL_ADDRESS jane.doe@example.com',
      'IBAN_CODE FR76 3000 6000 0112 3456 7890 189',
    ])
  })

  it('counts code points, from the beginning of the unit of its place', () => {
    const text = '😀𝒳 é jane@example.com 🎈 192.0.2.17'
    const place = { unit: 'page', page: 3, offset: 100 } as const
    const segment: Segment = { what: 'segment', text, place, origin: 'ocr' }
    const findings = detect(segment, detectors)
    expect(findings.map(({ value }) => value)).toEqual(['jane@example.com', '192.0.2.17'])
    for (const { offset, length, value, origin, place: where } of findings) {
      expect([...text].slice(offset - 100, offset - 100 + length).join('')).toBe(value)
      expect(origin).toBe('ocr')
      expect(where).toEqual(place)
    }
  })

  it('places every finding exactly, whatever stands before and inside', () => {
    const piece = fc.constantFrom(
      '😀',
      '𝒳',
      'é',
      ' ',
      '\n',
      '\u00a0',
      'jane@example.com',
      ' 4111 1111 1111 1111 ',
      'Dr Roe',
      '١٢/٠٥/٢٠٢٤',
      '\ud83d',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const signs = [...text]
        let last = -1
        for (const { offset, length, value } of detect(segmentOf(text), detectors)) {
          expect(signs.slice(offset, offset + length).join('')).toBe(value)
          expect(offset).toBeGreaterThanOrEqual(last)
          last = offset
        }
      }),
    )
  })

  it('never takes two on the same place but what lies inside an address on the net', () => {
    const findings = detect(
      segmentOf('https://example.com/?to=jane@example.com IBAN FR76 3000 6000 0112 3456 7890 189'),
      detectors,
    )
    expect(findings.map(({ entityType }) => entityType)).toEqual(['URL', 'EMAIL_ADDRESS', 'IBAN_CODE'])
  })

  it('tells weak matches of types that were asked for', () => {
    const text = 'see 512438876'
    expect(detect(segmentOf(text), detectors)).toEqual([])
    expect(detect(segmentOf(text), detectors, { entities: ['US_SSN'] }).map(({ value }) => value)).toEqual([
      '512438876',
    ])
    expect(detect(segmentOf(text), detectors, { entities: ['US_SSN'], minConfidence: 0.5 })).toEqual([])
    expect(detect(segmentOf('jane@example.com'), detectors, { entities: ['US_SSN'] })).toEqual([])
    expect(detect(segmentOf(text), detectors, { entities: [] })).toEqual([])
  })

  it('leaves out what is less sure than the threshold', () => {
    for (const { confidence } of detect(segmentOf('card 4111 1111 1111 1111 in 2004'), detectors)) {
      expect(confidence).toBeGreaterThanOrEqual(defaultMinConfidence)
    }
    expect(detect(segmentOf('jane@example.com'), detectors, { minConfidence: 0.999 })).toEqual([])
  })

  it('keeps a number whose check digits hold beside words like test and example', () => {
    for (const word of ['test', 'example', 'exemple', 'Beispiel', 'ejemplo', 'dummy']) {
      expect(found(`${word} 4111 1111 1111 1111 ${word}`)).toEqual(['CREDIT_CARD 4111 1111 1111 1111'])
    }
  })

  it('gives the same for the same, with the reasons of each', () => {
    const text = 'Patient : DOE Jane, née le 12/03/1952 +33 1 42 68 53 00'
    const first = detect(segmentOf(text), detectors, { language: 'fr' })
    expect(detect(segmentOf(text), detectors, { language: 'fr' })).toEqual(first)
    for (const { evidence, confidence, detector } of first) {
      expect(evidence.at(-1)?.confidence).toBe(confidence)
      expect(detector).toMatch(/^[a-z0-9-]+@\d+$/)
    }
  })

  it('has nothing to say of an empty text', () => {
    expect(detect(segmentOf(''), detectors)).toEqual([])
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom(undefined, 'fr', 'en', 'ar'),
        (text, language) => {
          for (const { value, confidence } of detect(segmentOf(text), detectors, { language })) {
            expect(text).toContain(value)
            expect(confidence).toBeGreaterThanOrEqual(defaultMinConfidence)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('text without personal data', () => {
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n')
  // A small generator, so that the texts are the same each time.
  let state = 7
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
  const number = (below: number) => Math.floor(next() * below)
  const texts: Readonly<Record<string, string>> = {
    'a table of whole numbers': lines(400, () => Array.from({ length: 12 }, () => number(100_000)).join(' ')),
    'a table of decimals': lines(400, () => Array.from({ length: 8 }, () => (next() * 1_000).toFixed(3)).join('  ')),
    'a table of small numbers': lines(400, () => Array.from({ length: 20 }, () => number(100)).join(' ')),
    'comma-separated numbers': lines(400, () =>
      Array.from({ length: 9 }, () => number(10 ** (1 + number(9)))).join(','),
    ),
    base64: lines(400, () => Buffer.from(Array.from({ length: 57 }, () => number(256))).toString('base64')),
    'hexadecimal digits': lines(400, () => Buffer.from(Array.from({ length: 32 }, () => number(256))).toString('hex')),
    'invoice lines': lines(
      400,
      (index) =>
        `${10_000 + index} Widget M8  ${number(50)}  ${number(99)},${10 + number(90)}  ${number(999)}.${10 + number(90)} EUR`,
    ),
    'source code': lines(
      400,
      (index) =>
        `  const value${index} = table[${number(900)}] ?? fallback(${number(90)}, 'name', item.id) // step ${index}`,
    ),
    'a log': lines(
      400,
      (index) =>
        `2024-05-${10 + number(18)}T10:${10 + number(50)}:${10 + number(50)}.${100 + number(900)}Z INFO worker-${number(9)} request ${index} status=200 bytes=${number(1e7)}`,
    ),
  }

  it.each(Object.keys(texts))('gives no finding: %s', (name) => {
    for (const language of [undefined, 'fr', 'en', 'de', 'es']) {
      expect(
        detect(segmentOf(texts[name] ?? ''), detectors, { language }).map(
          ({ entityType, value }) => `${entityType} ${value}`,
        ),
      ).toEqual([])
    }
  })
})
