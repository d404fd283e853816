import { type SheetRow, sheetRow } from './odf-row.ts'
import type { OdfLayout } from './odf-types.ts'
import type { Sink } from './sink.ts'
import type { TextFlow } from './text-flow.ts'
import { type Attributes, attribute, type XmlHandler } from './xml.ts'

/** Which of the document's XML files is read. Headers, footers and master pages stand among the styles. */
export type OdfFile = 'content' | 'styles'

const spacesAtMost = 64
const stylesAtMost = 1 << 16
const addresses = /^(?:[a-z][a-z+.-]{1,20}:|www\.)/i
/** Elements whose paragraphs are told after the one that they hang on. */
const boxes = new Set(['text-box', 'note', 'footnote', 'endnote', 'title', 'desc'])
/** Elements whose own text counts though they are no paragraphs. */
const lines = new Set(['title', 'desc', 'header-decl', 'footer-decl', 'date-time-decl'])

/** A handler of OpenDocument text; {@link OdfTextHandler.finish} hands on what is left in its flows. */
export interface OdfTextHandler extends XmlHandler {
  finish(): void
}

/**
 * Text of OpenDocument content (ISO/IEC 26300-1, chapters 5 to 12): paragraphs as lines, cells separated by tabs, each
 * sheet, page and its notes in a place of its own; comments apart; footnotes and text boxes after their paragraph.
 * @param place where text goes that belongs to no sheet or page
 */
export function odfTextHandler(layout: OdfLayout, file: OdfFile, place: string, sink: Sink): OdfTextHandler {
  const flows = new Map<string, TextFlow>()
  const flowOf = (name: string, isTable = false) => {
    const flow = flows.get(name) ?? sink.flow(name, isTable ? 'table' : 'text')
    flows.set(name, flow)
    return flow
  }
  const state: OdfState = {
    layout,
    file,
    sink,
    flow: flowOf(place),
    flowOf,
    finishFlow(name) {
      flows.get(name)?.finish()
      flows.delete(name)
    },
    outer: [],
    paragraphs: 0,
    isAfterSpace: true,
    boxes: [],
    asides: [],
    row: undefined,
    tables: 0,
    sheets: 0,
    pages: 0,
    forms: 0,
    person: undefined,
    comments: 0,
    style: '',
    hiddenStyles: new Map(),
  }
  return {
    open(name, attributes) {
      const opener = Object.hasOwn(openers, name) ? openers[name] : undefined
      if (boxes.has(name)) openBox(state, lines.has(name))
      else if (lines.has(name)) state.paragraphs += 1
      opener?.(state, attributes)
      if (state.forms > 0) formValues(state, attributes)
      noteHidden(state, name, attributes)
    },
    text(text) {
      if (state.person !== undefined) state.person += text
      else if (state.paragraphs > 0) writeText(state, text)
    },
    close(name) {
      if (boxes.has(name)) closeBox(state)
      else if (lines.has(name)) endParagraph(state)
      if (Object.hasOwn(closers, name)) closers[name]?.(state)
    },
    finish() {
      for (const aside of state.asides.splice(0)) state.flow.line(aside)
      for (const flow of flows.values()) flow.finish()
    },
  }
}

interface OdfState {
  readonly layout: OdfLayout
  readonly file: OdfFile
  readonly sink: Sink
  flow: TextFlow
  readonly flowOf: (name: string, isTable?: boolean) => TextFlow
  /** Hands on a sheet or page that is over. */
  readonly finishFlow: (name: string) => void
  /** Where text went before a comment, notes or a header began. */
  readonly outer: { readonly flow: TextFlow; readonly paragraphs: number }[]
  /** Open paragraphs of the present box: text counts inside one only. */
  paragraphs: number
  isAfterSpace: boolean
  readonly boxes: number[]
  readonly asides: string[]
  /** The row of a sheet that is being read. */
  row: SheetRow | undefined
  tables: number
  sheets: number
  pages: number
  forms: number
  /** The name that is being read of somebody who commented or changed. */
  person: string | undefined
  comments: number
  /** The style that is being defined, and those that hide what has them, by what they hide. */
  style: string
  readonly hiddenStyles: Map<string, string>
}

const startParagraph = (state: OdfState) => {
  state.paragraphs += 1
  state.isAfterSpace = true
}
const endRow = (state: OdfState) => {
  const line = state.row?.finish()
  if (line !== undefined) {
    if (line !== '') state.flow.line(line)
    state.row = undefined
  } else state.flow.rowEnd()
}
const openCell = (state: OdfState, attributes: Attributes) => {
  if (!state.row) return state.flow.cellStart()
  state.row.open(attributes)
  state.flow.beginAside()
}
const closeCell = (state: OdfState) => {
  if (state.row) state.row.close(state.flow.endAside())
}
const switchTo = (state: OdfState, flow: TextFlow) => {
  state.outer.push({ flow: state.flow, paragraphs: state.paragraphs })
  state.flow = flow
  state.paragraphs = 0
}
const switchBack = (state: OdfState) => {
  const before = state.outer.pop()
  if (!before) return
  state.flow = before.flow
  state.paragraphs = before.paragraphs
}
const endPerson = (state: OdfState) => {
  if (state.person === undefined) return
  state.sink.person(state.comments > 0 ? 'CommentAuthor' : 'RevisionAuthor', state.person)
  state.person = undefined
}
const openHeader = (state: OdfState, place: string) => {
  if (state.file === 'styles' && state.paragraphs === 0) switchTo(state, state.flowOf(place))
}
const closeHeader = (state: OdfState) => {
  if (state.file === 'styles' && state.paragraphs === 0) switchBack(state)
}

const openers: Readonly<Record<string, (state: OdfState, attributes: Attributes) => void>> = {
  p: startParagraph,
  h: startParagraph,
  s: (state, attributes) => {
    const count = Math.min(spacesAtMost, Number(attribute(attributes, 'c')) || 1)
    if (state.paragraphs > 0) state.flow.text(' '.repeat(count))
  },
  tab: (state) => state.paragraphs > 0 && state.flow.text('\t'),
  'tab-stop': (state) => state.paragraphs > 0 && state.flow.text('\t'),
  'line-break': (state) => {
    if (state.paragraphs > 0) state.flow.breakLine()
    state.isAfterSpace = true
  },
  a: (state, attributes) => link(state, attributes),
  frame: (state, attributes) => link(state, attributes),
  annotation: (state, attributes) => {
    state.comments += 1
    state.sink.person('CommentAuthor', attribute(attributes, 'author'))
    switchTo(state, state.flowOf('comments'))
  },
  creator: (state) => {
    state.person = ''
  },
  'changed-region': (state) => state.sink.flag('tracked_changes'),
  'hidden-text': (state, attributes) => {
    state.sink.flag('hidden_text')
    if (state.paragraphs > 0) state.flow.text(attribute(attributes, 'string-value'))
  },
  'hidden-paragraph': (state) => state.sink.flag('hidden_text'),
  'user-field-decl': (state, attributes) => state.flow.line(attribute(attributes, 'string-value')),
  table: (state, attributes) => openTable(state, attributes),
  'table-row': (state) => {
    if (state.layout === 'sheets' && state.tables === 1 && state.file === 'content') state.row = sheetRow()
    else state.flow.rowStart()
  },
  'table-cell': openCell,
  'covered-table-cell': openCell,
  page: (state) => {
    if (state.layout !== 'pages') return
    state.pages += 1
    switchTo(state, state.flowOf(`slide ${state.pages}`))
  },
  notes: (state) => {
    if (state.layout === 'pages') switchTo(state, state.flowOf(state.pages > 0 ? `notes ${state.pages}` : 'notes'))
  },
  forms: (state) => {
    state.forms += 1
  },
  header: (state) => openHeader(state, 'header'),
  'header-left': (state) => openHeader(state, 'header'),
  'header-first': (state) => openHeader(state, 'header'),
  footer: (state) => openHeader(state, 'footer'),
  'footer-left': (state) => openHeader(state, 'footer'),
  'footer-first': (state) => openHeader(state, 'footer'),
  style: (state, attributes) => {
    state.style = attribute(attributes, 'name')
  },
}

const closers: Readonly<Record<string, (state: OdfState) => void>> = {
  p: endParagraph,
  h: endParagraph,
  annotation: (state) => {
    state.comments -= 1
    switchBack(state)
  },
  creator: endPerson,
  table: (state) => {
    state.tables -= 1
    if (state.layout !== 'sheets' || state.tables > 0 || state.file !== 'content') return
    switchBack(state)
    state.finishFlow(`sheet ${state.sheets}`)
  },
  'table-row': endRow,
  'table-cell': closeCell,
  'covered-table-cell': closeCell,
  page: (state) => {
    if (state.layout !== 'pages') return
    switchBack(state)
    state.finishFlow(`notes ${state.pages}`)
    state.finishFlow(`slide ${state.pages}`)
  },
  notes: (state) => {
    if (state.layout === 'pages') switchBack(state)
  },
  forms: (state) => {
    state.forms -= 1
  },
  header: closeHeader,
  'header-left': closeHeader,
  'header-first': closeHeader,
  footer: closeHeader,
  'footer-left': closeHeader,
  'footer-first': closeHeader,
}

function endParagraph(state: OdfState): void {
  state.paragraphs = Math.max(0, state.paragraphs - 1)
  state.flow.breakLine()
  if (state.paragraphs === 0) for (const aside of state.asides.splice(0)) state.flow.line(aside)
}

function openBox(state: OdfState, isLine: boolean): void {
  state.boxes.push(state.paragraphs)
  state.paragraphs = isLine ? 1 : 0
  state.isAfterSpace = true
  state.flow.beginAside()
}

function closeBox(state: OdfState): void {
  const text = state.flow.endAside()
  state.paragraphs = state.boxes.pop() ?? 0
  if (text === '') return
  if (state.paragraphs > 0) state.asides.push(text)
  else state.flow.line(text)
}

/** White space of XML is one space, and none at the beginning of a paragraph or after another. */
function writeText(state: OdfState, text: string): void {
  let plain = /[\t\r\n]| {2}/.test(text) ? text.replace(/[\t\r\n ]+/g, ' ') : text
  if (state.isAfterSpace && plain.startsWith(' ')) plain = plain.slice(1)
  if (plain === '') return
  state.isAfterSpace = plain.endsWith(' ')
  state.flow.text(plain)
}

function link(state: OdfState, attributes: Attributes): void {
  const target = attribute(attributes, 'href')
  if (addresses.test(target)) state.sink.link(target)
}

function openTable(state: OdfState, attributes: Attributes): void {
  state.tables += 1
  if (state.layout !== 'sheets' || state.tables > 1 || state.file !== 'content') return
  state.sheets += 1
  state.flowOf('sheet names').line(attribute(attributes, 'name'))
  switchTo(state, state.flowOf(`sheet ${state.sheets}`, true))
}

function formValues(state: OdfState, attributes: Attributes): void {
  for (const name of ['form:current-value', 'form:value', 'form:label']) state.flow.line(attributes[name] ?? '')
}

/** What hides text, sheets and slides is a property of their style. */
function noteHidden(state: OdfState, name: string, attributes: Attributes): void {
  if (name === 'text-properties' && attribute(attributes, 'display') === 'none') hide(state, 'hidden_text')
  else if (name === 'table-properties' && attribute(attributes, 'display') === 'false') hide(state, 'hidden_sheet')
  else if (name === 'drawing-page-properties' && attribute(attributes, 'visibility') === 'hidden') {
    hide(state, 'hidden_slide')
  } else if (name === 'table-row' || name === 'table-column') {
    if (/^(collapse|filter)$/.test(attribute(attributes, 'visibility'))) state.sink.flag('hidden_cells')
  }
  if (state.hiddenStyles.size === 0) return
  const flag = state.hiddenStyles.get(attribute(attributes, 'style-name'))
  if (flag !== undefined) state.sink.flag(flag)
}

function hide(state: OdfState, flag: string): void {
  if (state.hiddenStyles.size < stylesAtMost) state.hiddenStyles.set(state.style, flag)
}
