import { TextDecoder } from 'node:util'
import { Parser } from 'htmlparser2'
import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'

/** Attributes by their names as written, prefix and all. */
export type Attributes = Readonly<Record<string, string>>

/** What is told of an XML part, in document order. Names come without their prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

/** Characters of one tag; more is no document but an attack on memory. */
const tagCharacters = 16 * 2 ** 20
const namesAtMost = 4_096

/**
 * Reads an XML part as a stream. Nothing is expanded but the five entities of XML and character references; a part that
 * ends too early has its elements closed, so that what was begun is told.
 * @returns after each piece, for the caller to hand on what the handler made of it
 * @throws ItemError `too_deep` beyond `limits.nesting`, `malformed` at the end of a part that is not well-formed, and
 *   what `chunks` throws
 */
export async function* readXml(
  chunks: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  limits: Limits,
): AsyncGenerator<void, void, undefined> {
  const state: ParserState = { depth: 0, elements: 0, isEnding: false, isCut: false, since: 0 }
  const parser = makeParser(handler, limits, state)
  let decoder: TextDecoder | undefined
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingOf(chunk))
      const text = decoder.decode(chunk, { stream: true })
      state.since += text.length
      parser.write(text)
      if (state.since > tagCharacters + text.length) throw new ItemError('malformed', 'a tag of XML has no end')
      yield
    }
  } catch (error) {
    // The elements begun are closed before the fault goes on; beyond the nesting limit nothing more is told.
    if (error instanceof ItemError && error.code !== 'too_deep') parser.end()
    throw error
  }
  state.isEnding = true
  parser.end()
  yield
  if (state.isCut || state.elements === 0) throw new ItemError('malformed', 'a part is not well-formed XML')
}

interface ParserState {
  depth: number
  elements: number
  isEnding: boolean
  /** An element was still open at the end. */
  isCut: boolean
  /** Characters since the last thing that was told. */
  since: number
}

function makeParser(handler: XmlHandler, limits: Limits, state: ParserState) {
  const names = new Map<string, string>()
  const local = (name: string): string => {
    const known = names.get(name)
    if (known !== undefined) return known
    const short = name.slice(name.indexOf(':') + 1)
    if (names.size < namesAtMost) names.set(name, short)
    return short
  }
  return new Parser(
    {
      onopentag(name, attributes) {
        state.since = 0
        state.elements += 1
        if (++state.depth > limits.nesting) {
          throw new ItemError('too_deep', `more than ${limits.nesting} XML elements within each other`)
        }
        handler.open?.(local(name), attributes)
      },
      ontext(text) {
        state.since = 0
        handler.text?.(text)
      },
      onclosetag(name) {
        state.since = 0
        state.depth -= 1
        state.isCut ||= state.isEnding
        handler.close?.(local(name))
      },
    },
    { xmlMode: true },
  )
}

/** By byte order mark, by the pattern of '<' in UTF-16, or as the XML declaration says. */
function encodingOf(chunk: Uint8Array): string {
  const [first, second] = [chunk[0], chunk[1]]
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  const start = Buffer.from(chunk.buffer, chunk.byteOffset, Math.min(chunk.length, 200)).toString('latin1')
  const named = /^[^<]{0,3}<\?xml[^>]{0,100}encoding=["']([\w-]{1,40})["']/.exec(start)?.[1]?.toLowerCase()
  return named !== undefined && encodings.has(named) ? named : 'utf-8'
}

const encodings: ReadonlySet<string> = new Set([
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'gb2312',
  'gbk',
  'gb18030',
  'big5',
  'koi8-r',
])

/** The value of an attribute whatever its prefix is; '' where there is none. */
export function attribute(attributes: Attributes, name: string): string {
  const plain = attributes[name]
  if (plain !== undefined) return plain
  for (const key in attributes) {
    if (key.endsWith(name) && key[key.length - name.length - 1] === ':') return attributes[key] ?? ''
  }
  return ''
}
