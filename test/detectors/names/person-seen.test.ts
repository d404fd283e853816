import { describe, expect, it } from 'vitest'
import { detect } from '../../../src/detectors/detect.ts'
import { detectors } from '../../../src/detectors/registry.ts'
import { segmentOf } from '../../contracts/detector-contract.ts'

const sure = (text: string) =>
  detect(segmentOf(text), detectors)
    .filter(({ entityType, confidence }) => entityType === 'PERSON' && confidence >= 0.6)
    .map(({ value }) => value)

describe('names of persons in running text', () => {
  it.each([
    ['This was written by Ngozi Adeyemi in 2019.', 'Ngozi Adeyemi'],
    ['The patch of Colin McCarthy was merged.', 'Colin McCarthy'],
    ['I met DeAndre Whitfield on Tuesday.', 'DeAndre Whitfield'],
    ['Copyright (c) 2019 Theodora Papanikolaou', 'Theodora Papanikolaou'],
  ])('are told: %s', (text, name) => {
    expect(sure(text)).toContain(name)
  })

  it.each([
    'from yaml import CLoader as Loader',
    'typedef void (APIENTRYP PFNGLBLENDFUNCSEPARATEPROC) (GLenum sfactor);',
    'XMLPUBFUN xmlNodePtr XMLCALL',
    'GSettings has back ends for each system.',
    'Based on the Quartzine parser, which Bazelix supports.',
    'Das Haus stand unter Wasser.',
    'Language: Русский, Ελληνικά',
  ])('are not made of other words: %s', (text) => {
    expect(sure(text)).toEqual([])
  })

  it('says what speaks against one', () => {
    const found = detect(segmentOf('Das Haus stand unter Wasser.'), detectors, { entities: ['PERSON'] })
    expect(found.map(({ value, evidence }) => [value, evidence.at(-1)?.note])).toEqual([
      ['Wasser', 'one word, and an ordinary one as well as a surname'],
    ])
  })
})
