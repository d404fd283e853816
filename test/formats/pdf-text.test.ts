import { PDFDocument, StandardFonts, degrees as turnedBy } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { codesFor, contentPdf, kitPdf, mappedFont, pagesOf, readPdf, segments, show } from './pdf-fixture.ts'

describe('lines', () => {
  it('stand from top to bottom, whatever the order of drawing', async () => {
    const page = show(72, 640, 'third') + show(72, 700, 'first') + show(72, 686, 'second')
    expect(await pagesOf(contentPdf([page]))).toEqual(['first\nsecond\n\nthird'])
  })

  it('keep the cells of a table apart, with one space between words', async () => {
    const row = (y: number, cells: readonly string[]) => cells.map((cell, at) => show(72 + at * 150, y, cell)).join('')
    const page = row(700, ['Service', 'Price per unit', 'Total']) + row(686, ['Scaling', '40.00', '80.00'])
    const [text = ''] = await pagesOf(contentPdf([page]))
    expect(text.split('\n').map((line) => line.split(/ {3,}/))).toEqual([
      ['Service', 'Price per unit', 'Total'],
      ['Scaling', '40.00', '80.00'],
    ])
  })

  it('gather raised and lowered signs', async () => {
    const page = show(72, 700, 'area of 30 m') + show(129.5, 704, '2', 'F1', 6) + show(136, 700, 'in all')
    expect(await pagesOf(contentPdf([page]))).toEqual(['area of 30 m2 in all'])
  })

  it('keep apart what is set tightly', async () => {
    const page = show(72, 700, 'upper line of words') + show(72, 691.5, 'lower line of words')
    expect(await pagesOf(contentPdf([page]))).toEqual(['upper line of words\nlower line of words'])
  })

  it('keep letters of one word together that reach into the next cell', async () => {
    const page = show(72, 700, 'A label that is too long:') + show(180, 700, '29.99')
    const [text = ''] = await pagesOf(contentPdf([page]))
    expect(text).toContain('29.99')
    expect(text).toContain('label that is too long:')
  })

  it('join letters that are set wide apart, and drop what is drawn twice', async () => {
    const wide = 'BT /F1 10 Tf 4 Tc 1 0 0 1 72 700 Tm (Customer:) Tj 0 Tc ET\n'
    const bold = show(72, 680, 'Total due') + show(72.3, 680, 'Total due')
    expect(await pagesOf(contentPdf([wide + bold]))).toEqual(['Customer:\nTotal due'])
  })

  it('find spaces that are only a gap', async () => {
    const page = 'BT /F1 10 Tf 1 0 0 1 72 700 Tm [(Mia) -300 (Roth) -3000 (Lyon)] TJ ET'
    expect(await pagesOf(contentPdf([page]))).toEqual(['Mia Roth      Lyon'])
  })

  it('keep hyphens at the end of a line', async () => {
    const page = show(72, 700, 'a state-of-the-') + show(72, 688, 'art treat-') + show(72, 676, 'ment')
    expect(await pagesOf(contentPdf([page]))).toEqual(['a state-of-the-\nart treat-\nment'])
  })
})

describe('columns', () => {
  const prose = (side: string) =>
    Array.from({ length: 12 }, (_, at) => `${side} words of line number ${at} run on and on here`)

  it('of running text are read one after the other', async () => {
    const left = prose('left').map((line, at) => show(50, 700 - at * 12, line))
    const right = prose('right').map((line, at) => show(320, 700 - at * 12, line))
    const page =
      show(50, 730, 'One heading over both of them, as wide as the page is and then some') +
      [...left, ...right].join('')
    const [text = ''] = await pagesOf(contentPdf([page]))
    const lines = text.split('\n').filter((line) => line !== '')
    expect(lines.slice(1, 13)).toEqual(prose('left'))
    expect(lines.slice(13)).toEqual(prose('right'))
  })

  it('of a letterhead stay side by side', async () => {
    const names = ['Praxis Roth', 'Am Markt 4', '04109 Leipzig', 'Tel 0341 1', 'Fax 0341 2', 'www.a.example', 'Mo-Fr']
    const page = names
      .map((name, at) => show(50, 700 - at * 12, name) + show(320, 700 - at * 12, `Kunde ${at}`))
      .join('')
    const [text = ''] = await pagesOf(contentPdf([page]))
    expect(text.split('\n')[1]).toMatch(/^Am Markt 4 {3,8}Kunde 1$/)
  })
})

describe('directions', () => {
  it.each([90, 180, 270])('reads a page turned by %i degrees', async (angle) => {
    const made = await PDFDocument.create()
    const font = await made.embedFont(StandardFonts.Helvetica)
    const page = made.addPage([600, 600])
    page.setRotation(turnedBy(angle))
    page.drawText('Upright name', { x: 300, y: 300, size: 12, font, rotate: turnedBy(angle) })
    page.drawText('follows here', {
      x: 300 + 20 * Math.sin((angle * Math.PI) / 180),
      y: 300 - 20 * Math.cos((angle * Math.PI) / 180),
      size: 12,
      font,
      rotate: turnedBy(angle),
    })
    expect(await pagesOf(await made.save())).toEqual(['Upright name\nfollows here'])
  })

  it('reads slanted stamps, after the text they lie over', async () => {
    const made = await PDFDocument.create()
    const font = await made.embedFont(StandardFonts.Helvetica)
    const page = made.addPage([600, 600])
    page.drawText('DRAFT COPY', { x: 100, y: 100, size: 40, font, rotate: turnedBy(33) })
    page.drawText('The text of the letter itself', { x: 100, y: 250, size: 12, font })
    expect(await pagesOf(await made.save())).toEqual(['The text of the letter itself\n\nDRAFT COPY'])
  })

  it('reads lines that a scanner tilted a little', async () => {
    const made = await PDFDocument.create()
    const font = await made.embedFont(StandardFonts.Helvetica)
    const page = made.addPage([600, 600])
    const tilt = Math.tan((1.2 * Math.PI) / 180)
    for (const [at, words] of [
      ['Patient', 'name', 'Mia', 'Roth'],
      ['Born', 'in', 'Lyon', 'France'],
    ].entries()) {
      for (const [place, word] of words.entries()) {
        page.drawText(word, {
          x: 60 + place * 70,
          y: 500 - at * 16 + place * 70 * tilt,
          size: 12,
          font,
          rotate: turnedBy(1.2),
        })
      }
    }
    const [text = ''] = await pagesOf(await made.save())
    expect(text.split('\n').map((line) => line.split(/ +/))).toEqual([
      ['Patient', 'name', 'Mia', 'Roth'],
      ['Born', 'in', 'Lyon', 'France'],
    ])
  })

  const hebrew = 'אבגדהוזחטיכלמנסעפצקרשתםןךףץ'
  const backwards = (text: string) => [...text].reverse().join('')

  it('gives Hebrew in reading order, with numbers and Latin words as they are', async () => {
    const font = mappedFont(hebrew)
    const shown = (x: number, text: string) => show(x, 700, codesFor(hebrew, backwards(text)), 'F2')
    const page = show(72, 700, '12/05/2024') + shown(140, 'תאריך') + shown(180, 'שלום')
    expect(await pagesOf(contentPdf([page], font))).toEqual(['שלום   תאריך   12/05/2024'])
  })

  it('gives Arabic drawn as presentation forms in plain letters', async () => {
    const forms = 'ﻣﺮﻳﺾﻼ'
    const font = mappedFont(forms)
    const page = show(72, 700, codesFor(forms, backwards('ﻣﺮﻳﺾ')), 'F2')
    expect(await pagesOf(contentPdf([page], font))).toEqual(['مريض'])
  })

  it('turns only the foreign words of a line that reads from the left', async () => {
    const font = mappedFont(hebrew)
    const page =
      show(72, 700, 'Name') + show(110, 700, codesFor(hebrew, backwards('משה')), 'F2') + show(140, 700, 'born 1980')
    const [text = ''] = await pagesOf(contentPdf([page], font))
    expect(text.replace(/ +/g, ' ')).toBe('Name משה born 1980')
  })
})

describe('characters', () => {
  it('takes ligatures apart and joins surrogates', async () => {
    const signs = 'ﬁﬀ😀é'
    const page = show(72, 700, codesFor(signs, 'ﬁﬀ😀é'), 'F2')
    expect(await pagesOf(contentPdf([page], mappedFont(signs)))).toEqual(['fiff😀é'])
  })

  it('shows a page where a font does not tell what its signs mean', async () => {
    const signs = '\ue001\ue002\ue003'
    const page = show(72, 700, codesFor(signs, signs), 'F2')
    const { extracts } = await readPdf(contentPdf([page], mappedFont(signs)))
    expect(extracts.filter(({ what }) => what === 'frame')).toMatchObject([{ place: { unit: 'page', page: 1 } }])
  })

  it('reads accents of every script that the standard fonts have', async () => {
    const made = await kitPdf({}, (document) => document.text('Zoë Müller, Señora Peña, Île-de-France, 12,50 €'))
    expect(await pagesOf(made)).toEqual(['Zoë Müller, Señora Peña, Île-de-France, 12,50 €'])
  })
})

describe('places', () => {
  it('name the page, each from its own beginning', async () => {
    const { extracts } = await readPdf(contentPdf([show(72, 700, 'one'), '', show(72, 700, 'three')]))
    expect(segments(extracts, 'page').map(({ text, place }) => [text, place])).toEqual([
      ['one', { unit: 'page', page: 1, offset: 0 }],
      ['three', { unit: 'page', page: 3, offset: 0 }],
    ])
  })

  it('go on over hundreds of pages', async () => {
    const contents = Array.from({ length: 300 }, (_, at) => show(72, 700, `page ${at + 1} of many`))
    const pages = await pagesOf(contentPdf(contents))
    expect(pages).toHaveLength(300)
    expect(pages[299]).toBe('page 300 of many')
  })
})
