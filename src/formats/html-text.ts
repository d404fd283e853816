import { Parser } from 'htmlparser2'
import { embeddedCharacters, looksEmbedded } from './embedded.ts'
import { createFlow } from './flow.ts'
import { metaNames } from './html-meta.ts'
import { createJsonLines, type JsonLines } from './json-lines.ts'

/** What an HTML text holds, by part. Everything but `body` is for those who look closely: readers never see it. */
export interface HtmlTaken {
  readonly body: string
  readonly comments: string
  /** Values of attributes that may tell something: `href: mailto:…`. */
  readonly attributes: string
  /** Data in scripts (JSON, JSON-LD), one line a value. */
  readonly data: string
}

/** What the document says of itself: names as HTML has them, in lower case. */
export type HtmlMeta = ReadonlyMap<string, string>

/** Reads HTML piece by piece. */
export interface HtmlText {
  write(piece: string): void
  end(): void
  take(): HtmlTaken
  readonly meta: HtmlMeta
  /** Why the rest is not read; nothing more is told then. */
  stopped(): 'too_deep' | 'too_large' | undefined
  hasEmbedded(): boolean
}

/** Characters of one tag or comment; more is no document but an attack on memory. */
const tagCharacters = 8 * 2 ** 20
/** Entries kept of what the document says of itself. */
const metaEntries = 100

const blocks = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noframes noscript ol optgroup option p pre section select summary table tbody tfoot thead tr ul template textarea title'.split(
    ' ',
  ),
)
const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 table ul ol dl section article blockquote'.split(' '))
const told = new Set('href src action title placeholder aria-label cite srcdoc datetime label summary value'.split(' '))
const shownInputs = new Set([
  '',
  'text',
  'hidden',
  'email',
  'tel',
  'url',
  'search',
  'number',
  'date',
  'datetime-local',
  'password',
  'month',
])
const dull = /^(?:#|javascript:|data:|about:)/i

/** @param nesting elements within each other */
export function createHtmlText(nesting: number): HtmlText {
  const flow = createFlow()
  const meta = new Map<string, string>()
  const out = { comments: '', attributes: '', data: '' }
  let depth = 0
  let verbatim = 0
  let since = 0
  let title: string | undefined
  let skipped: string | undefined
  let script: JsonLines | undefined
  let stopped: 'too_deep' | 'too_large' | undefined
  let hasEmbedded = false

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        since = 0
        if (++depth > nesting) stop('too_deep')
        else open(name, attributes)
      },
      ontext(text) {
        since = 0
        if (skipped === undefined) addText(text)
        else if (script) script.write(text)
        else hasEmbedded ||= text.length >= embeddedCharacters && text.includes(';base64,')
      },
      oncomment(text) {
        since = 0
        const plain = text.replace(/<[^<>]{0,2000}>/g, ' ').trim()
        if (plain !== '') out.comments += `${plain}\n`
      },
      onprocessinginstruction(name, data) {
        since = 0
        // Programs in a page (<?php …) may hold what the page does not show.
        if (name.startsWith('?') && name !== '?xml') out.comments += `${data}\n`
      },
      onclosetag(name) {
        since = 0
        depth--
        close(name)
      },
    },
    { decodeEntities: true },
  )

  /** At once, for the parser's own book-keeping grows with the square of the depth. */
  function stop(reason: 'too_deep' | 'too_large'): void {
    stopped = reason
    parser.pause()
  }

  function addText(text: string): void {
    if (title !== undefined) title += text
    else if (verbatim > 0) flow.verbatim(text)
    else flow.text(text)
  }

  function open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'script' || name === 'style') skip(name, attributes.type ?? '')
    if (name === 'title' && !meta.has('title')) title = ''
    if (name === 'meta') addMeta(attributes)
    if (paragraphs.has(name)) flow.paragraph()
    else if (blocks.has(name)) flow.line()
    if (name === 'td' || name === 'th') flow.cell()
    if (name === 'br') {
      if (verbatim > 0) flow.verbatim('\n')
      else flow.line()
    }
    if (name === 'pre' || name === 'textarea') verbatim++
    if (name === 'input') addInput(attributes)
    if (attributes.alt) inline(attributes.alt)
    for (const key in attributes) addAttribute(name, key, attributes[key] ?? '')
  }

  function close(name: string): void {
    if (name === skipped) endSkipped()
    if (name === 'title' && title !== undefined) {
      if (meta.size < metaEntries) meta.set('title', title.trim())
      title = undefined
    }
    if (paragraphs.has(name)) flow.paragraph()
    else if (blocks.has(name)) flow.line()
    if (name === 'pre' || name === 'textarea') verbatim = Math.max(0, verbatim - 1)
  }

  function skip(name: string, type: string): void {
    skipped = name
    if (name === 'script' && /json/i.test(type)) script = createJsonLines(nesting)
  }

  function endSkipped(): void {
    skipped = undefined
    if (!script) return
    script.end()
    out.data += script.take()
    hasEmbedded ||= script.hasEmbedded()
    script = undefined
  }

  function addMeta(attributes: Readonly<Record<string, string>>): void {
    const name = (attributes.name ?? attributes.property ?? '').toLowerCase()
    const { content } = attributes
    if (!content || /^(?:text\/|width=)/i.test(content)) return
    if (!Object.hasOwn(metaNames, name)) out.attributes += `${name === '' ? 'content' : name}: ${content}\n`
    else if (!meta.has(name) && meta.size < metaEntries) meta.set(name, content)
  }

  /** What a form was filled in with is seen like text. */
  function addInput(attributes: Readonly<Record<string, string>>): void {
    if (attributes.value && shownInputs.has((attributes.type ?? '').toLowerCase())) inline(attributes.value)
  }

  function inline(text: string): void {
    flow.blank()
    flow.text(text)
    flow.blank()
  }

  function addAttribute(element: string, name: string, value: string): void {
    hasEmbedded ||= looksEmbedded(value)
    if (value.length >= embeddedCharacters && name === 'style') hasEmbedded ||= value.includes(';base64,')
    const isSeen = element === 'input' && name === 'value'
    if (isSeen || element === 'link' || (!told.has(name) && !name.startsWith('data-'))) return
    if (value.trim() !== '' && !dull.test(value)) out.attributes += `${name}: ${value}\n`
  }

  return {
    write(piece) {
      if (stopped) return
      since += piece.length
      parser.write(piece)
      if (since > tagCharacters + piece.length) stop('too_large')
      if (script) out.data += script.take()
    },
    end() {
      if (!stopped) parser.end()
      endSkipped()
    },
    take() {
      const taken = { body: flow.take(), ...out }
      out.comments = ''
      out.attributes = ''
      out.data = ''
      return taken
    },
    meta,
    stopped: () => stopped,
    hasEmbedded: () => hasEmbedded,
  }
}

/** The text that a reader would see of a small piece of HTML. */
export function htmlToText(html: string, nesting: number): string {
  const reading = createHtmlText(nesting)
  reading.write(html)
  reading.end()
  return reading.take().body.trim()
}
