import type { Extract, Format, MetadataEntry, ReadContext } from '../core/content.ts'
import type { Reader } from '../core/reader.ts'
import { embeddedGap } from './embedded.ts'
import { metaNames } from './html-meta.ts'
import { createHtmlText, type HtmlMeta, type HtmlText } from './html-text.ts'
import { afterProlog, beginsWithHtmlElement } from './prolog.ts'
import { createSegmentWriter, textPieces } from './text-stream.ts'

/**
 * Web pages (https://html.spec.whatwg.org): what a reader sees and what is hidden from sight, comments, values of
 * attributes and data in scripts. Nothing is fetched, run or expanded.
 */
export const html: Format = Object.freeze({
  id: 'html',
  title: 'HTML',
  medium: 'document',
  mediaTypes: Object.freeze({
    'text/html': ['html', 'htm', 'shtml', 'php', 'asp', 'aspx', 'jsp'],
    'application/xhtml+xml': ['xhtml', 'xht'],
  }),
  recognizes(head) {
    const known = head.text()
    return known && htmlType(known.text, head.bytes.length >= head.reader.size)
  },
  read: readHtml,
} satisfies Format)

const certain = /^<(?:!doctype\s{1,20}html|html|head|body)[\s>]/i
const page = /<(?:html|body)[\s>]/i
/** Characters in which a page must show itself where other things come first. */
const pageCharacters = 4_096

function htmlType(text: string, isWhole: boolean): string | undefined {
  // Most texts end here.
  const first = text.charCodeAt(0)
  if (first !== 0x3c && first > 0x20) return undefined
  const start = text.trimStart()
  if (start[0] !== '<') return undefined
  const root = afterProlog(start)
  if (certain.test(root)) return start.startsWith('<?xml') ? 'application/xhtml+xml' : 'text/html'
  if (start.startsWith('<?xml')) return undefined
  const beginning = start.slice(0, pageCharacters)
  if (page.test(beginning)) return 'text/html'
  return beginsWithHtmlElement(root) && isFragment(start, isWhole) ? 'text/html' : undefined
}

/** Markdown and templates may begin with an element too; HTML goes on as it began, to its last character. */
function isFragment(text: string, isWhole: boolean): boolean {
  return (!isWhole || text.trimEnd().endsWith('>')) && text.split('</').length > 2
}

async function* readHtml(reader: Reader, context: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const { segmentCharacters, nesting } = context.limits
  const reading = createHtmlText(nesting)
  const parts = {
    body: createSegmentWriter(segmentCharacters),
    comments: createSegmentWriter(segmentCharacters, 'comments'),
    attributes: createSegmentWriter(segmentCharacters, 'attributes'),
    data: createSegmentWriter(segmentCharacters, 'data'),
  }
  const names = ['body', 'comments', 'attributes', 'data'] as const
  for await (const piece of textPieces(reader, context)) {
    if (typeof piece !== 'string') {
      yield piece
      continue
    }
    reading.write(piece)
    const taken = reading.take()
    for (const name of names) {
      parts[name].add(taken[name])
      yield* parts[name].take(false)
    }
    if (reading.stopped()) break
  }
  reading.end()
  const taken = reading.take()
  yield* metadataOf(reading.meta, context)
  for (const name of names) {
    parts[name].add(taken[name])
    yield* parts[name].take(true)
  }
  yield* gapsOf(reading)
}

function* metadataOf(meta: HtmlMeta, { limits }: ReadContext): Generator<Extract, void, undefined> {
  const entries: MetadataEntry[] = []
  for (const [key, value] of meta) {
    const known = metaNames[key]
    if (!known || value === '') continue
    const cut = value.slice(0, limits.metadataCharacters).toWellFormed()
    const position = known[0] === 'GPSPosition' ? { entityType: 'GPS_COORDINATES' } : {}
    entries.push({ what: 'metadata', name: known[0], value: cut, personal: known[1], ...position })
  }
  yield* entries.slice(0, limits.metadata)
  if (entries.length > limits.metadata) {
    yield { what: 'gap', cause: 'too_many', message: `more than ${limits.metadata} metadata entries` }
  }
}

function* gapsOf(reading: HtmlText): Generator<Extract, void, undefined> {
  const stopped = reading.stopped()
  if (stopped === 'too_deep') yield { what: 'gap', cause: 'too_deep', message: 'elements too deep within each other' }
  if (stopped === 'too_large') yield { what: 'gap', cause: 'too_large', message: 'a tag or comment has no end' }
  if (reading.hasEmbedded()) yield embeddedGap
}
