import type { Child, Extract, Flag, Format, Gap, Head, ReadContext } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { windowReader } from '../archives/window.ts'
import { isDicom } from '../dicom-head.ts'
import { openAccess } from '../images/access.ts'
import { createSegmentWriter } from '../text-stream.ts'
import { type DataSet, metaEncoding, openDataSet } from './data-set.ts'
import { drawn } from './drawn.ts'
import { walk } from './elements.ts'
import { Gathering } from './gathering.ts'
import { countFlag } from './told.ts'

/** DICOM files (PS3.10) and data sets without its header: images, reports, plans, waveforms, and the DICOMDIR of a disk. */
export const dicom: Format = Object.freeze({
  id: 'dicom',
  title: 'DICOM',
  medium: 'image',
  mediaTypes: Object.freeze({ 'application/dicom': ['dcm', 'dicom', 'dic', 'ima'] }),
  recognizes: (head: Head) => (isDicom(head.bytes) ? 'application/dicom' : undefined),
  read: readDicom,
})

/** Faults of the bytes below, not of the data set. */
const ofReader: ReadonlySet<string> = new Set(['unreadable', 'changed_while_reading', 'time_limit'])

async function* readDicom(reader: Reader, { limits, head }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const set = await openDataSet(reader, limits)
  const gathering = new Gathering(limits)
  const fault = await gather(set, openAccess(reader, head.bytes, limits), gathering, limits)
  yield* gathering.told.extracts()
  yield* flagsOf(gathering)
  yield* textsOf(gathering, limits)
  yield* documentOf(gathering, set)
  yield* drawn(gathering, set, limits)
  for (const one of [set.damage, fault]) {
    if (one && ofReader.has(one.code)) throw one
    if (one) yield { what: 'gap', cause: one.code, message: one.message } satisfies Gap
  }
}

/** Walks through the file; what ends the walk early is told, and what was met before it kept. */
async function gather(
  set: DataSet,
  access: Reader,
  gathering: Gathering,
  limits: Limits,
): Promise<ItemError | undefined> {
  const allowed = { elements: limits.pictureBlocks * elementsPerBlock, nesting: Math.min(limits.nesting, mostNesting) }
  const inner = set.reader === undefined || set.start === 0 ? set.reader : access
  try {
    for await (const step of walk(access, set.meta.start, set.meta.end, metaEncoding, allowed))
      await gathering.take(access, step)
    for await (const step of walk(inner, set.start, set.end, set.encoding, allowed)) await gathering.take(inner, step)
    return undefined
  } catch (error) {
    // Faults of ours go on.
    if (!(error instanceof ItemError)) throw error
    return error
  }
}

/** Data elements are smaller than the blocks of pictures: contours of a plan are many. */
const elementsPerBlock = 20
/** Sequences and items within each other that any object of the standard needs, several times over. */
const mostNesting = 64

function* flagsOf({ values, privateElements, hasContent }: Gathering): Generator<Flag> {
  if (privateElements > 0) yield countFlag('private_elements', privateElements)
  if (hasContent) yield { what: 'flag', name: 'structured_report' }
  if (values.get('BurnedInAnnotation')?.toUpperCase() === 'YES') yield { what: 'flag', name: 'burned_in_annotation' }
  if (values.get('PatientIdentityRemoved')?.toUpperCase() === 'YES')
    yield { what: 'flag', name: 'declared_deidentified' }
}

function* textsOf({ report, hasContent, looseText, isLooseCut }: Gathering, limits: Limits): Generator<Extract> {
  if (hasContent) yield* segments(report.text(), 'report', limits)
  yield* segments(looseText, 'private elements', limits)
  if ((hasContent && report.isCut) || isLooseCut)
    yield { what: 'gap', cause: 'too_large', message: `more than ${limits.textCharacters / 2} characters of text` }
}

function* segments(text: string, part: string, limits: Limits): Generator<Extract> {
  if (text.trim() === '') return
  const writer = createSegmentWriter(limits.segmentCharacters, part)
  writer.add(text)
  yield* writer.take(true)
}

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'text/xml': 'xml',
  'text/html': 'html',
  'model/stl': 'stl',
  'image/jpeg': 'jpg',
}

/** An encapsulated document (PS3.3, A.45) as an item within the item. */
function* documentOf({ elements, values }: Gathering, { reader }: DataSet): Generator<Child | Flag> {
  const element = elements.get('EncapsulatedDocument')
  if (!element || element.fragments || element.length === 0) return
  const extension = extensions[values.get('MIMETypeOfEncapsulatedDocument')?.toLowerCase() ?? '']
  const title = values.get('DocumentTitle')?.split('\\')[0] || 'document'
  yield { what: 'flag', name: 'encapsulated_document' }
  const name = extension === undefined ? title : `${title}.${extension}`
  yield { what: 'child', name, modifiedAt: null, reader: windowReader(reader, element.start, element.length) }
}
