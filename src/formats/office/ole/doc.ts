import type { Child, Extract, Format, ReadContext } from '../../../core/content.ts'
import { ItemError } from '../../../core/problem.ts'
import type { Reader } from '../../../core/reader.ts'
import { oleType } from '../../ole-type.ts'
import { hyperlinkIn } from '../markup.ts'
import { makeSink, type Sink } from '../sink.ts'
import { type Compound, openCompound } from './compound.ts'
import { bounded, objectsOf, picturesOf } from './objects.ts'
import { type PartText, textOfParts } from './pieces.ts'
import { readSummary } from './summary.ts'

const mediaType = 'application/msword'

/** Word documents of before 2007: text of all parts, deleted words among them, properties, embedded objects and pictures. */
export const doc: Format = Object.freeze({
  id: 'doc',
  title: 'Word document (before 2007)',
  medium: 'document',
  mediaTypes: Object.freeze({ [mediaType]: ['doc', 'dot', 'wiz'] }),
  async recognizes(head) {
    return (await oleType(head)) === mediaType ? mediaType : undefined
  },
  read,
} satisfies Format)

async function* read(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const sink = makeSink(limits)
  const file = await openCompound(reader, limits.expandedBytes)
  readSummary(file, sink)
  yield* sink.drain()
  try {
    for (const part of partsOf(file)) tellPart(part, sink)
  } catch (error) {
    if (error instanceof ItemError && error.code === 'encrypted') sink.flag('encrypted')
    sink.fault(error)
  }
  yield* sink.finish()
  yield* bounded(inside(file), limits)
}

function* inside(file: Compound): Generator<Child, void, undefined> {
  yield* picturesOf(file.stream('Data'))
  yield* objectsOf(file)
}

function partsOf(file: Compound): readonly PartText[] {
  const main = file.stream('WordDocument')
  if (!main) throw new ItemError('malformed', 'the main stream of the document is missing')
  return textOfParts(main, (number) => file.stream(`${number}Table`))
}

// Marks of [MS-DOC] 2.4.1: the parts of a field, and signs that stand for what is no text.
const [fieldBegin, fieldMiddle, fieldEnd] = ['\u0013', '\u0014', '\u0015']
const fields = /[\u0013-\u0015]/
const unseen = /[\u0000-\u0006\u0008\u000e-\u001d\u001f]/g

/** Writes a part's paragraphs as lines; what fields are made from is left out, but for the targets of links. */
function tellPart({ part, text }: PartText, sink: Sink): void {
  const flow = sink.flow(part)
  for (const line of withoutFields(text, sink).split(/[\r\n\u000b\u000c]|\u0007\u0007/)) {
    const shown = line.replaceAll('\u0007', '\t').replaceAll('\u001e', '-').replace(unseen, '').trim()
    if (shown !== '') flow.line(shown)
  }
  flow.finish()
}

function withoutFields(text: string, sink: Sink): string {
  if (!fields.test(text)) return text
  let shown = ''
  const open: { instruction: string; isResult: boolean }[] = []
  for (const piece of text.split(/([\u0013-\u0015])/)) {
    const field = open.at(-1)
    if (piece === fieldBegin) open.push({ instruction: '', isResult: false })
    else if (piece === fieldMiddle && field) field.isResult = true
    else if (piece === fieldEnd) {
      const target = hyperlinkIn(open.pop()?.instruction ?? '')
      if (target !== undefined) sink.link(target)
    } else if (!field || field.isResult) shown += piece
    else field.instruction += piece
  }
  return shown
}
