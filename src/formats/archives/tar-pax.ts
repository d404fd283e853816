import { text } from './tar-header.ts'

/** What extended attributes (POSIX.1-2001 pax) say of a member, where they say it. */
export interface PaxAttributes {
  readonly path?: string
  readonly size?: number | undefined
  /** Seconds since 1970. */
  readonly mtime?: number | undefined
  /** Whether the data is that of a file with holes, which are left out. */
  readonly isSparse?: true
}

/** Reads records of the form `length key=value\n`. What is damaged is left out. */
export function paxAttributes(data: Buffer): PaxAttributes {
  const attributes: { -readonly [Key in keyof PaxAttributes]: PaxAttributes[Key] } = {}
  for (let at = 0; at < data.length; ) {
    const blank = data.indexOf(0x20, at)
    const length = Number.parseInt(data.toString('latin1', at, blank < 0 ? at : Math.min(blank, at + 12)), 10)
    if (!(length > 0)) break
    const record = data.subarray(blank + 1, Math.min(at + length - 1, data.length))
    const equals = record.indexOf(0x3d)
    const key = record.toString('latin1', 0, Math.max(0, equals))
    const value = record.subarray(equals + 1)
    if (key === 'path' || key === 'GNU.sparse.name') attributes.path = text(value)
    else if (key === 'size') attributes.size = numeric(value)
    else if (key === 'mtime') attributes.mtime = numeric(value)
    if (key.startsWith('GNU.sparse.')) attributes.isSparse = true
    at += length
  }
  return attributes
}

function numeric(value: Buffer): number | undefined {
  const number = Number(value.toString('latin1'))
  return Number.isFinite(number) && number >= 0 ? number : undefined
}
