import type { Sink } from './sink.ts'
import type { TextFlow } from './text-flow.ts'
import { type Attributes, attribute, type XmlHandler } from './xml.ts'

/** What is particular about one use of {@link markupHandler}. */
export interface MarkupOptions {
  /** Elements beside `t` and `delText` whose text is read, each a line. */
  readonly texts?: readonly string[]
  /** Leaves out shapes that only say what goes there ("Click to edit …"). */
  readonly skipsPlaceholders?: boolean
}

const fieldCharacters = 8_192
const hyperlink = /HYPERLINK\s{0,8}\(?\s{0,8}"([^"]{1,2083})"/i
const signs: Readonly<Record<string, string>> = { noBreakHyphen: '-', ptab: '\t' }
const revisions = new Set(['ins', 'del', 'moveFrom', 'moveTo', 'cellIns', 'cellDel'])

/** The address in a HYPERLINK field or formula. */
export function hyperlinkIn(code: string): string | undefined {
  return hyperlink.exec(code)?.[1]
}

/**
 * Text of WordprocessingML and DrawingML (ECMA-376 part 1, 17 and 21): both call paragraphs, runs, rows and cells the
 * same. Deleted and hidden text is read; field codes are not, their links are; text boxes and the descriptions of
 * pictures come after the paragraph they hang on.
 */
export function markupHandler(flow: TextFlow, sink: Sink, options: MarkupOptions = {}): XmlHandler {
  const texts = new Set(['t', 'delText', ...(options.texts ?? [])])
  const ownLines = new Set(options.texts)
  const asides: string[] = []
  // Depths of the elements that change what the others mean.
  const inside = { fallback: 0, text: 0, field: 0, properties: 0, box: 0 }
  let field = ''
  let isPlaceholder = false

  const writeAsides = () => {
    for (const aside of asides.splice(0)) flow.line(aside)
  }
  const endField = () => {
    const target = hyperlinkIn(field)
    if (target !== undefined) sink.link(target)
    field = ''
  }
  const openers: Readonly<Record<string, (attributes: Attributes) => void>> = {
    instrText: () => void inside.field++,
    delInstrText: () => void inside.field++,
    pPr: () => void inside.properties++,
    tab: () => inside.properties === 0 && flow.text('\t'),
    br: () => flow.breakLine(),
    cr: () => flow.breakLine(),
    tr: () => flow.rowStart(),
    tc: () => flow.cellStart(),
    fldChar: endField,
    fldSimple(attributes) {
      field = attribute(attributes, 'instr').slice(0, fieldCharacters)
      endField()
    },
    vanish: (attributes) => isOn(attributes) && sink.flag('hidden_text'),
    docPr: (attributes) => describe(attributes, asides),
    cNvPr: (attributes) => describe(attributes, asides),
    textpath: (attributes) => asides.push(attribute(attributes, 'string')),
    sld: (attributes) => isOff(attribute(attributes, 'show')) && sink.flag('hidden_slide'),
    txbxContent() {
      inside.box += 1
      flow.beginAside()
    },
    sp() {
      if (!options.skipsPlaceholders) return
      isPlaceholder = false
      flow.beginAside()
    },
    ph() {
      isPlaceholder = true
    },
  }
  const closers: Readonly<Record<string, () => void>> = {
    instrText: () => void inside.field--,
    delInstrText: () => void inside.field--,
    pPr: () => void inside.properties--,
    tr: () => flow.rowEnd(),
    p() {
      flow.breakLine()
      if (inside.box === 0) writeAsides()
    },
    txbxContent() {
      inside.box -= 1
      asides.push(flow.endAside())
    },
    sp() {
      if (!options.skipsPlaceholders) return
      const text = flow.endAside()
      if (!isPlaceholder) flow.line(text)
      else asides.length = 0
    },
    document: writeAsides,
    sld: writeAsides,
    cSld: writeAsides,
  }
  return {
    open(name, attributes) {
      if (name === 'Fallback') inside.fallback += 1
      if (inside.fallback > 0) return
      if (texts.has(name)) inside.text += 1
      if (revisions.has(name)) noteRevision(attributes, sink)
      if (Object.hasOwn(openers, name)) openers[name]?.(attributes)
      const sign = Object.hasOwn(signs, name) ? signs[name] : undefined
      if (sign !== undefined) flow.text(sign)
      if (name === 'comment') sink.person('CommentAuthor', attribute(attributes, 'author'))
    },
    text(text) {
      if (inside.fallback > 0) return
      if (inside.text > 0) flow.text(text)
      else if (inside.field > 0 && field.length < fieldCharacters) field += text
    },
    close(name) {
      if (inside.fallback > 0) {
        if (name === 'Fallback') inside.fallback -= 1
        return
      }
      if (texts.has(name)) inside.text -= 1
      if (ownLines.has(name)) flow.breakLine()
      if (Object.hasOwn(closers, name)) closers[name]?.()
    },
  }
}

function noteRevision(attributes: Attributes, sink: Sink): void {
  const author = attribute(attributes, 'author')
  if (author === '' && attribute(attributes, 'id') === '') return
  sink.flag('tracked_changes')
  sink.person('RevisionAuthor', author)
}

function describe(attributes: Attributes, asides: string[]): void {
  const [title, description] = [attribute(attributes, 'title'), attribute(attributes, 'descr')]
  if (title !== '') asides.push(title)
  if (description !== '' && description !== title) asides.push(description)
}

/** A switch element is on unless it says otherwise. */
function isOn(attributes: Attributes): boolean {
  return !isOff(attribute(attributes, 'val'))
}

function isOff(value: string): boolean {
  return value === '0' || value === 'false' || value === 'off'
}
