import type { Extract, Format, Head, ReadContext } from '../core/content.ts'
import type { Reader } from '../core/reader.ts'
import { embeddedFiles } from './embedded-files.ts'
import { messageFields } from './health/messages.ts'
import { createSegmentWriter, textPieces } from './text-stream.ts'

/** HL7 version 2 messages in their pipe notation (HL7 v2.5.1, chapter 2.5): one line a segment, wrapped files as items. */
export const hl7: Format = Object.freeze({
  id: 'hl7',
  title: 'HL7 version 2 messages',
  medium: 'document',
  mediaTypes: Object.freeze({ 'application/hl7-v2': ['hl7', 'er7'] }),
  recognizes: (head: Head) => (header.test(head.text()?.text ?? '') ? 'application/hl7-v2' : undefined),
  read: readMessages,
})

// MSH, or the header of a file or batch of them; the separators it names are nearly always these.
const header = /^[\x0B\s]{0,10}(?:MSH|FHS|BHS)([|!#])[^A-Za-z0-9\s]{3,5}\1/
/** Where an encapsulated file begins (data type ED, HL7 v2.5.1, 2.A.24): its data follow the encoding's name. */
const wrapped = /\^Base64\^/i
/** The characters that such data have; the first other one ends them. */
const endOfData = /[^A-Za-z0-9+/=]/
/** Characters at the end of a piece that may be the beginning of the mark. */
const markCharacters = 16

async function* readMessages(reader: Reader, context: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const writer = createSegmentWriter(context.limits.segmentCharacters)
  const fields = messageFields()
  const write = (text: string): void => {
    writer.add(text)
    fields.add(text)
  }
  const files = embeddedFiles(context.limits)
  let rest = ''
  /** Takes what is sure of the text so far: all of it at the end. */
  const take = (isLast: boolean): void => {
    while (rest !== '') {
      if (files.isOpen) {
        const end = rest.search(endOfData)
        files.add(end < 0 ? rest : rest.slice(0, end))
        rest = end < 0 ? '' : rest.slice(end)
        if (rest !== '') files.end()
        continue
      }
      const mark = wrapped.exec(rest)
      if (!mark) {
        const keep = isLast ? 0 : Math.min(markCharacters, rest.length)
        write(rest.slice(0, rest.length - keep))
        rest = rest.slice(rest.length - keep)
        return
      }
      const start = mark.index + mark[0].length
      write(rest.slice(0, start))
      rest = rest.slice(start)
      files.add('')
    }
  }
  for await (const piece of textPieces(reader, context)) {
    if (typeof piece !== 'string') {
      yield piece
      continue
    }
    rest += piece
    take(false)
    yield* writer.take(false)
    yield* files.take(false)
  }
  take(true)
  files.end()
  yield* writer.take(true)
  yield* files.take(true)
  yield* fields.fields()
}
