import { createDecoder, type Decoder } from '../decoder.ts'

/** Character sets by the number of a code page (\ansicpg, \cpg). IBM 850 stands for 437 too: their letters agree. */
const byCodePage: ReadonlyMap<number, string> = new Map([
  [437, 'ibm850'],
  [850, 'ibm850'],
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1250, 'windows-1250'],
  [1251, 'windows-1251'],
  [1252, 'windows-1252'],
  [1253, 'windows-1253'],
  [1254, 'windows-1254'],
  [1255, 'windows-1255'],
  [1256, 'windows-1256'],
  [1257, 'windows-1257'],
  [1258, 'windows-1258'],
  [10000, 'macintosh'],
  [10007, 'x-mac-cyrillic'],
  [65001, 'utf-8'],
])

/** Code pages by the number of a font's character set (\fcharset, RTF 1.9.1, "Font Table"). */
const byFontSet: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [130, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
  [254, 437],
  [255, 850],
])

export const usualCharset = 'windows-1252'

/** The character set of a code page; the usual one for those unknown. */
export function charsetOfCodePage(codePage: number): string {
  return byCodePage.get(codePage) ?? usualCharset
}

/** The character set that a font asks for; undefined where it leaves that to the document. */
export function charsetOfFont(fontSet: number): string | undefined {
  const codePage = byFontSet.get(fontSet)
  return codePage === undefined ? undefined : charsetOfCodePage(codePage)
}

/** Decodes whole runs of text, each by itself. */
export function runDecoder(): (charset: string, run: Buffer) => string {
  const decoders = new Map<string, Decoder>()
  return (charset, run) => {
    if (isAscii(run)) return run.toString('latin1', 0, run.length)
    // The decoder of UTF-8 learns from what it reads; the others hold nothing between whole runs.
    const decoder = (charset === 'utf-8' ? undefined : decoders.get(charset)) ?? createDecoder(charset)
    decoders.set(charset, decoder)
    return decoder.decode(run, true)
  }
}

function isAscii(run: Buffer): boolean {
  for (let at = 0; at < run.length; at++) if ((run[at] ?? 0) > 127) return false
  return true
}

/** Bytes that belong to one stretch of text, gathered until it is decoded. */
export function byteRun() {
  let bytes: Buffer = Buffer.alloc(1 << 10)
  let length = 0
  const grow = (by: number) => {
    if (length + by > bytes.length) bytes = Buffer.concat([bytes], 2 * (length + by))
  }
  return {
    length: () => length,
    add(value: number) {
      grow(1)
      bytes[length++] = value
    },
    addAll(piece: Buffer) {
      grow(piece.length)
      length += piece.copy(bytes, length)
    },
    /** Valid until more is added. */
    take(): Buffer {
      const end = length
      length = 0
      return bytes.subarray(0, end)
    },
  }
}
