import type { Reader } from '../../core/reader.ts'
import { bufferOf } from '../decoder.ts'
import type { DecodeValue } from './charset.ts'
import type { DataElement } from './elements.ts'

/** Representations whose values are text in the data set's charset (PS3.5, 6.1.2.2); the others of text are ASCII. */
const inCharset: ReadonlySet<string> = new Set('LO LT PN SH ST UC UT UN'.split(' '))
const inAscii: ReadonlySet<string> = new Set('AE AS CS DA DS DT IS TM UI UR'.split(' '))
/** Representations of running text, in which a backslash is a character. */
const running: ReadonlySet<string> = new Set('LT ST UT'.split(' '))
const numbers: ReadonlySet<string> = new Set('US SS UL SL FL FD UV SV'.split(' '))

/** Numbers of one element that are read. */
const mostNumbers = 16

/** Whether a representation is of text. */
export function isText(vr: string): boolean {
  return inCharset.has(vr) || inAscii.has(vr)
}

/** Whether a representation is of numbers in bytes. */
export function isNumber(vr: string): boolean {
  return numbers.has(vr)
}

/**
 * The text of an element, several values parted by backslashes; '' where it has none.
 * @param characters longer values are cut
 * @throws ItemError from the reader
 */
export async function textOf(
  reader: Reader,
  { vr, start, length }: DataElement,
  decode: DecodeValue,
  characters: number,
): Promise<string> {
  // No charset of the standard takes more than four bytes a character; switches between them take a few more.
  const bytes = bufferOf(await reader.read(start, Math.min(length, 4 * characters)))
  const text = inCharset.has(vr) ? decode(bytes) : bytes.toString('latin1')
  const bare = text.replace(/[\0 ]+$/, '').replaceAll('\0', '')
  return (running.has(vr) ? bare : trimmedEach(bare)).slice(0, characters).toWellFormed()
}

function trimmedEach(text: string): string {
  return text.includes('\\')
    ? text
        .split('\\', 1_000)
        .map((value) => value.trim())
        .join('\\')
    : text.trim()
}

/**
 * The numbers of an element, sixteen at most.
 * @throws ItemError from the reader
 */
export async function numbersOf(reader: Reader, element: DataElement): Promise<readonly number[]> {
  const { vr, start, length, isLittle } = element
  const width = vr === 'US' || vr === 'SS' ? 2 : vr === 'FD' || vr === 'UV' || vr === 'SV' ? 8 : 4
  const bytes = await reader.read(start, Math.min(length, mostNumbers * width))
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return Array.from({ length: Math.floor(bytes.length / width) }, (_, at) => numberAt(view, at * width, vr, isLittle))
}

function numberAt(view: DataView, at: number, vr: string, isLittle: boolean): number {
  switch (vr) {
    case 'US':
      return view.getUint16(at, isLittle)
    case 'SS':
      return view.getInt16(at, isLittle)
    case 'SL':
      return view.getInt32(at, isLittle)
    case 'FL':
      return view.getFloat32(at, isLittle)
    case 'FD':
      return view.getFloat64(at, isLittle)
    case 'UV':
      return Number(view.getBigUint64(at, isLittle))
    case 'SV':
      return Number(view.getBigInt64(at, isLittle))
    default:
      return view.getUint32(at, isLittle)
  }
}

/** A date as ISO 8601 where it is written as the standard asks (PS3.5, DA); else as it stands. */
export function isoDate(value: string): string {
  const match = /^(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.exec(value)
  return match ? `${match[1]}-${match[2]}-${match[3]}` : value
}

/** A person's name as people write it (`Tarou Yamada`), of its first group that holds one; '' where none does. */
export function readableName(value: string): string {
  for (const group of (value.split('\\', 1)[0] ?? '').split('=')) {
    const [family = '', given = '', middle = '', prefix = '', suffix = ''] = group.split('^').map((part) => part.trim())
    const name = [prefix, given, middle, family, suffix].filter((part) => part !== '').join(' ')
    if (name !== '') return name
  }
  return ''
}
