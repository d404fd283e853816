import { type CellStyle, numberText } from './cell-value.ts'
import { hyperlinkIn } from './markup.ts'
import type { SheetRows } from './sheet-rows.ts'
import type { Sink } from './sink.ts'
import type { TextFlow } from './text-flow.ts'
import { attribute, type XmlHandler } from './xml.ts'

/** What the cells of a workbook share. */
export interface Workbook {
  readonly strings: readonly string[]
  readonly styles: readonly CellStyle[]
  readonly isFrom1904: boolean
}

const formulaCharacters = 8_192

/**
 * Rows of a worksheet (ECMA-376 part 1, 18.3).
 * @param flow where printed headers go
 */
export function sheetHandler(rows: SheetRows, flow: TextFlow, workbook: Workbook, sink: Sink): XmlHandler {
  let row: [number, string][] = []
  let column = 0
  let [type, style] = ['', '']
  let value = ''
  let formula = ''
  let reading: 'value' | 'formula' | 'header' | undefined
  let phonetic = 0

  const endCell = () => {
    if (formula !== '') {
      const target = hyperlinkIn(formula)
      if (target !== undefined) sink.link(target)
      formula = ''
    }
    if (value === '') return
    const text = cellText(value, type, style, workbook)
    if (text === '') return
    // Cells out of order are put where they come.
    column = Math.max(column, (row.at(-1)?.[0] ?? 0) + 1)
    row.push([column, text])
  }
  return {
    open(name, attributes) {
      switch (name) {
        case 'row':
          row = []
          column = 0
          if (attributes.hidden === '1' || attributes.hidden === 'true') sink.flag('hidden_cells')
          return
        case 'c':
          column = columnOf(attributes.r) ?? column + 1
          type = attributes.t ?? ''
          style = attributes.s ?? ''
          value = ''
          return
        case 'v':
        case 't':
          reading = phonetic > 0 ? undefined : 'value'
          return
        case 'f':
          reading = 'formula'
          return
        case 'rPh':
          phonetic += 1
          return
        case 'col':
          if (attributes.hidden === '1' || attributes.hidden === 'true') sink.flag('hidden_cells')
          return
        case 'hyperlink':
          if (attribute(attributes, 'location').includes('://')) sink.link(attribute(attributes, 'location'))
          return
        case 'oddHeader':
        case 'oddFooter':
        case 'evenHeader':
        case 'evenFooter':
        case 'firstHeader':
        case 'firstFooter':
          reading = 'header'
          value = ''
      }
    },
    text(text) {
      if (reading === 'formula') formula += formula.length < formulaCharacters ? text : ''
      else if (reading !== undefined) value += text
    },
    close(name) {
      if (name === 'row') {
        rows.add(row)
        row = []
      } else if (name === 'c') endCell()
      else if (name === 'sheetData') rows.settle()
      else if (name === 'rPh') phonetic -= 1
      else if (reading === 'header' && /^(odd|even|first)(Header|Footer)$/.test(name)) flow.line(withoutCodes(value))
      reading = undefined
    },
  }
}

/** Shared strings (18.4.9) as a list; phonetic readings of them are left out. */
export function stringsHandler(strings: string[], sink: Sink): XmlHandler {
  // What an entry costs beside its characters, so that a table of empty ones is bounded too.
  const entryCharacters = 16
  let current: string | undefined
  let isText = false
  let phonetic = 0
  let characters = 0
  return {
    open(name) {
      if (name === 'si') current = ''
      else if (name === 'rPh') phonetic += 1
      else if (name === 't') isText = phonetic === 0
    },
    text(text) {
      if (isText && current !== undefined) current += text
    },
    close(name) {
      if (name === 't') isText = false
      else if (name === 'rPh') phonetic -= 1
      if (name !== 'si' || current === undefined) return
      characters += entryCharacters + current.length
      if (characters <= Math.max(sink.limits.textCharacters, 4_096)) strings.push(current)
      else sink.gap('too_large', `more than ${sink.limits.textCharacters} characters in the table of strings`)
      current = undefined
    },
  }
}

function cellText(value: string, type: string, style: string, { strings, styles, isFrom1904 }: Workbook): string {
  if (type === 's') return oneLine(strings[Number(value)] ?? '')
  if (type === '' || type === 'n') return numberText(value.trim(), styles[Number(style)], isFrom1904)
  if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE'
  return oneLine(value)
}

/** Tabs and line feeds part cells and rows, so inside a cell they become spaces. */
function oneLine(text: string): string {
  return /[\t\r\n]/.test(text) ? text.replace(/[\t\r\n]+/g, ' ').trim() : text
}

/** 'BC12' → 55; undefined where there is no reference. */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined
  let column = 0
  for (let at = 0; at < 3; at++) {
    const letter = reference.charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column === 0 ? undefined : column
}

/** Headers of a printed sheet have codes for place, font and fields: '&L&"Arial"&12Practice &P'. */
function withoutCodes(text: string): string {
  return text.replace(/&"[^"]*"|&K[0-9A-F]{6}|&\d{1,3}|&[A-Z]/gi, ' ').replace(/&&/g, '&')
}
