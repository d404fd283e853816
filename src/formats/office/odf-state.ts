import type { OdfRow } from './odf-row.ts'
import type { OdfLayout } from './odf-types.ts'
import type { SheetRows } from './sheet-rows.ts'
import type { Sink } from './sink.ts'
import type { TextFlow } from './text-flow.ts'

/** Which of the document's XML files is read. Headers, footers and master pages stand among the styles. */
export type OdfFile = 'content' | 'styles'

/** Where reading an OpenDocument file has come to. */
export interface OdfState {
  readonly layout: OdfLayout
  readonly file: OdfFile
  readonly sink: Sink
  flow: TextFlow
  readonly flowOf: (name: string, isTable?: boolean) => TextFlow
  /** Hands on a sheet or page that is over. */
  readonly finishFlow: (name: string) => void
  /** Where text went before a comment, notes or a header began. */
  readonly outer: { readonly flow: TextFlow; readonly paragraphs: number; readonly asides: string[] }[]
  /** Open paragraphs of the present box: text counts inside one only. */
  paragraphs: number
  isAfterSpace: boolean
  readonly boxes: { readonly paragraphs: number; readonly asides: string[] }[]
  /** What hangs on the paragraph that is open. */
  asides: string[]
  /** The row of a sheet that is being read. */
  row: OdfRow | undefined
  /** Where the rows of the sheet go that is being read. */
  rows: SheetRows | undefined
  /** Rows that others may still stand for. */
  repeatsLeft: number
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

/** A paragraph begins: text counts until it ends. */
export function startParagraph(state: OdfState): void {
  state.paragraphs += 1
  state.isAfterSpace = true
}

/** A paragraph ends, and what hung on it is told. */
export function endParagraph(state: OdfState): void {
  state.paragraphs = Math.max(0, state.paragraphs - 1)
  state.flow.breakLine()
  if (state.paragraphs === 0) for (const aside of state.asides.splice(0)) state.flow.line(aside)
}

/** What comes is told after the paragraph that it hangs on. @param isLine whether its own text counts */
export function openBox(state: OdfState, isLine: boolean): void {
  state.boxes.push({ paragraphs: state.paragraphs, asides: state.asides })
  state.asides = []
  state.paragraphs = isLine ? 1 : 0
  state.isAfterSpace = true
  state.flow.beginAside()
}

/** Ends what {@link openBox} began. */
export function closeBox(state: OdfState): void {
  for (const aside of state.asides) state.flow.line(aside)
  const text = state.flow.endAside()
  const before = state.boxes.pop()
  state.paragraphs = before?.paragraphs ?? 0
  state.asides = before?.asides ?? []
  if (text === '') return
  if (state.paragraphs > 0) state.asides.push(text)
  else state.flow.line(text)
}

/** White space of XML is one space, and none at the beginning of a paragraph or after another. */
export function writeText(state: OdfState, text: string): void {
  let plain = /[\t\r\n]| {2}/.test(text) ? text.replace(/[\t\r\n ]+/g, ' ') : text
  if (state.isAfterSpace && plain.startsWith(' ')) plain = plain.slice(1)
  if (plain === '') return
  state.isAfterSpace = plain.endsWith(' ')
  state.flow.text(plain)
}

/** Text goes to another place until {@link switchBack}. */
export function switchTo(state: OdfState, flow: TextFlow): void {
  state.outer.push({ flow: state.flow, paragraphs: state.paragraphs, asides: state.asides })
  state.flow = flow
  state.paragraphs = 0
  state.asides = []
}

/** Text goes where it went before. */
export function switchBack(state: OdfState): void {
  const before = state.outer.pop()
  if (!before) return
  for (const aside of state.asides) state.flow.line(aside)
  state.flow = before.flow
  state.paragraphs = before.paragraphs
  state.asides = before.asides
}
