import { Parser } from 'htmlparser2'
import { createNames } from '../core/readable-name.ts'
import { looksEmbedded } from './embedded.ts'
import type { EmbeddedFiles } from './embedded-files.ts'
import { createFlow } from './flow.ts'

/** Somebody who wants to know the leaves of a document beside its text. */
export interface LeafListener {
  /**
   * @param path names without prefixes from the root to the element; the same array every time
   * @param text what the element holds, trimmed
   */
  leaf(path: readonly string[], text: string, attributes: Readonly<Record<string, string>>): void
  /** Called when an element with others inside it ends. */
  close?(path: readonly string[], attributes: Readonly<Record<string, string>>): void
}

/** What is particular about one kind of XML. */
export interface XmlOptions {
  readonly nesting: number
  /** True where attributes and most elements say how a thing looks, not what it is (SVG). */
  readonly isDrawing: boolean
  /** True where `coordinates` hold longitude before latitude (KML). */
  readonly hasCoordinates: boolean
  readonly listener?: LeafListener | undefined
  /** Takes values that hold data in base64; without it, they are a fault. */
  readonly files?: EmbeddedFiles | undefined
}

/** Turns XML into lines to read: `name: value` for each leaf, running text as it runs. */
export interface XmlLines {
  write(piece: string): void
  end(): void
  take(): { readonly body: string; readonly comments: string; readonly declarations: string }
  readonly faults: ReadonlySet<XmlFault>
}

/** What reading XML left out or had to guess. */
export type XmlFault = 'malformed' | 'truncated' | 'too_deep' | 'too_large' | 'embedded' | 'external'

/** Characters of one tag or comment; more is no document but an attack on memory. */
const tagCharacters = 8 * 2 ** 20
/** Characters of one leaf that are held for its line; a longer one is written as running text. */
const leafCharacters = 1 << 20

// Names that documents of many kinds use for running text, whose parts bear no labels, and for the parts of tables.
const prose = new Set('p para paragraph h1 h2 h3 h4 h5 h6 blockquote footnote caption td th'.split(' '))
const drawn = new Set(['text', 'title', 'desc'])
const cells = new Set(['td', 'th'])
const breaks = new Set(['tr', 'br', 'li', 'item'])

interface Element {
  readonly local: string
  readonly attributes: Readonly<Record<string, string>>
  /** Running text, whose parts bear no labels. */
  isProse: boolean
  hasChildren: boolean
  hasHeading: boolean
}

/** Reads XML with no expansion of entities but the five of XML and character references. */
export function createXmlLines({ nesting, isDrawing, hasCoordinates, listener, files }: XmlOptions): XmlLines {
  const nameOf = createNames()
  const flow = createFlow()
  const faults = new Set<XmlFault>()
  const elements: Element[] = []
  const path: string[] = []
  let comments = ''
  let declarations = ''
  // Text of the innermost element that has not been written yet.
  let held = ''
  let since = 0
  let isEnding = false

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        since = 0
        if (elements.length < nesting) open(name, attributes)
        else stop('too_deep')
      },
      ontext(text) {
        since = 0
        held += text
        if (held.length > leafCharacters) writeProse()
      },
      onclosetag(_name, isImplied) {
        since = 0
        if (isImplied) faultOfImplied()
        close()
      },
      oncomment(text) {
        since = 0
        if (text.trim() !== '') comments += `${text.trim()}\n`
      },
      onprocessinginstruction(name, data) {
        since = 0
        const hasEntities = /<?!ENTITY/i.test(data)
        if (!hasEntities && (!name.startsWith('?') || name.startsWith('?xml'))) return
        declarations += `${data}\n`
        if (hasEntities && /\b(?:SYSTEM|PUBLIC)\b/.test(data)) faults.add('external')
      },
    },
    { xmlMode: true, decodeEntities: true },
  )

  /** At once, for the parser's own book-keeping grows with the square of the depth. */
  function stop(fault: XmlFault): void {
    faults.add(fault)
    parser.pause()
  }

  /** An element that nothing closed. Self-closing tags count as implied too, but have nothing inside. */
  function faultOfImplied(): void {
    if (isEnding) faults.add('truncated')
    else if (elements.at(-1)?.hasChildren || held !== '') faults.add('malformed')
  }

  function open(name: string, attributes: Readonly<Record<string, string>>): void {
    const parent = elements.at(-1)
    if (held.trim() !== '' && parent) parent.isProse = true
    if (parent) {
      writeProse()
      files?.end()
      parent.hasChildren = true
    } else writeDeclared()
    const local = name.slice(name.indexOf(':') + 1)
    const isProse = parent?.isProse === true || prose.has(local) || (isDrawing && drawn.has(local))
    const element = { local, attributes, isProse, hasChildren: false, hasHeading: false }
    elements.push(element)
    path.push(local)
    if (cells.has(local)) flow.cell()
    else if (!isProse || prose.has(local) || breaks.has(local) || drawn.has(local)) flow.line()
    if (!isDrawing && !isProse) writeAttributes(element)
    else checkAttributes(attributes)
  }

  /** What stands before the root belongs to the declarations: a '>' in one ends it too early. */
  function writeDeclared(): void {
    if (/\w/.test(held)) declarations += `${held.trim()}\n`
    held = ''
  }

  function close(): void {
    const element = elements.at(-1)
    if (!element) return
    const text = held.trim()
    if (!element.hasChildren) listener?.leaf(path, text, element.attributes)
    else listener?.close?.(path, element.attributes)
    if (element.hasChildren || element.isProse) writeProse()
    else if (text !== '' && !(isDrawing && element.local === 'style')) writeLeaf(element, text)
    held = ''
    files?.end()
    elements.pop()
    path.pop()
    if (!element.isProse || (prose.has(element.local) && !cells.has(element.local)) || breaks.has(element.local))
      flow.line()
    if (element.hasHeading) flow.paragraph()
  }

  /** Writes what is held as running text. */
  function writeProse(): void {
    if (files?.isOpen || looksEmbedded(held)) embed(held)
    else flow.text(held)
    held = ''
  }

  /** Data of another kind, which may go on: a long value comes in pieces. */
  function embed(piece: string): void {
    if (files) files.add(piece)
    else faults.add('embedded')
  }

  function embedWhole(value: string): void {
    embed(value)
    files?.end()
  }

  function writeLeaf(element: Element, text: string): void {
    if (files?.isOpen || looksEmbedded(text)) {
      embed(text)
      return
    }
    if (hasCoordinates && element.local === 'coordinates') writeCoordinates(text)
    else writeLine(nameOf(element.local), text)
  }

  function writeLine(label: string, value: string): void {
    writeHeading()
    flow.line()
    flow.verbatim(label === '' ? `${value}\n` : `${label}: ${value}\n`)
  }

  /** The name of the element around, once, above its first line. */
  function writeHeading(): void {
    const parent = elements.at(-2)
    if (!parent || parent.hasHeading || parent.isProse || elements.length < 3) return
    parent.hasHeading = true
    flow.line()
    flow.verbatim(`${nameOf(parent.local)}\n`)
  }

  function writeAttributes({ local, attributes }: Element): void {
    const { lat, lon } = attributes
    if (lat && lon) writeLine('', `latitude: ${lat}, longitude: ${lon}`)
    for (const key in attributes) {
      if (lat && lon && (key === 'lat' || key === 'lon')) continue
      const value = (attributes[key] ?? '').trim()
      if (value === '' || /^(?:xmlns|xsi|xml)(?::|$)/.test(key)) continue
      if (looksEmbedded(value)) embedWhole(value)
      else writeLine(key === 'value' ? nameOf(local) : `${nameOf(local)} ${nameOf(key)}`, value)
    }
  }

  function checkAttributes(attributes: Readonly<Record<string, string>>): void {
    for (const key in attributes) if (looksEmbedded(attributes[key] ?? '')) embedWhole(attributes[key] ?? '')
  }

  function writeCoordinates(text: string): void {
    for (const tuple of text.split(/\s+/)) {
      const [longitude, latitude] = tuple.split(',')
      if (longitude && latitude) writeLine('', `latitude: ${latitude}, longitude: ${longitude}`)
    }
  }

  return {
    write(piece) {
      if (faults.has('too_deep') || faults.has('too_large')) return
      since += piece.length
      parser.write(piece)
      if (since > tagCharacters + piece.length) stop('too_large')
    },
    end() {
      isEnding = true
      if (!faults.has('too_large')) parser.end()
      writeProse()
      files?.end()
    },
    take() {
      const taken = { body: flow.take(), comments, declarations }
      comments = ''
      declarations = ''
      return taken
    },
    faults,
  }
}
