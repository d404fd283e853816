import { isUtf8 } from 'node:buffer'
import { getFileNameLowLevel } from 'yauzl'
import { guessCharset } from './charset-guess.ts'
import { createDecoder } from './decoder.ts'

/** The score per byte beyond ASCII from which a guess of the names' charset is believed. */
const leastScore = 1.5

/** A member's name as it stands in a zip file. */
export interface ZipName {
  readonly bytes: Buffer
  /** General purpose flags; bit 11 says UTF-8. */
  readonly flags: number
  readonly extraFields: readonly { readonly id: number; readonly data: Buffer }[]
}

/**
 * Decodes the names of one zip file: as UTF-8 where the zip file says so (or gives a second, UTF-8 name). Names without
 * a charset should be code page 437 (APPNOTE, appendix D), but hold what the writer's system used: UTF-8 where all of
 * them read so, else the charset in which they read most naturally.
 */
export function nameDecoder(names: readonly ZipName[]): (name: ZipName) => string {
  const open = names.filter(({ bytes, flags }) => (flags & 0x800) === 0 && bytes.some((byte) => byte > 127))
  const charset = charsetOf(open.map(({ bytes }) => bytes))
  return ({ bytes, flags, extraFields }) => {
    const said = getFileNameLowLevel(flags, bytes, [...extraFields], false)
    const isSaid = charset === undefined || (flags & 0x800) !== 0 || extraFields.some(({ id }) => id === unicodePath)
    return isSaid ? said : createDecoder(charset).decode(bytes, true).replaceAll('\\', '/')
  }
}

/** Info-ZIP's extra field with a second name in UTF-8. */
const unicodePath = 0x7075

function charsetOf(names: readonly Buffer[]): string | undefined {
  if (names.length === 0) return undefined
  if (names.every((name) => isUtf8(name))) return 'utf-8'
  const guess = guessCharset(Buffer.concat(names.flatMap((name) => [name, Buffer.from('\n')])))
  return guess && guess.score >= leastScore ? guess.charset : undefined
}
