import type { Extract, Format, ReadContext } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import { fileBudget, paidFor } from './expansion.ts'
import { memberWriter } from './members.ts'
import { unpacked } from './unpacked.ts'

/** What is particular about a way of compressing one file. */
export interface CompressedSpec {
  readonly id: string
  readonly title: string
  readonly mediaType: string
  readonly extensions: readonly string[]
  /** Whether the bytes, 64 KiB at most, begin as such a file. */
  recognizes(head: Uint8Array): boolean
  /**
   * The bytes of the compressed file, in order, the same pieces each time.
   * @throws ItemError `truncated`, `malformed`, `unsupported_type`, after what could be had
   */
  expand(reader: Reader): AsyncGenerator<Uint8Array, void, undefined>
  /** What the compressed file says of the one in it. */
  about?(head: Uint8Array): { readonly name?: string; readonly modifiedAt?: string }
}

// Endings that say what is inside as well.
const inner: Readonly<Record<string, string>> = Object.freeze({
  ...{ tgz: 'tar', tbz: 'tar', tbz2: 'tar', txz: 'tar', tlz: 'tar', tzst: 'tar' },
  ...{ svgz: 'svg', emz: 'emf' },
})

/** A format that holds exactly one other file. */
export function compressedFormat(spec: CompressedSpec): Format {
  const { id, title, mediaType, extensions } = spec
  return Object.freeze({
    id,
    title,
    medium: 'archive',
    mediaTypes: Object.freeze({ [mediaType]: extensions }),
    recognizes: ({ bytes }) => (spec.recognizes(bytes) ? mediaType : undefined),
    read: (reader, context) => readCompressed(spec, reader, context),
  } satisfies Format)
}

async function* readCompressed(
  spec: CompressedSpec,
  reader: Reader,
  context: ReadContext,
): AsyncGenerator<Extract, void, undefined> {
  const { limits, head, name } = context
  const about = spec.about?.(head.bytes) ?? {}
  const member = { name: about.name || innerName(name, spec.extensions), modifiedAt: about.modifiedAt ?? null, size: 0 }
  const play = () => paidFor(spec.expand(reader), reader.size, fileBudget(limits))
  yield* memberWriter().member(member, () => unpacked(play, context))
}

/** The name of a compressed file without the ending that says so. */
export function innerName(name: string | undefined, extensions: readonly string[]): string {
  if (name === undefined) return 'content'
  const dot = name.lastIndexOf('.')
  const extension = name.slice(dot + 1).toLowerCase()
  if (dot <= 0 || !extensions.includes(extension)) return 'content'
  const ending = inner[extension]
  return ending === undefined ? name.slice(0, dot) : `${name.slice(0, dot)}.${ending}`
}
