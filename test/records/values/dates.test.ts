import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOrderOf, datesIn, parseDate } from '../../../src/records/values/dates.ts'

describe('parseDate', () => {
  it.each([
    ['12/03/2024', '2024-03-12'],
    ['12.03.24', '2024-03-12'],
    ['2024-03-12', '2024-03-12'],
    ['1er mars 2024', '2024-03-01'],
    ['3. Mai 2023', '2023-05-03'],
    ['5 de mayo de 2024', '2024-05-05'],
    ['5 ottobre 2023', '2023-10-05'],
    ['2 de outubro de 2023', '2023-10-02'],
    ['19 april 2014', '2014-04-19'],
    ['5 مايو 2024', '2024-05-05'],
    ['١٢/٠٣/٢٠٢٤', '2024-03-12'],
    ['March 3, 2024', '2024-03-03'],
    ['3rd of March 2024', '2024-03-03'],
    ['04 DEC 88', '1988-12-04'],
    ['20181230', '2018-12-30'],
    ['2024年3月5日', '2024-03-05'],
  ])('reads %s as %s', (written, iso) => {
    expect(parseDate(written, 'dmy')).toBe(iso)
  })

  it.each(['30 février 2024', '31/04/2024', '1405/03/12', '192.168.1.10', '1.2.3.4', 'hello', ''])(
    'takes %j for none',
    (written) => {
      expect(parseDate(written, 'dmy')).toBeUndefined()
    },
  )

  it('reads day and month in the order of the document', () => {
    expect(parseDate('03/04/2024', 'dmy')).toBe('2024-04-03')
    expect(parseDate('03/04/2024', 'mdy')).toBe('2024-03-04')
    expect(parseDate('03/20/2024', 'dmy')).toBe('2024-03-20')
  })

  it('reads back every date it is written', () => {
    const days = fc.date({ min: new Date('1951-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [year, month, day] = iso.split('-')
        expect(parseDate(iso, 'dmy')).toBe(iso)
        expect(parseDate(`${day}.${month}.${year}`, 'dmy')).toBe(iso)
        expect(parseDate(`${month}/${day}/${year}`, 'mdy')).toBe(iso)
        expect(parseDate(`${day}/${month}/${year?.slice(2)}`, 'dmy')).toBe(iso)
        for (const locale of ['fr', 'de', 'es', 'it', 'pt', 'nl', 'en']) {
          const written = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
          expect(parseDate(written, 'dmy'), written).toBe(iso)
        }
      }),
    )
  })
})

describe('datesIn', () => {
  it('gives each date its place, and ends at the limit', () => {
    const text = 'du 01/02/2024 au 3 mars 2024'
    expect(datesIn(text, 'dmy').map(({ start, end }) => text.slice(start, end))).toEqual(['01/02/2024', '3 mars 2024'])
    expect(datesIn(text, 'dmy', 1)).toHaveLength(1)
  })

  it('never breaks on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        for (const { value } of datesIn(text, 'mdy')) expect(value).toMatch(/^\d{4}-\d\d-\d\d$/)
      }),
    )
  })
})

describe('dateOrderOf', () => {
  it.each([
    ['01/02/2024 and 25/02/2024', 'en', 'dmy'],
    ['01/02/2024 and 02/25/2024', 'fr', 'mdy'],
    ['01/02/2024', 'de', 'dmy'],
    ['01/02/2024 Springfield, IL', 'en', 'mdy'],
    ['01/02/2024 VAT £20', 'en', 'dmy'],
  ])('%s in %s is %s', (text, language, order) => {
    expect(dateOrderOf(text, language)).toBe(order)
  })
})
