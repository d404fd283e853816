import { odfRow, rowsAtMost } from './odf-row.ts'
import { endParagraph, type OdfState, startParagraph, switchBack, switchTo } from './odf-state.ts'
import { sheetRows } from './sheet-rows.ts'
import { type Attributes, attribute } from './xml.ts'

const spacesAtMost = 64
const stylesAtMost = 1 << 16
const addresses = /^(?:[a-z][a-z+.-]{1,20}:|www\.)/i

const endRow = (state: OdfState) => {
  if (!state.row) return state.flow.rowEnd()
  const { row } = state
  const cells = row.finish()
  state.row = undefined
  if (cells.length === 0) return
  const more = Math.min(row.times - 1, state.repeatsLeft)
  state.repeatsLeft -= more
  if (more < row.times - 1) state.sink.gap('too_large', `more than ${rowsAtMost} rows that are only repeated`)
  for (let at = 0; at <= more; at++) state.rows?.add(cells)
}
const openCell = (state: OdfState, attributes: Attributes) => {
  if (!state.row) return state.flow.cellStart()
  state.row.open(attributes)
  state.flow.beginAside()
}
const closeCell = (state: OdfState) => {
  if (state.row) state.row.close(state.flow.endAside())
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

/** What each element means when it begins. */
export const openers: Readonly<Record<string, (state: OdfState, attributes: Attributes) => void>> = {
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
  'table-row': (state, attributes) => {
    if (state.layout === 'sheets' && state.tables === 1 && state.file === 'content') state.row = odfRow(attributes)
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

/** What each element means when it ends. */
export const closers: Readonly<Record<string, (state: OdfState) => void>> = {
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
    state.rows?.finish()
    state.rows = undefined
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

function link(state: OdfState, attributes: Attributes): void {
  const target = attribute(attributes, 'href')
  if (addresses.test(target)) state.sink.link(target)
}

function openTable(state: OdfState, attributes: Attributes): void {
  state.tables += 1
  if (state.layout !== 'sheets' || state.tables > 1 || state.file !== 'content') return
  state.sheets += 1
  const [place, name] = [`sheet ${state.sheets}`, attribute(attributes, 'name')]
  state.flowOf('sheet names').line(name)
  switchTo(state, state.flowOf(place, true))
  state.rows = sheetRows(name || place, state.flow, state.sink)
}

/** What is filled into a form, and its labels. */
export function formValues(state: OdfState, attributes: Attributes): void {
  for (const name of ['form:current-value', 'form:value', 'form:label']) state.flow.line(attributes[name] ?? '')
}

/** What hides text, sheets and slides is a property of their style. */
export function noteHidden(state: OdfState, name: string, attributes: Attributes): void {
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
