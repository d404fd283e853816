import type { Extract, Format, ReadContext } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import { builtInStyle, type CellStyle, styleOf } from './cell-value.ts'
import { readChildren } from './children.ts'
import { markupHandler } from './markup.ts'
import { type OfficePackage, openPackage, type Part, recognizesOffice } from './package.ts'
import { numbered, type PartPlan, readPart, readPlanned, readTextPart } from './part-text.ts'
import { readProperties } from './properties.ts'
import type { Role } from './roles.ts'
import { sheetHandler, stringsHandler, type Workbook } from './sheet.ts'
import { sheetRows } from './sheet-rows.ts'
import { makeSink, type Sink } from './sink.ts'
import { attribute, type XmlHandler } from './xml.ts'

const binary = 'application/vnd.ms-excel.sheet.binary.macroenabled.12'

const mediaTypes: Format['mediaTypes'] = Object.freeze({
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.template': ['xltx'],
  'application/vnd.ms-excel.sheet.macroenabled.12': ['xlsm'],
  'application/vnd.ms-excel.template.macroenabled.12': ['xltm'],
  'application/vnd.ms-excel.addin.macroenabled.12': ['xlam'],
  [binary]: ['xlsb'],
})

/** Styles of cells that are kept: Excel itself allows 65,490. */
const stylesAtMost = 1 << 17

/** Parts beside the sheets. Pivot caches and external links keep copies of data whose source may be gone. */
const plannedParts: readonly (readonly [Role, string, PartPlan])[] = [
  ['comments', 'comments', { text: ['t'], lines: ['comment'], skip: ['rPh'], people: { author: 'CommentAuthor' } }],
  ['threads', 'thread', { text: ['text'], lines: ['text'] }],
  [
    'people',
    'people',
    { text: [], lines: [], people: { 'person@displayName': 'CommentAuthor' }, attributes: { person: ['userId'] } },
  ],
  ['chart', 'chart', { text: ['t', 'v'], lines: ['p', 'v'] }],
  [
    'pivot',
    'pivot',
    {
      text: [],
      lines: [],
      attributes: { s: ['v'], d: ['v'], n: ['v'], cacheField: ['name'] },
      people: { 'pivotCacheDefinition@refreshedBy': 'LastModifiedBy' },
    },
  ],
  ['external', 'external', { text: ['v'], lines: ['v'], attributes: { sheetName: ['val'] } }],
  [
    'connections',
    'connections',
    { text: [], lines: [], attributes: { dbPr: ['connection', 'command'], webPr: ['url'], textPr: ['sourceFile'] } },
  ],
  ['plain', 'data', { text: 'all', lines: [] }],
]

/** Excel workbooks and templates, with or without macros (ECMA-376); of binary ones only properties and what is embedded. */
export const xlsx: Format = Object.freeze({
  id: 'xlsx',
  title: 'Excel workbook (Office Open XML)',
  medium: 'table',
  mediaTypes,
  recognizes: (head) => recognizesOffice(head, mediaTypes),
  read,
} satisfies Format)

async function* read(reader: Reader, { limits, mediaType }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const sink = makeSink(limits)
  const pkg = await openPackage(reader, limits, sink)
  yield* sink.drain()
  yield* readProperties(pkg, sink)
  if (mediaType === binary) sink.gap('unsupported_type', 'cells of binary workbooks are not read')
  else if (pkg.byRole('workbook').length === 0 && !pkg.zip.damage)
    sink.gap('malformed', 'the workbook itself is missing')
  yield* readSheets(pkg, sink)
  for (const [index, part] of pkg.byRole('drawing').entries()) {
    yield* readTextPart(pkg, part, numbered('drawing', index + 1), (flow) => markupHandler(flow, sink), sink)
  }
  yield* readPlanned(pkg, plannedParts, sink)
  yield* sink.finish()
  const members = [...pkg.byRole('child'), ...pkg.byRole('macros')].map(({ member }) => member)
  yield* readChildren(pkg.zip, members, sink)
}

async function* readSheets(pkg: OfficePackage, sink: Sink): AsyncGenerator<Extract, void, undefined> {
  const list: SheetList = { sheets: [], isFrom1904: false }
  for (const part of pkg.byRole('workbook')) yield* readPart(pkg, part, workbookHandler(list, sink), sink)
  const names = sink.flow('sheet names')
  for (const { name } of list.sheets) names.line(name)
  names.finish()
  const workbook: Workbook = { strings: yield* readStrings(pkg, sink), styles: yield* readStyles(pkg, sink), ...list }
  for (const [index, { part, name }] of inOrder(pkg, list).entries()) {
    const place = `sheet ${index + 1}`
    const flow = sink.flow(place, 'table')
    const rows = sheetRows(name || place, flow, sink)
    yield* readPart(pkg, part, sheetHandler(rows, flow, workbook, sink), sink)
    rows.finish()
    flow.finish()
    yield* sink.drain()
  }
}

interface SheetList {
  readonly sheets: { readonly name: string; readonly relation: string }[]
  isFrom1904: boolean
}

function workbookHandler(list: SheetList, sink: Sink): XmlHandler {
  return {
    open(name, attributes) {
      if (name === 'sheet' && list.sheets.length < sink.limits.children) {
        list.sheets.push({ name: attribute(attributes, 'name'), relation: relationOf(attributes) })
        if (/hidden/i.test(attribute(attributes, 'state'))) sink.flag('hidden_sheet')
      } else if (name === 'workbookPr') list.isFrom1904 ||= /^(1|true)$/.test(attribute(attributes, 'date1904'))
      else if (name === 'fileSharing') sink.person('LastModifiedBy', attribute(attributes, 'userName'))
      else if (name === 'absPath') sink.metadata('FilePath', attribute(attributes, 'url'), true)
    },
  }
}

/** The relationship's id: `r:id`, whatever the prefix; `sheetId` is another thing. */
function relationOf(attributes: Readonly<Record<string, string>>): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'))
  return key === undefined ? '' : (attributes[key] ?? '')
}

/** Sheets as the workbook lists them, then those it does not list. */
function inOrder(pkg: OfficePackage, { sheets }: SheetList): readonly { readonly part: Part; readonly name: string }[] {
  const relations = new Map(pkg.byRole('workbook').flatMap((part) => pkg.relations(part).map((one) => [one.id, one])))
  const names = new Map<Part, string>()
  for (const { relation, name } of sheets) {
    const part = pkg.byPath(relations.get(relation)?.target ?? '')
    if (part?.role === 'sheet' && !names.has(part)) names.set(part, name)
  }
  for (const part of pkg.byRole('sheet')) if (!names.has(part)) names.set(part, '')
  return [...names].map(([part, name]) => ({ part, name }))
}

async function* readStrings(pkg: OfficePackage, sink: Sink): AsyncGenerator<Extract, string[], undefined> {
  const strings: string[] = []
  for (const part of pkg.byRole('strings')) yield* readPart(pkg, part, stringsHandler(strings, sink), sink)
  return strings
}

/** The styles that cells refer to by their place in `cellXfs` (18.8.10). */
async function* readStyles(pkg: OfficePackage, sink: Sink): AsyncGenerator<Extract, CellStyle[], undefined> {
  const codes = new Map<number, CellStyle>()
  const styles: CellStyle[] = []
  let isCellStyle = false
  const handler: XmlHandler = {
    open(name, attributes) {
      const id = Number(attribute(attributes, 'numFmtId'))
      if (name === 'cellXfs') isCellStyle = true
      else if (name === 'numFmt' && codes.size < stylesAtMost)
        codes.set(id, styleOf(attribute(attributes, 'formatCode')))
      else if (name === 'xf' && isCellStyle && styles.length < stylesAtMost)
        styles.push(codes.get(id) ?? builtInStyle(id))
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false
    },
  }
  for (const part of pkg.byRole('styles')) yield* readPart(pkg, part, handler, sink)
  return styles
}
