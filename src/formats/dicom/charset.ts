import { isUtf8 } from 'node:buffer'
import { bufferOf, createDecoder } from '../decoder.ts'

/** Turns the bytes of one value into text, by the Specific Character Set of its data set. */
export type DecodeValue = (bytes: Uint8Array) => string

// Defined terms of Specific Character Set (PS3.3, C.12.1.1.2), without ISO_IR or ISO 2022 IR, and WHATWG's names.
const single: Readonly<Record<string, string>> = {
  '6': 'windows-1252',
  '100': 'windows-1252',
  '101': 'iso-8859-2',
  '109': 'iso-8859-3',
  '110': 'iso-8859-4',
  '144': 'iso-8859-5',
  '127': 'iso-8859-6',
  '126': 'iso-8859-7',
  '138': 'iso-8859-8',
  '148': 'windows-1254',
  '203': 'iso-8859-15',
  '13': 'shift_jis',
  '14': 'shift_jis',
  '166': 'windows-874',
  '87': 'euc-jp',
  '159': 'euc-jp',
  '149': 'euc-kr',
  '58': 'gbk',
  '192': 'utf-8',
  GB18030: 'gb18030',
  GBK: 'gbk',
}

/** What an escape sequence switches to (ISO 2022): one half of the code table, and the charset its bytes are then read in. */
interface Switch {
  readonly half: 'low' | 'high'
  /** WHATWG's name of a charset that has these characters in its upper half; undefined is ASCII. */
  readonly charset?: string
  /** Put before each character of two bytes: where EUC keeps the supplementary set. */
  readonly shift?: number
}

const switches: Readonly<Record<string, Switch>> = {
  '(B': { half: 'low' },
  '(J': { half: 'low' },
  ')I': { half: 'high', charset: 'shift_jis' },
  $B: { half: 'low', charset: 'euc-jp' },
  '$@': { half: 'low', charset: 'euc-jp' },
  '$(D': { half: 'low', charset: 'euc-jp', shift: 0x8f },
  '$)C': { half: 'high', charset: 'euc-kr' },
  '$)A': { half: 'high', charset: 'gbk' },
  '-A': { half: 'high', charset: 'windows-1252' },
  '-B': { half: 'high', charset: 'iso-8859-2' },
  '-C': { half: 'high', charset: 'iso-8859-3' },
  '-D': { half: 'high', charset: 'iso-8859-4' },
  '-L': { half: 'high', charset: 'iso-8859-5' },
  '-G': { half: 'high', charset: 'iso-8859-6' },
  '-F': { half: 'high', charset: 'iso-8859-7' },
  '-H': { half: 'high', charset: 'iso-8859-8' },
  '-M': { half: 'high', charset: 'windows-1254' },
  '-T': { half: 'high', charset: 'windows-874' },
  '-b': { half: 'high', charset: 'iso-8859-15' },
}

/** Bytes at which the switches of a value fall back to the first charset: line ends, tabs, and what parts values and names. */
const delimiters: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x3d, 0x5c, 0x5e])

/**
 * How text is read under these terms.
 * @param terms the values of Specific Character Set; none where the data set has none
 */
export function valueDecoder(terms: readonly string[]): DecodeValue {
  const named = terms.map((term) => single[term.replace(/^ISO[_ -]?(?:2022[_ -])?IR[_ -]?/i, '').trim()])
  const first = named[0] ?? (terms.length > 0 && terms[0] !== '' ? undefined : named.find((name) => name !== undefined))
  return (bytes) => {
    const buffer = bufferOf(bytes)
    if (isAscii(buffer)) return buffer.toString('latin1')
    if (buffer.includes(0x1b)) return decodeSwitched(buffer, first ?? fallback(buffer))
    return decodeWhole(buffer, first ?? fallback(buffer))
  }
}

function isAscii(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte >= 0x80 || byte === 0x1b) return false
  return true
}

/** Files that say nothing of their charset, or an unknown one, are in UTF-8 or in the one of western Europe. */
function fallback(bytes: Buffer): string {
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function decodeWhole(bytes: Buffer, charset: string): string {
  return createDecoder(charset).decode(bytes, true)
}

/** Reads bytes with code extensions (PS3.5, 6.1.2.5), run by run. */
function decodeSwitched(bytes: Buffer, first: string): string {
  let low: Switch = { half: 'low' }
  let high: Switch = { half: 'high', charset: first }
  let text = ''
  let from = 0
  const flush = (to: number) => {
    text += decodeRuns(bytes.subarray(from, to), low, high)
    from = to
  }
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0x1b) {
      flush(at)
      const [sign, change] = switchAt(bytes, at + 1)
      if (change?.half === 'low') low = change
      else if (change) high = change
      at += sign.length
      from = at + 1
    } else if (low.charset === undefined && delimiters.has(byte)) {
      flush(at + 1)
      high = { half: 'high', charset: first }
    }
  }
  flush(bytes.length)
  return text
}

function switchAt(bytes: Buffer, at: number): readonly [string, Switch | undefined] {
  for (const length of [3, 2]) {
    const sign = bytes.toString('latin1', at, at + length)
    const change = switches[sign]
    if (change) return [sign, change]
  }
  return ['', undefined]
}

/** Bytes below 80 in the low half's charset, the others in the high half's. */
function decodeRuns(bytes: Buffer, low: Switch, high: Switch): string {
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const isHigh = (bytes[at] ?? 0) >= 0x80
    let end = at + 1
    while (end < bytes.length && (bytes[end] ?? 0) >= 0x80 === isHigh) end++
    text += decodeRun(bytes.subarray(at, end), isHigh ? high : low)
    at = end
  }
  return text
}

function decodeRun(run: Buffer, { charset, half, shift }: Switch): string {
  if (charset === undefined) return run.toString('latin1')
  if (half === 'high') return decodeWhole(run, charset)
  const raised: number[] = []
  for (const [index, byte] of run.entries()) {
    if (shift !== undefined && index % 2 === 0) raised.push(shift)
    raised.push(byte | 0x80)
  }
  return decodeWhole(Buffer.from(raised), charset)
}
