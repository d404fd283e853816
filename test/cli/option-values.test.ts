import { InvalidArgumentError } from 'commander'
import { describe, expect, test } from 'vitest'
import {
  byteSize,
  circumstanceList,
  collect,
  fileName,
  language,
  languages,
  list,
  numberWithin,
  wholeNumber,
} from '../../src/cli/option-values.ts'
import { didYouMean, similar } from '../../src/cli/similar.ts'

describe('values of options', () => {
  test.each<[string, number]>([
    ['1', 1],
    ['300k', 300 * 2 ** 10],
    ['500M', 500 * 2 ** 20],
    ['500MB', 500 * 2 ** 20],
    ['1.5G', 1.5 * 2 ** 30],
    ['2t', 2 * 2 ** 40],
  ])('%s is %d bytes', (text, bytes) => expect(byteSize(text)).toBe(bytes))

  test.each(['', '0', '-1', 'k', '1x', '1 000', '1e3', 'Infinity', '999999999999G'])('%j is no size', (text) => {
    expect(() => byteSize(text)).toThrow(InvalidArgumentError)
  })

  test.each<[(text: string) => unknown, string[], string[]]>([
    [wholeNumber(0, 256), ['0', '256', '007'], ['', '-1', '257', '1.5', '1e2', ' 1']],
    [numberWithin(0, 1), ['0', '1', '0.5', '.5', '1.'], ['', '.', '-0.1', '1.01', 'NaN', '1e-3', '0x1']],
    [language, ['fr', 'DE'], ['', 'fra', 'f', 'f1', 'en-GB']],
    [languages, ['fr', 'fr,en', ' fr , en '], ['', ',', 'fr,english']],
    [circumstanceList, ['none', 'lost', 'unknown-recipients,malicious'], ['', 'none,lost', 'constructor']],
    [fileName, ['a', '-', ' '], ['']],
    [collect, ['*.log'], ['']],
  ])('%# takes what it should and nothing else', (parse, good, bad) => {
    for (const text of good) expect(() => parse(text)).not.toThrow()
    for (const text of bad) expect(() => parse(text), text).toThrow(InvalidArgumentError)
  })

  test('lists are trimmed, none is no circumstance, patterns gather', () => {
    expect(list(' a, b ,,c')).toEqual(['a', 'b', 'c'])
    expect(languages('FR,en')).toEqual(['fr', 'en'])
    expect(circumstanceList('none')).toEqual([])
    expect(collect('b', collect('a'))).toEqual(['a', 'b'])
  })
})

describe('did you mean', () => {
  const known = ['EMAIL_ADDRESS', 'FR_NIR', 'FR_SIRET', 'PERSON', 'IBAN_CODE']
  test.each<[string, string | undefined]>([
    ['FR_NIRR', 'FR_NIR'],
    ['fr_nir', 'FR_NIR'],
    ['PERSONNE', 'PERSON'],
    ['EMAIL', 'EMAIL_ADDRESS'],
    ['IBAN', 'IBAN_CODE'],
    ['X', undefined],
    ['', undefined],
    ['VEHICLE', undefined],
  ])('%s: %s', (word, meant) => expect(similar(word, known)).toBe(meant))

  test('says nothing where nothing is near', () => {
    expect(didYouMean('VEHICLE', known)).toBe('')
    expect(didYouMean('PERSONS', known)).toBe('; did you mean PERSON?')
  })
})
