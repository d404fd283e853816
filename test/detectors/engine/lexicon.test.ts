import { describe, expect, it } from 'vitest'
import { foldPhrase, listed, makeLexicon } from '../../../src/detectors/engine/lexicon.ts'
import { defineUnit, planOf, type Unit } from '../../../src/detectors/engine/plan.ts'
import { cuesOf, phraseOf, type Scan, scanText } from '../../../src/detectors/engine/scan.ts'

const described = { version: 1, entityType: 'X', title: 'for the test', sensitivity: { category: 'simple' } } as const
const unit: Unit = defineUnit({
  ...described,
  id: 'words',
  reference: 'https://example.com',
  examples: { hits: [], misses: [] },
  words: {
    birth: ['né', 'née le', 'date de naissance'],
    name: ['nom de naissance', 'nom'],
    street: ['-straße', '-strasse', 'rue'],
    number: ['n°', 'n° de dossier'],
  },
  find: () => [],
})

function cues(text: string, topic: string): readonly string[] {
  const scan: Scan = scanText(text, planOf(unit))
  return cuesOf(scan, topic).map((cue) => `${phraseOf(scan, cue)}@${scan.cueStart[cue]}-${scan.cueEnd[cue]}`)
}

describe('words and phrases of a text', () => {
  it.each([
    ['Né à Lyon', 'birth', ['ne@0-2']],
    ['NEE  LE 3', 'birth', ['nee le@0-7']],
    ['Date de naissance: x', 'birth', ['date de naissance@0-17']],
    ['date de la naissance', 'birth', []],
    ['date\nde naissance', 'birth', []],
    ['Nom de naissance', 'name', ['nom de naissance@0-16']],
    ['nom de famille', 'name', ['nom@0-3']],
    ['prénom', 'name', []],
    ['nomade', 'name', []],
    ['N° de dossier 12', 'number', ['n de dossier@0-13']],
    ['Hauptstraße, Bergstrasse 2', 'street', ['-strase@0-11', '-strasse@13-24']],
    ['Straße', 'street', []],
    ['e\u0301 ne\u0301 ', 'birth', ['ne@3-6']],
  ])('in %j of topic %s are %j', (text, topic, expected) => {
    expect(cues(text, topic)).toEqual(expected)
  })
})

describe('a list of words', () => {
  it('stands between commas', () => {
    expect(listed(' a b,\n c ')).toEqual(['a b', 'c'])
  })

  it.each(['', '12', 'a b c d e f g h i'])('refuses the phrase %j', (phrase) => {
    expect(() => makeLexicon([{ x: [phrase] }])).toThrow('not a phrase')
  })

  it('is folded as a text is', () => {
    expect(foldPhrase("N° de l'Élève")).toBe('n de l eleve')
  })
})
