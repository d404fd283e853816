import type { Format } from '../../core/content.ts'
import { walkJpeg } from './jpeg-walk.ts'
import { readPicture } from './read-picture.ts'

const mediaType = 'image/jpeg'

/** JPEG (ITU-T T.81) with its Exif, XMP, IPTC, ICC, CIFF and multi-picture segments. */
export const jpeg: Format = Object.freeze({
  id: 'jpeg',
  title: 'JPEG pictures',
  medium: 'image',
  mediaTypes: { [mediaType]: ['jpg', 'jpeg', 'jpe', 'jfif', 'jif', 'mpo', 'thm', 'insp'] },
  recognizes({ bytes }) {
    return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff ? mediaType : undefined
  },
  read(reader, context) {
    return readPicture(reader, context, (access, notes, budget) => walkJpeg(access, notes, budget))
  },
} satisfies Format)
