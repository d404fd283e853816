import { closers, formValues, noteHidden, openers } from './odf-elements.ts'
import { rowsAtMost } from './odf-row.ts'
import { closeBox, endParagraph, type OdfFile, type OdfState, openBox, writeText } from './odf-state.ts'
import type { OdfLayout } from './odf-types.ts'
import type { Sink } from './sink.ts'
import type { TextFlow } from './text-flow.ts'
import type { XmlHandler } from './xml.ts'

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
    rows: undefined,
    repeatsLeft: rowsAtMost,
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
      state.rows?.finish()
      for (const flow of flows.values()) flow.finish()
    },
  }
}
