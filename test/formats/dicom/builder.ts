import { deflateRawSync } from 'node:zlib'

/** One data element for a data set made by a test: a value in bytes, or the items of a sequence. */
export interface TestElement {
  readonly tag: number
  readonly vr: string
  readonly value: Uint8Array | readonly (readonly TestElement[])[]
}

/** How a data set is written. */
export interface Writing {
  readonly isExplicit?: boolean
  readonly isLittle?: boolean
  /** Sequences and items end by a mark instead of a length. */
  readonly isOpen?: boolean
}

const long = new Set('OB OD OF OL OV OW SQ SV UC UN UR UT UV'.split(' '))
const open = 0xffffffff

/** A text element; bytes as they are, or a string in Latin-1, padded to an even length. */
export function text(tag: number, vr: string, value: string | Uint8Array): TestElement {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'latin1') : value
  const pad = Buffer.alloc(bytes.length % 2, vr === 'UI' ? 0 : 0x20)
  return { tag, vr, value: Buffer.concat([bytes, pad]) }
}

/** A number of two bytes, little endian. */
export function number(tag: number, value: number): TestElement {
  return { tag, vr: 'US', value: Buffer.from([value & 255, value >> 8]) }
}

/** A sequence. */
export function sequence(tag: number, ...items: readonly (readonly TestElement[])[]): TestElement {
  return { tag, vr: 'SQ', value: items }
}

/** The bytes of a data set. */
export function dataSet(elements: readonly TestElement[], writing: Writing = {}): Buffer {
  return Buffer.concat(elements.map((one) => elementBytes(one, writing)))
}

function elementBytes({ tag, vr, value }: TestElement, writing: Writing): Buffer {
  const { isExplicit = true, isLittle = true, isOpen = false } = writing
  const isItems = !(value instanceof Uint8Array)
  const body = isItems ? itemsBytes(value, writing) : isLittle || vr !== 'US' ? value : Buffer.from(value).swap16()
  const length = isItems && isOpen ? open : body.length
  if (!isExplicit) return Buffer.concat([tagBytes(tag, isLittle), longNumber(length, isLittle), body])
  const size = long.has(vr)
    ? Buffer.concat([Buffer.alloc(2), longNumber(length, isLittle)])
    : longNumber(length, isLittle).subarray(isLittle ? 0 : 2, isLittle ? 2 : 4)
  return Buffer.concat([tagBytes(tag, isLittle), Buffer.from(vr, 'latin1'), size, body])
}

function itemsBytes(items: readonly (readonly TestElement[])[], writing: Writing): Buffer {
  const { isLittle = true, isOpen = false } = writing
  const parts = items.map((elements) => {
    const body = dataSet(elements, writing)
    const head = Buffer.concat([tagBytes(0xfffee000, isLittle), longNumber(isOpen ? open : body.length, isLittle)])
    return Buffer.concat([head, body, ...(isOpen ? [tagBytes(0xfffee00d, isLittle), Buffer.alloc(4)] : [])])
  })
  return Buffer.concat([...parts, ...(isOpen ? [tagBytes(0xfffee0dd, isLittle), Buffer.alloc(4)] : [])])
}

function tagBytes(tag: number, isLittle: boolean): Buffer {
  const bytes = Buffer.alloc(4)
  const [group, element] = [Math.floor(tag / 0x10000), tag % 0x10000]
  if (isLittle) {
    bytes.writeUInt16LE(group, 0)
    bytes.writeUInt16LE(element, 2)
  } else {
    bytes.writeUInt16BE(group, 0)
    bytes.writeUInt16BE(element, 2)
  }
  return bytes
}

function longNumber(value: number, isLittle: boolean): Buffer {
  const bytes = Buffer.alloc(4)
  if (isLittle) bytes.writeUInt32LE(value)
  else bytes.writeUInt32BE(value)
  return bytes
}

/** Transfer syntaxes by what they are. */
export const syntaxes = {
  implicit: '1.2.840.10008.1.2',
  explicit: '1.2.840.10008.1.2.1',
  bigEndian: '1.2.840.10008.1.2.2',
  deflated: '1.2.840.10008.1.2.1.99',
  runLength: '1.2.840.10008.1.2.5',
  jpeg: '1.2.840.10008.1.2.4.50',
  lossless: '1.2.840.10008.1.2.4.70',
} as const

/** A DICOM file with preamble and meta information. */
export function dicomFile(
  elements: readonly TestElement[],
  syntax: keyof typeof syntaxes = 'explicit',
  writing: Writing = {},
): Buffer {
  const meta = dataSet([text(0x00020002, 'UI', '1.2.840.10008.5.1.4.1.1.7'), text(0x00020010, 'UI', syntaxes[syntax])])
  const set = dataSet(elements, {
    isExplicit: syntax !== 'implicit',
    isLittle: syntax !== 'bigEndian',
    ...writing,
  })
  const body = syntax === 'deflated' ? deflateRawSync(set) : set
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), meta, body])
}

/** Pixel data in fragments, as compressed frames come: a table of offsets, then each frame in one fragment. */
export function encapsulated(...frames: readonly Uint8Array[]): Buffer {
  const head = Buffer.concat([tagBytes(0x7fe00010, true), Buffer.from('OB\0\0'), longNumber(open, true)])
  const item = (bytes: Uint8Array) => {
    const even = Buffer.concat([bytes, Buffer.alloc(bytes.length % 2)])
    return Buffer.concat([tagBytes(0xfffee000, true), longNumber(even.length, true), even])
  }
  return Buffer.concat([head, item(new Uint8Array()), ...frames.map(item), tagBytes(0xfffee0dd, true), Buffer.alloc(4)])
}

/** The elements of a small made-up grey picture of eight bits, less its pixels. */
export function pictureElements(
  rows: number,
  columns: number,
  photometric = 'MONOCHROME2',
  samples = 1,
): TestElement[] {
  return [
    number(0x00280002, samples),
    text(0x00280004, 'CS', photometric),
    number(0x00280010, rows),
    number(0x00280011, columns),
    number(0x00280100, 8),
    number(0x00280101, 8),
    number(0x00280103, 0),
  ]
}

/** Who a made-up study is about. */
export const patient: readonly TestElement[] = [
  text(0x00080020, 'DA', '20190314'),
  text(0x00080060, 'CS', 'US'),
  text(0x00080090, 'PN', 'Grey^Paula^^Dr'),
  text(0x00081030, 'LO', 'Abdomen follow-up'),
  text(0x00100010, 'PN', 'Roe^Jane'),
  text(0x00100020, 'LO', 'PAT-0815'),
  text(0x00100030, 'DA', '19610204'),
  text(0x00100040, 'CS', 'F'),
  text(0x00181000, 'LO', 'SN4711X'),
]
