import { describe, expect, it } from 'vitest'
import { plainTexts } from '../../bench/plain-texts.ts'
import { detect } from '../../src/detectors/detect.ts'
import { detectors } from '../../src/detectors/registry.ts'
import { segmentOf } from '../contracts/detector-contract.ts'

const texts = plainTexts()

describe('texts without personal data', () => {
  it.each(Object.keys(texts))('raise no alarm: %s', (name) => {
    for (const language of [undefined, 'fr', 'en', 'de', 'es', 'it', 'nl', 'pt', 'ar']) {
      const found = detect(segmentOf(texts[name] ?? ''), detectors, { language })
      expect(
        found.filter(({ confidence }) => confidence >= 0.6).map(({ entityType, value }) => `${entityType} ${value}`),
      ).toEqual([])
      expect(found.filter(({ entityType, value }) => entityType === 'PERSON' && /\d/.test(value))).toEqual([])
    }
  })
})
