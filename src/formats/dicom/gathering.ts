import type { Limits } from '../../core/limits.ts'
import type { Reader } from '../../core/reader.ts'
import { type DecodeValue, valueDecoder } from './charset.ts'
import { type Entry, entryFor, type Nature } from './dictionary.ts'
import type { DataElement, Step } from './elements.ts'
import { pixelKeywords } from './pixel-facts.ts'
import { type ReportWriter, reportWriter } from './report-text.ts'
import { nameOfTag, Told } from './told.ts'
import { isNumber, isText, numbersOf, readableName, textOf } from './values.ts'

const specificCharacterSet = 0x00080005
const contentSequence = 0x0040a730
const conceptNames = 0x0040a043
/** Bytes of a value of unknown representation that is read as text where it looks like text. */
const unknownBytes = 4_096
const freeText: ReadonlySet<string> = new Set('LO LT SH ST UC UT'.split(' '))

/** What is gathered of one data set on the way through it. */
export class Gathering {
  readonly told: Told
  readonly report: ReportWriter
  /** Values by keyword, of elements outside of sequences that something else depends on. */
  readonly values = new Map<string, string>()
  /** Elements outside of sequences whose bytes are wanted later. */
  readonly elements = new Map<string, DataElement>()
  privateElements = 0
  hasContent = false
  isLooseCut = false
  readonly #limits: Limits
  readonly #charsets: { readonly depth: number; readonly decode: DecodeValue }[] = []
  readonly #loose: string[] = []
  #looseLength = 0
  #depth = 0

  constructor(limits: Limits) {
    this.#limits = limits
    this.told = new Told(limits)
    this.report = reportWriter(Math.floor(limits.textCharacters / 2))
  }

  /**
   * Takes one step of the walk.
   * @throws ItemError from the reader
   */
  async take(reader: Reader, step: Step): Promise<void> {
    if (step === 'item end') {
      while ((this.#charsets.at(-1)?.depth ?? 0) >= Math.max(1, this.#depth)) this.#charsets.pop()
      this.#depth = Math.max(0, this.#depth - 1)
      return
    }
    this.#depth = step.path.length
    if (step.tag === specificCharacterSet) await this.#useCharset(reader, step)
    const group = Math.floor(step.tag / 0x10000)
    if (group % 2 === 1 && group > 8) await this.#takePrivate(reader, step)
    else if (isWanted(step)) await this.#takePublic(reader, step)
    else if (step.path.length === 0) this.elements.set(nameOfTag(step.tag), step)
  }

  /** Text of private and unnamed elements, one value a line. */
  get looseText(): string {
    return this.#loose.join('\n')
  }

  async #useCharset(reader: Reader, step: DataElement): Promise<void> {
    const terms = await textOf(reader, { ...step, vr: 'CS' }, valueDecoder([]), this.#limits.metadataCharacters)
    this.#charsets.push({ depth: step.path.length, decode: valueDecoder(terms.split('\\')) })
  }

  get #decode(): DecodeValue {
    return this.#charsets.findLast(({ depth }) => depth <= this.#depth)?.decode ?? noCharset
  }

  async #takePublic(reader: Reader, step: DataElement): Promise<void> {
    const { tag, path } = step
    const entry = entryFor(tag)
    const value = await this.#valueOf(reader, step)
    if (value === '') return
    const name = nameOfTag(tag)
    if (path.length === 0) {
      if (pixelKeywords.has(name) || keptValues.has(name)) this.values.set(name, value)
      if (isNumber(step.vr) || pixelKeywords.has(name)) this.elements.set(name, step)
    }
    if (path.includes(contentSequence) || path.includes(conceptNames)) {
      this.hasContent ||= path.includes(contentSequence)
      this.report.add(tag, path, step.vr === 'PN' ? readableName(value) : value)
      if (step.vr !== 'PN') return
    }
    this.#note(step, entry, value)
  }

  #note({ tag, path, vr }: DataElement, entry: Entry | undefined, value: string): void {
    const nature = entry?.nature ?? natureByVr(vr)
    if (nature === 'plain' && (path.length > 0 || !entry)) return
    const name = [...path.slice(-1), tag].map(nameOfTag).join('.')
    // What no dictionary names and may hold anything is searched as text: of one file there may be very many.
    if (path.length > 0 && !entry && nature === 'text') this.#addLoose(value)
    else this.told.add(name, value, { nature, vr: entry?.vr ?? vr }, path.length)
  }

  async #takePrivate(reader: Reader, step: DataElement): Promise<void> {
    this.privateElements += 1
    const { vr, length } = step
    if (isCreator(step.tag)) return
    if (vr === 'PN') {
      const value = await this.#valueOf(reader, step)
      this.told.add(nameOfTag(step.tag), value, { nature: 'name', vr }, step.path.length)
    } else if (freeText.has(vr) || vr === 'DA') this.#addLoose(await this.#valueOf(reader, step))
    else if (vr === 'UN' && length > 3 && length <= unknownBytes) this.#addLoose(await this.#textIfAny(reader, step))
  }

  async #textIfAny(reader: Reader, step: DataElement): Promise<string> {
    const value = await this.#valueOf(reader, step)
    return /^[\P{C}\t\n\r]{4,}$/u.test(value) ? value : ''
  }

  #addLoose(value: string): void {
    if (!telling.test(value)) return
    if (this.#looseLength + value.length > this.#limits.textCharacters / 2) {
      this.isLooseCut = true
      return
    }
    this.#loose.push(value)
    this.#looseLength += value.length + 1
  }

  async #valueOf(reader: Reader, step: DataElement): Promise<string> {
    if (isNumber(step.vr)) return (await numbersOf(reader, step)).join('\\')
    const most = freeText.has(step.vr) ? this.#limits.textCharacters : this.#limits.metadataCharacters
    return textOf(reader, step, this.#decode, Math.min(most, longestValue))
  }
}

/** Less than a word or a year says nothing of anybody. */
const telling = /\p{L}{2}|\p{Lo}|\d{4}/u
/** Characters of one text value that are read. */
const longestValue = 1 << 20

const noCharset = valueDecoder([])
const keptValues: ReadonlySet<string> = new Set(
  'Modality SOPClassUID BurnedInAnnotation PatientIdentityRemoved MIMETypeOfEncapsulatedDocument DocumentTitle ImageType ConversionType'.split(
    ' ',
  ),
)

/** Elements of text and short numbers; of those that the dictionary does not name only text. */
function isWanted({ tag, vr, fragments, length }: DataElement): boolean {
  if (fragments) return false
  if (isText(vr) && vr !== 'UN') return true
  return isNumber(vr) && entryFor(tag) !== undefined && length <= 128
}

/** The elements by which a vendor reserves a block for its own (PS3.5, 7.8.1). */
function isCreator(tag: number): boolean {
  const element = tag % 0x10000
  return element >= 0x10 && element <= 0xff
}

function natureByVr(vr: string): Nature {
  if (vr === 'PN') return 'name'
  return freeText.has(vr) ? 'text' : 'plain'
}
