import type { Extract, Format, Gap, ReadContext } from '../core/content.ts'
import type { CoverageCause } from '../core/problem.ts'
import type { Reader } from '../core/reader.ts'
import { createEInvoice } from './e-invoice.ts'
import { embeddedGap } from './embedded.ts'
import { embeddedFiles } from './embedded-files.ts'
import { documentFields } from './health/documents.ts'
import { createSegmentWriter, textPieces } from './text-stream.ts'
import { createXmlLines, type XmlFault } from './xml-lines.ts'
import { xmlMediaTypes, xmlType } from './xml-types.ts'

/**
 * XML (https://www.w3.org/TR/xml/) and the documents made of it: `name: value` for each leaf, running text as it runs,
 * comments apart. Electronic invoices and clinical documents give their fields. Entities are not expanded and nothing is fetched.
 */
export const xml: Format = Object.freeze({
  id: 'xml',
  title: 'XML',
  medium: 'document',
  mediaTypes: xmlMediaTypes,
  recognizes(head) {
    const known = head.text()
    return known && xmlType(known.text, head.bytes.length >= head.reader.size)
  },
  read: readXml,
} satisfies Format)

async function* readXml(reader: Reader, context: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const { segmentCharacters, nesting } = context.limits
  const told = context.mediaType === 'application/hl7-cda+xml' ? documentFields() : createEInvoice(context.mediaType)
  const files = embeddedFiles(context.limits)
  const lines = createXmlLines({
    nesting,
    files,
    isDrawing: context.mediaType === 'image/svg+xml',
    hasCoordinates: context.mediaType === 'application/vnd.google-earth.kml+xml',
    listener: told,
  })
  const parts = {
    body: createSegmentWriter(segmentCharacters),
    comments: createSegmentWriter(segmentCharacters, 'comments'),
    declarations: createSegmentWriter(segmentCharacters, 'declarations'),
  }
  const names = ['body', 'comments', 'declarations'] as const
  for await (const piece of textPieces(reader, context)) {
    if (typeof piece !== 'string') {
      yield piece
      continue
    }
    lines.write(piece)
    const taken = lines.take()
    for (const name of names) {
      parts[name].add(taken[name])
      yield* parts[name].take(false)
    }
    yield* files.take(false)
    if (lines.faults.has('too_deep') || lines.faults.has('too_large')) break
  }
  lines.end()
  const taken = lines.take()
  for (const name of names) {
    parts[name].add(taken[name])
    yield* parts[name].take(true)
  }
  yield* files.take(true)
  if (told) yield* told.fields()
  for (const fault of lines.faults) yield gaps[fault]
}

const gaps: Readonly<Record<XmlFault, Gap>> = {
  malformed: gap('malformed', 'an element inside it was never closed'),
  truncated: gap('truncated', 'it ends before its elements do'),
  too_deep: gap('too_deep', 'elements too deep within each other'),
  too_large: gap('too_large', 'a tag or comment has no end'),
  external: gap('unsupported_type', 'an external entity was not followed'),
  embedded: embeddedGap,
}

function gap(cause: CoverageCause, message: string): Gap {
  return Object.freeze({ what: 'gap', cause, message })
}
