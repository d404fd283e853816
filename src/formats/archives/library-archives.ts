import type { Format, Head } from '../../core/content.ts'
import { bufferOf } from '../decoder.ts'
import { readByLibrary } from './library.ts'

interface LibraryArchiveSpec {
  readonly id: string
  readonly title: string
  readonly mediaType: string
  readonly extensions: readonly string[]
  /** Whether the bytes begin as such an archive. */
  recognizes(bytes: Uint8Array): boolean
}

/** A kind of archive that libarchive reads, whole in memory. */
function libraryArchive({ id, title, mediaType, extensions, recognizes }: LibraryArchiveSpec): Format {
  return Object.freeze({
    id,
    title,
    medium: 'archive',
    mediaTypes: Object.freeze({ [mediaType]: extensions }),
    recognizes: ({ bytes }: Head) => (recognizes(bytes) ? mediaType : undefined),
    read: readByLibrary,
  } satisfies Format)
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  for (let at = 0; at < signature.length; at++) if (bytes[at] !== signature.charCodeAt(at)) return false
  return true
}

/** Whether the beginning, as Latin-1, is of this form. Asked where the first bytes alone could be a text's. */
function matches(bytes: Uint8Array, length: number, pattern: RegExp): boolean {
  return pattern.test(bufferOf(bytes).toString('latin1', 0, length))
}

/** Cabinets of Microsoft ([MS-CAB]), packed by MSZIP or LZX. */
export const cab = libraryArchive({
  id: 'cab',
  title: 'Microsoft cabinet',
  mediaType: 'application/vnd.ms-cab-compressed',
  extensions: ['cab'],
  recognizes: (bytes) => startsWith(bytes, 'MSCF\0\0\0\0'),
})

/** What Unix calls cpio, in its forms of POSIX.1-1988 and SVR4. */
export const cpio = libraryArchive({
  id: 'cpio',
  title: 'cpio archive',
  mediaType: 'application/x-cpio',
  extensions: ['cpio'],
  recognizes: (bytes) =>
    startsWith(bytes, '07070') && matches(bytes, 110, /^(?:07070[12][\dA-Fa-f]{104}|070707[0-7]{70})/),
})

/** Debian's packages: an ar with two compressed tars in it (deb(5)). */
export const deb = libraryArchive({
  id: 'deb',
  title: 'Debian package',
  mediaType: 'application/x-deb',
  extensions: ['deb', 'udeb'],
  recognizes: (bytes) => startsWith(bytes, '!<arch>\ndebian-binary'),
})

/** The archives of ar, which mostly hold compiled code. */
export const ar = libraryArchive({
  id: 'ar',
  title: 'ar archive',
  mediaType: 'application/x-archive',
  extensions: ['a', 'ar', 'lib'],
  recognizes: (bytes) => startsWith(bytes, '!<arch>\n'),
})

/** LHA's archives, methods lh0 to lh7. */
export const lha = libraryArchive({
  id: 'lha',
  title: 'LHA archive',
  mediaType: 'application/x-lzh-compressed',
  extensions: ['lzh', 'lha'],
  // The level of the header stands at 20.
  recognizes: (bytes) => bytes[2] === 0x2d && (bytes[20] ?? 9) < 4 && matches(bytes, 7, /^..-lh[0-7]-$/s),
})
