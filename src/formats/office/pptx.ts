import type { Extract, Format, ReadContext } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import { readChildren } from './children.ts'
import { markupHandler } from './markup.ts'
import { type OfficePackage, openPackage, type Part, recognizesOffice } from './package.ts'
import { numbered, type PartPlan, readPart, readPlanned, readTextPart } from './part-text.ts'
import { readProperties } from './properties.ts'
import type { Role } from './roles.ts'
import { makeSink, type Sink } from './sink.ts'

const mediaTypes: Format['mediaTypes'] = Object.freeze({
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.openxmlformats-officedocument.presentationml.template': ['potx'],
  'application/vnd.openxmlformats-officedocument.presentationml.slideshow': ['ppsx'],
  'application/vnd.ms-powerpoint.presentation.macroenabled.12': ['pptm'],
  'application/vnd.ms-powerpoint.template.macroenabled.12': ['potm'],
  'application/vnd.ms-powerpoint.slideshow.macroenabled.12': ['ppsm'],
  'application/vnd.ms-powerpoint.addin.macroenabled.12': ['ppam'],
})

const plannedParts: readonly (readonly [Role, string, PartPlan])[] = [
  ['chart', 'chart', { text: ['t', 'v'], lines: ['p', 'v'] }],
  [
    'authors',
    'authors',
    {
      text: [],
      lines: [],
      people: { 'cmAuthor@name': 'CommentAuthor', 'author@name': 'CommentAuthor' },
      attributes: { author: ['userId'] },
    },
  ],
  ['plain', 'data', { text: 'all', lines: [] }],
]

/** PowerPoint presentations, templates and shows, with or without macros (ECMA-376). */
export const pptx: Format = Object.freeze({
  id: 'pptx',
  title: 'PowerPoint presentation (Office Open XML)',
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
  if (pkg.byRole('presentation').length === 0 && !pkg.zip.damage)
    sink.gap('malformed', 'the presentation itself is missing')
  yield* readSlides(pkg, sink)
  yield* readMarkup(pkg, 'diagram', sink)
  yield* readMarkup(pkg, 'drawing', sink)
  for (const [index, part] of pkg.byRole('master').entries()) {
    const handler = (flow: Parameters<typeof markupHandler>[0]) =>
      markupHandler(flow, sink, { skipsPlaceholders: true })
    yield* readTextPart(pkg, part, numbered('master', index + 1), handler, sink)
  }
  yield* readPlanned(pkg, plannedParts, sink)
  yield* sink.finish()
  const members = [...pkg.byRole('child'), ...pkg.byRole('macros')].map(({ member }) => member)
  yield* readChildren(pkg.zip, members, sink)
}

/** Each slide with its notes and comments; then notes and comments that belong to no slide. */
async function* readSlides(pkg: OfficePackage, sink: Sink): AsyncGenerator<Extract, void, undefined> {
  const order = yield* slideOrder(pkg, sink)
  const done = new Set<Part>()
  for (const [index, slide] of order.entries()) {
    yield* readTextPart(pkg, slide, `slide ${index + 1}`, (flow) => markupHandler(flow, sink), sink)
    for (const { target } of pkg.relations(slide)) {
      const part = pkg.byPath(target)
      if (!part || (part.role !== 'notes' && part.role !== 'comments') || done.has(part)) continue
      done.add(part)
      yield* readAside(pkg, part, `${part.role} ${index + 1}`, sink)
    }
  }
  const others = [...pkg.byRole('notes'), ...pkg.byRole('comments')].filter((part) => !done.has(part))
  for (const [index, part] of others.entries()) yield* readAside(pkg, part, `other ${part.role} ${index + 1}`, sink)
}

function readAside(pkg: OfficePackage, part: Part, place: string, sink: Sink) {
  const texts = part.role === 'comments' ? ['text'] : []
  return readTextPart(pkg, part, place, (flow) => markupHandler(flow, sink, { texts }), sink)
}

async function* slideOrder(pkg: OfficePackage, sink: Sink): AsyncGenerator<Extract, readonly Part[], undefined> {
  const order = new Set<Part>()
  for (const part of pkg.byRole('presentation')) {
    const targets = new Map(pkg.relations(part).map(({ id, target }) => [id, target]))
    const open = (name: string, attributes: Readonly<Record<string, string>>) => {
      if (name !== 'sldId') return
      const key = Object.keys(attributes).find((one) => one.endsWith(':id'))
      const slide = pkg.byPath(targets.get(key === undefined ? '' : (attributes[key] ?? '')) ?? '')
      if (slide?.role === 'slide') order.add(slide)
    }
    yield* readPart(pkg, part, { open }, sink)
  }
  for (const slide of pkg.byRole('slide')) order.add(slide)
  return [...order]
}

async function* readMarkup(pkg: OfficePackage, role: Role, sink: Sink): AsyncGenerator<Extract, void, undefined> {
  for (const [index, part] of pkg.byRole(role).entries()) {
    yield* readTextPart(pkg, part, numbered(role, index + 1), (flow) => markupHandler(flow, sink), sink)
  }
}
