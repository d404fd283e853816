import type { Extract, Format, ReadContext } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import { readChildren } from './children.ts'
import { markupHandler } from './markup.ts'
import { type OfficePackage, openPackage, recognizesOffice } from './package.ts'
import { numbered, type PartPlan, readPlanned, readTextPart } from './part-text.ts'
import { readProperties } from './properties.ts'
import type { Role } from './roles.ts'
import { makeSink, type Sink } from './sink.ts'

const mediaTypes: Format['mediaTypes'] = Object.freeze({
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.template': ['dotx'],
  'application/vnd.ms-word.document.macroenabled.12': ['docm'],
  'application/vnd.ms-word.template.macroenabled.12': ['dotm'],
})

/** Parts of running text, in reading order, with their places. */
const textParts: readonly (readonly [Role, string])[] = [
  ['header', 'header'],
  ['body', 'body'],
  ['footnotes', 'footnotes'],
  ['endnotes', 'endnotes'],
  ['footer', 'footer'],
  ['comments', 'comments'],
  ['diagram', 'diagram'],
  ['drawing', 'drawing'],
  ['glossary', 'glossary'],
]

/** Parts of which a list of elements is enough. */
const plannedParts: readonly (readonly [Role, string, PartPlan])[] = [
  ['chart', 'chart', { text: ['t', 'v'], lines: ['p', 'v'] }],
  // Variables, and the query and file that letters were merged from.
  [
    'settings',
    'settings',
    { text: [], lines: [], attributes: { docVar: ['val'], connectString: ['val'], query: ['val'], udl: ['val'] } },
  ],
  ['people', 'people', { text: [], lines: [], people: { 'person@author': 'CommentAuthor' } }],
  ['plain', 'data', { text: 'all', lines: [] }],
]

/** Word documents and templates, with or without macros (ECMA-376). */
export const docx: Format = Object.freeze({
  id: 'docx',
  title: 'Word document (Office Open XML)',
  medium: 'document',
  mediaTypes,
  recognizes: (head) => recognizesOffice(head, mediaTypes),
  read,
} satisfies Format)

async function* read(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const sink = makeSink(limits)
  const pkg = await openPackage(reader, limits, sink)
  yield* sink.drain()
  yield* readProperties(pkg, sink)
  yield* readText(pkg, sink)
  if (pkg.byRole('body').length === 0 && !pkg.zip.damage)
    sink.gap('malformed', 'the main part of the document is missing')
  yield* sink.finish()
  const members = [...pkg.byRole('child'), ...pkg.byRole('macros')].map(({ member }) => member)
  yield* readChildren(pkg.zip, members, sink)
}

async function* readText(pkg: OfficePackage, sink: Sink): AsyncGenerator<Extract, void, undefined> {
  for (const [role, place] of textParts) {
    for (const [index, part] of pkg.byRole(role).entries()) {
      yield* readTextPart(pkg, part, numbered(place, index + 1), (flow) => markupHandler(flow, sink), sink)
    }
  }
  yield* readPlanned(pkg, plannedParts, sink)
}
