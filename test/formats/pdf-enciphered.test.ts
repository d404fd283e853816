import { describe, expect, test } from 'vitest'
import { looksEnciphered } from '../../src/formats/pdf/enciphered.ts'

const prose: Readonly<Record<string, string>> = {
  English:
    'The patient was seen on Monday and asked for the estimate of the treatment that had been agreed upon with the surgeon.',
  French:
    'La patiente a été vue lundi et demande le devis du traitement qui avait été convenu avec le chirurgien de la clinique.',
  German:
    'Die Patientin wurde am Montag untersucht und bittet um den Kostenvoranschlag für die mit dem Arzt besprochene Behandlung.',
  Polish:
    'Pacjentka została zbadana w poniedziałek i prosi o kosztorys leczenia, które zostało uzgodnione z chirurgiem w szczegółach.',
  Arabic:
    'تم فحص المريضة يوم الاثنين وطلبت عرض سعر العلاج الذي تم الاتفاق عليه مع الجراح في العيادة قبل أسبوعين من الآن',
}
const shifted = (text: string, by: number) =>
  text.replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + by))

describe('a text whose letters mean others', () => {
  test.each(Object.entries(prose))('%s is none', (_, text) => {
    expect(looksEnciphered(text)).toBe(false)
    expect(looksEnciphered(text.toUpperCase())).toBe(false)
  })

  test.each(['English', 'French', 'German'])('%s with its glyphs numbered anew is one', (language) => {
    expect(looksEnciphered(shifted(prose[language] ?? '', -29).repeat(2))).toBe(true)
  })

  test.each([
    ['a table of amounts', '2024-03-05 | 1,240.00 | 19 % | 235.60\n'.repeat(20)],
    ['a form to fill in', 'Name: ____________________ Date: ____/____/______\n'.repeat(8)],
    ['contents with leaders', 'Introduction ............................ 4\n'.repeat(12)],
    ['a short code', 'BRK-XT 7731 QQW'],
    ['nothing', ''],
  ])('%s is none', (_, text) => {
    expect(looksEnciphered(text)).toBe(false)
  })
})
