/** What a part of an Office Open XML file is for. `quiet` parts hold no text; `child` ones are items of their own. */
export type Role =
  | 'relations'
  | 'core'
  | 'app'
  | 'custom'
  | 'body'
  | 'header'
  | 'footer'
  | 'footnotes'
  | 'endnotes'
  | 'comments'
  | 'glossary'
  | 'settings'
  | 'people'
  | 'chart'
  | 'diagram'
  | 'drawing'
  | 'presentation'
  | 'slide'
  | 'notes'
  | 'authors'
  | 'master'
  | 'workbook'
  | 'sheet'
  | 'strings'
  | 'styles'
  | 'threads'
  | 'pivot'
  | 'external'
  | 'connections'
  | 'binary_sheet'
  | 'plain'
  | 'thumbnail'
  | 'macros'
  | 'signature'
  | 'quiet'
  | 'child'

/** A kind of document: its media type, and where its main part usually stands. */
export interface DocumentType {
  readonly mediaType: string
  readonly mainPart: string
}

const open = 'application/vnd.openxmlformats-officedocument.'
const ms = 'application/vnd.ms-'

/**
 * Content types of main parts, with the document's media type (ECMA-376 part 1, [MS-OFFMACRO2], IANA). A file that
 * declares none is taken by its main part's path, the first type of each path.
 */
export const documentTypes: ReadonlyMap<string, DocumentType> = new Map(
  [
    [`${open}wordprocessingml.document.main+xml`, `${open}wordprocessingml.document`, 'word/document.xml'],
    [`${open}wordprocessingml.template.main+xml`, `${open}wordprocessingml.template`, 'word/document.xml'],
    [`${ms}word.document.macroEnabled.main+xml`, `${ms}word.document.macroenabled.12`, 'word/document.xml'],
    [`${ms}word.template.macroEnabledTemplate.main+xml`, `${ms}word.template.macroenabled.12`, 'word/document.xml'],
    [`${open}spreadsheetml.sheet.main+xml`, `${open}spreadsheetml.sheet`, 'xl/workbook.xml'],
    [`${open}spreadsheetml.template.main+xml`, `${open}spreadsheetml.template`, 'xl/workbook.xml'],
    [`${ms}excel.sheet.macroEnabled.main+xml`, `${ms}excel.sheet.macroenabled.12`, 'xl/workbook.xml'],
    [`${ms}excel.template.macroEnabled.main+xml`, `${ms}excel.template.macroenabled.12`, 'xl/workbook.xml'],
    [`${ms}excel.addin.macroEnabled.main+xml`, `${ms}excel.addin.macroenabled.12`, 'xl/workbook.xml'],
    [`${ms}excel.sheet.binary.macroEnabled.main`, `${ms}excel.sheet.binary.macroenabled.12`, 'xl/workbook.bin'],
    [`${open}presentationml.presentation.main+xml`, `${open}presentationml.presentation`, 'ppt/presentation.xml'],
    [`${open}presentationml.template.main+xml`, `${open}presentationml.template`, 'ppt/presentation.xml'],
    [`${open}presentationml.slideshow.main+xml`, `${open}presentationml.slideshow`, 'ppt/presentation.xml'],
    [`${ms}powerpoint.presentation.macroEnabled.main+xml`, `${ms}powerpoint.presentation.macroenabled.12`],
    [`${ms}powerpoint.template.macroEnabled.main+xml`, `${ms}powerpoint.template.macroenabled.12`],
    [`${ms}powerpoint.slideshow.macroEnabled.main+xml`, `${ms}powerpoint.slideshow.macroenabled.12`],
    [`${ms}powerpoint.addin.macroEnabled.main+xml`, `${ms}powerpoint.addin.macroenabled.12`],
  ].map(([type = '', mediaType = '', mainPart = 'ppt/presentation.xml']) => [type, { mediaType, mainPart }] as const),
)

/** Content types, less their prefix and '+xml', that say what a part is for. Those of main parts are added below. */
const byType: Readonly<Record<string, Role>> = {
  'openxmlformats-package.relationships': 'relations',
  'openxmlformats-package.core-properties': 'core',
  'extended-properties': 'app',
  'custom-properties': 'custom',
  customXmlProperties: 'quiet',
  theme: 'quiet',
  themeOverride: 'quiet',
  vmlDrawing: 'drawing',
  drawing: 'drawing',
  'drawingml.chart': 'chart',
  'drawingml.chartshapes': 'drawing',
  'drawingml.diagramData': 'diagram',
  'drawingml.diagramLayout': 'quiet',
  'drawingml.diagramStyle': 'quiet',
  'drawingml.diagramColors': 'quiet',
  'ms-office.drawingml.diagramDrawing': 'quiet',
  'ms-office.chartex': 'chart',
  'ms-office.chartstyle': 'quiet',
  'ms-office.chartcolorstyle': 'quiet',
  'ms-office.vbaProject': 'macros',
  'ms-word.vbaData': 'quiet',
  'openxmlformats-package.digital-signature-xmlsignature': 'signature',
  'openxmlformats-package.digital-signature-origin': 'signature',
  'wordprocessingml.header': 'header',
  'wordprocessingml.footer': 'footer',
  'wordprocessingml.footnotes': 'footnotes',
  'wordprocessingml.endnotes': 'endnotes',
  'wordprocessingml.comments': 'comments',
  'wordprocessingml.commentsExtended': 'quiet',
  'wordprocessingml.commentsIds': 'quiet',
  'wordprocessingml.commentsExtensible': 'quiet',
  'wordprocessingml.people': 'people',
  'wordprocessingml.document.glossary': 'glossary',
  'wordprocessingml.settings': 'settings',
  'wordprocessingml.styles': 'quiet',
  'ms-word.stylesWithEffects': 'quiet',
  'wordprocessingml.webSettings': 'quiet',
  'wordprocessingml.fontTable': 'quiet',
  'wordprocessingml.numbering': 'quiet',
  'presentationml.slide': 'slide',
  'presentationml.notesSlide': 'notes',
  'presentationml.comments': 'comments',
  'ms-powerpoint.comments': 'comments',
  'presentationml.commentAuthors': 'authors',
  'ms-powerpoint.authors': 'authors',
  'presentationml.slideMaster': 'master',
  'presentationml.slideLayout': 'master',
  'presentationml.notesMaster': 'master',
  'presentationml.handoutMaster': 'master',
  'presentationml.presProps': 'quiet',
  'presentationml.viewProps': 'quiet',
  'presentationml.tableStyles': 'quiet',
  'spreadsheetml.worksheet': 'sheet',
  'spreadsheetml.dialogsheet': 'sheet',
  'spreadsheetml.chartsheet': 'quiet',
  'ms-excel.macrosheet': 'sheet',
  'ms-excel.intlmacrosheet': 'sheet',
  'spreadsheetml.sharedStrings': 'strings',
  'spreadsheetml.styles': 'styles',
  'spreadsheetml.comments': 'comments',
  'ms-excel.threadedcomments': 'threads',
  'ms-excel.person': 'people',
  'spreadsheetml.pivotCacheDefinition': 'pivot',
  'spreadsheetml.pivotCacheRecords': 'pivot',
  'spreadsheetml.pivotTable': 'quiet',
  'spreadsheetml.table': 'quiet',
  'spreadsheetml.calcChain': 'quiet',
  'spreadsheetml.externalLink': 'external',
  'spreadsheetml.connections': 'connections',
  'spreadsheetml.printerSettings': 'quiet',
}

const typePrefixes = [open, 'application/vnd.']

/** Where a part stands, for files whose list of content types is lost; the first that fits. */
const byPath: readonly (readonly [RegExp, Role])[] = [
  [/\.rels$/, 'relations'],
  [/^\[content_types\]\.xml$/, 'quiet'],
  [/^docprops\/core\.xml$/, 'core'],
  [/^docprops\/app\.xml$/, 'app'],
  [/^docprops\/custom\.xml$/, 'custom'],
  [/^(docprops|thumbnails?)\/thumbnail\.[a-z]+$/, 'thumbnail'],
  [/^word\/document\.xml$/, 'body'],
  [/^word\/header\d*\.xml$/, 'header'],
  [/^word\/footer\d*\.xml$/, 'footer'],
  [/^word\/footnotes\.xml$/, 'footnotes'],
  [/^word\/endnotes\.xml$/, 'endnotes'],
  [/\/comments?\d*\.xml$/, 'comments'],
  [/^ppt\/comments\/[^/]+\.xml$/, 'comments'],
  [/^word\/settings\.xml$/, 'settings'],
  [/^ppt\/presentation\.xml$/, 'presentation'],
  [/^ppt\/slides\/[^/]+\.xml$/, 'slide'],
  [/^ppt\/notesslides\/[^/]+\.xml$/, 'notes'],
  [/^ppt\/(slide|notes|handout)(masters|layouts)\/[^/]+\.xml$/, 'master'],
  [/^ppt\/(commentauthors|authors)\.xml$/, 'authors'],
  [/^xl\/workbook\.xml$/, 'workbook'],
  [/^xl\/worksheets\/[^/]+\.xml$/, 'sheet'],
  [/^xl\/sharedstrings\.xml$/, 'strings'],
  [/^xl\/styles\.xml$/, 'styles'],
  [/^xl\/(worksheets|chartsheets)\/[^/]+\.bin$/, 'binary_sheet'],
  [/^xl\/(workbook|sharedstrings|styles|calcchain|comments\d*|metadata)\.bin$/, 'quiet'],
  [/\/charts\/chart[^/]*\.xml$/, 'chart'],
  [/\/diagrams\/data\d*\.xml$/, 'diagram'],
  [/\/drawings\/[^/]+\.(xml|vml)$/, 'drawing'],
  [/\/vbaproject\.bin$/, 'macros'],
  [/^_xmlsignatures\//, 'signature'],
  [/\/(theme\d*|styles|fonttable|numbering|websettings|stylewitheffects|calcchain)\.xml$/, 'quiet'],
  [/\/printersettings\/|\.(odttf|fntdata|sigs)$/, 'quiet'],
  [/\.(xml|vml)$/, 'plain'],
]

const mainRoles: Readonly<Record<string, Role>> = {
  'word/document.xml': 'body',
  'xl/workbook.xml': 'workbook',
  'xl/workbook.bin': 'quiet',
  'ppt/presentation.xml': 'presentation',
}

/**
 * What a part is for.
 * @param path lower case, from the root
 * @param type its content type, where one is declared
 */
export function roleOf(path: string, type: string | undefined): Role {
  const main = type === undefined ? undefined : documentTypes.get(type)
  if (main) return mainRoles[main.mainPart] ?? 'plain'
  const short = type === undefined ? '' : shortType(type)
  const declared = Object.hasOwn(byType, short) ? byType[short] : undefined
  if (declared !== undefined) return declared
  return byPath.find(([pattern]) => pattern.test(path))?.[1] ?? 'child'
}

function shortType(type: string): string {
  const prefix = typePrefixes.find((start) => type.startsWith(start)) ?? ''
  return type.slice(prefix.length).replace(/\+xml$/, '')
}
