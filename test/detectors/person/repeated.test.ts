import { describe, expect, test } from 'vitest'
import { detectText } from '../../../src/detect-text.ts'

const persons = (text: string) =>
  detectText(text)
    .filter(({ entityType, confidence }) => entityType === 'PERSON' && confidence >= 0.6)
    .map(({ value }) => value)

describe('a name that stands alone', () => {
  const letter = 'Patient: Ottoline QUAVERMOND\n'

  test.each([
    'QUAVERMOND 13/07/2013 BIOPSY',
    'seen again: Quavermond',
    'results (Quavermond) attached',
    'file of O. Quavermond',
    "Quavermond's results",
  ])('is found where it is part of a sure name elsewhere: %s', (line) => {
    expect(
      persons(letter + line)
        .join(' ')
        .match(/quavermond/gi),
    ).toHaveLength(2)
  })

  test.each([
    'www.Quavermond.org',
    'info@Quavermond.example',
    'class Quavermond(Base)',
    'Quavermondia is a plant',
    'quavermond_id = 3',
  ])('is none within an address, code or another word: %s', (line) => {
    expect(persons(letter + line)).toEqual(['Ottoline QUAVERMOND'])
  })

  test('is none where the word may be anything else', () => {
    expect(persons('Patient: Ottoline BAKER\nThe Baker Building is closed. Baker street, Baker')).not.toContain('Baker')
  })

  test('is none where nothing sure names it', () => {
    expect(persons('seen again: Quavermond')).toEqual([])
  })

  test('has one spelling with the name that it is part of', () => {
    const found = detectText(`${letter}\nQUAVERMOND`).filter(({ entityType }) => entityType === 'PERSON')
    expect(found.map(({ canonical }) => canonical)).toEqual(['ottoline quavermond', 'quavermond'])
    expect(found[1]?.evidence.at(-1)?.step).toBe('context')
  })
})
