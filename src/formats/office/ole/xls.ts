import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import type { Extract, Format, ReadContext } from '../../../core/content.ts'
import { ItemError } from '../../../core/problem.ts'
import type { Reader } from '../../../core/reader.ts'
import { oleType } from '../../ole-type.ts'
import { numbered } from '../part-text.ts'
import type { SheetRow } from '../sheet-layout.ts'
import { sheetRows } from '../sheet-rows.ts'
import { makeSink, type Sink } from '../sink.ts'
import { openCompound, sheetLibrary } from './compound.ts'
import { bounded, objectsOf } from './objects.ts'
import { readSummary } from './summary.ts'

const mediaType = 'application/vnd.ms-excel'

/** Workbooks of before 2007: rows of all sheets, hidden ones too, comments, properties and embedded objects. */
export const xls: Format = Object.freeze({
  id: 'xls',
  title: 'Excel workbook (before 2007)',
  medium: 'table',
  mediaTypes: Object.freeze({ [mediaType]: ['xls', 'xlt', 'xla'] }),
  async recognizes(head) {
    return (await oleType(head)) === mediaType ? mediaType : undefined
  },
  read,
} satisfies Format)

async function* read(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const sink = makeSink(limits)
  const file = await openCompound(reader, limits.expandedBytes)
  readSummary(file, sink)
  yield* sink.drain()
  try {
    const book = workbookOf(file.bytes)
    if (book.SheetNames.length === 0) sink.gap('malformed', 'there is no sheet in the workbook')
    const names = sink.flow('sheet names')
    for (const name of book.SheetNames) names.line(name)
    names.finish()
    for (const [at, name] of book.SheetNames.entries()) {
      const sheet = book.Sheets[name]
      if ((book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0) sink.flag('hidden_sheet')
      if (sheet) tellSheet(name, numbered('sheet', at + 1), sheet, sink)
      yield* sink.drain()
    }
  } catch (error) {
    if (error instanceof ItemError && error.code === 'encrypted') sink.flag('encrypted')
    sink.fault(error)
  }
  yield* sink.finish()
  yield* bounded(objectsOf(file), limits)
}

/** @throws ItemError `encrypted`, `malformed` */
function workbookOf(bytes: Buffer): WorkBook {
  const { error: say } = console
  try {
    // The library prints what it does not know; nothing of an item is printed.
    console.error = () => undefined
    // Dates as ISO, so that they are found whatever the cell shows.
    return sheetLibrary().read(bytes, { type: 'buffer', dense: true, cellDates: true, dateNF: 'yyyy-mm-dd' })
  } catch (error) {
    // The library throws plain errors for whatever the bytes lack: always a fault of the item.
    if (error instanceof Error && /password|encrypt/i.test(error.message))
      throw new ItemError('encrypted', 'the workbook is under a password')
    throw new ItemError('malformed', 'the workbook can not be read')
  } finally {
    console.error = say
  }
}

function tellSheet(name: string, part: string, sheet: WorkSheet, sink: Sink): void {
  const flow = sink.flow(part, 'table')
  const rows = sheetRows(name || part, flow, sink)
  const comments: string[] = []
  if (sheet['!rows']?.some((row) => row?.hidden) || sheet['!cols']?.some((column) => column?.hidden))
    sink.flag('hidden_cells')
  for (const row of sheet['!data'] ?? []) {
    if (sink.isFull()) break
    rows.add(cellsOf(row ?? [], comments, sink))
  }
  rows.finish()
  flow.finish()
  if (comments.length === 0) return
  const told = sink.flow(`${part} comments`)
  for (const comment of comments) told.line(comment)
  told.finish()
}

function cellsOf(row: readonly (CellObject | undefined)[], comments: string[], sink: Sink): SheetRow {
  const cells: [number, string][] = []
  for (const [column, cell] of row.entries()) {
    if (!cell) continue
    for (const { a: author, t: text } of cell.c ?? []) {
      if (author) sink.person('CommentAuthor', author)
      if (text) comments.push(text)
    }
    const target = cell.l?.Target
    if (target) sink.link(target)
    const text = textOf(cell)
    if (text !== '') cells.push([column + 1, text.replace(/[\t\r\n]+/g, ' ')])
  }
  return cells
}

function textOf({ t, v, w }: CellObject): string {
  if (t === 'e' || t === 'z' || v === undefined) return ''
  if (v instanceof Date) {
    if (Number.isNaN(v.getTime())) return w ?? ''
    const iso = v.toISOString()
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ')
  }
  return (typeof v === 'string' ? v : (w ?? String(v))).trim()
}
