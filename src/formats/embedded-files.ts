import type { Child, Extract } from '../core/content.ts'
import type { Limits } from '../core/limits.ts'
import { bytesReader } from '../core/reader.ts'
import { embeddedGap } from './embedded.ts'

/** Collects values in base64 that are files: health records carry their letters and pictures so. */
export interface EmbeddedFiles {
  /** Whether a value has begun and not ended. */
  readonly isOpen: boolean
  /** The next piece of a value. */
  add(piece: string): void
  /** Ends the value: it becomes an item, or is unread where it is no file of a kind that is known by its first bytes. */
  end(): void
  /** Items since the last call; with `isLast` also a gap where something stayed unread. */
  take(isLast: boolean): Generator<Extract>
}

const uri = /^\s{0,100}data:[^,]{0,200},/i

// How files begin that are worth an item of their own, and what they are then called.
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'pdf'],
  [/^\xff\xd8\xff/, 'jpg'],
  [/^\x89PNG\r\n/, 'png'],
  [/^GIF8[79]a/, 'gif'],
  [/^(?:II\*\0|MM\0\*)/, 'tif'],
  [/^BM[\s\S]{4}\0\0\0\0/, 'bmp'],
  [/^RIFF[\s\S]{4}WEBP/, 'webp'],
  [/^\{\\rtf/, 'rtf'],
  [/^PK\x03\x04/, 'zip'],
  [/^\x1f\x8b\x08/, 'gz'],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, 'ole'],
  [/^[\s\S]{128}DICM/, 'dcm'],
  [/^(?:\xef\xbb\xbf)?\s{0,50}<(?:\?xml|!DOCTYPE|html|ClinicalDocument)/i, 'xml'],
]

/** A collector for one item. */
export function embeddedFiles({ expandedBytes, children }: Limits): EmbeddedFiles {
  const ready: Child[] = []
  let pieces: string[] | undefined
  let length = 0
  let count = 0
  let isUnread = false
  return {
    get isOpen() {
      return pieces !== undefined
    },
    add(piece) {
      pieces ??= []
      length += piece.length
      // Beyond what may be held nothing more is kept, and the value stays unread.
      if (length <= expandedBytes) pieces.push(piece)
    },
    end() {
      if (!pieces) return
      const bytes = length <= expandedBytes ? decoded(pieces.join('')) : undefined
      const extension = bytes && extensionOf(bytes)
      pieces = undefined
      length = 0
      if (!bytes || extension === undefined || count >= children) isUnread = true
      else {
        count += 1
        const name = `embedded ${count}.${extension}`
        ready.push({ what: 'child', name, modifiedAt: null, reader: bytesReader(bytes) })
      }
    },
    *take(isLast) {
      yield* ready.splice(0)
      if (isLast && isUnread) yield embeddedGap
    },
  }
}

function decoded(value: string): Buffer {
  const start = uri.exec(value.slice(0, 400))?.[0].length ?? 0
  return Buffer.from(start === 0 ? value : value.slice(start), 'base64')
}

function extensionOf(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, 200)
  return beginnings.find(([pattern]) => pattern.test(head))?.[1]
}
